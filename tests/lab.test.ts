/**
 * The lab: every scenario is set up on loopback, measured with the real probe
 * and judged with the real rules. `RASAI_LAB_REPEAT` says how often;
 * `npm run test:lab` does it twenty times.
 */
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import test from "node:test";
import { SCENARIOS, whyNoNamespaces } from "../src/measure/lab/index.ts";
import { MECHANISMS } from "../src/model/index.ts";
import {
	LAB_FORMS,
	type LabResult,
	runScenarios,
} from "../src/pipeline/index.ts";

const repeat = Number(process.env["RASAI_LAB_REPEAT"] ?? 1);

test("there are at least 60 scenarios, each told apart, each expecting a mechanism of the tree", () => {
	assert.ok(SCENARIOS.length >= 60, `${SCENARIOS.length} scenarios`);
	assert.equal(new Set(SCENARIOS.map(({ id }) => id)).size, SCENARIOS.length);
	for (const { id, cases } of SCENARIOS) {
		assert.equal(
			new Set(cases.map(({ label }) => label)).size,
			cases.length,
			id,
		);
		for (const { expect } of cases)
			assert.ok(
				expect.mechanism === null || expect.mechanism in MECHANISMS,
				id,
			);
	}
});

/** Of the form that takes minutes, once: one of each kind. All of them in the long run. */
const BRIEFLY = new Set(
	"dns-bogon-path dns-nxdomain-resolver ip-drop ip-reset sni-reset sni-drop mitm-self-signed http-reset site-geoblock loss-some".split(
		" ",
	),
);

for (const form of LAB_FORMS)
	test(`P6: what the probe finds in every scenario is what is done in it (${form})`, async (t) => {
		const without = form === "namespaces" ? whyNoNamespaces() : undefined;
		if (without !== undefined) {
			t.skip(`NAMESPACES NOT PERMITTED: ${without}`);
			return;
		}
		const scenarios =
			form === "namespaces" && repeat === 1
				? SCENARIOS.filter(({ id }) => BRIEFLY.has(id))
				: SCENARIOS;
		const results: LabResult[] = [];
		for await (const result of runScenarios(scenarios, {
			form,
			repeat,
			atOnce: 10,
			seed: "test",
			nowMs: () => performance.now(),
			startedAt: new Date("2026-01-01T00:00:00Z"),
			softwareVersion: "0.0.0",
			signal: t.signal,
		}))
			results.push(result);
		assert.deepEqual(
			results
				.filter(({ wrong }) => wrong.length > 0)
				.map(({ scenario, label, expected, found }) => ({
					scenario,
					label,
					expected,
					found,
				})),
			[],
		);
		assert.ok(scenarios.length >= BRIEFLY.size);
		assert.ok(results.length >= scenarios.length * repeat);
	});
