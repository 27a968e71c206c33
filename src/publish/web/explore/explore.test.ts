import assert from "node:assert/strict";
import test from "node:test";
import { readChoice } from "./explore-view.ts";

const DAYS = { since: "2024-02-17", until: "2024-03-01" };

test("a question names a country and something in it, and reads as people write", () => {
	const { choice, faults } = readChoice({
		cc: "PK",
		target: "News.Example",
		asn: "AS17557",
		...DAYS,
	});
	assert.deepEqual(faults, {});
	assert.deepEqual(choice, {
		cc: "PK",
		service: undefined,
		function: undefined,
		target: "news.example",
		asn: 17557,
		...DAYS,
	});
});

test("an empty form is no question and no fault", () => {
	assert.deepEqual(readChoice({}), { faults: {} });
});

test("every field that cannot be read is told, and nothing is asked", () => {
	const { choice, faults } = readChoice({
		cc: "pakistan",
		service: "X!",
		asn: "seven",
		since: "2024-02-30",
		until: "tomorrow",
	});
	assert.equal(choice, undefined);
	assert.deepEqual(Object.keys(faults).sort(), [
		"asn",
		"cc",
		"service",
		"since",
		"until",
	]);
	assert.deepEqual(Object.keys(readChoice({ cc: "pk" }).faults), ["service"]);
	assert.deepEqual(
		Object.keys(
			readChoice({
				cc: "pk",
				service: "x",
				since: "2024-03-02",
				until: "2024-03-01",
			}).faults,
		),
		["since"],
	);
});
