import assert from "node:assert/strict";
import test from "node:test";
import { openBlackHole } from "../net/index.ts";
import { measureWorld, planWorld } from "./index.ts";

const OPTIONS = { since: "2026-01-05", days: 8, networks: 3, sessions: 1 };

test("P3: the same seed plans the same world, another seed another one", () => {
	const plan = planWorld({ ...OPTIONS, seed: "a" });
	assert.deepEqual(planWorld({ ...OPTIONS, seed: "a" }), plan);
	assert.notDeepEqual(planWorld({ ...OPTIONS, seed: "b" }), plan);
	assert.equal(plan.sessions.length, 8 * 3);
	assert.deepEqual(
		plan.sessions.map(({ at }) => at),
		plan.sessions.map(({ at }) => at).sort(),
	);
});

test("one network is never blocked, and each of the others has a brief window", () => {
	const { episodes } = planWorld({ ...OPTIONS, seed: "a" });
	assert.deepEqual(
		[...new Set(episodes.map(({ asn }) => asn))],
		[64496, 64497],
	);
	assert.equal(episodes.length, 4);
	for (const { since, until } of episodes) assert.ok(since < until);
});

test("a session's measurements bear its time, network and report, and say that they are emulated", async (t) => {
	const plan = planWorld({ ...OPTIONS, seed: "a" });
	const [session] = plan.sessions;
	assert.ok(session);
	const blackHole = await openBlackHole();
	try {
		const records = [];
		for await (const record of measureWorld(
			{ ...plan, sessions: [session] },
			{
				blackHole,
				seed: "a",
				atOnce: 1,
				nowMs: () => performance.now(),
				softwareVersion: "0",
				signal: t.signal,
			},
		))
			records.push(record);
		assert.deepEqual(
			records.map((record) => record["input"]),
			plan.urls,
		);
		for (const record of records) {
			assert.equal(record["report_id"], session.reportId);
			assert.equal(record["probe_asn"], `AS${session.asn}`);
			assert.equal(record["probe_cc"], "QZ");
			assert.equal(
				record["test_start_time"],
				session.at.slice(0, 19).replace("T", " "),
			);
			assert.deepEqual(
				(record["annotations"] as Record<string, unknown>)["emulated"],
				"true",
			);
		}
	} finally {
		await blackHole.close();
	}
});
