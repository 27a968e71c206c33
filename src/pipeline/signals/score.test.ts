import assert from "node:assert/strict";
import test from "node:test";
import { scoreSignals } from "./score.ts";

test("P6: scores are the same for the same seed, and no baseline with as few false alarms finds more", () => {
	const score = () => scoreSignals("3", 4, ["seasonal"]);
	const [ours, ...others] = score();
	assert.deepEqual(score(), [ours, ...others]);
	assert.equal(ours?.detector, "rasai");
	assert.equal(ours?.outages, 2);
	const equal = others.filter(({ detector }) => detector.includes("as few"));
	assert.ok(equal.length > 0);
	for (const { recall } of equal)
		assert.ok((recall?.value ?? 0) <= (ours?.recall?.value ?? 0));
});

test("P6: quiet steady signals, which change by small steps, and signals with days off raise nothing", () => {
	for (const world of ["steady", "days off"] as const) {
		const [ours] = scoreSignals("quiet", 40, [world]);
		assert.equal(ours?.falseAlarms?.value, 0, world);
		assert.ok((ours?.recall?.value ?? 0) > 0.9, world);
	}
});
