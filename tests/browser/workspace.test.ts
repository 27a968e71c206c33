/** The pages over a real workspace: the emulated story, thinned, from archive to page, and a file that cannot be read. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { silentLog } from "../../src/base/index.ts";
import { packStory } from "../../src/measure/lab/index.ts";
import {
	explainMeasurement,
	importArchives,
} from "../../src/pipeline/index.ts";
import {
	memoryFile,
	openTestWorkspace,
	type TestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { createSite } from "../../src/publish/web/index.ts";
import { openSnapshot } from "../../src/reference/index.ts";
import type { Reader } from "../../src/store/index.ts";
import { readShippedRecord, readShippedServices } from "./filled-site.ts";
import { bookOf } from "./incidents.ts";

/** The story up to a week into the ban and thinned: enough for every page to have something to say. */
const STORY = { days: 34, scale: 0.3 };
const NOW = new Date("2025-03-02T02:00:00Z");

let workspace: TestWorkspace;
let reader: Reader;
let app: Hono;

before(async () => {
	workspace = await openTestWorkspace();
	const services = readShippedServices();
	const reference = openSnapshot(() => undefined, services);
	await importArchives(
		[
			...[...packStory("rasai", STORY)].map(({ path, bytes }) =>
				memoryFile(path, bytes),
			),
			memoryFile("<b>broken</b>.jsonl", Buffer.from("{]\n")),
		],
		{
			...workspace,
			reference: { snapshot: reference, fingerprintTexts: undefined },
		},
		{ workers: 2 },
	);
	reader = await workspace.openReader();
	app = createSite({
		reader,
		services,
		record: readShippedRecord,
		explain: (uid) => explainMeasurement(reader, uid, { reference }),
		incidents: async () => bookOf([], services),
		followed: async () => undefined,
		clock: () => NOW,
		log: silentLog,
		siteName: "Rasai",
		listensBeyondLoopback: false,
	});
});
after(async () => {
	reader.close();
	await workspace.close();
});

const get = async (path: string) => {
	const answer = await app.request(`http://localhost${path}`);
	assert.equal(answer.status, 200, path);
	return answer.text();
};

test("the story can be read from now to the raw record", async () => {
	const country = await get("/qz");
	assert.match(country, /X \(Twitter\)[^<]* was (blocked or )?likely blocked/);
	const cell = /<a href="(\/qz\/as64496\/2025-03-0\d\?service=x[^"]*)"/.exec(
		country,
	)?.[1];
	assert.ok(cell);
	const list = await get(cell.replaceAll("&amp;", "&"));
	const uid = /href="(\/measurement\/[^"]+)"/.exec(list)?.[1];
	assert.ok(uid);
	const measurement = await get(uid);
	for (const part of [
		/<h2 id="facts">What happened<\/h2>/,
		/Seen by the helper, from elsewhere/,
		/<code>[0-9a-f]{64}<\/code>/,
		/decided its layer/,
	])
		assert.ok(part.test(measurement), String(part));
	for (const path of [
		"/",
		"/qz/as64496",
		"/qz/as64496.json",
		"/service/x?cc=qz",
		"/service/whatsapp?cc=qz",
		"/qz.csv",
		"/qz.svg",
		`${uid}.json`,
	])
		await get(path);
});

test("a file that could not be read is listed with its line and reason", async () => {
	const rejects = await get("/rejects");
	assert.match(rejects, /&lt;b&gt;broken&lt;\/b&gt;\.jsonl/);
	assert.match(rejects, /line 1/);
	assert.match(rejects, /<code class="light">json_invalid<\/code>/);
});

test("the first view of the emulated country is under 30 KB compressed, its style sheet included", async () => {
	const page = gzipSync(await get("/qz"));
	const style = gzipSync(await get("/site.css"));
	assert.ok(
		page.length + style.length < 30 * 1024,
		`${page.length} + ${style.length} bytes`,
	);
});
