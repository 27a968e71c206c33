import assert from "node:assert/strict";
import test from "node:test";
import { readRows, typeOfValue } from "./values.ts";

test("values come out as the embedded engine gives them", () => {
	assert.deepEqual(
		readRows(
			[
				{ name: "measured_at", type: "DateTime64(6, 'UTC')" },
				{ name: "first_on", type: "Nullable(Date)" },
				{ name: "count", type: "UInt64" },
				{ name: "rules", type: "Map(LowCardinality(String), Int32)" },
				{ name: "hours", type: "Array(Nullable(Int64))" },
				{ name: "runtime_ms", type: "Nullable(Int64)" },
			],
			[
				[
					"2024-02-17 10:30:00.250000",
					"2024-02-17",
					"12",
					{ a: 1 },
					["1", null],
					null,
				],
			],
		),
		[
			{
				measuredAt: "2024-02-17T10:30:00.250Z",
				firstOn: "2024-02-17",
				count: 12,
				rules: { a: 1 },
				hours: [1, undefined],
				runtimeMs: undefined,
			},
		],
	);
});

test("a number that is not exact, and a type that is not known, are refused", () => {
	assert.throws(
		() => readRows([{ name: "n", type: "UInt64" }], [["9007199254740993"]]),
		RangeError,
	);
	assert.throws(
		() => readRows([{ name: "n", type: "Decimal(9, 2)" }], [["1"]]),
		TypeError,
	);
});

test("bound values say their types", () => {
	const types = ["a", 1, 1.5, true, ["a"], [1], [1.5]].map(typeOfValue);
	assert.deepEqual(types, [
		"String",
		"Int64",
		"Float64",
		"Bool",
		"Array(String)",
		"Array(Int64)",
		"Array(Float64)",
	]);
});
