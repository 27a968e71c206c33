import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { addDays } from "../../../base/index.ts";
import { STATES } from "../../../model/index.ts";
import { Strip, type StripProps } from "./strip.tsx";
import { StripTable } from "./strip-table.tsx";

const FIRST_ON = "2026-01-05";
const SNAPSHOT = "src/publish/web/charts/strip.snapshot.svg";

const props: StripProps = {
	title: "X in Pakistan, by network and day",
	subtitle: "5 Jan – 18 Jan 2026, days in UTC. Last measured 18 Jan 2026.",
	finding: "X was likely blocked on 1 of 2 networks.",
	source: "Source: measurements.",
	siteName: "Rasai",
	emulated: false,
	firstOn: FIRST_ON,
	dayCount: 14,
	hiddenRowCount: 0,
	standalone: true,
	rows: [
		{
			name: "AS64496",
			note: "Qaf Mobile",
			href: (cell) => `/pk/as64496/${cell.day}?service=x`,
			cells: STATES.map((state, index) => ({
				day: addDays(FIRST_ON, index * 2),
				state,
				weight: "5 of 6 sessions",
			})),
		},
		{ name: "AS64497", note: "", href: () => "/", cells: [] },
	],
};

test("the chart is the one a person looked at", () => {
	const svg = `${String(<Strip {...props} />).replaceAll("><", ">\n<")}\n`;
	if (process.env["RASAI_UPDATE_SNAPSHOTS"]) writeFileSync(SNAPSHOT, svg);
	assert.equal(svg, readFileSync(SNAPSHOT, "utf8"));
});

test("title, dates, last measurement, source and site stand inside the image", () => {
	const svg = String(<Strip {...props} />);
	for (const text of [
		`<title id="strip-title">${props.title}</title>`,
		props.finding,
		props.subtitle,
		props.source,
		">Rasai</text>",
		'xmlns="http://www.w3.org/2000/svg"',
	])
		assert.ok(svg.includes(text), text);
	assert.ok(!svg.includes("mulated"));
	assert.ok(!/<style|style=/.test(svg), "pages forbid inline style");
});

test("every state has a fill of its own, and no day without measurements has a cell", () => {
	const svg = String(<Strip {...props} standalone={false} />);
	const cells = [
		...svg.matchAll(/<a href[^>]*><title>[^<]*<\/title><rect ([^>]*)>/g),
	];
	assert.equal(cells.length, STATES.length);
	const fills = cells.map(([, attributes = ""]) =>
		attributes.replace(/\b(x|y|width|height)="[^"]*" ?/g, ""),
	);
	assert.equal(new Set(fills).size, STATES.length);
	assert.match(svg, /likely blocked, 5 of 6 sessions/);
});

test("a file has no links that lead nowhere; a page's chart leaves readers of screens to its sentence and table", () => {
	const file = String(<Strip {...props} />);
	assert.ok(!file.includes("<a "));
	assert.match(file, /<svg[^>]* role="img"/);
	const inPage = String(<Strip {...props} standalone={false} />);
	assert.match(inPage, /<svg[^>]* aria-hidden="true"/);
	assert.ok(!/<a (?![^>]*tabindex="-1")/.test(inPage));
});

test("emulated data say so at the top, beside the axis and in a file of their own", () => {
	const svg = String(<Strip {...props} emulated={true} />);
	assert.equal(svg.match(/mulated data/g)?.length, 2);
});

test("P7: names from the data are text, in the image and in its table", () => {
	const hostile = '<script>alert("x")</script>';
	const row = {
		...props.rows[0],
		name: hostile,
		note: hostile,
	} as StripProps["rows"][0];
	const written =
		String(<Strip {...props} rows={[row]} />) +
		String(
			<StripTable
				caption={hostile}
				firstOn={FIRST_ON}
				dayCount={14}
				rows={[row]}
			/>,
		);
	assert.ok(!written.includes("<script"));
	assert.ok(written.includes("&lt;script&gt;"));
});

test("the table holds every cell of the chart, newest day first", () => {
	const table = String(
		<StripTable
			caption="X"
			firstOn={FIRST_ON}
			dayCount={14}
			rows={props.rows}
		/>,
	);
	assert.equal(table.match(/<td><a /g)?.length, STATES.length);
	assert.ok(table.indexOf("18 Jan 2026") < table.indexOf("5 Jan 2026"));
});
