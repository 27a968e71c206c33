import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalJson } from "../../base/index.ts";
import type { LedgerEntry } from "../ledger/index.ts";
import { compareRecord } from "./changes.ts";
import type { RecordEntry } from "./entry.ts";
import { draftOfEntry, standingRecord } from "./seal.ts";
import { claim, entryWith, mapShippedDossier } from "./test-entries.ts";

/** Puts entries into a record as if they had gone through the ledger. */
function recordOf(
	entries: readonly RecordEntry[],
	erase: readonly string[] = [],
) {
	const record = standingRecord();
	entries.forEach((entry, seq) => {
		const draft = draftOfEntry(entry, "night-heron");
		const kept = Object.fromEntries(
			Object.entries(draft.texts).filter(([name]) => !erase.includes(name)),
		);
		record.take({ ...draft, seq, prev: "", at: "" } as LedgerEntry, kept);
	});
	return record;
}

test("an entry comes back from the ledger as it went in", () => {
	const { entries } = mapShippedDossier((path) => readFileSync(path, "utf8"));
	const { entries: standing } = recordOf(entries);
	for (const entry of entries)
		assert.equal(
			canonicalJson(standing.get(entry.id)?.entry),
			canonicalJson(entry),
		);
});

test("P11: no name, no word of ours and no source's address is in the chain", () => {
	const { entries } = mapShippedDossier((path) => readFileSync(path, "utf8"));
	for (const entry of entries) {
		const body = canonicalJson(draftOfEntry(entry, "night-heron").body);
		for (const text of [
			entry.actor.name,
			entry.summary,
			entry.note,
			...(entry.proceeding?.parties ?? []).filter((name) => name !== "others"),
			...entry.sources.map(({ url }) => url),
		])
			if (text) assert.ok(!body.includes(text), `${entry.id}: ${text}`);
	}
});

test("P11: what was erased does not come back with an import", () => {
	const entry = entryWith("e-1", {
		actor: { name: "A. Person", rank: "users" },
	});
	const { entries: standing } = recordOf([entry], ["people"]);
	assert.deepEqual(standing.get("e-1")?.erased, ["people"]);
	assert.equal(standing.get("e-1")?.entry.actor.name, undefined);
	const again = compareRecord(standing, [entry]);
	assert.equal(again.unchangedCount, 1);
	const corrected = { ...entry, summary: "Said something else." };
	const [change] = compareRecord(standing, [corrected]).changed;
	assert.deepEqual(change?.fields, [
		{
			field: "summary",
			before: "Said something.",
			after: "Said something else.",
		},
	]);
	const draft = draftOfEntry(corrected, "night-heron", change?.standing);
	assert.deepEqual(Object.keys(draft.texts), ["words", "sources"]);
	assert.equal(draft.supersedes, 0);
	const record = recordOf([entry], ["people"]);
	record.take(
		{ ...draft, seq: 1, prev: "", at: "" } as LedgerEntry,
		draft.texts,
	);
	const later = record.entries.get("e-1");
	assert.deepEqual(later?.erased, ["people"], "also of the next revision");
	assert.equal(later?.revisionCount, 2);
	assert.equal(compareRecord(record.entries, [corrected]).unchangedCount, 1);
});

test("an import says what it adds, changes, and no longer has", () => {
	const a = entryWith("S-1", { claims: [claim("restricted", "2024-03-01")] });
	const b = entryWith("S-2");
	const c = entryWith("other-3");
	const { entries: standing } = recordOf([a, b, c]);
	const changed = {
		...a,
		claims: [claim("restricted", "2024-03-02", { detail: "by letter" })],
	};
	const changes = compareRecord(standing, [changed, entryWith("S-4")], (id) =>
		id.startsWith("S-"),
	);
	assert.deepEqual(
		changes.added.map(({ id }) => id),
		["S-4"],
	);
	assert.deepEqual(changes.changed[0]?.fields, [
		{ field: "claims[0].detail", before: undefined, after: "by letter" },
		{
			field: "claims[0].since.date",
			before: "2024-03-01",
			after: "2024-03-02",
		},
	]);
	assert.deepEqual(changes.gone, ["S-2"]);
	assert.deepEqual(changes.perhapsSame, [{ added: "S-4", standing: "S-2" }]);
});
