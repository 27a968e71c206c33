import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import {
	readCalibration,
	readIndicators,
	readPublished,
} from "../../account/costs/index.ts";
import { backtestCosts, fitOn } from "./backtest.ts";
import { compareOneDay } from "./cross-model.ts";

const folder = join(process.env["RASAI_SHARED"] ?? "../shared", "data", "cost");
const read = (path: string) => readFileSync(path, "utf8");
const indicators = readIndicators(read("data/cost/indicators.csv"));

function shared(t: TestContext): boolean {
	if (existsSync(folder)) return true;
	t.skip(`RASAI_SHARED not found: ${folder}`);
	return false;
}
const published = () =>
	readPublished(read(join(folder, "published-estimates.csv")), indicators);

test("our estimator beats the log-linear baseline on the same rows and folds, and its interval covers what it says", (t) => {
	if (!shared(t)) return;
	const { crossValidation, rowCount, usedRows, excluded } = backtestCosts(
		published(),
	);
	const { calibrated, baseline } = crossValidation;
	assert.equal(calibrated.rowCount, baseline.rowCount);
	assert.ok(crossValidation.beatsBaseline);
	assert.ok(
		(calibrated.medianFactorError ?? 9) < (baseline.medianFactorError ?? 0),
	);
	assert.ok((calibrated.within3?.value ?? 0) > (baseline.within3?.value ?? 1));
	const { low, high } = calibrated.coverage ?? { low: 1, high: 0 };
	assert.ok(low <= 0.9 && 0.9 <= high, `${low} to ${high}`);
	const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
	assert.equal(usedRows.year + usedRows.event + left, rowCount);
	assert.equal(excluded["flagged as implausible"], 14);
});

test("independent figures of one Pakistani day come out within 2%", (t) => {
	if (!shared(t)) return;
	const lines = compareOneDay(
		JSON.parse(read(join(folder, "cross-model-pakistan.json"))),
		indicators,
		undefined,
	);
	const independent = lines.filter(({ isIndependent }) => isIndependent);
	assert.equal(independent.length, 4);
	for (const { figure, difference } of independent)
		assert.ok(Math.abs(difference ?? 1) < 0.02, figure);
});

test("the calibration that ships is what a fit gives", (t) => {
	if (!shared(t)) return;
	const ships = readCalibration(JSON.parse(read("data/cost/calibration.json")));
	const fitted = fitOn(published().rows);
	assert.ok(ships);
	assert.equal(ships.rowCount, fitted.rowCount);
	ships.coefficients.forEach((one, at) => {
		assert.ok(Math.abs(one - (fitted.coefficients[at] ?? Number.NaN)) < 1e-6);
	});
});

test("flagged rows, aggregates and rows without hours are left out and counted", () => {
	const header =
		"id,group,event,iso3,scope,restriction,start,end,hours,users_affected,amount_usd,local_amount,local_currency,unit,method,publisher,quality_flags";
	const row = (changes: string) => `a,g,one,PAK,${changes}`;
	const { rows, excluded, rowCount } = readPublished(
		[
			header,
			row(
				"national,full-blackout,2023-05-09,2023-05-10,24,,5000000,,,total,netblocks-cost,made,",
			),
			row(
				"national,full-blackout,2023-05-09,2023-05-10,24,,,280356110,PKR,day,netblocks-cost,made,source-url-is-site-only",
			),
			row(
				"national,full-blackout,2023-05-09,2023-05-10,24,,5000000,,,total,netblocks-cost,made,implied-share-over-10pct",
			),
			row(
				"world-year,mixed,2023-01-01,2023-12-31,24,,5000000,,,total,netblocks-cost,made,",
			),
			row(
				"national,full-blackout,2023-05-09,,,,5000000,,,total,netblocks-cost,made,",
			),
		].join("\n"),
		indicators,
	);
	assert.equal(rowCount, 5);
	assert.deepEqual(
		rows.map(({ amountUsd }) => Math.round(amountUsd)),
		[5_000_000, 1_000_000],
	);
	assert.deepEqual(excluded, {
		"flagged as implausible": 1,
		"neither a year of one country nor one event": 1,
		"hours not published": 1,
	});
});

test("a back-test without rows scores nothing and claims nothing", () => {
	const { crossValidation, onYears } = backtestCosts({
		rows: [],
		rowCount: 0,
		excluded: {},
		problems: [],
	});
	assert.equal(crossValidation.beatsBaseline, false);
	assert.equal(crossValidation.calibrated.medianFactorError, null);
	assert.deepEqual(onYears, []);
});
