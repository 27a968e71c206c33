import assert from "node:assert/strict";
import test from "node:test";
import { iso31662 } from "iso-3166";
import { AREA_NAMES } from "./area-names.ts";
import { areaName, areaOf } from "./areas.ts";

test("an area is read by its code, its ISO name with or without marks, and names that sources use", () => {
	for (const name of ["PK-SD", "pk-sd", "Sindh", "Sindh Province", "Sind"])
		assert.deepEqual(
			areaOf("PK", name),
			{ code: "PK-SD", isPart: false },
			name,
		);
	assert.equal(areaOf("IR", "Esfahan").code, "IR-10");
	assert.equal(areaOf("VE", "Anzoátegui").code, "VE-B");
	// A division, and not its district of the same name.
	assert.equal(areaOf("BD", "Rajshahi").code, "BD-E");
	assert.equal(areaName("PK-SD"), "Sindh");
});

test("what is below a province is a part of it, and a name that is not known has no code", () => {
	for (const name of [
		"Balochistan / Kech",
		"Gwadar (Balochistan)",
		"Parts of Balochistan",
		"At least 13 districts of Balochistan",
		"Turbat, Balochistan",
	])
		assert.deepEqual(areaOf("PK", name), { code: "PK-BA", isPart: true }, name);
	for (const name of ["Quetta", "Sindh, Balochistan", "", "IN-PB"])
		assert.deepEqual(areaOf("PK", name), { code: undefined, isPart: true });
});

test("every name that is listed leads to a code of its country", () => {
	const codes = new Set(iso31662.map(({ code }) => code));
	for (const [cc, names] of Object.entries(AREA_NAMES))
		for (const [name, code] of Object.entries(names)) {
			assert.ok(
				codes.has(code) && code.startsWith(`${cc}-`),
				`${name} ${code}`,
			);
			assert.equal(areaOf(cc, name).code, code, name);
		}
});
