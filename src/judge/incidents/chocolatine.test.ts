import assert from "node:assert/strict";
import test from "node:test";
import { detectByChocolatine } from "./chocolatine.ts";
import { createRandom } from "./testing.ts";

/** Ten weeks by the hour with a daily rhythm; `part` of it is left. */
function makePoints(part: (hour: number) => number) {
	const random = createRandom(3);
	return Array.from({ length: 1680 }, (_, at) => ({
		at,
		value: (100 + 40 * Math.sin((at * Math.PI) / 12) + 4 * random()) * part(at),
	}));
}

test("the seasonal baseline finds a fall and its end, and no rhythm", () => {
	const changes = detectByChocolatine(
		makePoints((hour) => (hour >= 1300 && hour < 1330 ? 0.2 : 1)),
	);
	assert.deepEqual(
		changes.map(({ direction, at }) => [direction, at]),
		[
			["onset", 1300],
			["ending", 1330],
		],
	);
	assert.deepEqual(detectByChocolatine(makePoints(() => 1)), []);
});
