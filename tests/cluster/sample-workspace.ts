/** A workspace of made-up measurements and verdicts, the same for the same seed: what both engines are asked about. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { State } from "../../src/model/index.ts";
import { sampleFacts } from "../../src/store/duckdb/sample-facts.ts";
import {
	batchOf,
	judgedAs,
	RUN,
	testClock,
} from "../../src/store/duckdb/test-store.ts";
import {
	createWorkspace,
	openStore,
	openWorkspace,
	type RunKey,
	type Store,
	type Workspace,
} from "../../src/store/index.ts";

const DAYS = ["2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02"];
const COUNTRIES = ["PK", "IN", "IR"];
const STATES: readonly State[] = [
	"blocked",
	"likely_blocked",
	"throttled",
	"impaired",
	"down",
	"ok",
	"ok",
	"ok",
	"insufficient",
];
const MECHANISMS = ["dns.injection.bogon", "tls.reset.sni", "http.blockpage"];
const SERVICES = ["x", "signal", undefined];

export interface SampleWorkspace {
	readonly workspace: Workspace;
	readonly store: Store;
	/** Adds measurements to the days and judges what changed. */
	add(seed: number, count: number): Promise<void>;
	/** Judges all days under another run, and makes it the one that queries see. */
	judgeAnew(run: RunKey): Promise<void>;
}

export async function sampleWorkspace(
	t: Pick<TestContext, "after">,
): Promise<SampleWorkspace> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-cluster-"));
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: testClock,
		program: "test",
	});
	const store = await openStore(workspace, { code: "test" });
	t.after(async () => {
		store.close();
		await workspace.close();
		await rm(dir, { recursive: true, force: true });
	});
	return {
		workspace,
		store,
		async add(seed, count) {
			for (const [index, cc] of COUNTRIES.entries()) {
				const rows = sampleFacts({
					seed: seed * 10 + index,
					count,
					days: DAYS,
					cc,
					hostnameCount: 12,
				});
				const rejects = rows.slice(0, 3).map((row) => ({
					file: `sample ${cc}`,
					fileHash: row.fileHash,
					member: "",
					line: row.line,
					reason: "json_invalid" as const,
					message: "made up: it's \\ odd",
				}));
				await store.writeShard({ ...batchOf(rows), rejects });
			}
			await store.mergeShards();
			await judgeAll(store, RUN);
		},
		async judgeAnew(run) {
			await judgeAll(store, run);
			await store.useRun("real", run);
		},
	};
}

async function judgeAll(store: Store, run: RunKey): Promise<void> {
	for (const key of store.daysToJudge("real", run, 1)) {
		const rows = [];
		for await (const batch of store.readDay(key))
			for (const facts of batch) {
				const number = numberOf(facts.header.uid);
				const state = STATES[number % STATES.length] ?? "ok";
				const service =
					SERVICES[numberOf(facts.header.input) % SERVICES.length];
				const isRestricted = /blocked|throttled/.test(state);
				const mechanism = MECHANISMS[number % MECHANISMS.length];
				rows.push(
					judgedAs(facts, state, {
						...(isRestricted && mechanism ? { mechanism } : {}),
						...(service ? { service } : {}),
					}),
				);
			}
		await store.writeJudged(key, [rows], run, store.judgeInput(key, 1));
	}
	await store.finishRun(run);
}

/** A number that a text always gives. */
function numberOf(text: string): number {
	let number = 7;
	for (const letter of text)
		number = (Math.imul(number, 31) + letter.charCodeAt(0)) >>> 0;
	return number >>> 3;
}
