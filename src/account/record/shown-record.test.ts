import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseDossier } from "./dossier.ts";
import type { RecordEntry } from "./entry.ts";
import { mapRestrictions } from "./from-restrictions.ts";
import { parseRestrictions } from "./restrictions.ts";
import type { StandingEntry } from "./seal.ts";
import { shownRecord } from "./shown-record.ts";

const standing = (
	entry: RecordEntry,
	erased: StandingEntry["erased"] = [],
): readonly [string, StandingEntry] => [
	entry.id,
	{ entry, erased, seq: 0, at: "", author: "", revisionCount: 1 },
];

const statement = (id: string): RecordEntry => ({
	id,
	country: "PK",
	type: "statement",
	when: { date: "2024-03-01", precision: "day" },
	services: [],
	areas: [],
	about: [],
	actor: { rank: "minister", office: "minister", country: "PK" },
	summary: `Corrected words of ${id}.`,
	claims: [],
	deadlines: [],
	sources: [{ url: "https://paper.example/1" }],
	confidence: "high",
});

test("a list of restrictions comes out of the ledger as it went in, without its parts told twice", () => {
	const { entries } = parseRestrictions(
		readFileSync("data/record/pakistan-restrictions.csv", "utf8"),
	);
	const held = mapRestrictions(entries).entries;
	const shown = shownRecord(new Map(held.map((one) => standing(one))), []);
	assert.deepEqual(shown.others, []);
	assert.deepEqual(
		shown.restrictions.map(
			({ id, start, kind, services, scope, sourceUrls }) => [
				id,
				start,
				kind,
				services,
				scope,
				sourceUrls,
			],
		),
		entries.map(({ id, start, kind, services, scope, sourceUrls }) => [
			id,
			start,
			kind,
			services,
			scope,
			sourceUrls,
		]),
	);
});

test("P11: a dossier shows the entries that stand, in the ledger's words, and nobody's name after an erasure", () => {
	const { dossier } = parseDossier(
		JSON.parse(readFileSync("data/record/pakistan-x-ban-2024.json", "utf8")),
	);
	assert.ok(dossier);
	const [first, second] = dossier.entries;
	assert.ok(first && second);
	const shown = shownRecord(
		new Map([
			standing(statement(first.id)),
			standing(statement(second.id), ["words"]),
			standing(statement("PK-new")),
		]),
		[dossier],
	);
	assert.deepEqual(
		shown.dossiers[0]?.entries.map(({ id, summary, actor }) => [
			id,
			summary,
			actor,
		]),
		[
			[first.id, `Corrected words of ${first.id}.`, first.actor],
			[second.id, `Corrected words of ${second.id}.`, "minister"],
		],
	);
	assert.deepEqual(
		shown.others.map(({ id }) => id),
		["PK-new"],
	);
	assert.deepEqual(shownRecord(new Map(), [dossier]).dossiers, []);
});
