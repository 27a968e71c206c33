import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { readCalibration } from "./calibration.ts";
import { estimateCost } from "./estimate.ts";
import { readIndicators } from "./indicators.ts";
import { testEvent, testIndicators } from "./test-event.ts";
import type { Assumptions, CostEvent } from "./types.ts";

const estimate = (
	event: Partial<CostEvent> = {},
	assumptions: Assumptions = {},
) =>
	estimateCost(testEvent(event), {
		indicators: testIndicators,
		calibration: undefined,
		assumptions,
	});
const methodOf = (result: ReturnType<typeof estimate>, id: string) => {
	const found = result.methods.find(({ method }) => method === id);
	assert.ok(found, id);
	return found;
};
const close = (actual: number | null | undefined, expected: number) =>
	assert.ok(
		actual !== null &&
			actual !== undefined &&
			Math.abs(actual / expected - 1) < 1e-9,
		`${actual} is not ${expected}`,
	);

test("a day by Deloitte's two forms, worked out by hand", () => {
	// GDP $10m a day: 0.4%, 1.0%, 1.9%. A tenth of ten million people.
	const result = estimate();
	const byGdp = methodOf(result, "deloitte-2016-gdp");
	close(byGdp.low, 40_000);
	close(byGdp.mid, 100_000);
	close(byGdp.high, 190_000);
	const byHead = methodOf(result, "deloitte-2016-per-head");
	close(byHead.low, 60_000);
	close(byHead.high, 2_360_000);
});

test("P13: the range spans the methods of the whole economy, and no part of it", () => {
	const { range, methods } = estimate();
	const whole = methods.filter(
		({ applies, counts }) => applies && counts === "economy",
	);
	assert.deepEqual(
		range?.methods,
		whole.map(({ method }) => method),
	);
	assert.equal(
		range?.low,
		Math.min(...whole.map(({ low }) => low ?? Number.NaN)),
	);
	assert.equal(
		range?.high,
		Math.max(...whole.map(({ high }) => high ?? Number.NaN)),
	);
	assert.equal(methodOf(estimate(), "oecd-2011").counts, "part");
});

test("a method that lacks an input says which and gives nothing", () => {
	const result = estimate();
	for (const id of [
		"brookings-2016",
		"cipesa-2017",
		"netloss",
		"rasai-calibrated",
	]) {
		const { applies, low, mid, high, lacks, inputs } = methodOf(result, id);
		assert.deepEqual(
			[applies, low, mid, high, inputs],
			[false, null, null, null, []],
		);
		assert.ok(lacks, id);
	}
	close(
		methodOf(estimate({}, { digitalShare: 0.05 }), "brookings-2016").mid,
		500_000,
	);
});

test("what was cut makes an estimate smaller: area, mobile, service, degree", () => {
	const mid = (event: Partial<CostEvent>, assumptions: Assumptions = {}) =>
		methodOf(estimate(event, assumptions), "deloitte-2016-gdp").mid;
	close(mid({ scope: 0.25 }), 25_000);
	close(mid({ kind: "mobile" }), 90_000);
	close(mid({ kind: "throttling" }, { degree: 0.4 }), 40_000);
	close(
		mid({ kind: "service", service: "other" }, { serviceWeight: 0.1 }),
		10_000,
	);
	assert.equal(mid({ kind: "regional" }), null);
	assert.equal(mid({ kind: "throttling" }), null);
	assert.equal(mid({ kind: "service", service: "other" }), null);
});

test("a service's weight is a range where two figures give it", () => {
	const { low, mid, high } = methodOf(
		estimate({ kind: "service", service: "x" }, { digitalShare: 0.05 }),
		"brookings-2016",
	);
	assert.ok(
		low !== null && mid !== null && high !== null && low < mid && mid < high,
	);
});

test("each year has its own indicators and exchange rate, and later years the newest", () => {
	const days = (since: string, until: string) =>
		methodOf(
			estimate({ segments: [{ since, until, share: 1 }] }),
			"deloitte-2016-gdp",
		);
	const both = days("2022-12-31T00:00:00Z", "2023-01-02T00:00:00Z");
	close(both.mid, 300_000);
	close(both.local?.mid, 100_000 * 10 + 200_000 * 20);
	close(days("2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z").mid, 200_000);
	assert.equal(
		days("2031-01-01T00:00:00Z", "2031-01-02T00:00:00Z").applies,
		false,
	);
});

test("hours after a partial restoration count by the share that was still cut", () => {
	const { event } = estimate({
		segments: [
			{
				since: "2022-05-09T00:00:00Z",
				until: "2022-05-09T12:00:00Z",
				share: 1,
			},
			{
				since: "2022-05-09T12:00:00Z",
				until: "2022-05-10T00:00:00Z",
				share: 0.5,
			},
		],
	});
	assert.equal(event.hours, 18);
});

test("CIPESA's days of recovery follow the event once, and not each of its years", () => {
	const { mid } = methodOf(
		estimate(
			{
				segments: [
					{
						since: "2022-12-31T00:00:00Z",
						until: "2023-01-02T00:00:00Z",
						share: 1,
					},
				],
			},
			{ cipesaDailyUsd: 1000, cipesaTailDays: 3 },
		),
		"cipesa-2017",
	);
	close(mid, 5000);
});

test("an event without hours, or of a country without indicators, has no range", () => {
	assert.equal(estimate({ segments: [] }).range, null);
	assert.equal(estimate({ cc: "QZ" }).range, null);
});

test("a row of zero GDP is no row: nothing is estimated from it", () => {
	const zero = readIndicators(
		`iso3,iso2,country,currency,year,gdp_usd,gdp_src,population,pop_src,internet_users_pct,internet_src,mobile_subs_per100,fixed_broadband_per100,fx_lcu_per_usd,fx_src
TST,QT,Testland,TTT,2022,0,made,-5,made,NaN,made,,,0,made
`,
	);
	const { range, methods } = estimateCost(testEvent(), {
		indicators: zero,
		calibration: undefined,
		assumptions: { digitalShare: 0.05 },
	});
	assert.equal(range, null);
	assert.ok(methods.every(({ applies }) => !applies));
	assert.match(
		methods.find(({ method }) => method === "brookings-2016")?.lacks ?? "",
		/no GDP was found/,
	);
});

test("an event of ten years names the year that a method lacks", () => {
	const result = estimate({
		segments: [
			{
				since: "2016-01-01T00:00:00Z",
				until: "2026-01-01T00:00:00Z",
				share: 1,
			},
		],
	});
	assert.equal(result.event.hours, 3653 * 24);
	assert.match(
		methodOf(result, "deloitte-2016-gdp").lacks ?? "",
		/no GDP .*\(2016\)/,
	);
	assert.match(result.notes.join(" "), /spans 10 calendar years/);
});

test("a country without indicators is named as one", () => {
	assert.match(
		estimate({ cc: "QZ" }).notes.join(" "),
		/No indicators of QZ ship/,
	);
	assert.ok(
		estimate().notes.every((note) => !note.startsWith("No indicators")),
	);
});

test("a segment that ends before it begins adds no hours", () => {
	const { event, hoursByKind, range } = estimate({
		segments: [
			{
				since: "2022-05-10T00:00:00Z",
				until: "2022-05-09T00:00:00Z",
				share: 1,
			},
		],
	});
	assert.equal(event.hours, 0);
	assert.equal(hoursByKind[0]?.clockHours, 0);
	assert.equal(range, null);
});

test("P4: our estimator says nothing of a service that it learned nothing of, and a lone method is named", () => {
	const calibration = readCalibration(
		JSON.parse(readFileSync("data/cost/calibration.json", "utf8")),
	);
	const of = (event: Partial<CostEvent>) =>
		estimateCost(testEvent(event), {
			indicators: testIndicators,
			calibration,
			assumptions: {},
		});
	const signal = of({ kind: "service", service: "signal" });
	assert.equal(signal.range, null);
	assert.match(
		methodOf(signal, "rasai-calibrated").lacks ?? "",
		/of X and Telegram, not of signal/,
	);
	assert.ok(
		methodOf(of({ kind: "service", service: "x" }), "rasai-calibrated").applies,
	);
	const slowed = of({ kind: "throttling" });
	assert.deepEqual(slowed.range?.methods, ["rasai-calibrated"]);
	assert.match(slowed.notes.join(" "), /one method alone \(rasai-calibrated\)/);
	assert.doesNotMatch(of({}).notes.join(" "), /one method alone/);
});
