import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSubscriberShares } from "./subscriber-shares.ts";

const HEAD = "cc,asn,share,source,vintage\n";

test("shares are read by country and network, with their source and vintage", () => {
	const { countries, problems } = parseSubscriberShares(
		`${HEAD}QZ,64496,41.5,Made up,2025-03\nQZ,64497,30,Made up,2025-03\n`,
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(countries.get("QZ"), {
		percentOf: new Map([
			[64496, 41.5],
			[64497, 30],
		]),
		source: "Made up",
		vintage: "2025-03",
	});
});

test("a country with one row that cannot be used is left out whole, and the row is named", () => {
	for (const row of [
		"QZ,none,10,Made up,2025",
		"QZ,64497,110,Made up,2025",
		"QZ,64497,-1,Made up,2025",
		"QZ,64496,10,Made up,2025",
		"QZ,64497,10,,2025",
		"QZ,64497,10,Made up,last year",
		"QZ,64497,10,Someone else,2025",
		"QZ,64497,61,Made up,2025",
	]) {
		const { countries, problems } = parseSubscriberShares(
			`${HEAD}QZ,64496,41,Made up,2025\nPK,64499,5,Made up,2025\n${row}\n`,
		);
		assert.deepEqual([...countries.keys()], ["PK"], row);
		assert.equal(problems.length, 1, row);
	}
});

test("P7: a file of anything is refused in words, never by an exception", () => {
	for (const text of ["", "{}", "cc,asn\nQZ,1\n", '"\u0000', "a".repeat(9999)])
		assert.equal(parseSubscriberShares(text).countries.size, 0);
});
