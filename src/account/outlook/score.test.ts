import assert from "node:assert/strict";
import { test } from "node:test";
import { BASELINES, type Baseline } from "./baselines.ts";
import { type ScoredDay, scoreForecasts } from "./score.ts";

const same = (p: number) =>
	Object.fromEntries(BASELINES.map((name) => [name, p])) as Record<
		Baseline,
		number
	>;
/** An onset every twentieth day, for 800 days. */
const days = (forecast: (hasOnset: boolean, day: number) => number) =>
	Array.from({ length: 800 }, (_, day): ScoredDay => {
		const hasOnset = day % 20 === 0;
		return {
			on: day,
			hasOnset,
			probability: forecast(hasOnset, day),
			baselines: same(0.05),
		};
	});

test("the Brier score and the skill are those worked out by hand", () => {
	// Four in ten thousand of an onset's, one in a hundred of the others': a perfect base rate.
	const score = scoreForecasts(days(() => 0.05));
	assert.ok(score);
	// 0.05 * 0.95^2 + 0.95 * 0.05^2 = 0.0475
	assert.ok(Math.abs(score.model.brier - 0.0475) < 1e-12);
	assert.equal(score.brierSkill?.value, 0);
	// -(0.05 ln 0.05 + 0.95 ln 0.95)
	assert.ok(Math.abs(score.model.log - 0.198515) < 1e-6);
	// Half: 0.05 * 0.5^2 + 0.95 * 0.5^2 = 0.25; skill 1 - 0.25/0.0475
	const half = scoreForecasts(days(() => 0.5));
	assert.ok(
		Math.abs((half?.brierSkill?.value ?? 0) - (1 - 0.25 / 0.0475)) < 1e-9,
	);
});

test("P13: no skill is found where forecasts are the baseline, or noise", () => {
	assert.equal(scoreForecasts(days(() => 0.05))?.finding, "no_better");
	const noise = days((_, day) => ((day * 7919) % 100) / 1000);
	assert.equal(scoreForecasts(noise)?.finding, "no_better");
});

test("skill is found where forecasts know something", () => {
	const score = scoreForecasts(days((hasOnset) => (hasOnset ? 0.5 : 0.02)));
	assert.equal(score?.finding, "better");
	assert.ok((score?.brierSkill?.low ?? 0) > 0.4);
});

test("P13: the skill is over whichever baseline is best", () => {
	const scored = days(() => 0.05).map((day) => ({
		...day,
		baselines: { ...day.baselines, season: day.hasOnset ? 0.9 : 0.01 },
	}));
	const score = scoreForecasts(scored);
	assert.equal(score?.bestBaseline, "season");
	assert.ok((score?.brierSkill?.value ?? 0) < -5);
});

test("P4: fewer than twenty onset days are too few, whatever they say", () => {
	const few = days((hasOnset) => (hasOnset ? 0.9 : 0.01)).slice(0, 380);
	const score = scoreForecasts(few);
	assert.equal(score?.onsetDayCount, 19);
	assert.equal(score?.finding, "too_few");
	assert.equal(score?.brierSkill, null);
	assert.equal(scoreForecasts([]), undefined);
});

test("P3: the same forecasts have the same interval", () => {
	const scored = days((hasOnset) => (hasOnset ? 0.3 : 0.05));
	assert.deepEqual(scoreForecasts(scored), scoreForecasts(scored));
});

test("reliability counts every day once, and the share lies within its interval", () => {
	const score = scoreForecasts(days((_, day) => (day % 3) * 0.15 + 0.005));
	const bins = score?.reliability ?? [];
	assert.equal(
		bins.reduce((sum, { dayCount }) => sum + dayCount, 0),
		800,
	);
	for (const { share, low, high, from, to, meanForecast } of bins) {
		assert.ok(low <= share && share <= high);
		assert.ok(from <= meanForecast && meanForecast <= to);
	}
});
