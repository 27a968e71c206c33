import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../sql.ts";
import { cacheQueries } from "./cached.ts";

const REAL = { world: "real" } as const;

/** A reader that counts what it is asked, and whose stamp can be changed. */
function counting() {
	const state = { asked: 0, stamp: "one" };
	const reader = {
		async query<Row>(): Promise<readonly Row[]> {
			state.asked += 1;
			return [{ n: state.asked } as Row];
		},
		stamp: async () => state.stamp,
	};
	return { state, kept: cacheQueries(reader) };
}

test("a question is asked once until what it rests on differs", async () => {
	const { state, kept } = counting();
	assert.deepEqual(await kept.query(REAL, sql`SELECT 1`), [{ n: 1 }]);
	assert.deepEqual(await kept.query(REAL, sql`SELECT 1`), [{ n: 1 }]);
	assert.deepEqual(await kept.query(REAL, sql`SELECT 2`), [{ n: 2 }]);
	state.stamp = "two";
	assert.deepEqual(await kept.query(REAL, sql`SELECT 1`), [{ n: 3 }]);
	assert.equal(state.asked, 3);
});

test("one question in two scopes has two answers", async () => {
	const { kept } = counting();
	const days = { since: "2024-01-01", until: "2024-01-02" };
	assert.deepEqual(await kept.query(REAL, sql`SELECT 1`), [{ n: 1 }]);
	assert.deepEqual(await kept.query({ ...REAL, days }, sql`SELECT 1`), [
		{ n: 2 },
	]);
});
