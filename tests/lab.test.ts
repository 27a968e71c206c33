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

async function runAll(
	form: (typeof LAB_FORMS)[number],
	loss: number,
	signal: AbortSignal,
): Promise<readonly LabResult[]> {
	const results: LabResult[] = [];
	for await (const result of runScenarios(SCENARIOS, {
		form,
		repeat,
		loss,
		atOnce: 10,
		seed: "test",
		nowMs: () => performance.now(),
		startedAt: new Date("2026-01-01T00:00:00Z"),
		softwareVersion: "0.0.0",
		signal,
	}))
		results.push(result);
	return results;
}

const shown = ({ scenario, label, expected, found }: LabResult) => ({
	scenario,
	label,
	expected,
	found,
});

for (const form of LAB_FORMS)
	test(`P6: what the probe finds in every scenario is what is done in it (${form})`, async (t) => {
		const without = form === "namespaces" ? whyNoNamespaces() : undefined;
		if (without !== undefined) {
			t.skip(`NAMESPACES NOT PERMITTED: ${without}`);
			return;
		}
		const results = await runAll(form, 0, t.signal);
		assert.deepEqual(
			results.filter(({ wrong }) => wrong.length > 0).map(shown),
			[],
		);
		assert.ok(results.length >= 130 * repeat, `${results.length} results`);
		if (form === "namespaces") assert.ok(usesIpv6(results), "no IPv6");
		t.diagnostic(`${results.length} emulated measurements, all right`);
	});

/** A connection over IPv6 in the open network: that it breaks elsewhere then means something. */
function usesIpv6(results: readonly LabResult[]): boolean {
	return results
		.filter(({ scenario }) => scenario === "open-network")
		.some(({ record }) =>
			/"ip":"2001:[^"]*","port":443,"status":\{[^}]*"success":true/.test(
				JSON.stringify(record),
			),
		);
}

test("P6: with one packet in fifty lost, blocking is never claimed where there is none (namespaces)", async (t) => {
	const without = repeat === 1 ? "only in test:lab" : whyNoNamespaces();
	if (without !== undefined) {
		t.skip(`LOSSY RUN LEFT OUT: ${without}`);
		return;
	}
	const results = await runAll("namespaces", 0.02, t.signal);
	assert.deepEqual(
		results.filter(({ falseAlarm }) => falseAlarm).map(shown),
		[],
	);
	const right = results.filter(({ wrong }) => wrong.length === 0).length;
	t.diagnostic(
		`${results.length} emulated measurements on lossy lines: ${right} right, no false alarm`,
	);
});
