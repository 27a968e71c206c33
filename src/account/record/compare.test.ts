import assert from "node:assert/strict";
import { test } from "node:test";
import { compareInWords, compareRestrictions } from "./compare.ts";
import type { RecordEntry } from "./entry.ts";
import { indexRecord } from "./record-index.ts";
import type { StandingEntry } from "./seal.ts";
import { claim, day, entryWith } from "./test-entries.ts";

function standing(entry: RecordEntry): [string, StandingEntry] {
	return [
		entry.id,
		{
			entry,
			seq: 0,
			at: "2026-01-01T00:00:00Z",
			author: "t",
			revisionCount: 1,
			erased: [],
		},
	];
}

function restriction(
	id: string,
	on: string,
	kind: NonNullable<RecordEntry["restriction"]>["kind"],
	more: object = {},
): RecordEntry {
	return entryWith(id, {
		type: "restriction",
		about: [id],
		when: day(on),
		actor: { rank: "organisation" },
		claims: [claim("restricted", on)],
		restriction: {
			kind,
			start: day(on),
			isOngoing: false,
			networks: [],
			technique: [],
			...more,
		},
	});
}

const index = indexRecord({
	entries: new Map(
		[
			restriction("a", "2023-03-01", "service_block", {
				legalBasis: "Act, section 1",
			}),
			entryWith("a:ack", {
				type: "acknowledgement",
				about: ["a"],
				when: day("2023-03-11"),
			}),
			restriction("b", "2024-03-01", "service_block", {
				acknowledgement: "denied",
			}),
			restriction("c", "2024-04-01", "mobile_data_shutdown"),
			restriction("d", "2024-05-01", "outage_not_restriction"),
		].map(standing),
	),
	links: new Map(),
});

test("restrictions are counted by year, faults are none, and the last row is all of them", () => {
	const rows = compareRestrictions(index, { by: "year" });
	assert.deepEqual(
		rows.map((row) => [
			row.group,
			row.restrictionCount,
			row.acknowledgedCount,
			row.serviceBlockCount,
			row.serviceBlockAcknowledgedCount,
			row.medianLagDays,
			row.legalBasisCount,
		]),
		[
			["2023", 1, 1, 1, 1, 10, 1],
			["2024", 2, 0, 1, 0, undefined, 0],
			["all", 3, 1, 2, 1, 10, 1],
		],
	);
});

test("filters narrow what is compared", () => {
	const [all] = compareRestrictions(index, {
		by: "kind",
		kind: "service_block",
		since: "2024-01-01",
		until: "2025-01-01",
	}).slice(-1);
	assert.equal(all?.restrictionCount, 1);
	assert.equal(
		compareRestrictions(index, { by: "country", cc: "PK" }).at(-1)
			?.restrictionCount,
		0,
	);
});

test("words for a country's page give every count with what it is of", () => {
	const row = compareRestrictions(index, { by: "year" }).at(-1);
	assert.ok(row);
	assert.equal(
		compareInWords(row, "Emulated"),
		"Of 3 documented restrictions in Emulated, the state acknowledged 1; of 2 blocks of services, 1. Where both days are known (1), half of the acknowledgements came within 10 days of the start. A legal basis was named for 1, and an order was public in time for 0.",
	);
	assert.match(
		compareInWords({ ...row, restrictionCount: 0 }, "Emulated"),
		/not documented/,
	);
});
