import assert from "node:assert/strict";
import test from "node:test";
import {
	readAsn,
	readCc,
	readDay,
	readId,
	readPage,
	readTarget,
	readUid,
} from "./params.ts";

test("parts of an address are read or refused", () => {
	assert.equal(readCc("pk"), "PK");
	assert.equal(readCc("PK"), undefined);
	assert.equal(readCc("p1"), undefined);
	assert.equal(readAsn("as64496"), 64496);
	assert.equal(readAsn("as4294967295"), 4294967295);
	for (const bad of [
		"as4294967296",
		"as",
		"64496",
		"as-1",
		"as1e3",
		"as99999999999",
	])
		assert.equal(readAsn(bad), undefined, bad);
	assert.equal(readDay("2024-02-29"), "2024-02-29");
	for (const bad of [
		"2023-02-29",
		"2024-13-01",
		"2024-1-1",
		"24-01-01",
		"2024-02-29T00",
	])
		assert.equal(readDay(bad), undefined, bad);
	assert.equal(readId("nord_vpn"), "nord_vpn");
	for (const bad of ["", "X", "x y", "x'", "x".repeat(61)])
		assert.equal(readId(bad), undefined, bad);
	assert.equal(readTarget("signal/chat"), "signal/chat");
	for (const bad of ["", "a\u0000b", "a\nb", "x".repeat(301)])
		assert.equal(readTarget(bad), undefined, JSON.stringify(bad));
	assert.equal(
		readUid("20250301023241.072717_QZ_webconnectivity_e7789b1f1732ed70"),
		"20250301023241.072717_QZ_webconnectivity_e7789b1f1732ed70",
	);
	for (const bad of ["", "../x", "a/b", "a b", "<a>", "x".repeat(201)])
		assert.equal(readUid(bad), undefined, bad);
	assert.equal(readPage(undefined), 1);
	assert.equal(readPage("12"), 12);
	for (const bad of ["0", "-1", "1.5", "1e3", "999999"])
		assert.equal(readPage(bad), undefined, bad);
});
