import assert from "node:assert/strict";
import test from "node:test";
import { medianOf, medianWithin } from "./median.ts";
import { createRandom } from "./testing.ts";

test("the median is that of the sorted list, with repeats and in any order", () => {
	const random = createRandom(1);
	for (let count = 1; count < 80; count++) {
		const values = Array.from({ length: count }, () =>
			Math.floor(random() * 20),
		);
		const sorted = [...values].sort((a, b) => a - b);
		const middle = count >> 1;
		const expected =
			count % 2 === 1
				? sorted[middle]
				: ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
		assert.equal(medianOf(values), expected, values.join());
		const longer = Float64Array.from([...values, -1e9, 1e9]);
		assert.equal(medianWithin(longer, count), expected);
	}
	assert.equal(medianOf([]), 0);
});
