import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canonicalJson } from "../../base/index.ts";
import type { LedgerEntry } from "../ledger/index.ts";
import { compareRecord } from "./changes.ts";
import type { RecordEntry } from "./entry.ts";
import { entriesAbout, type LinkTarget, linkReason } from "./link.ts";
import { draftOfEntry, draftOfLink, linkKey, standingRecord } from "./seal.ts";
import { claim, day, entryWith, mapShippedDossier } from "./test-entries.ts";
import { spanOf } from "./time.ts";

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

const target: LinkTarget = {
	id: "I-1",
	country: "QZ",
	services: ["service.example"],
	areas: [],
	time: spanOf(day("2024-03-01"), day("2024-03-31")),
};

test("an entry belongs to a restriction by name, else by service, country, area and time", () => {
	const about = (more: Partial<RecordEntry>) =>
		linkReason(entryWith("e-1", { about: [], ...more }), target);
	assert.equal(about({}), "match");
	assert.equal(about({ about: ["I-1"] }), "named");
	assert.equal(about({ about: ["I-2"] }), undefined);
	assert.equal(about({ country: "PK" }), undefined);
	assert.equal(about({ services: ["other.example"] }), undefined);
	assert.equal(about({ services: [] }), undefined, "about nothing measurable");
	assert.equal(about({ when: day("2024-05-01") }), undefined);
	assert.equal(
		about({
			when: day("2024-05-01"),
			claims: [claim("restricted", "2024-03-15")],
		}),
		"match",
		"said later, of then",
	);
});

test("a person's decision goes before every other link", () => {
	const record = standingRecord();
	const decide = (seq: number, entry: string, linked: boolean) =>
		record.take(
			{
				...draftOfLink(entry, "I-1", linked, "night-heron"),
				seq,
				prev: "",
				at: "",
			} as LedgerEntry,
			{},
		);
	decide(0, "e-1", false);
	decide(1, "e-2", true);
	decide(2, "e-3", false);
	decide(3, "e-3", true);
	assert.equal(record.links.get(linkKey("e-3", "I-1")), true);
	const entries = [
		entryWith("e-1", { about: ["I-1"] }),
		entryWith("e-2", { about: ["I-2"] }),
		entryWith("e-3", { about: [] }),
		entryWith("e-4", { about: [] }),
	];
	assert.deepEqual(
		entriesAbout(entries, target, { decisions: record.links }).map(
			({ id }) => id,
		),
		["e-2", "e-3", "e-4"],
	);
});
