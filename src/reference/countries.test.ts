import assert from "node:assert/strict";
import { test } from "node:test";
import { COUNTRY_CODES, countryName, isCountryCode } from "./countries.ts";

test("every ISO 3166-1 code has a name of its own", () => {
	assert.equal(COUNTRY_CODES.length, 250);
	assert.equal(new Set(COUNTRY_CODES).size, 250);
	const names = COUNTRY_CODES.map((cc) => countryName(cc));
	assert.equal(new Set(names).size, 250);
	for (const [index, name] of names.entries())
		assert.notEqual(name, COUNTRY_CODES[index], `no name for ${name}`);
	assert.equal(countryName("PK"), "Pakistan");
});

test("the emulated and the unknown country have names and are codes", () => {
	assert.equal(countryName("QZ"), "Emulated country");
	assert.equal(countryName("ZZ"), "Unknown country");
	assert.ok(isCountryCode("QZ") && isCountryCode("ZZ") && isCountryCode("PK"));
	assert.ok(!COUNTRY_CODES.includes("QZ") && !COUNTRY_CODES.includes("ZZ"));
});

test("codes that are none stay as they are", () => {
	for (const cc of ["", "pk", "QQ", "PAK", "A1"]) {
		assert.ok(!isCountryCode(cc), cc);
		assert.equal(countryName(cc), cc);
	}
});

test("names come in other languages", () => {
	assert.equal(countryName("DE", "ur"), "جرمنی");
});
