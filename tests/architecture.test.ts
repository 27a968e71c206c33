/**
 * Imports point one way (DESIGN section 3): a folder imports only from folders
 * above it in this list, through their index.ts, and the wings never meet but
 * in pipeline. Cycles inside a folder are Biome's to find.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import test from "node:test";

const ORDER =
	`base model reference measure/probe measure/helper measure/lab measure/worlds gather/archives gather/signals
	judge/observations judge/verdicts judge/series judge/incidents account/ledger account/incidents account/record account/costs
	account/outlook account/evidence store pipeline publish/terms publish/api publish/web publish/alerts publish/exports publish cli`.split(
		/\s+/,
	);
const APART = [
	["measure", "gather", "judge", "account"],
	["publish/api", "publish/web"],
];
/** Files of src when this was last looked at. Fewer seen means that the test looks at the wrong place. */
const FILES_AT_LEAST = 380;

const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((path) => /\.tsx?$/.test(path))
	.map((path) => ({
		path: path.split(sep).join("/"),
		text: readFileSync(join("src", path), "utf8"),
	}));
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const folderOf = (path: string) =>
	ORDER.filter((folder) => path.startsWith(`${folder}/`)).sort(
		(a, b) => b.length - a.length,
	)[0] ?? assert.fail(`${path} is in no folder of the layout`);

function fault(from: string, to: string): string | undefined {
	const [own, other] = [folderOf(from), folderOf(to)];
	if (own === other) return undefined;
	const wing = (folder: string, group: readonly string[]) =>
		group.find((name) => folder === name || folder.startsWith(`${name}/`));
	for (const group of APART) {
		const [a, b] = [wing(own, group), wing(other, group)];
		if (a && b && a !== b) return `${a} and ${b} are kept apart`;
	}
	if (ORDER.indexOf(other) > ORDER.indexOf(own))
		return `${other} stands below ${own}`;
	return to === `${other}/index.ts`
		? undefined
		: `not through ${other}/index.ts`;
}

test("imports point up the line, through index.ts", () => {
	const faults = [];
	let importCount = 0;
	for (const { path, text } of SOURCES)
		for (const [, target = ""] of text.matchAll(
			/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g,
		)) {
			importCount++;
			const to = normalize(join(dirname(path), target))
				.split(sep)
				.join("/");
			const why = fault(path, to);
			if (why) faults.push(`${path} imports ${to}: ${why}`);
		}
	assert.deepEqual(faults, []);
	assert.ok(SOURCES.length >= FILES_AT_LEAST, `${SOURCES.length} files seen`);
	assert.ok(importCount >= SOURCES.length, `${importCount} imports seen`);
});

test("P3: only cli/main.ts reads the environment, the arguments and the wall clock", () => {
	const reading = SOURCES.filter(
		({ path, text }) =>
			!isTest(path) &&
			/\bprocess\.(env|argv)\b|\bDate\.now\(|\bnew Date\(\)|\bsystemClock\b/.test(
				text,
			),
	).map(({ path }) => path);
	// The last holds the text of a page, script included, and reads nothing.
	assert.deepEqual(reading.sort(), [
		"base/clock.ts",
		"cli/main.ts",
		"reference/ordinary-page.ts",
	]);
});

test("P1: what judges and accounts touches no file, network or database", () => {
	const touching = SOURCES.filter(
		({ path, text }) =>
			/^(base|model|judge|account)\//.test(path) &&
			!isTest(path) &&
			/"(node:(fs|tls|dgram|dns|https?|http2|child_process)|@duckdb)\b/.test(
				text,
			),
	).map(({ path }) => path);
	// The one HTTP client, which is handed to those who may use it.
	assert.deepEqual(touching.sort(), [
		"base/http-client.ts",
		"base/http-guard.ts",
	]);
});
