/**
 * A profile as a picture: each bar is a function, as wide as the time spent in
 * it and in what it calls, which stands below.
 *
 *   node --cpu-prof --cpu-prof-name=run.cpuprofile dist/src/cli/main.js serve
 *   node scripts/flame.mjs run.cpuprofile run.svg
 *
 * Prints the functions that took most by themselves. Time in which nothing ran
 * is left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fail } from "./project.mjs";

const WIDTH = 1600;
const ROW = 15;
/** Bars narrower than so many pixels are left out. */
const LEAST_WIDTH = 0.6;
const LETTER = 6.2;
const MOST_ROWS = 70;
const LISTED = 25;
/** Whose code it is, by the file; the first that fits. */
const COLOURS = [
	[/node_modules/, "#e8b45a"],
	[/^node:/, "#9bb8d3"],
	[/^wasm:/, "#b28fce"],
	[/^$/, "#c9c9c9"],
	[/./, "#e0705a"],
];

const [from, to] = process.argv.slice(2);
if (!from || !to) fail("node scripts/flame.mjs PROFILE OUT.svg");

const profile = JSON.parse(readFileSync(from, "utf8"));
const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const ownMicros = new Map();
profile.samples.forEach((id, i) => {
	const micros = Math.max(0, profile.timeDeltas[i] ?? 0);
	ownMicros.set(id, (ownMicros.get(id) ?? 0) + micros);
});

const root = merge([profile.nodes[0]], "all", "");
writeFileSync(to, draw(root));
list(root);

/** Calls of one function from one place, wherever in it, as one bar. */
function merge(same, name, file) {
	const children = new Map();
	let own = 0;
	for (const { id, children: ids = [] } of same) {
		own += ownMicros.get(id) ?? 0;
		for (const child of ids.map((one) => nodes.get(one))) {
			const { functionName, url, lineNumber } = child.callFrame;
			if (functionName === "(idle)") continue;
			const where = `${functionName} ${url}:${lineNumber}`;
			const found = children.get(where) ?? [];
			children.set(where, [...found, child]);
		}
	}
	const below = [...children.values()].map((group) => {
		const { functionName, url, lineNumber } = group[0].callFrame;
		const short = url.replace(/^.*\/(dist|\.build\/[^/]+)\//, "");
		const at = url === "" ? "" : `${short}:${lineNumber + 1}`;
		return merge(group, functionName || "(anonymous)", at);
	});
	below.sort((a, b) => b.micros - a.micros);
	const micros = own + below.reduce((sum, one) => sum + one.micros, 0);
	return { name, file, own, micros, below };
}

function draw(all) {
	const bars = [];
	let rows = 0;
	const add = (one, x, row) => {
		const width = (one.micros / all.micros) * WIDTH;
		if (width < LEAST_WIDTH || row >= MOST_ROWS) return;
		rows = Math.max(rows, row + 1);
		const colour = COLOURS.find(([file]) => file.test(one.file))[1];
		const label = one.name.slice(
			0,
			Math.max(0, Math.floor(width / LETTER) - 1),
		);
		const share = ((100 * one.micros) / all.micros).toFixed(1);
		bars.push(
			`<g><title>${escaped(`${one.name} ${one.file} ${share}% (${(one.micros / 1000).toFixed(0)} ms)`)}</title><rect x="${x.toFixed(1)}" y="${row * ROW}" width="${width.toFixed(1)}" height="${ROW - 1}" fill="${colour}"/><text x="${(x + 2).toFixed(1)}" y="${row * ROW + 11}">${escaped(label)}</text></g>`,
		);
		let at = x;
		for (const child of one.below) {
			add(child, at, row + 1);
			at += (child.micros / all.micros) * WIDTH;
		}
	};
	add(all, 0, 0);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${rows * ROW}" font-family="monospace" font-size="10"><rect width="100%" height="100%" fill="#fff"/>${bars.join("")}</svg>\n`;
}

function list(all) {
	const own = new Map();
	const walk = (one) => {
		const where = `${one.name} ${one.file}`;
		own.set(where, (own.get(where) ?? 0) + one.own);
		one.below.forEach(walk);
	};
	walk(all);
	console.log(`${(all.micros / 1e6).toFixed(1)} s of work`);
	for (const [where, micros] of [...own]
		.sort(([, a], [, b]) => b - a)
		.slice(0, LISTED))
		console.log(
			`${((100 * micros) / all.micros).toFixed(1).padStart(5)}%  ${where}`,
		);
}

function escaped(text) {
	return text.replace(/[<>&"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
