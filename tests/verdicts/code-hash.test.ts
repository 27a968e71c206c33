import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { JUDGING_CODE } from "../../src/judge/verdicts/code-hash.ts";

test("P3: the ruleset's hash names the code that judges as it is now", async () => {
	const { judgingCodeHash } = await import(
		pathToFileURL("scripts/judging-code.mjs").href
	);
	assert.equal(
		JUDGING_CODE,
		judgingCodeHash(),
		"run scripts/build.mjs, which writes it anew",
	);
});
