import assert from "node:assert/strict";
import test from "node:test";
import {
	readAmount,
	readAssumption,
	readHours,
	readShare,
	readWhen,
} from "./asked.ts";

test("a day is its first moment, and a time is of UTC", () => {
	assert.equal(readWhen("2024-02-17"), "2024-02-17T00:00:00Z");
	assert.equal(readWhen("2024-02-17T18:30"), "2024-02-17T18:30:00Z");
	assert.equal(readWhen("2024-02-17T18:30:15Z"), "2024-02-17T18:30:15Z");
	assert.equal(readWhen("2024-02-17T18:30:15.250Z"), "2024-02-17T18:30:15Z");
	assert.equal(readWhen("2024-02-29"), "2024-02-29T00:00:00Z");
});

test("what is no day, or out of the years that can be asked about, is refused", () => {
	for (const text of [
		"",
		"-2024-02-17",
		"2024-2-17",
		"2024-02-30",
		"2023-02-29",
		"2024-13-01",
		"2024-02-17T24:01",
		"2024-02-17T25:00",
		"2024-02-17T18:30+05:00",
		"0001-01-01",
		"1989-12-31",
		"2101-01-01",
		"9999-12-31",
		"+012024-01-01",
		"now",
		" 2024-02-17",
		"2024-02-17\n",
	])
		assert.equal(readWhen(text), undefined, JSON.stringify(text));
});

test("shares are written from 0 to 1 or in percent", () => {
	assert.equal(readShare("0.25"), 0.25);
	assert.equal(readShare("25%"), 0.25);
	assert.equal(readShare(" 100 % "), 1);
	assert.equal(readShare("0"), 0);
	for (const text of ["1.01", "101%", "-0.1", "", "%", "1e-1", "0x1", "NaN"])
		assert.equal(readShare(text), undefined, JSON.stringify(text));
});

test("numbers have no signs, no exponents, no separators and an end", () => {
	assert.equal(readAmount("250000"), 250_000);
	assert.equal(readAmount("0.5"), 0.5);
	for (const text of [
		"-1",
		"+1",
		"1,000",
		"1e9",
		"Infinity",
		"١٢",
		"1".repeat(16),
		"1.",
		".5",
	])
		assert.equal(readAmount(text), undefined, text);
	assert.equal(readHours("0"), undefined);
	assert.equal(readHours("876601"), undefined);
	assert.equal(readHours("87600"), 87_600);
});

test("shares among assumptions end at 1, and nothing changes hands for nothing", () => {
	assert.equal(readAssumption("digitalShare", "5%"), 0.05);
	assert.equal(readAssumption("digitalShare", "5"), undefined);
	assert.equal(readAssumption("users", "5"), 5);
	assert.equal(readAssumption("marketRate", "0"), undefined);
});
