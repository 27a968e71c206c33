import assert from "node:assert/strict";
import test from "node:test";
import { nearest } from "./nearest.ts";

test("the nearest word wins, and a far one is no suggestion", () => {
	const known = ["import", "list", "verify", "rejects"];
	assert.equal(nearest("imprt", known), "import");
	assert.equal(nearest("verfiy", known), "verify");
	assert.equal(nearest("rej", known), "rejects");
	assert.equal(nearest("dossier", known), undefined);
	assert.equal(nearest("x", known), undefined);
});
