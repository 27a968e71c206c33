import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "../sql.ts";
import type { FactsRow } from "../store.ts";
import { openReader } from "./reader.ts";
import {
	sampleCertificate,
	sampleFacts,
	seededRandom,
} from "./sample-facts.ts";
import { all, batchOf, contentOf, testStore } from "./test-store.ts";

const DAYS = ["2024-02-16", "2024-02-17"];

function filesOf(count: number): readonly (readonly FactsRow[])[] {
	return Array.from({ length: count }, (_, seed) => [
		...sampleFacts({ seed, count: 30, days: DAYS }),
		...sampleFacts({ seed: 1000 + seed, count: 5, days: DAYS, cc: "QZ" }).map(
			(row) => ({ ...row, fileHash: String(seed).repeat(64).slice(0, 64) }),
		),
		// The same measurements in every file, and one that differs in each.
		...sampleFacts({ seed: 500, count: 4, days: DAYS }).map((row, index) => ({
			...row,
			fileHash: String(seed).repeat(64).slice(0, 64),
			line: index + 100,
			...(index === 0 ? { observations: row.observations.slice(seed) } : {}),
		})),
	]);
}

function batchWithAll(rows: readonly FactsRow[], seed: number) {
	return batchOf(rows, {
		certificates: [seed, seed + 1, 40].map(sampleCertificate),
		rejects: rows.slice(0, 3).map((row) => ({
			file: `file ${seed}\t\n"`,
			fileHash: row.fileHash,
			member: "a/b\u0000",
			line: row.line,
			reason: "json_invalid" as const,
			message: "not JSON",
		})),
	});
}

test("P2, P3: order and batching of imports do not show, byte for byte", async (t) => {
	const files = filesOf(6);
	const plans: readonly (readonly (readonly number[])[])[] = [
		[[0, 1, 2, 3, 4, 5]],
		[[5], [4], [3], [2], [1], [0]],
		[[2, 0], [5, 1, 3], [4]],
		[
			[3, 3, 1],
			[1, 2, 0, 4],
			[5, 0],
		],
	];
	const contents: unknown[] = [];
	for (const plan of plans) {
		const { dir, store, close } = await testStore(t);
		for (const together of plan) {
			for (const at of together)
				await store.writeShard(batchWithAll(files[at] ?? [], at));
			await store.mergeShards();
		}
		assert.equal((await store.importedFiles()).size, 12);
		assert.deepEqual(await store.verify(), []);
		assert.deepEqual(await readdir(join(dir, "derived/shards")), []);
		contents.push(await contentOf(dir));
		await close();
	}
	for (const content of contents) assert.deepEqual(content, contents[0]);
	assert.ok(Object.keys(contents[0] as object).length > 10);
});

test("P2: any interleaving of rows, repeats included, gives the same partition", async (t) => {
	const rows = sampleFacts({ seed: 7, count: 12, days: ["2024-02-17"] });
	const random = seededRandom(1);
	let expected: unknown;
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(fc.nat(11), { maxLength: 12 }), {
				minLength: 1,
				maxLength: 4,
			}),
			async (batches) => {
				const { dir, store, close } = await testStore(t);
				const rest = [...rows].sort(() => random() - 0.5);
				for (const batch of [
					...batches.map((b) => b.flatMap((n) => rows[n] ?? [])),
					rest,
				]) {
					await store.writeShard(batchOf(batch));
					if (random() < 0.5) await store.mergeShards();
				}
				await store.mergeShards();
				const content = await contentOf(dir);
				expected ??= content;
				assert.deepEqual(content, expected);
				await close();
			},
		),
		{ numRuns: 6, seed: 3 },
	);
});

/** Without the fields that have no value. */
function known(observations: unknown): unknown {
	return JSON.parse(JSON.stringify(observations));
}

test("what was written comes back, hostile text included", async (t) => {
	const { store } = await testStore(t);
	const [base] = sampleFacts({ seed: 1, count: 1, days: ["2024-02-17"] });
	assert.ok(base);
	const hostile =
		'tab\t nl\n nul\u0000 quote" back\\ \u2028 \ud83d\ude00 \x01\x02\x1f é';
	const row: FactsRow = {
		...base,
		header: {
			...base.header,
			uid: `u ${hostile}`,
			input: hostile,
			runtimeMs: undefined,
		},
		observations: [
			{
				position: 0,
				vantage: "probe",
				role: "",
				depth: 0,
				layer: "app",
				name: "x",
				number: 1e21,
				text: hostile,
			},
		],
		problems: [hostile],
	};
	const lone: FactsRow = {
		...row,
		header: { ...row.header, uid: "lone \ud800 surrogate", runtimeMs: 1e300 },
	};
	await store.writeShard(batchOf([row, lone]));
	await store.mergeShards();
	await store.writeShard(batchOf([base]));
	await store.mergeShards();
	const stored = await all(store.readDay({ world: "real", day: "2024-02-17" }));
	assert.deepEqual(
		stored.map((facts) => facts.header.uid).sort(),
		[base.header.uid, row.header.uid, "lone \ufffd surrogate"].sort(),
	);
	const same = stored.find((facts) => facts.header.uid === row.header.uid);
	assert.deepEqual(same?.header, row.header);
	assert.deepEqual(known(same.observations), row.observations);
	assert.equal(same.conflict, false);
	const first = stored.find((facts) => facts.header.uid === base.header.uid);
	assert.deepEqual(first?.header, base.header);
	assert.deepEqual(known(first?.observations), known(base.observations));
});

test("the same uid with other facts is kept beside the first, and both are flagged", async (t) => {
	const { store } = await testStore(t);
	const [row, other] = sampleFacts({ seed: 1, count: 2, days: ["2024-02-17"] });
	assert.ok(row && other);
	const forged: FactsRow = {
		...row,
		header: { ...row.header, probeAsn: 1, probeCc: "IR" },
		line: 9,
	};
	await store.writeShard(batchOf([row, other]));
	await store.mergeShards();
	const before = await all(store.readDay({ world: "real", day: "2024-02-17" }));
	assert.deepEqual(
		before.map((facts) => facts.conflict),
		[false, false],
	);
	await store.writeShard(batchOf([forged]));
	await store.mergeShards();
	const after = await all(store.readDay({ world: "real", day: "2024-02-17" }));
	assert.deepEqual(
		after
			.map(({ header, conflict }) => [header.probeCc, header.uid, conflict])
			.sort(),
		[
			["IR", row.header.uid, true],
			["PK", row.header.uid, true],
			["PK", other.header.uid, false],
		].sort(),
	);
});

test("of the same facts in several places, the first place is kept", async (t) => {
	const { dir, store, workspace } = await testStore(t);
	const [row] = sampleFacts({ seed: 1, count: 1, days: ["2024-02-17"] });
	assert.ok(row);
	const places = [
		{ fileHash: "b".repeat(64), member: "", line: 1 },
		{ fileHash: "a".repeat(64), member: "z", line: 10 },
		{ fileHash: "a".repeat(64), member: "z", line: 9 },
		{ fileHash: "a".repeat(64), member: "zz", line: 1 },
	];
	for (const place of places)
		await store.writeShard(batchOf([{ ...row, ...place }]));
	await store.mergeShards();
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	assert.deepEqual(
		await reader.query(
			{ world: "real" },
			sql`SELECT file_hash, member, line FROM measurements`,
		),
		[places[2]],
	);
	assert.equal((await store.importedFiles()).size, 2, dir);
});

test("facts too long to be kept become a reject, and the rest goes on", async (t) => {
	const { store, workspace } = await testStore(t);
	const [row, other] = sampleFacts({ seed: 1, count: 2, days: ["2024-02-17"] });
	assert.ok(row && other);
	const long: FactsRow = {
		...row,
		observations: [
			{
				position: 0,
				vantage: "probe",
				role: "",
				depth: 0,
				layer: "app",
				name: "x",
				text: "é".repeat(1_100_000),
			},
		],
	};
	const summary = await store.writeShard(batchOf([long, other]));
	assert.equal(summary.measurementCount, 1);
	assert.equal(summary.rejectCount, 1);
	await store.mergeShards();
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	assert.deepEqual(
		await reader.query(
			{ world: "real" },
			sql`SELECT reason, line FROM rejects`,
		),
		[{ reason: "json_too_large", line: row.line }],
	);
});

test("rows of a partition stand in the stated order, whatever its size", async (t) => {
	const { store, workspace } = await testStore(t);
	for (let seed = 0; seed < 3; seed += 1)
		await store.writeShard(
			batchOf(sampleFacts({ seed, count: 1500, days: ["2024-02-17"] })),
		);
	await store.mergeShards();
	const reader = await openReader(workspace, { threads: 1 });
	t.after(() => reader.close());
	const uids = (
		await all(store.readDay({ world: "real", day: "2024-02-17" }))
	).map(({ header }) => [header.probeCc, header.probeAsn, header.uid]);
	assert.equal(uids.length, 4500);
	const sorted = await reader.query<{ cc: string; asn: number; uid: string }>(
		{ world: "real" },
		sql`SELECT probe_cc AS cc, probe_asn AS asn, uid FROM measurements ORDER BY ALL`,
	);
	assert.deepEqual(
		uids,
		sorted.map(({ cc, asn, uid }) => [cc, asn, uid]),
	);
});
