import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { isCountryCode } from "../../../reference/index.ts";
import { WorldMap } from "./world-map.tsx";
import { DISPUTED, DOTS, OUTLINES } from "./world-outlines.ts";

const mapOf = (restricted: readonly string[], measured: readonly string[]) =>
	String(
		<WorldMap
			restricted={new Set(restricted)}
			measured={new Set([...restricted, ...measured])}
		/>,
	);
const bytes = (map: string): number => gzipSync(map).length;

test("the map stays under 12 KB compressed, whatever it shows", () => {
	const all = Object.keys(OUTLINES);
	for (const map of [
		mapOf([], []),
		mapOf(all, Object.keys(DOTS)),
		mapOf(
			all.filter((_, i) => i % 2 === 0),
			[...all, ...Object.keys(DOTS)],
		),
	])
		assert.ok(bytes(map) < 12_000, `${bytes(map)} bytes`);
});

test("every country has an outline or a dot, and none has both", () => {
	const drawn = [...Object.keys(OUTLINES), ...Object.keys(DOTS)];
	assert.equal(new Set(drawn).size, drawn.length);
	for (const cc of ["PK", "BH", "SG", "MV", "HK", "FR", "NO", "XK", "PS"])
		assert.ok(drawn.includes(cc), cc);
	for (const cc of drawn) assert.ok(cc === "XK" || isCountryCode(cc), cc);
});

test("a country is drawn by what is known of it, and a small one is a dot", () => {
	const map = mapOf(["PK"], ["IN", "SG"]);
	const dark = /<path fill="#1b1d26" d="([^"]*)"/.exec(map)?.[1];
	assert.equal(dark, OUTLINES["PK"]);
	assert.equal(map.match(/<circle/g)?.length, 1);
	assert.ok(map.includes(`d="${DISPUTED}"`));
	assert.match(map, /stroke-dasharray/);
});
