import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FACTS_CODE } from "../../src/judge/observations/index.ts";
import { JUDGING_CODE } from "../../src/judge/verdicts/code-hash.ts";

test("P3: the ruleset's hash names the code that judges as it is now", async () => {
	const { judgingCodeHash } = await hashes();
	assert.equal(JUDGING_CODE, judgingCodeHash(), REMEDY);
});

test("P3: what facts say they were made by names the code that reads them as it is now", async () => {
	const { factsCodeHash } = await hashes();
	assert.equal(FACTS_CODE, factsCodeHash(), REMEDY);
});

const REMEDY = "run scripts/build.mjs, which writes it anew";

function hashes() {
	return import(pathToFileURL("scripts/judging-code.mjs").href);
}
