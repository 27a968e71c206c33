import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import fc from "fast-check";
import {
	COST_KINDS,
	estimateCost,
	readCalibration,
	readIndicators,
	scopeAsked,
} from "../../../account/costs/index.ts";
import { parseServices } from "../../../reference/index.ts";
import {
	ASSUMPTION_NAMES,
	type CostTexts,
	readCostQuery,
	searchOf,
	textsOf,
} from "./cost-query.ts";

const services = parseServices(
	JSON.parse(readFileSync("data/services/services.json", "utf8")),
);
const indicators = readIndicators(
	readFileSync("data/cost/indicators.csv", "utf8"),
);
const calibration = readCalibration(
	JSON.parse(readFileSync("data/cost/calibration.json", "utf8")),
);
/** The fields that an address of this query gives. */
function parsed(search: string): CostTexts {
	const query = new URLSearchParams(search);
	return textsOf({ query: (name) => query.get(name) ?? undefined });
}

const FIELDS = [
	...["incident", "cc", "kind", "service", "since", "until", "hours", "scope"],
	...ASSUMPTION_NAMES,
];

test("P7: whatever an address holds is read or refused with a fault, and never thrown over", () => {
	const texts = fc.dictionary(
		fc.constantFrom(...FIELDS),
		fc.oneof(
			fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
			fc.constantFrom(
				"pk",
				"full",
				"service",
				"2024-01-01",
				"1",
				"-1",
				"1e400",
			),
		),
	);
	fc.assert(
		fc.property(texts, (given) => {
			const read = readCostQuery(given, services);
			assert.ok(read.kind !== "faults" || read.faults.length > 0);
		}),
		{ numRuns: 300 },
	);
});

test("P13: of any event that can be asked, amounts are finite, not negative and in order", () => {
	const texts = fc.record(
		{
			cc: fc.constantFrom("pk", "IR", "ke", "ug", "de", "aq"),
			kind: fc.constantFrom(...COST_KINDS),
			service: fc.constantFrom("x", "Telegram", "signal"),
			since: fc.constantFrom("1990-01-01", "2016-12-31T23:59", "2024-02-29"),
			hours: fc.constantFrom("0.001", "24", "87600", "876600"),
			scope: fc.constantFrom("100%", "0.000001", "0.5"),
			degree: fc.constantFrom("0", "0.4", "1"),
			serviceWeight: fc.constantFrom("0", "1"),
			users: fc.constantFrom("0", "999999999999999"),
			digitalShare: fc.constantFrom("0", "100%"),
			marketRate: fc.constantFrom("0.000000001", "999999999999999"),
		},
		{ requiredKeys: ["cc", "kind", "service", "since", "hours", "scope"] },
	);
	fc.assert(
		fc.property(texts, (given) => {
			const read = readCostQuery(given, services);
			assert.ok(read.kind === "asked" && "event" in read.query.of);
			const { of, scope, assumptions } = read.query;
			const { methods } = estimateCost(
				{ ...of.event, scope: scopeAsked(of.event.kind, scope) },
				{ indicators, calibration, assumptions },
			);
			for (const { method, low, mid, high } of methods)
				assert.ok(
					low === null ||
						mid === null ||
						high === null ||
						(low >= 0 && low <= mid && mid <= high && Number.isFinite(high)),
					`${method}: ${low} ${mid} ${high} of ${JSON.stringify(given)}`,
				);
		}),
		{ numRuns: 300 },
	);
});

test("what is read from an address gives the same address again, in one order", () => {
	const search =
		"cc=pk&kind=full&since=2023-05-09T00%3A00&hours=24&degree=40%25";
	assert.equal(searchOf(parsed(search)), search);
	assert.equal(
		searchOf(parsed(`hours=24&cc=+pk&turnover=5&utm=1&since=&kind=full`)),
		"cc=pk&kind=full&hours=24",
	);
});
