import assert from "node:assert/strict";
import { test } from "node:test";
import { type MeasuredSession, weighSessions } from "./weighing.ts";

const session = (
	name: string,
	counts: MeasuredSession["counts"],
): MeasuredSession => ({ asn: 64500, session: name, counts, witnesses: {} });

test("a session that met a block and slowness met a restriction, and is counted once on the heavier side", () => {
	const { blockedSessionCount, slowedSessionCount, unclearSessionCount } =
		weighSessions([
			session("a", { likely_blocked: 1, throttled: 1, ok: 1 }),
			session("b", { blocked: 1, throttled: 2 }),
			session("b", { throttled: 1 }),
			session("c", { blocked: 1, ok: 1 }),
		]);
	assert.deepEqual(
		[blockedSessionCount, slowedSessionCount, unclearSessionCount],
		[1, 1, 1],
	);
});
