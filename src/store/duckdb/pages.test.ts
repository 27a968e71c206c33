import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { addDays } from "../../base/index.ts";
import type { State } from "../../model/index.ts";
import { ofUid } from "../queries/uids.ts";
import { sql } from "../sql.ts";
import { openReader, type Reader } from "./reader.ts";
import { sampleFacts } from "./sample-facts.ts";
import {
	all,
	batchOf,
	judgedAs,
	manifestOf,
	RUN,
	testStore,
} from "./test-store.ts";

const DAYS = Array.from({ length: 20 }, (_, n) => addDays("2024-02-01", n));

test("pages see the same days and uids whether their database holds them or not, also after a day changed", async (t) => {
	const { dir, store, workspace } = await testStore(t);
	const judge = async (days: readonly string[], state: State) => {
		for (const day of days) {
			const key = { world: "real", day } as const;
			const rows = (await all(store.readDay(key))).map((facts) =>
				judgedAs(facts, state),
			);
			await store.writeJudged(key, [rows], RUN, "input");
		}
	};
	await store.writeShard(
		batchOf(sampleFacts({ seed: 1, count: 100, days: DAYS })),
	);
	await store.mergeShards();
	await judge(DAYS, "ok");
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const before = await answers(reader);
	assert.equal(
		before.days.length,
		new Set(
			before.days.map((row) => row["day"] + String(row["asn"]) + row["target"]),
		).size,
	);
	await store.finishRun(RUN);
	const { pages } = await manifestOf(dir);
	assert.ok(pages);
	assert.deepEqual(await readdir(join(dir, "derived/pages")), [
		pages.file.slice("pages/".length),
	]);
	assert.deepEqual(await answers(reader), before);

	await store.writeShard(
		batchOf(
			sampleFacts({ seed: 2, count: 5, days: ["2024-02-03", "2024-03-01"] }),
		),
	);
	await store.mergeShards();
	await judge(["2024-02-03", "2024-03-01"], "blocked");
	await store.finishRun(RUN);
	assert.equal(
		(await manifestOf(dir)).pages?.file,
		pages.file,
		"a few days are read from their partitions",
	);
	const after = await answers(reader);
	const fresh = await openReader(workspace);
	t.after(() => fresh.close());
	assert.deepEqual(await answers(fresh), after);
	assert.notDeepEqual(after, before);
	const unchanged = (rows: readonly Record<string, unknown>[]) =>
		rows.filter(
			(row) => row["day"] !== "2024-02-03" && row["day"] !== "2024-03-01",
		);
	assert.deepEqual(unchanged(after.days), unchanged(before.days));
	const facts = await all(store.readDay({ world: "real", day: "2024-03-01" }));
	for (const uid of [facts[0]?.header.uid ?? "", "nobody's"]) {
		const { where: condition } = await ofUid(reader, { world: "real" }, uid);
		const rows = await reader.query(
			{ world: "real" },
			sql`SELECT uid FROM measurements WHERE ${condition}`,
		);
		assert.deepEqual(rows, uid === "nobody's" ? [] : [{ uid }]);
	}

	await rm(join(dir, "derived", pages.file));
	const without = await openReader(workspace);
	t.after(() => without.close());
	assert.deepEqual(await answers(without), after);
});

async function answers(reader: Reader) {
	const scope = { world: "real" } as const;
	return {
		days: await reader.query<Record<string, unknown>>(
			scope,
			sql`SELECT * FROM daily ORDER BY ALL`,
		),
		sessions: await reader.query(
			scope,
			sql`SELECT * REPLACE (session::VARCHAR AS session) FROM sessions ORDER BY ALL`,
		),
		uids: await reader.query(
			scope,
			sql`SELECT DISTINCT uid_hash::VARCHAR AS hash, day FROM uid_days ORDER BY ALL`,
		),
	};
}

test("observations are spread out with the columns of the schema", async (t) => {
	const { store, workspace } = await testStore(t);
	const rows = sampleFacts({
		seed: 1,
		count: 20,
		days: ["2024-02-17", "2024-02-18"],
	});
	await store.writeShard(batchOf(rows));
	await store.mergeShards();
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const scope = { world: "real" } as const;
	const all = rows.flatMap((row) => row.observations);
	assert.deepEqual(
		await reader.query(
			scope,
			sql`SELECT layer, count(*)::INTEGER AS n, count(failure)::INTEGER AS failed, sum(read_bytes)::DOUBLE AS read_bytes
			FROM observations WHERE layer = ${"tls"} GROUP BY ALL`,
		),
		[
			{
				layer: "tls",
				n: all.filter(({ layer }) => layer === "tls").length,
				failed: all.filter(
					({ layer, failure }) => layer === "tls" && failure !== undefined,
				).length,
				readBytes: all.reduce(
					(sum, fact) =>
						sum + (fact.layer === "tls" ? (fact.readBytes ?? 0) : 0),
					0,
				),
			},
		],
	);
	const [first] = rows;
	const dns = first?.observations[0];
	assert.ok(first && dns?.layer === "dns");
	assert.deepEqual(
		await reader.query(
			scope,
			sql`SELECT uid, position, hostname, engine, answer_ips, answer_asns, answer_cnames, start_ms, classic, day::VARCHAR AS day
			FROM observations WHERE uid = ${first.header.uid} AND position = 0`,
		),
		[
			{
				uid: first.header.uid,
				position: 0,
				hostname: dns.hostname,
				engine: dns.engine,
				answerIps: dns.answers.map(({ ip }) => ip),
				answerAsns: dns.answers.map(({ asn }) => asn),
				answerCnames: [],
				startMs: dns.startMs,
				classic: undefined,
				day: first.header.measuredAt.slice(0, 10),
			},
		],
	);
});

test("a replaced file stays a while for readers that began before", async (t) => {
	const { dir, store, workspace } = await testStore(t);
	const day = ["2024-02-17"];
	await store.writeShard(
		batchOf(sampleFacts({ seed: 1, count: 5, days: day })),
	);
	await store.mergeShards();
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const scope = { world: "real" } as const;
	const count = () =>
		reader.query(scope, sql`SELECT count(*)::INTEGER AS n FROM measurements`);
	assert.deepEqual(await count(), [{ n: 5 }]);
	const files = (
		await readdir(join(dir, "derived/real/measurements/day=2024-02-17"))
	).length;
	await store.writeShard(
		batchOf(sampleFacts({ seed: 2, count: 5, days: day })),
	);
	await store.mergeShards();
	assert.equal(
		(await readdir(join(dir, "derived/real/measurements/day=2024-02-17")))
			.length,
		files + 1,
		"the old file stays a while for readers",
	);
	assert.deepEqual(await count(), [{ n: 10 }]);
});
