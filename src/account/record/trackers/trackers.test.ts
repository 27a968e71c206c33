import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compareRecord } from "../changes.ts";
import { readRecordFile } from "../read-file.ts";

const read = (value: unknown) => {
	const file = readRecordFile(JSON.stringify(value));
	assert.ok(file);
	return file;
};

const SFLC = [
	{
		"state:name": "North State",
		districts: ["East District"],
		date: "2017-09-05",
		description: "Words of the tracker.",
		source: "paper.example/1",
		networksAffected: "mobile",
	},
	{ "state:name": "North State", date: "2017-09-06", source: "none" },
	{ "state:name": "North State", date: "5 September" },
	{ "state:name": "", date: "2017-09-05" },
	"words",
];

test("SFLC.in: an item becomes a restriction, what lacks a day or a state is rejected with its place", () => {
	const { form, entries, rejects, notes, rowCount } = read(SFLC);
	assert.equal(form, "sflc");
	assert.equal(rowCount, 5);
	assert.deepEqual(
		entries.map(({ restriction, areas }) => [restriction?.kind, areas]),
		[
			["mobile_data_shutdown", ["East District"]],
			["undetermined", ["North State"]],
		],
	);
	assert.deepEqual(rejects, [
		{ place: "item 3", problem: "date: no day: 5 September" },
		{ place: "item 4", problem: "state:name: empty" },
		{ place: "item 5", problem: "not an object" },
	]);
	assert.deepEqual(notes, [{ place: "item 2", problem: "source: no address" }]);
	assert.equal(entries[0]?.sources[0]?.url, "http://paper.example/1");
	assert.equal(entries[0]?.quote, "Words of the tracker.");
	assert.match(entries[0]?.licence ?? "", /ODbL/);
	assert.doesNotMatch(entries[0]?.summary ?? "", /Words of the tracker/);
});

test("SFLC.in: a later snapshot shows what changed, item by item", () => {
	const entries = new Map(
		read(SFLC).entries.map((entry) => [
			entry.id,
			{
				entry,
				seq: 0,
				at: "2026-01-01T00:00:00Z",
				author: "import",
				revisionCount: 1,
				erased: [],
			},
		]),
	);
	const [first] = SFLC;
	const later = read([{ ...(first as object), networksAffected: "both" }]);
	const changes = compareRecord(entries, later.entries, later.isOfSource);
	assert.equal(changes.added.length, 0);
	assert.deepEqual(
		changes.changed[0]?.fields.map(({ field, before, after }) => [
			field,
			before,
			after,
		]),
		[
			["restriction.kind", "mobile_data_shutdown", "regional_shutdown"],
			[
				"summary",
				"mobile data shutdown: East District, North State",
				"regional shutdown: East District, North State",
			],
		],
	);
	assert.equal(changes.gone.length, 1, "what the snapshot lacks is named");
});

test("Cloudflare Radar: P10: only what is put down to a government is a restriction", () => {
	const annotation = (id: string, cause: string, type: string, more = {}) => ({
		id,
		startDate: "2025-01-23T21:15:00Z",
		endDate: "2025-01-24T05:45:00Z",
		locations: ["QZ"],
		asns: [64496],
		linkedUrl: "https://radar.example/1",
		outage: { outageCause: cause, outageType: type },
		...more,
	});
	const { form, entries, rejects } = read({
		success: true,
		result: {
			annotations: [
				annotation("1", "GOVERNMENT_DIRECTED", "NATIONWIDE"),
				annotation("2", "CABLE_CUT", "NATIONWIDE"),
				annotation("3", "UNKNOWN", "REGIONAL", { scope: "North" }),
				annotation("4", "WEATHER", "REGIONAL", { locations: ["nowhere"] }),
				annotation("5", "WEATHER", "REGIONAL", { startDate: "today" }),
			],
		},
	});
	assert.equal(form, "cloudflare");
	assert.deepEqual(
		entries.map(({ id, restriction, claims }) => [
			id,
			restriction?.kind,
			claims.length,
		]),
		[
			["CFR-QZ-1", "full_shutdown", 1],
			["CFR-QZ-2", "outage_not_restriction", 0],
			["CFR-QZ-3", "undetermined", 1],
		],
	);
	assert.equal(entries[0]?.restriction?.end?.date, "2025-01-24T05:45Z");
	assert.deepEqual(
		rejects.map(({ place }) => place),
		["item 4", "item 5"],
	);
});

test("Pulse: days are read as day, month, year, and a repeat is counted once", () => {
	const event = (more: object) => ({
		countryName: "Emulated",
		countryAlpha2Code: "QZ",
		link: "https://pulse.example/1",
		meta: {
			type: "content_blocking",
			startDate: "05/03/2024",
			endDate: "07/03/2024",
			cause: "election",
			affectedRegions: null,
			affectedServices: "service.example, other.example",
			...more,
		},
	});
	const { form, entries, rejects, notes, repeatCount } = read({
		events: [
			event({}),
			event({}),
			event({ startDate: "2024-03-05" }),
			event({ endDate: "01/03/2024" }),
			event({ startDate: "06/03/2024", endDate: "soon" }),
		],
	});
	assert.equal(form, "pulse");
	assert.equal(repeatCount, 1);
	assert.deepEqual(
		entries.map(({ restriction, services }) => [
			restriction?.kind,
			restriction?.start.date,
			restriction?.end?.date,
			services.length,
		]),
		[
			["service_block", "2024-03-05", "2024-03-07", 2],
			["service_block", "2024-03-06", undefined, 2],
		],
	);
	assert.equal(rejects.length, 2);
	assert.equal(notes.length, 1);
});

const SHARED = process.env["RASAI_SHARED"] ?? "../shared";

test("every item of the shared snapshots is imported or rejected with a reason", (t) => {
	const files = [
		"data/events/sflc/shutdowns.json",
		"data/signals/cloudflare-radar/outages.sample.json",
	].map((path) => join(SHARED, path));
	if (!files.every(existsSync)) {
		t.skip(`RASAI_SHARED not found: ${SHARED}`);
		return;
	}
	for (const path of files) {
		const file = readRecordFile(readFileSync(path, "utf8"));
		assert.ok(file, path);
		const rejected = new Set(file.rejects.map(({ place }) => place)).size;
		assert.equal(
			file.entries.length + rejected + file.repeatCount,
			file.rowCount,
			path,
		);
		assert.equal(rejected, 0, path);
	}
});
