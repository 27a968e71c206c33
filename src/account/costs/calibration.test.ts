import assert from "node:assert/strict";
import test from "node:test";
import {
	type CalibrationRow,
	calibrate,
	predict,
	readCalibration,
} from "./calibration.ts";
import { median, regress } from "./regression.ts";

/** Amounts that follow a law exactly but for `noise`, which turns with the row. */
function worldOf(noise: number): readonly CalibrationRow[] {
	return Array.from({ length: 80 }, (_, at): CalibrationRow => {
		const gdpPerHead = 500 + 137 * (at % 11);
		const population = 1e6 * (1 + (at % 7));
		const users = population * (0.1 + 0.1 * (at % 5));
		const hours = 10 + 53 * (at % 13);
		return {
			id: `r${at}`,
			group: `g${at}`,
			cc: `C${at % 6}`,
			kind: "mixed",
			gdpUsd: gdpPerHead * population,
			population,
			users,
			hours,
			amountUsd:
				0.01 *
				gdpPerHead *
				users ** 0.8 *
				hours ** 0.6 *
				Math.exp(noise * Math.sin(at * 12.9898)),
		};
	});
}

test("a law without noise is found, and its interval is thin", () => {
	const rows = worldOf(0);
	const calibration = calibrate(rows);
	for (const row of rows) {
		const { low, mid, high } = predict(calibration, row);
		assert.ok(Math.abs(mid / row.amountUsd - 1) < 0.01);
		assert.ok(high / low < 1.1);
	}
});

test("the interval widens with noise, and holds about nine in ten of new rows", () => {
	const rows = worldOf(1);
	const calibration = calibrate(rows.filter((_, at) => at % 2 === 0));
	const fresh = rows.filter((_, at) => at % 2 === 1);
	const held = fresh.filter((row) => {
		const { low, high } = predict(calibration, row);
		return low <= row.amountUsd && row.amountUsd <= high;
	}).length;
	assert.ok(held >= 0.75 * fresh.length && calibration.halfWidths.year > 0.5);
});

test("one absurd row does not bend a robust line", () => {
	const rows = Array.from({ length: 20 }, (_, x) => ({
		x: [1, x],
		y: x === 19 ? 1000 : 2 * x + 0.01 * (x % 3),
	}));
	const slope = (isRobust: boolean) =>
		regress(rows, { penalties: [0, 0], isRobust })[1] ?? Number.NaN;
	assert.ok(Math.abs(slope(true) - 2) < 0.1);
	assert.ok(Math.abs(slope(false) - 2) > 1);
});

test("the median of an even number of values is their middle", () => {
	assert.equal(median([4, 1, 3, 2]), 2.5);
	assert.equal(median([3, 1, 2]), 2);
});

test("P7: a calibration of another shape is none", () => {
	const good = calibrate(worldOf(1));
	assert.deepEqual(readCalibration(JSON.parse(JSON.stringify(good))), good);
	for (const bad of [
		null,
		3,
		{},
		{ ...good, coefficients: [1] },
		{ ...good, rowCount: "x" },
		{ ...good, halfWidths: {} },
	])
		assert.equal(readCalibration(bad), undefined);
});
