/** Every data file of a page says under which terms its data stand: those of what it holds, and nobody's wish. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse } from "csv-parse/sync";
import type { Incident } from "../../src/model/index.ts";
import { fillCountry } from "./fill.ts";
import { openFilledSite, readShippedRecord } from "./filled-site.ts";
import { blockOfX } from "./incidents.ts";

const TRACKER = "A tracker of shutdowns; terms not verified";
const GAUGE = "A gauge, CC BY-NC 4.0";
const MEASURED = blockOfX("PK", 4, { entries: [] });
const GAUGED: Incident = {
	...blockOfX("PK", 0, { id: "pk-cut", aliases: [], entries: [] }),
	service: null,
	kind: "full_shutdown",
	signals: [
		{
			source: "gauge",
			measure: "traffic",
			gauge: "gauge traffic",
			area: null,
			asn: null,
			access: null,
			falls: [],
			level: null,
			lowest: null,
			licence: GAUGE,
			verified: true,
		},
	],
};

const fill = (cc: string) =>
	fillCountry({
		cc,
		seed: 7,
		networkCount: 4,
		lastOn: "2026-03-01",
		endedDaysAgo: 0,
	});
let site: Awaited<ReturnType<typeof openFilledSite>>;
let own: Awaited<ReturnType<typeof openFilledSite>>;
before(async () => {
	const record = await readShippedRecord();
	site = await openFilledSite(
		{ real: fill("PK"), emulated: fill("QZ") },
		{
			fileName: async () =>
				"https://ooni-data-eu-fra.s3.eu-central-1.amazonaws.com/raw/x.jsonl.gz",
			record: async () => ({
				...record,
				restrictions: record.restrictions.map((one) =>
					one.kind === "mobile_data_shutdown"
						? { ...one, licence: TRACKER }
						: one,
				),
			}),
		},
		[MEASURED, GAUGED],
	);
	own = await openFilledSite(
		{ real: fill("PK") },
		{ fileName: async () => "collector:one" },
	);
});
after(() => {
	site.close();
	own.close();
});

async function json(path: string, from = site) {
	const answer = await from.app.request(`http://localhost${path}`);
	assert.equal(answer.status, 200, path);
	return (await answer.json()) as {
		readonly licence: string;
		readonly licences: readonly { readonly id: string }[];
		readonly incidents: readonly Pick<Incident, "id" | "basis" | "kind">[];
	};
}

async function columnOf(path: string, from = site): Promise<Set<string>> {
	const answer = await from.app.request(`http://localhost${path}`);
	assert.equal(answer.status, 200, path);
	const [head = [], ...rows] = parse(await answer.text()) as string[][];
	const at = head.indexOf("licence");
	assert.ok(at >= 0 && rows.length > 0, path);
	return new Set(rows.map((row) => row[at] ?? ""));
}

const OONI = "CC-BY-NC-SA-4.0";
const STRIPS = ["/pk", "/pk/as64497", "/service/x", "/service/x?cc=pk"];
const file = (path: string, ending: string) =>
	path.replace(/(?=\?|$)/, `.${ending}`);

test("what OONI published stays under its licence in every file that is made of it", async () => {
	for (const path of [...STRIPS, "/explore?cc=pk&service=x", "/now"])
		assert.deepEqual(await columnOf(file(path, "csv")), new Set([OONI]), path);
	const { licence, licences } = await json("/pk/as64497.json");
	assert.equal(licence, OONI);
	assert.deepEqual(
		licences.map(({ id }) => id),
		[OONI],
	);
});

test("what our own collector accepted, and emulated data, are free", async () => {
	for (const path of STRIPS)
		assert.deepEqual(
			await columnOf(file(path, "csv"), own),
			new Set(["CC-BY-4.0"]),
			path,
		);
	assert.equal((await json("/qz.json")).licence, "CC-BY-4.0");
});

test("what a tracker tells stays under the tracker's terms, beside entries of our own", async () => {
	const rows = await columnOf("/pk/record.csv");
	assert.ok(rows.has("CC-BY-4.0") && rows.has(TRACKER));
	const told = `LicenseRef-source (${TRACKER})`;
	const ofIncidents = await columnOf("/incidents.csv?cc=pk");
	for (const terms of [told, OONI, "CC-BY-4.0"])
		assert.ok(ofIncidents.has(terms), terms);
	const { incidents } = await json("/incidents.json?cc=pk");
	const tracked = incidents.find(
		({ basis, kind }) =>
			basis === "documented" && kind === "mobile_data_shutdown",
	);
	assert.equal((await json(`/incident/${tracked?.id}.json`)).licence, told);
	assert.match((await json("/pk/record.json")).licence, /A tracker/);
});

test("signals of others keep their own licence where an incident shows them", async () => {
	assert.equal(
		(await json("/incident/pk-cut.json")).licence,
		`${OONI} AND LicenseRef-source (${GAUGE})`,
	);
	assert.equal((await json(`/incident/${MEASURED.id}.json`)).licence, OONI);
});

test("what is in our own words is CC BY 4.0", async () => {
	for (const path of ["/rejects.json", "/pk/outlook.json"])
		assert.equal((await json(path)).licence, "CC-BY-4.0", path);
});
