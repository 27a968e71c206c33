import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
	arrivalLag,
	countRejects,
	countriesOf,
	daysOfNetwork,
	daysOfService,
	daysOfUnit,
	listRejects,
	measurementsOfCell,
	networksOf,
	nowIn,
	placesOfMeasurement,
	type QueryReader,
	resolversOfNetwork,
	restrictedDays,
	rulesOfNetwork,
	sizeOfCell,
	spanOf,
} from "./index.ts";
import { openTestTables, type TestRow } from "./test-tables.ts";

/** A row of `daily` in which `sessions` sessions measured once each. */
function daily(
	day: string,
	cc: string,
	asn: number,
	target: string,
	counts: {
		readonly blocked?: number;
		readonly ok?: number;
		readonly insufficient?: number;
		readonly sessions?: number;
	},
): TestRow {
	const { blocked = 0, ok = 0, insufficient = 0 } = counts;
	const all = blocked + ok + insufficient;
	const service = target.endsWith("blue.example")
		? "blue"
		: target === "media.green.example"
			? "green"
			: "";
	return {
		day,
		cc,
		asn,
		networkName: `Network ${asn}`,
		target,
		service,
		function: service === "green" ? "media" : "",
		blockedCount: blocked,
		okCount: ok,
		insufficientCount: insufficient,
		measurementCount: all,
		sessionCount: counts.sessions ?? all,
		blockedSessionCount: Math.min(blocked, counts.sessions ?? all),
		okSessionCount: Math.min(ok, counts.sessions ?? all),
		lastMeasuredAt: `${day}T${asn % 2 === 0 ? "10" : "11"}:00:00Z`,
		witnessUid: `w-${day}-${asn}-${target}`,
	};
}

const range = { since: "2026-01-01", until: "2026-02-01" };
const real = { world: "real" } as const;
const pakistan = { cc: "PK", newestOn: "2026-01-10" };
const emulated = { world: "emulated" } as const;
let reader: QueryReader & { close(): void };

before(async () => {
	const verdict = (uid: string, hour: string, rest: TestRow): TestRow => ({
		uid,
		measuredAt: `2026-01-10T${hour}:00:00Z`,
		cc: "PK",
		asn: 2,
		reportId: "r1",
		testName: "web_connectivity",
		input: "https://blue.example/",
		target: "blue.example",
		service: "blue",
		state: "likely_blocked",
		mechanism: "tls.reset",
		fired: ["tls.reset", "dns.ok"],
		why: "the handshake was reset",
		...rest,
	});
	const measurement = (uid: string, hour: string, rest: TestRow): TestRow => ({
		uid,
		measuredAt: `2026-01-10T${hour}:00:00Z`,
		testName: "web_connectivity",
		probeCc: "PK",
		probeAsn: 2,
		probeNetworkName: "Old name",
		resolverAsn: 2,
		reportId: "r1",
		fileHash: "f00",
		line: 7,
		recordHash: "abc",
		problems: ["input: cut"],
		...rest,
	});
	reader = await openTestTables({
		real: {
			daily: [
				// AS2, newest day first: 2 sessions on the 10th, 2 on the 9th reach the floor of 3; the 8th is not needed.
				daily("2026-01-10", "PK", 2, "blue.example", { blocked: 2 }),
				daily("2026-01-10", "PK", 2, "cdn.blue.example", { blocked: 1 }),
				daily("2026-01-09", "PK", 2, "blue.example", { blocked: 1, ok: 1 }),
				daily("2026-01-08", "PK", 2, "blue.example", { ok: 9 }),
				// AS3: enough on the newest day alone; three of its five measurements said nothing.
				daily("2026-01-10", "PK", 3, "blue.example", {
					blocked: 2,
					insufficient: 3,
				}),
				// AS4: only before the window of seven days.
				daily("2026-01-03", "PK", 4, "blue.example", { blocked: 5 }),
				daily("2026-01-10", "PK", 2, "media.green.example", { ok: 4 }),
				// Targets of no service: one suspected, one always reached.
				daily("2026-01-10", "PK", 2, "news.example", { blocked: 1, ok: 3 }),
				daily("2026-01-10", "PK", 2, "shop.example", { ok: 8 }),
				daily("2026-01-20", "IR", 5, "blue.example", { ok: 3 }),
			],
			verdicts: [
				verdict("m1", "09", {}),
				verdict("m2", "08", { reportId: "", state: "ok", fired: ["dns.ok"] }),
				verdict("m3", "07", { target: "cdn.blue.example" }),
				verdict("m4", "06", { asn: 3 }),
			],
			measurements: [
				measurement("m1", "09", { probeNetworkName: "New name" }),
				measurement("m2", "08", { reportId: "", resolverAsn: 15 }),
				measurement("m3", "07", {}),
				measurement("m4", "06", { probeAsn: 3, reportId: "r2" }),
			],
			rejects: [
				{ file: "b.jsonl", line: 9, reason: "json_invalid", message: "cut" },
				{ file: "a.jsonl", line: 2, reason: "json_invalid", message: "cut" },
				{ file: "a.jsonl", line: 1, reason: "date_absurd", message: "1970" },
			],
		},
		emulated: {
			daily: [daily("2026-01-10", "QZ", 64496, "blue.example", { blocked: 3 })],
		},
	});
});
after(() => reader.close());

test("now reaches back day by day only until the floor is met", async () => {
	const rows = await nowIn(reader, real, [pakistan], 3);
	const blue = rows.filter((row) => row.service === "blue");
	assert.deepEqual(
		blue.map((row) => [row.asn, row.sinceOn, row.untilOn]),
		[
			[2, "2026-01-09", "2026-01-10"],
			[3, "2026-01-10", "2026-01-10"],
		],
	);
	// Measurements of both targets: 2 + 1 on the 10th, 2 on the 9th. Sessions: max(2, 1) + 2.
	assert.equal(blue[0]?.measurementCount, 5);
	assert.equal(blue[0]?.blockedCount, 4);
	assert.equal(blue[0]?.okCount, 1);
	assert.equal(blue[0]?.sessionCount, 4);
	// Blocked sessions of the week: max(2, 1) on the 10th, 1 on the 9th, none on the 8th.
	assert.equal(blue[0]?.weekWitnessCount, 3);
	assert.deepEqual(await nowIn(reader, real, [], 3), []);
});

test("P4: sessions that said nothing do not count as sessions", async () => {
	const rows = await nowIn(reader, real, [pakistan], 3);
	const row = rows.find((r) => r.asn === 3 && r.service === "blue");
	assert.equal(row?.measurementCount, 5);
	assert.equal(row?.sessionCount, 2);
});

test("targets of no service are listed only where something was not reached, functions on their own", async () => {
	const rows = await nowIn(reader, real, [pakistan], 3);
	assert.deepEqual(
		[
			...new Set(
				rows.map((row) => `${row.service}/${row.function}/${row.target}`),
			),
		],
		["//news.example", "blue//", "green/media/"],
	);
});

test("now everywhere ends on each country's own newest day", async () => {
	const iran = { cc: "IR", newestOn: "2026-01-20" };
	const rows = await nowIn(reader, real, [iran, pakistan], 3);
	assert.deepEqual(
		[...new Set(rows.map((row) => `${row.cc} ${row.untilOn}`))],
		["IR 2026-01-20", "PK 2026-01-10"],
	);
	const blue = await nowIn(reader, real, [iran, pakistan], 3, "blue");
	assert.deepEqual(
		blue.map((row) => [row.cc, row.asn]),
		[
			["IR", 5],
			["PK", 2],
			["PK", 3],
		],
	);
});

test("real and emulated rows never meet in one query", async () => {
	assert.deepEqual(
		(await countriesOf(reader, real)).map((row) => row.cc),
		["IR", "PK"],
	);
	assert.deepEqual(await countriesOf(reader, emulated), [
		{
			cc: "QZ",
			networkCount: 1,
			serviceCount: 1,
			firstOn: "2026-01-10",
			lastOn: "2026-01-10",
			lastMeasuredAt: "2026-01-10T10:00:00Z",
		},
	]);
});

test("the days of a unit sum its targets and take the largest of their sessions", async () => {
	const rows = await daysOfUnit(
		reader,
		real,
		"PK",
		{ service: "blue", function: "", target: "" },
		range,
	);
	assert.deepEqual(
		rows.map((r) => [r.asn, r.day, r.blockedCount, r.okCount, r.sessionCount]),
		[
			[2, "2026-01-08", 0, 9, 9],
			[2, "2026-01-09", 1, 1, 2],
			[2, "2026-01-10", 3, 0, 2],
			[3, "2026-01-10", 2, 0, 2],
			[4, "2026-01-03", 5, 0, 5],
		],
	);
});

test("a network's days hold its services and its suspected targets", async () => {
	const rows = await daysOfNetwork(reader, real, "PK", 2, range);
	assert.deepEqual(
		[...new Set(rows.map((row) => row.service || row.target))],
		["news.example", "blue", "green"],
	);
	assert.equal((await daysOfService(reader, real, "blue", range)).length, 6);
});

test("restricted days hold only days at the floor, the newest first", async () => {
	const rows = await restrictedDays(reader, real, "PK", range, 3);
	assert.deepEqual(
		rows.map((row) => [row.day, row.asn, row.service || row.target]),
		[
			["2026-01-10", 2, "news.example"],
			["2026-01-03", 4, "blue"],
		],
	);
});

test("the measurements behind a cell are counted and listed by time", async () => {
	const key = {
		cc: "PK",
		asn: 2,
		day: "2026-01-10",
		of: { unit: { service: "blue", function: "", target: "" } },
	};
	assert.deepEqual(
		(await measurementsOfCell(reader, real, key, 10)).map((row) => row.uid),
		["m3", "m2", "m1"],
	);
	// r1 twice, and m2 which has no report and counts as its own session.
	assert.deepEqual(await sizeOfCell(reader, real, key), {
		measurementCount: 3,
		sessionCount: 2,
	});
	const one = { ...key, of: { target: "cdn.blue.example" } };
	assert.equal((await measurementsOfCell(reader, real, one, 10)).length, 1);
});

test("networks are called as their newest measurement calls them", async () => {
	const rows = await networksOf(reader, real, "PK", range);
	assert.deepEqual(
		rows.map((r) => [r.asn, r.networkName, r.measurementCount, r.sessionCount]),
		[
			[2, "New name", 3, 2],
			[3, "Old name", 1, 1],
		],
	);
});

test("P8: how late sessions arrive is read from uids that begin with their arrival", async (t) => {
	const seen = (uid: string, asn: number, reportId: string): TestRow => ({
		uid,
		reportId,
		probeCc: "PK",
		probeAsn: asn,
		measuredAt: "2026-01-09T10:00:00Z",
		day: "2026-01-09",
	});
	const tables = await openTestTables({
		real: {
			measurements: [
				seen("20260109110000.123456_PK_webconnectivity_a", 2, "first"),
				seen("20260109130000.123456_PK_webconnectivity_b", 2, "first"),
				seen("20260109110000.123456_PK_webconnectivity_c", 3, "second"),
				seen("20260109090000.123456_PK_webconnectivity_d", 3, "ahead"),
				seen("20269909990000.123456_PK_webconnectivity_e", 3, "no time"),
				seen("h0123", 3, "no arrival"),
			],
		},
	});
	t.after(() => tables.close());
	const lagOf = (where: { readonly cc: string; readonly asn?: number }) =>
		arrivalLag(tables, real, where, range);
	assert.deepEqual(await lagOf({ cc: "PK", asn: 2 }), {
		sessionCount: 1,
		halfHours: 3,
		mostHours: 3,
	});
	assert.deepEqual(await lagOf({ cc: "PK" }), {
		sessionCount: 3,
		halfHours: 1,
		mostHours: 2.6,
	});
	assert.equal(await lagOf({ cc: "DE" }), undefined);
});

test("rules and resolvers of a network are counted", async () => {
	assert.deepEqual(
		(await rulesOfNetwork(reader, real, "PK", 2, range, 10)).map((row) => [
			row.rule,
			row.measurementCount,
			row.sessionCount,
			row.targetCount,
		]),
		[
			["dns.ok", 3, 2, 2],
			["tls.reset", 2, 1, 2],
		],
	);
	assert.deepEqual(
		(await resolversOfNetwork(reader, real, "PK", 2, range, 10)).map((row) => [
			row.resolverAsn,
			row.measurementCount,
		]),
		[
			[2, 2],
			[15, 1],
		],
	);
});

test("a measurement tells where its raw record stands", async () => {
	const [place, ...others] = await placesOfMeasurement(reader, real, "m1");
	assert.equal(others.length, 0);
	assert.equal(place?.fileHash, "f00");
	assert.equal(place?.line, 7);
	assert.deepEqual(place?.problems, ["input: cut"]);
	assert.deepEqual(await placesOfMeasurement(reader, real, "m9"), []);
});

test("rejects are listed in the order of the archive and counted by reason", async () => {
	assert.deepEqual(
		(await listRejects(reader, real, 2, 1)).map((row) => [row.file, row.line]),
		[
			["a.jsonl", 2],
			["b.jsonl", 9],
		],
	);
	assert.deepEqual(await countRejects(reader, real), [
		{ reason: "json_invalid", rejectCount: 2 },
		{ reason: "date_absurd", rejectCount: 1 },
	]);
});

test("the span of data is found, and there is none where nothing was measured", async () => {
	assert.deepEqual(await spanOf(reader, real, { cc: "PK", asn: 2 }), {
		firstOn: "2026-01-08",
		lastOn: "2026-01-10",
		lastMeasuredAt: "2026-01-10T10:00:00Z",
	});
	assert.equal(await spanOf(reader, real, { cc: "FR" }), undefined);
});

test("hostile parameters are bound and never run", async () => {
	const hostile = "x'; DROP TABLE daily; --";
	assert.equal(await spanOf(reader, real, { service: hostile }), undefined);
	assert.equal((await countriesOf(reader, real)).length, 2);
});
