import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRestrictions } from "../record/index.ts";
import { type Area, isInArea } from "./areas.ts";
import { coverageOf } from "./coverage.ts";
import { fromDayNumber } from "./days.ts";
import { onsetsOf } from "./onsets.ts";

const HEAD =
	"id,country,start,start_precision,end,end_precision,kind,services,scope,scope_names,networks,technique,trigger,ordered_by,official_acknowledgement,acknowledgement_date,stated_justification,source_urls,confidence,notes\n";
const row = (
	id: string,
	start: string,
	precision: string,
	kind: string,
	scope = "national",
	places = "Pakistan",
) =>
	`${id},PK,${start},${precision},,unknown,${kind},x,${scope},${places},,,,,,,,https://example.org/,high,\n`;
const { entries } = parseRestrictions(
	HEAD +
		row("PK-1", "2024-02-08T19:30:00Z", "minute", "mobile_data_shutdown") +
		row("PK-2", "2024-02-10", "day", "service_block") +
		row("PK-3", "2024-03", "month", "service_block") +
		row("PK-4", "2024-04-01", "day", "outage_not_restriction") +
		row(
			"PK-5",
			"2024-05-01",
			"day",
			"regional_shutdown",
			"district",
			"Quetta",
		) +
		row("PK-6", "2024-05-02", "day", "account_or_content_withholding"),
);

test("an onset lies on the day that the clocks of the place showed", () => {
	const { onsets } = onsetsOf(entries, "PK", "mobile_data_shutdown");
	assert.deepEqual(
		onsets.map(({ on }) => fromDayNumber(on)),
		["2024-02-09"],
	);
});

test("P10: faults are no onsets, and a start not known to the day is counted apart", () => {
	const { onsets, inexactCount } = onsetsOf(entries, "PK", "any");
	assert.deepEqual(
		onsets.map(({ entry }) => entry.id),
		["PK-1", "PK-2", "PK-5"],
	);
	assert.equal(inexactCount, 1);
	assert.equal(onsetsOf(entries, "PK", "cut").onsets.length, 2);
	assert.equal(onsetsOf(entries, "IN", "any").onsets.length, 0);
});

const AREAS: readonly Area[] = [
	{ area: "PK-BA", cc: "PK", name: "Balochistan", places: ["Quetta"] },
	{ area: "PK-PB", cc: "PK", name: "Punjab", places: ["Lahore"] },
];

test("a restriction of the whole country lies in each of its areas, one of a city in its own", () => {
	const idsIn = (index: number) => {
		const area = AREAS[index];
		assert.ok(area);
		return onsetsOf(entries, "PK", "any", (entry) =>
			isInArea(entry, area, AREAS),
		).onsets.map(({ entry }) => entry.id);
	};
	assert.deepEqual(idsIn(0), ["PK-1", "PK-2", "PK-5"]);
	assert.deepEqual(idsIn(1), ["PK-1", "PK-2"]);
});

test("only a list that is in the record covers anything", () => {
	const list = (list: string, cc = "PK") => ({
		cc,
		list,
		since: 1,
		until: 9,
		source: "",
	});
	assert.equal(coverageOf([list("STOP-", "*")], entries, "PK"), undefined);
	assert.deepEqual(
		coverageOf(
			[list("PK-"), { ...list("PK-", "*"), until: 20 }],
			entries,
			"PK",
		),
		{
			since: 1,
			until: 20,
		},
	);
	assert.equal(coverageOf([list("PK-")], entries, "IN"), undefined);
});
