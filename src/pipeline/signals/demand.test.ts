import assert from "node:assert/strict";
import test from "node:test";
import { createRandom } from "../../measure/lab/index.ts";
import { compareDemand, readEvents } from "./demand.ts";

const START = Date.parse("2024-01-01") / 1000;

/** A year of demand by the day, five times as much on ten days from day 100 and from day 200. */
function makeDemand() {
	const random = createRandom("demand");
	return {
		points: Array.from({ length: 360 }, (_, day) => ({
			at: START + day * 86_400,
			reading:
				10 *
				Math.exp(0.05 * random.normal()) *
				((day >= 100 && day < 110) || (day >= 200 && day < 210) ? 5 : 1),
		})),
	};
}

const dayOf = (day: number): string =>
	new Date((START + day * 86_400) * 1000).toISOString().slice(0, 10);

test("P10: rises are told apart by what is listed near them, and a restriction without a rise is said to leave none", () => {
	const events = readEvents(
		[
			"start,kind,what",
			`${dayOf(100)},restriction,a service`,
			`${dayOf(150)},restriction,a site`,
			`${dayOf(200)},other,a game`,
			`${dayOf(5)},restriction,too early to compare`,
			"no day,restriction,not read",
		].join("\n"),
	);
	assert.equal(events.length, 4);
	const { events: rises, thresholds } = compareDemand(makeDemand(), events);
	assert.deepEqual(
		rises.map(({ what, isVisible }) => [what, isVisible]),
		[
			["a service", true],
			["a site", false],
			["a game", true],
		],
	);
	for (const detector of ["rasai", "z-score"] as const) {
		const row = thresholds.find(
			(one) => one.detector === detector && one.threshold >= 5,
		);
		assert.deepEqual(
			[row?.nearRestriction, row?.nearOther, row?.nearNothing],
			[1, 1, 0],
			detector,
		);
		assert.equal(row?.met?.value, 0.5);
	}
});
