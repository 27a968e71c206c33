import assert from "node:assert/strict";
import { test } from "node:test";
import type { Incident } from "../../model/index.ts";
import type { RecordEntry } from "./entry.ts";
import { networkAccess } from "./network-words.ts";
import { causeWithRecord, recordOfOutage } from "./outage-cause.ts";
import { indexRecord } from "./record-index.ts";
import { linkKey } from "./seal.ts";
import { day, entryWith } from "./test-entries.ts";

const restriction = (
	id: string,
	kind: NonNullable<RecordEntry["restriction"]>["kind"],
	more: Partial<RecordEntry> = {},
	start = "2024-05-09",
	end: string | null = "2024-05-12",
): RecordEntry =>
	entryWith(id, {
		type: "restriction",
		when: day(start),
		about: [],
		services: ["fixed and mobile internet"],
		restriction: {
			kind,
			start: day(start),
			...(end === null ? {} : { end: day(end) }),
			isOngoing: false,
			networks: [],
			technique: [],
		},
		...more,
	});

const OUTAGE = {
	id: "qz-network-2024-05-09",
	cc: "QZ",
	service: null,
	kind: "outage",
	scope: "country",
	areas: [],
	confounds: [],
	onset: {
		earliest: "2024-05-09T15:00:00Z",
		at: "2024-05-09T16:00:00Z",
		latest: "2024-05-09T17:00:00Z",
	},
	ending: null,
	cause: {
		found: "not_established",
		ground: null,
		entries: [],
		against: [],
		why: "",
	},
} as unknown as Incident;

function judge(
	entries: readonly RecordEntry[],
	outage: Partial<Incident> = {},
	links: ReadonlyMap<string, boolean> = new Map(),
) {
	const index = indexRecord({
		entries: new Map(
			entries.map((entry) => [
				entry.id,
				{
					entry,
					seq: 1,
					at: "2024-06-01T00:00:00Z",
					revisionCount: 1,
				} as never,
			]),
		),
		links,
	});
	const incident = { ...OUTAGE, ...outage };
	const { kind, cause, confounds } = causeWithRecord(
		incident,
		recordOfOutage(index, incident),
	);
	return [kind, cause?.found, cause?.entries, cause?.against, confounds];
}

test("an order or a restriction of the same place and time is the cause", () => {
	assert.deepEqual(judge([restriction("a", "full_shutdown")]), [
		"full_shutdown",
		"restriction",
		["a"],
		[],
		[],
	]);
	const order = entryWith("o", {
		type: "order",
		when: day("2024-05-09"),
		services: ["mobile internet"],
		order: { issuer: "A ministry" },
	});
	assert.equal(judge([order])[1], "restriction");
});

test("what is of another time, place, access or thing establishes nothing, and neither does a weak report", () => {
	for (const entry of [
		restriction("a", "full_shutdown", {}, "2024-05-13", "2024-05-14"),
		restriction("b", "full_shutdown", {}, "2024-04-01", null),
		restriction("c", "regional_shutdown", { areas: ["Anywhere"] }),
		restriction("d", "service_block", { services: ["x.com"] }),
		restriction("e", "throttling"),
		restriction("f", "full_shutdown", { confidence: "low" }),
		restriction("g", "full_shutdown", { country: "PK" }),
	])
		assert.deepEqual(
			judge([entry]).slice(0, 3),
			["outage", "not_established", []],
			entry.id,
		);
	assert.equal(
		judge(
			[restriction("h", "mobile_data_shutdown", { services: ["3G; 4G"] })],
			{
				access: "fixed",
			},
		)[1],
		"not_established",
	);
});

test("P10: a fault of the record keeps it from being called a shutdown, whatever else speaks for one", () => {
	const fault = restriction(
		"f",
		"outage_not_restriction",
		{},
		"2024-05-08",
		null,
	);
	assert.deepEqual(judge([fault]), [
		"outage_not_restriction",
		"fault",
		[],
		["f"],
		["documented_as_fault"],
	]);
	assert.deepEqual(judge([fault, restriction("a", "full_shutdown")]), [
		"outage",
		"not_established",
		["a"],
		["f"],
		[],
	]);
	const pattern = { ...OUTAGE.cause, found: "restriction", ground: "pattern" };
	assert.deepEqual(
		judge([fault], {
			cause: pattern,
			kind: "full_shutdown",
		} as Partial<Incident>).slice(0, 2),
		["outage", "not_established"],
	);
});

test("a province's entry speaks for the province and not for the country, and a district's for neither", () => {
	const pakistan = (id: string, areas: readonly string[]) =>
		restriction(id, "mobile_data_shutdown", { country: "PK", areas });
	const outage = { cc: "PK", scope: "area", areas: ["PK-BA"] } as const;
	assert.equal(
		judge([pakistan("a", ["Balochistan"])], outage)[1],
		"restriction",
	);
	assert.equal(judge([pakistan("b", [])], outage)[1], "restriction");
	assert.equal(
		judge([pakistan("c", ["Gwadar (Balochistan)"])], outage)[1],
		"not_established",
	);
	assert.equal(
		judge([pakistan("d", ["Balochistan"])], { cc: "PK" })[1],
		"not_established",
	);
});

test("a person's decision goes before what is written", () => {
	const far = restriction("a", "full_shutdown", {}, "2023-01-01", "2023-01-02");
	const near = restriction("b", "full_shutdown");
	const links = new Map([
		[linkKey("a", OUTAGE.id), true],
		[linkKey("b", OUTAGE.id), false],
	]);
	assert.deepEqual(judge([far, near], {}, links)[2], ["a"]);
});

test("names of the network are told from names of services", () => {
	for (const [names, access] of [
		[["fixed and mobile internet"], null],
		[["mobile data"], "mobile"],
		[["3G", "4G"], "mobile"],
		[["mobile internet"], "mobile"],
		[["internet and mobile service"], null],
		[["fixed internet"], "fixed"],
		[["internet"], null],
		[["international bandwidth"], null],
		[["x.com"], undefined],
		[["Facebook and many social platforms"], undefined],
	] as const)
		assert.equal(networkAccess(names), access, names.join());
});
