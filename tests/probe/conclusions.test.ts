/** The verdict keys that OONI's tools look for, held against what OONI's own program wrote. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { conclude } from "../../src/measure/probe/index.ts";

const FOLDER = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/ooni/measurements/qa",
);
const KEYS = [
	"blocking",
	"accessible",
	"dns_consistency",
	"dns_experiment_failure",
	"http_experiment_failure",
	"status_code_match",
	"headers_match",
	"title_match",
	"body_length_match",
] as const;

test("on records of OONI's emulated network, we conclude what web_connectivity 0.5 concluded", (t) => {
	if (!existsSync(FOLDER)) {
		t.skip(`RASAI_SHARED not found: ${FOLDER}`);
		return;
	}
	const wrong: string[] = [];
	let compared = 0;
	for (const name of readdirSync(FOLDER)) {
		const record = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
		if (!String(record.test_version).startsWith("0.5.28")) continue;
		const found = conclude(record.test_keys, new URL(record.input).hostname);
		for (const key of KEYS) {
			compared++;
			if (found[key] !== (record.test_keys[key] ?? null))
				wrong.push(
					`${name} ${key}: ${found[key]} for ${record.test_keys[key]}`,
				);
		}
	}
	assert.ok(compared > 100, `${compared} keys compared`);
	assert.deepEqual(wrong, []);
});
