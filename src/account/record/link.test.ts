import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerEntry } from "../ledger/index.ts";
import { documentedIncident } from "./documented-incidents.ts";
import type { RecordEntry } from "./entry.ts";
import {
	entriesAbout,
	type LinkTarget,
	linkReason,
	linksOf,
	linkTargetOf,
} from "./link.ts";
import { indexRecord } from "./record-index.ts";
import { linksIn } from "./record-links.ts";
import { draftOfLink, linkKey, standingRecord } from "./seal.ts";
import { claim, day, entryWith } from "./test-entries.ts";
import { spanOf } from "./time.ts";

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
	assert.equal(about({ services: [] }), "perhaps", "a blank is no answer");
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

test("a blank area means the whole country or nothing known, so a regional restriction leaves it to a person", () => {
	const regional = { ...target, areas: ["Kurram"] };
	const about = (more: Partial<RecordEntry>, of: LinkTarget) =>
		linkReason(entryWith("e-1", { about: [], ...more }), of);
	assert.equal(about({ areas: [] }, regional), "perhaps");
	assert.equal(about({ areas: ["Kurram"] }, regional), "match");
	assert.equal(about({ areas: ["Lahore"] }, regional), undefined);
	assert.equal(
		about({ areas: ["Lahore"] }, target),
		"match",
		"a part of a country that was cut off as a whole",
	);
});

test("a coarse date that may lie outside the restriction is left to a person", () => {
	const about = (more: Partial<RecordEntry>) =>
		linkReason(entryWith("e-1", { about: [], ...more }), target);
	const month = { date: "2024-03", precision: "month" } as const;
	assert.equal(about({ when: month }), "perhaps");
	assert.equal(
		about({ when: { date: "2024-03-15", precision: "approximate" } }),
		"perhaps",
	);
	assert.equal(about({ when: { date: "2023", precision: "year" } }), undefined);
});

test("what fits two restrictions of one service alike belongs to neither until a person decides", () => {
	const other = { ...target, id: "I-2" };
	const entries = [
		entryWith("e-1", { about: [] }),
		entryWith("e-2", { about: ["I-2"] }),
		entryWith("e-3", { about: ["I-1"] }),
	];
	const reasons = (of: LinkTarget, decisions = new Map<string, boolean>()) =>
		linksOf(entries, of, { decisions }, [target, other]).map(
			({ entry, reason }) => `${entry.id} ${reason}`,
		);
	assert.deepEqual(reasons(target), ["e-1 perhaps", "e-3 named"]);
	assert.deepEqual(reasons(other), ["e-1 perhaps", "e-2 named"]);
	assert.deepEqual(reasons(target, new Map([[linkKey("e-1", "I-1"), true]])), [
		"e-1 decision",
		"e-3 named",
	]);
});

test("an entry that names an alias of a restriction is about it", () => {
	const merged = { ...target, aliases: ["I-0"] };
	const old = entryWith("e-1", { about: ["I-0"] });
	assert.equal(linkReason(old, merged), "named");
	assert.equal(
		linkReason(old, merged, {
			decisions: new Map([[linkKey("e-1", "I-0"), false]]),
		}),
		undefined,
		"a decision under the old id stands",
	);
});

test("a restriction without a known end holds later entries as possible only", () => {
	const restriction = {
		kind: "service_block",
		start: day("2024-03-01"),
		isOngoing: false,
		networks: [],
		technique: [],
	} as const;
	const entry = entryWith("I-1", { type: "restriction", restriction });
	const standing = { entry, at: "2025-01-01T00:00:00Z", revisionCount: 1 };
	const incident = documentedIncident(standing);
	assert.equal(incident?.status, "ending_unknown");
	assert.equal(incident.basis, "documented");
	const later = entryWith("e-1", { about: [], when: day("2024-06-01") });
	assert.equal(linkReason(later, linkTargetOf(incident)), "perhaps");
	const ongoing = documentedIncident({
		...standing,
		entry: { ...entry, restriction: { ...restriction, isOngoing: true } },
	});
	assert.ok(ongoing);
	assert.equal(linkReason(later, linkTargetOf(ongoing)), "match");
});

test("a measured incident takes in the documented restriction that it is, with the entries that name it", () => {
	const documented = (id: string, since: string, until: string) =>
		entryWith(id, {
			type: "restriction",
			about: [id],
			when: day(since),
			restriction: {
				kind: "service_block",
				start: day(since),
				end: day(until),
				isOngoing: false,
				networks: [],
				technique: [],
			},
		});
	const entries = [
		documented("D-1", "2024-03-02", "2024-03-30"),
		documented("D-2", "2024-03-20", "2024-12-01"),
		entryWith("e-1", { about: ["D-1"], when: day("2025-01-01") }),
		entryWith("e-2", { about: ["D-2"] }),
	];
	const index = (links = new Map<string, boolean>()) =>
		indexRecord({
			entries: new Map(
				entries.map((entry) => [
					entry.id,
					{
						entry,
						seq: 0,
						at: "2025-01-01T00:00:00Z",
						author: "t",
						revisionCount: 1,
						erased: [],
					},
				]),
			),
			links,
		});
	const reasons = (links?: Map<string, boolean>) =>
		linksIn(index(links), target).map(
			({ entry, reason }) => `${entry.id} ${reason}`,
		);
	assert.deepEqual(reasons(), ["D-1 match", "D-2 perhaps", "e-1 named"]);
	assert.deepEqual(
		reasons(
			new Map([
				[linkKey("D-1", "I-1"), false],
				[linkKey("D-2", "I-1"), true],
			]),
		),
		["e-2 named", "D-2 decision"],
	);
});
