import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../../model/index.ts";
import { sql } from "../sql.ts";
import type { DayKey, FactsRow, JudgedRow } from "../store.ts";
import { openReader } from "./reader.ts";
import { sampleFacts } from "./sample-facts.ts";
import {
	all,
	batchOf,
	contentOf,
	judgedAs,
	RUN,
	testStore,
} from "./test-store.ts";

const KEY: DayKey = { world: "real", day: "2024-02-17" };

/** A measurement of one site at a time of the day, in a session, that was judged so. */
function measured(
	uid: string,
	time: string,
	session: string,
	state: State,
	more: {
		cc?: string;
		asn?: number;
		resolver?: number;
		mechanism?: string;
		name?: string;
	} = {},
): JudgedRow {
	const [row] = sampleFacts({ seed: 1, count: 1, days: [KEY.day] });
	if (!row) throw new Error("no sample");
	const header = {
		...row.header,
		uid,
		measuredAt: `${KEY.day}T${time}Z`,
		reportId: session,
		input: "https://site.example/",
		probeCc: more.cc ?? "PK",
		probeAsn: more.asn ?? 64496,
		resolverAsn: more.resolver ?? 64496,
		probeNetworkName: more.name ?? "Network",
	};
	return judgedAs({ header }, state, {
		service: "site",
		...(more.mechanism ? { mechanism: more.mechanism } : {}),
	});
}

const ROWS: readonly JudgedRow[] = [
	measured("a", "10:00:00", "s1", "blocked", { mechanism: "dns.injection" }),
	measured("b", "10:59:59", "s1", "likely_blocked", {
		mechanism: "dns.injection",
		resolver: 1,
	}),
	measured("c", "11:00:00", "s2", "likely_blocked", {
		mechanism: "tls.reset",
		name: "",
	}),
	measured("d", "11:10:00", "", "ok", { name: "Network, formerly Net" }),
	measured("e", "11:20:00", "", "insufficient"),
	measured("f", "12:00:00", "s3", "likely_blocked", {
		mechanism: "dns.injection",
	}),
	measured("g", "12:00:00", "s9", "ok", { asn: 64497, name: "" }),
];

test("P5: a day's counts can be worked out by hand", async (t) => {
	const { store, workspace } = await testStore(t);
	await store.writeJudged(KEY, [ROWS.slice(3), ROWS.slice(0, 3)], RUN, "input");
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const days = await reader.query(
		{ world: "real" },
		sql`SELECT * FROM daily ORDER BY asn`,
	);
	assert.deepEqual(days, [
		{
			day: KEY.day,
			cc: "PK",
			asn: 64496,
			networkName: "Network",
			target: "site.example",
			service: "site",
			function: "",
			blockedCount: 1,
			likelyBlockedCount: 3,
			throttledCount: 0,
			impairedCount: 0,
			downCount: 0,
			okCount: 1,
			insufficientCount: 1,
			measurementCount: 6,
			// s1, s2, s3 and d; e said nothing.
			sessionCount: 4,
			blockedSessionCount: 3,
			okSessionCount: 1,
			mechanism: "dns.injection",
			lastMeasuredAt: `${KEY.day}T12:00:00Z`,
			// likely_blocked is commonest, and f the latest of them.
			witnessUid: "f",
		},
		{
			...(days[1] as object),
			asn: 64497,
			networkName: "",
			okCount: 1,
			measurementCount: 1,
			mechanism: "",
			witnessUid: "g",
		},
	]);
});

test("cells count by hour and layer; masked layers and silent ones are left out; dns is keyed by the resolver's network", async (t) => {
	const { store, workspace } = await testStore(t);
	await store.writeJudged(KEY, [ROWS], RUN, "input");
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const cells = await reader.query<Record<string, unknown>>(
		{ world: "real" },
		sql`SELECT layer, resolver_asn, strftime(hour, '%H') AS hour, blocked_count AS blocked, likely_blocked_count AS likely,
			ok_count AS ok, insufficient_count AS silent, measurement_count AS n, session_count AS sessions, restricted_session_count AS restricted, resolver_count AS resolvers, rules
		FROM cells WHERE asn = ${64496} AND day = ${KEY.day} ORDER BY layer, hour, resolver_asn`,
	);
	const cell = (
		layer: string,
		resolverAsn: number,
		hour: string,
		counts: readonly number[],
		rules: Readonly<Record<string, number>>,
	) => {
		const [blocked, likely, ok, silent, n, sessions, restricted, resolvers] =
			counts;
		return {
			layer,
			resolverAsn,
			hour,
			blocked,
			likely,
			ok,
			silent,
			n,
			sessions,
			restricted,
			resolvers,
			rules,
		};
	};
	assert.deepEqual(cells, [
		cell("all", 0, "10", [1, 1, 0, 0, 2, 1, 1, 2], {
			"sample.blocked": 1,
			"sample.likely_blocked": 1,
		}),
		cell("all", 0, "11", [0, 1, 1, 1, 3, 2, 1, 1], {
			"sample.insufficient": 1,
			"sample.likely_blocked": 1,
			"sample.ok": 1,
		}),
		cell("all", 0, "12", [0, 1, 0, 0, 1, 1, 1, 1], {
			"sample.likely_blocked": 1,
		}),
		cell("dns", 1, "10", [0, 1, 0, 0, 1, 1, 1, 1], {
			"sample.likely_blocked": 1,
		}),
		cell("dns", 64496, "10", [1, 0, 0, 0, 1, 1, 1, 1], { "sample.blocked": 1 }),
		cell("dns", 64496, "11", [0, 1, 1, 1, 3, 2, 1, 1], {
			"sample.insufficient": 1,
			"sample.likely_blocked": 1,
			"sample.ok": 1,
		}),
		cell("dns", 64496, "12", [0, 1, 0, 0, 1, 1, 1, 1], {
			"sample.likely_blocked": 1,
		}),
	]);
});

test("P3: the order in which rows are judged does not show", async (t) => {
	const contents: unknown[] = [];
	for (const rows of [ROWS, [...ROWS].reverse()]) {
		const { dir, store, close } = await testStore(t);
		await store.writeJudged(
			KEY,
			rows.map((row) => [row]),
			RUN,
			"input",
		);
		contents.push(await contentOf(dir));
		await close();
	}
	assert.deepEqual(contents[0], contents[1]);
});

test("P3: a run under other rules stands beside the old one, and is seen when it is used", async (t) => {
	const { store, workspace } = await testStore(t);
	const other = { ...RUN, ruleset: "rules two" };
	await store.writeJudged(KEY, [ROWS], RUN, "input");
	await store.finishRun(RUN);
	await store.writeJudged(KEY, [ROWS.slice(0, 2)], other, "input");
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const count = async (run?: string) =>
		reader.query(
			{ world: "real", ...(run ? { run } : {}) },
			sql`SELECT count(*) AS n, min(ruleset) AS ruleset FROM verdicts`,
		);
	const runs = await reader.runs();
	const idOf = (ruleset: string) =>
		Object.keys(runs).find((id) => runs[id]?.ruleset === ruleset) ?? "";
	assert.deepEqual(await count(), [{ n: 7, ruleset: "rules one" }]);
	assert.deepEqual(await count(idOf("rules two")), [
		{ n: 2, ruleset: "rules two" },
	]);
	await assert.rejects(store.dropRun(RUN), { code: "usage" });
	await store.useRun("real", other);
	assert.deepEqual(await count(), [{ n: 2, ruleset: "rules two" }]);
	assert.equal(await reader.currentRun("real"), idOf("rules two"));
	await store.dropRun(RUN);
	assert.deepEqual(
		Object.values(await reader.runs()).map((run) => run.ruleset),
		["rules two"],
	);
	assert.deepEqual(
		await reader.query({ world: "emulated" }, sql`SELECT * FROM verdicts`),
		[],
	);
});

test("P8: a day is to be judged again when its facts or the control of the days before it changed", async (t) => {
	const { store } = await testStore(t);
	const days = ["2024-02-10", "2024-02-16", "2024-02-17"];
	const rowsOf = (day: string, seed: number): readonly FactsRow[] =>
		sampleFacts({ seed, count: 5, days: [day] });
	for (const [seed, day] of days.entries())
		await store.writeShard(batchOf(rowsOf(day, seed)));
	await store.mergeShards();
	const judge = async () => {
		const keys = store.daysToJudge("real", RUN, 3);
		for (const key of keys) {
			const rows = (await all(store.readDay(key))).map((facts) =>
				judgedAs(facts, "ok"),
			);
			await store.writeJudged(key, [rows], RUN, store.judgeInput(key, 3));
		}
		return keys.map((key) => key.day);
	};
	assert.deepEqual(await judge(), days);
	assert.deepEqual(await judge(), []);
	await store.writeShard(batchOf(rowsOf("2024-02-16", 9)));
	assert.deepEqual((await store.mergeShards()).days, [
		{ world: "real", day: "2024-02-16" },
	]);
	assert.deepEqual(await judge(), ["2024-02-16", "2024-02-17"]);
	await store.writeShard(batchOf(rowsOf("2024-02-16", 9)));
	await store.mergeShards();
	assert.deepEqual(await judge(), []);
});
