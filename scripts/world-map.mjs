/**
 * Writes the outlines of the world for the map of the Now page, as relative
 * paths of whole pixels, so that the page stays light and computes nothing:
 *
 *   node scripts/world-map.mjs
 *
 * Outlines are Natural Earth's at 1:110m (public domain), by way of
 * `world-atlas`. Natural Earth draws who is in control, not who claims what.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { iso31661 } from "iso-3166";
import { feature, mesh } from "topojson-client";
import { projectRoot, say } from "./project.mjs";

const TARGET = "src/publish/web/charts/world-outlines.ts";
const WIDTH = 620;
const HEIGHT = 286;
/** Outlines without a number of ISO 3166, under the country that they are counted with here. */
const UNNUMBERED = { Kosovo: "XK", Somaliland: "SO", "N. Cyprus": "CY" };
/** Stretches of borders that are disputed: between two outlines, within degrees where only part of it is. */
const DISPUTED = [
	{ between: ["India", "Pakistan"], north: 32.3 },
	{ between: ["India", "China"] },
	{ between: ["China", "Pakistan"] },
	{ between: ["Serbia", "Kosovo"] },
	{ between: ["Morocco", "W. Sahara"] },
	{ between: ["Somalia", "Somaliland"] },
	{ between: ["Cyprus", "N. Cyprus"] },
	{ between: ["Israel", "Palestine"] },
	{ between: ["Israel", "Syria"] },
	{ between: ["Ukraine", "Russia"], south: 46.5 },
];

const codes = new Map(iso31661.map((one) => [one.numeric, one.alpha2]));
const codeOf = ({ id, properties }) =>
	codes.get(id) ?? UNNUMBERED[properties.name];

const readAtlas = (scale) =>
	JSON.parse(
		readFileSync(
			createRequire(import.meta.url).resolve(
				`world-atlas/countries-${scale}.json`,
			),
			"utf8",
		),
	);
const coarse = readAtlas("110m");
const fine = readAtlas("50m");
const shapes = coarse.objects.countries.geometries.filter(
	({ properties }) => properties.name !== "Antarctica",
);
const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], {
	type: "FeatureCollection",
	features: shapes.map((shape) => feature(coarse, shape)),
});

/** Takes what `geoPath` draws, and gives it as lines of whole pixels. */
function wholePixels() {
	const lines = [];
	return {
		moveTo: (x, y) => lines.push([[Math.round(x), Math.round(y)]]),
		lineTo(x, y) {
			const line = lines.at(-1);
			const [lastX, lastY] = line.at(-1);
			const point = [Math.round(x), Math.round(y)];
			if (point[0] !== lastX || point[1] !== lastY) line.push(point);
		},
		closePath() {},
		lines,
	};
}

function pathOf(geometry, isClosed) {
	const drawn = wholePixels();
	geoPath(projection, drawn)(geometry);
	return drawn.lines
		.filter((line) => line.length > (isClosed ? 2 : 1))
		.map((line) => relative(line) + (isClosed ? "z" : ""))
		.join("");
}

/** `M10 20l3-4 1 1`: a minus sign needs no space before it. */
function relative([first, ...others]) {
	let [x, y] = first;
	const steps = [];
	for (const point of others) {
		const step = [point[0] - x, point[1] - y];
		[x, y] = point;
		const last = steps.at(-1);
		// Two steps in one direction are one.
		const isOn =
			last &&
			last[0] * step[1] === last[1] * step[0] &&
			last[0] * step[0] + last[1] * step[1] > 0;
		if (isOn) steps[steps.length - 1] = [last[0] + step[0], last[1] + step[1]];
		else steps.push(step);
	}
	return `M${first.join(" ")}l${steps.flat().join(" ").replaceAll(" -", "-")}`;
}

const outlines = new Map();
for (const shape of shapes) {
	const cc = codeOf(shape);
	if (cc === undefined)
		throw new Error(`no country code: ${shape.properties.name}`);
	outlines.set(
		cc,
		(outlines.get(cc) ?? "") + pathOf(feature(coarse, shape), true),
	);
}

const dots = new Map();
for (const shape of fine.objects.countries.geometries) {
	const cc = codeOf(shape);
	if (cc === undefined || cc === "AQ" || outlines.get(cc)) continue;
	const [x, y] = projection(geoCentroid(feature(fine, shape)));
	dots.set(cc, [Math.round(x), Math.round(y)]);
}

const disputed = DISPUTED.map(({ between, north = -90, south = 90 }) => {
	const line = mesh(coarse, coarse.objects.countries, (a, b) => {
		const names = [a.properties.name, b.properties.name];
		return a !== b && between.every((name) => names.includes(name));
	});
	const parts = line.coordinates
		.map((part) => part.filter(([, at]) => at >= north && at <= south))
		.filter((part) => part.length > 1);
	if (parts.length === 0) throw new Error(`no border: ${between.join(", ")}`);
	return pathOf({ type: "MultiLineString", coordinates: parts }, false);
}).join("");

const sorted = (map) =>
	[...map].filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
	join(projectRoot, TARGET),
	`/**
 * The world in whole pixels, as written by \`scripts/world-map.mjs\`: outlines of
 * Natural Earth at 1:110m (public domain), which show who is in control.
 */
export const WORLD_WIDTH = ${WIDTH};
export const WORLD_HEIGHT = ${HEIGHT};

/** Outlines by country. */
export const OUTLINES: Readonly<Record<string, string>> = {
${sorted(outlines)
	.map(([cc, path]) => `\t${cc}: "${path}",`)
	.join("\n")}
};

/** Where countries lie that are too small for an outline. */
export const DOTS: Readonly<Record<string, readonly [x: number, y: number]>> = {
${sorted(dots)
	.map(([cc, [x, y]]) => `\t${cc}: [${x}, ${y}],`)
	.join("\n")}
};

/** Disputed stretches of borders. */
export const DISPUTED =
	"${disputed}";
`,
);
say(`wrote ${TARGET}: ${outlines.size} outlines, ${dots.size} dots`);
