import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import test from "node:test";
import type { ReadOptions } from "../../gather/signals/index.ts";
import { reportSignals, type SignalReport } from "./report.ts";

const SHARED = process.env["RASAI_SHARED"] ?? "../shared";
const HOUR_MS = 3_600_000;

/** Hourly CSV of an emulated country with a daily rhythm; an undefined part makes a gap. */
function hourly(
	days: number,
	partAt: (hour: number) => number | undefined,
): string {
	const rows = ["at,value,cc,licence"];
	for (let hour = 0; hour < days * 24; hour++) {
		const part = partAt(hour);
		const value =
			100 *
			(1 + 0.4 * Math.sin((hour * Math.PI) / 12)) *
			(1 + 0.02 * Math.sin(hour * 1.7));
		rows.push(
			`${new Date(hour * HOUR_MS).toISOString()},${part === undefined ? "" : value * part},QZ,test licence`,
		);
	}
	return rows.join("\n");
}
const covers = (
	interval: { earliest: string; latest: string } | null | undefined,
	hour: number,
) =>
	interval !== null &&
	interval !== undefined &&
	Date.parse(interval.earliest) <= hour * HOUR_MS &&
	Date.parse(interval.latest) >= hour * HOUR_MS;

test("a fall to zero has its start, end, depth and licence; a gap of a day has none", () => {
	const { changes, signals } = reportSignals(
		"s.csv",
		hourly(60, (hour) =>
			hour >= 800 && hour < 830
				? 0
				: hour >= 1100 && hour < 1124
					? undefined
					: 1,
		),
		{},
	);
	const [change, ...rest] = changes;
	assert.deepEqual(rest, []);
	assert.ok(covers(change?.start, 800) && covers(change?.end, 830));
	assert.ok((change?.depth ?? 0) > 0.9);
	assert.equal(change?.licence, "test licence");
	assert.equal(change?.finding, "outage, cause not established");
	assert.deepEqual([signals[0]?.zeros, signals[0]?.gaps], [30, 24]);
});

test("no end is made up where the export stops, and a part restored is told from an end", () => {
	const { changes } = reportSignals(
		"s.csv",
		hourly(60, (hour) => (hour < 900 ? 1 : hour < 1100 ? 0.05 : 0.6)),
		{},
	);
	assert.equal(changes.length, 1);
	assert.equal(changes[0]?.end, null);
	assert.equal(changes[0]?.restoredPartially, true);
});

test("an early fall of one signal and a later of another keep their own starts", () => {
	const file = [
		hourly(60, (hour) => (hour < 700 ? 1 : 0.1)).replaceAll(
			",QZ,test licence",
			",v6,QZ",
		),
		hourly(60, (hour) => (hour < 1000 ? 1 : 0.1)).replaceAll(
			",QZ,test licence",
			",probing,QZ",
		),
		hourly(60, () => 1).replaceAll(",QZ,test licence", ",v4,QZ"),
	].map((text) => text.slice(text.indexOf("\n") + 1));
	const { changes } = reportSignals(
		"s.csv",
		["at,value,measure,cc", ...file].join("\n"),
		{},
	);
	assert.deepEqual(
		changes.map(({ measure }) => measure),
		["v6", "probing"],
	);
	assert.ok(covers(changes[0]?.start, 700) && covers(changes[1]?.start, 1000));
});

test("a rise is a suspicion, and only where more is worse", () => {
	const values = (trouble: string) =>
		["on", ...Array.from({ length: 200 }, (_, day) => day)]
			.map((day) =>
				day === "on"
					? "at,value,cc,trouble"
					: `${new Date(Number(day) * 24 * HOUR_MS).toISOString().slice(0, 10)},${(10 + Math.sin(Number(day))) * (Number(day) >= 150 && Number(day) < 157 ? 4 : 1)},QZ,${trouble}`,
			)
			.join("\n");
	const [rise, ...rest] = reportSignals("s.csv", values("rise"), {}).changes;
	assert.deepEqual(rest, []);
	assert.equal(rise?.kind, "rise");
	assert.equal(rise?.finding, "suspicion");
	assert.ok(covers(rise?.start, 150 * 24) && covers(rise?.end, 157 * 24));
	assert.deepEqual(reportSignals("s.csv", values("fall"), {}).changes, []);
});

function sample(
	path: string,
	options: ReadOptions = {},
): SignalReport | undefined {
	const full = join(SHARED, "data", path);
	return existsSync(full)
		? reportSignals(basename(path), readFileSync(full, "utf8"), options)
		: undefined;
}
const MISSING = `RASAI_SHARED not found: ${SHARED}`;

test("a blackout is told by each signal that shows it, within a step, without an end, whatever routing says", (t) => {
	const report = sample(
		"signals/ioda/iran-2025-12-01_2026-01-09.ioda-ui-normalized.csv",
		{ cc: "IR" },
	);
	if (!report) return t.skip(MISSING);
	const last = new Map(
		report.changes.map((change) => [change.measure, change]),
	);
	// Read off the file: the first reading that is clearly low.
	for (const [measure, at] of [
		["ping-slash24", "2026-01-08T16:30:00Z"],
		["gtr.WEB_SEARCH", "2026-01-08T18:30:00Z"],
	] as const) {
		const change = last.get(measure);
		assert.ok(
			change &&
				Math.abs(Date.parse(change.start.at) - Date.parse(at)) <= HOUR_MS / 2,
			measure,
		);
		assert.equal(change.end, null);
		assert.ok(change.depth > 0.9);
	}
});

test("traffic that is slowed over a summer is a slope; the neighbour that is not stays silent", (t) => {
	const slowed = sample("series/youtube_traffic_ru_2023-01_2024-11.csv", {
		cc: "RU",
	});
	const control = sample("series/youtube_traffic_nl_2023-01_2025-01.csv", {
		cc: "NL",
	});
	if (!slowed || !control) return t.skip(MISSING);
	const slope = slowed.changes.find(({ kind }) => kind === "slope");
	assert.ok(
		slope &&
			slope.start.earliest <= "2024-08-05" &&
			slope.start.latest >= "2024-08-05",
	);
	assert.deepEqual(control.changes, []);
});

test("P10: a power failure is an outage of no established cause, and comes back", (t) => {
	const report = sample(
		"signals/monash-ip-observatory/venezuela-2019-07.state-hourly.csv",
	);
	if (!report) return t.skip(MISSING);
	assert.ok(report.changes.length >= 5, `${report.changes.length}`);
	for (const change of report.changes) {
		assert.equal(change.finding, "outage, cause not established");
		assert.match(change.start.at, /^2019-07-22T(19|2\d)/);
	}
});
