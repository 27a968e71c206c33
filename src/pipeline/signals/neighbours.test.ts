import assert from "node:assert/strict";
import test from "node:test";
import { readSignals } from "../../gather/signals/index.ts";
import { createRandom } from "../../measure/lab/index.ts";
import type { Signal } from "../../model/index.ts";
import { findSpeedSteps } from "./neighbours.ts";

const START = Date.parse("2024-01-01");

/** A year in the form of M-Lab's daily statistics: a common change of the test on day 150, and what is left of the speed. */
function speedOf(cc: string, left: (day: number) => number): Signal {
	const random = createRandom(cc);
	const rows = Array.from({ length: 360 }, (_, day) => {
		const speed =
			30 * (day < 150 ? 1 : 0.6) * left(day) * Math.exp(0.1 * random.normal());
		return {
			date: new Date(START + day * 86_400_000).toISOString().slice(0, 10),
			bucket_min: 0,
			dl_samples_day: 1000,
			download_MED: speed,
			upload_MED: speed / 4,
			download_minRTT_MED: 25,
		};
	});
	const { signals } = readSignals(
		"histogram_daily_stats.json",
		JSON.stringify(rows),
		{ cc },
	);
	const download = signals.find(({ measure }) => measure === "download_MED");
	assert.ok(download);
	return download;
}

const neighbours = ["IN", "BD", "LK", "NP"].map((cc) => speedOf(cc, () => 1));

test("a step in one country's speed is found by its day and size, and its end as a gain", () => {
	const steps = findSpeedSteps(
		speedOf("PK", (day) => (day >= 220 && day < 290 ? 0.65 : 1)),
		neighbours,
	);
	assert.equal(steps.length, 2);
	for (const [i, day, loss] of [
		[0, 220, 0.35],
		[1, 290, -0.54],
	] as const) {
		const step = steps[i];
		const at = (Date.parse(step?.startedAt ?? "") - START) / 86_400_000;
		assert.ok(Math.abs(at - day) <= 3, `${at}`);
		assert.ok(Math.abs((step?.loss ?? 0) - loss) < 0.12, `${step?.loss}`);
		assert.equal(step?.finding, "suspicion");
	}
});

test("P10: what slows everywhere, or one neighbour alone, is no step of the country", () => {
	assert.deepEqual(
		findSpeedSteps(
			speedOf("PK", () => 1),
			neighbours,
		),
		[],
	);
	const oneSlow = [
		...neighbours.slice(1),
		speedOf("IN", (day) => (day >= 200 ? 0.3 : 1)),
	];
	assert.deepEqual(
		findSpeedSteps(
			speedOf("PK", () => 1),
			oneSlow,
		),
		[],
	);
	assert.deepEqual(
		findSpeedSteps(
			speedOf("PK", (day) => (day > 99 ? 0.5 : 1)),
			[],
		),
		[],
	);
});
