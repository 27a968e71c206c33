import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkEntry } from "./check.ts";
import { parseDossier } from "./dossier.ts";
import type { RecordEntry } from "./entry.ts";
import { mapDossier } from "./from-dossier.ts";
import { mapRestrictions } from "./from-restrictions.ts";
import { parseRestrictions } from "./restrictions.ts";
import { claim, day, entryWith, mapShippedDossier } from "./test-entries.ts";

function faultsOf(change: object): readonly string[] {
	const { entry, faults } = checkEntry({ ...entryWith("e-1"), ...change });
	assert.equal(entry === undefined, faults.length > 0);
	return faults.map(({ at, problem }) => `${at}: ${problem}`);
}

test("an entry with all its parts is taken as it is", () => {
	const whole: RecordEntry = entryWith("e-1", {
		type: "order",
		note: "A note.",
		claims: [claim("working", "2024-03-13", { disputedBy: ["A paper"] })],
		order: {
			issuer: "Ministry",
			number: null,
			issued: day("2024-02-17"),
			published: null,
			expiry: day("2024-03-17"),
			start: day("2024-02-17"),
			review: { body: "Committee", met: null },
		},
		proceeding: { court: "High Court", parties: ["Somebody"] },
		deadlines: [{ kind: "act", due: day("2024-04-24"), outcome: "missed" }],
		findings: [{ limb: "legality", answer: "not_met" }],
		informationRequest: { authority: "Regulator", answered: null },
		estimate: { low: 1, high: 2, currency: "USD" },
	});
	assert.deepEqual(checkEntry(JSON.parse(JSON.stringify(whole))), {
		entry: whole,
		faults: [],
	});
});

test("every fault is told with its place", () => {
	assert.deepEqual(faultsOf({ id: "two words", country: "XX", summary: " " }), [
		'id: not an id of letters, digits, dashes, dots and colons: "two words"',
		'country: no country: "XX"',
		"summary: empty",
	]);
	assert.deepEqual(faultsOf({ sources: [] }), ["sources: no source"]);
	assert.deepEqual(
		faultsOf({
			sources: [{ url: "javascript:x" }, { url: "https://a.example" }],
		}),
		['sources[0].url: not a web address: "javascript:x"'],
	);
	assert.deepEqual(
		faultsOf({ when: { date: "2024-02-30", precision: "day" } }),
		['when.date: no date: "2024-02-30"'],
	);
	assert.deepEqual(
		faultsOf({ when: { ...day("2024-02-20"), zone: "Asia/Atlantis" } }),
		['when.zone: no IANA zone: "Asia/Atlantis"'],
	);
	assert.deepEqual(faultsOf({ claims: [claim("working", "2024-3-1")] }), [
		'claims[0].since.date: no date: "2024-3-1"',
	]);
	assert.deepEqual(
		faultsOf({
			claims: [
				{ ...claim("working", "2024-03-01"), matter: "instrument" },
				claim("working", "2024-03-02", { until: day("2024-03-01") }),
			],
		}),
		[
			"claims[0].asserted: not about instrument",
			"claims[1].until: before it begins",
		],
	);
	assert.deepEqual(faultsOf({ type: "deadline" }), [
		"deadlines: an entry of type deadline needs one",
	]);
	assert.deepEqual(faultsOf({ type: "restriction" }), [
		"restriction: belongs to entries of type restriction, and to all of them",
	]);
	assert.deepEqual(faultsOf({ rumour: 1 }), ["rumour: unknown field"]);
	assert.deepEqual(faultsOf({ actor: "The minister" }), [
		"actor: not an object",
	]);
	assert.deepEqual(
		faultsOf({
			order: { start: day("2024-03-02"), expiry: day("2024-03-01") },
		}),
		["order.expiry: before it begins"],
	);
});

test("P7: whatever is no entry is refused and never throws", () => {
	for (const value of [undefined, null, 1, "x", [], {}, { id: {} }])
		assert.equal(checkEntry(value).entry, undefined);
});

test("every entry of the shipped dossier maps, and a person looked at each", () => {
	const { entries, ban } = mapShippedDossier((path) =>
		readFileSync(path, "utf8"),
	);
	const own = entries.filter(({ id }) => id.startsWith("xban-"));
	assert.equal(own.length, 78);
	for (const entry of own)
		assert.notEqual(entry.actor.rank, undefined, entry.id);
	assert.deepEqual(
		own.filter(({ about }) => about.length === 0).map(({ id }) => id),
		["xban-003"],
	);
	assert.equal(entries.filter(({ type }) => type === "correction").length, 5);
	assert.ok(!ban.some(({ id }) => id === "xban-001" || id === "xban-002"));
	const order = ban.find(({ type }) => type === "order")?.order;
	assert.equal(order?.expiry, null, "until further notice");
	assert.equal(order?.number, undefined, "not found is not none");
});

test("without its parts a dossier's entries keep what the file states and claim nothing", () => {
	const { dossier } = parseDossier(
		JSON.parse(readFileSync("data/record/pakistan-x-ban-2024.json", "utf8")),
	);
	assert.ok(dossier);
	const { entries, faults } = mapDossier(dossier);
	assert.deepEqual(faults, []);
	assert.equal(entries.length, 83);
	for (const entry of entries) assert.deepEqual(entry.claims, []);
	assert.equal(entries[14]?.actor.rank, "court");
	assert.equal(entries[14]?.deadlines[0]?.kind, "unknown");
});

test("parts of entries that are not there, or that are wrong, are told", () => {
	const { dossier } = parseDossier(
		JSON.parse(readFileSync("data/record/pakistan-x-ban-2024.json", "utf8")),
	);
	assert.ok(dossier);
	const { entries, faults } = mapDossier(dossier, {
		schema_version: 1,
		entries: { "xban-999": {}, "xban-001": { type: "rumour" } },
	});
	assert.equal(entries.length, 82);
	assert.deepEqual(faults, [
		{ entry: "xban-999", at: "", problem: "parts of no entry" },
		{ entry: "xban-001", at: "type", problem: 'unknown word "rumour"' },
	]);
	assert.equal(mapDossier(dossier, []).faults.length, 1);
});

test("a row of the list becomes a restriction, its acknowledgement and its end", () => {
	for (const file of ["pakistan-restrictions.csv", "other-countries.csv"]) {
		const rows = parseRestrictions(
			readFileSync(`data/record/${file}`, "utf8"),
		).entries;
		const { entries, faults } = mapRestrictions(rows);
		assert.deepEqual(faults, []);
		assert.equal(
			entries.filter(({ type }) => type === "restriction").length,
			rows.length,
		);
		for (const row of rows) {
			const own = entries.filter(({ about }) => about.includes(row.id));
			const dated = own.some(({ type }) => type === "restoration");
			if (
				row.kind !== "outage_not_restriction" &&
				row.endPrecision !== "forecast"
			)
				assert.equal(dated, row.end !== undefined, row.id);
			assert.equal(
				own.some(({ type }) => type === "acknowledgement"),
				row.officialAcknowledgement === "acknowledged" &&
					row.acknowledgementDate !== undefined,
				row.id,
			);
			if (row.kind === "outage_not_restriction")
				assert.deepEqual(own[0]?.claims, [], "P10: a fault restricts nothing");
		}
	}
});
