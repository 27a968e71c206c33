/**
 * Imports and judges made-up files, for tests that kill the program: it goes
 * on where a killed one stopped.
 */
import { openWorkspace } from "../files/index.ts";
import { sampleCertificate, sampleFacts } from "./sample-facts.ts";
import { openStore } from "./store.ts";
import { all, batchOf, judgedAs, RUN, testClock } from "./test-store.ts";

const FILE_COUNT = 9;
const DAYS = ["2024-02-15", "2024-02-16", "2024-02-17"];

export async function importAndJudge(dir: string): Promise<void> {
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: testClock,
		program: "crash-writer",
	});
	const store = await openStore(workspace, { code: "test" });
	const imported = await store.importedFiles();
	for (let seed = 0; seed < FILE_COUNT; seed += 1) {
		const rows = sampleFacts({ seed, count: 60, days: DAYS });
		if (!imported.has(rows[0]?.fileHash ?? ""))
			await store.writeShard(
				batchOf(rows, { certificates: [sampleCertificate(seed)] }),
			);
		if (seed % 3 < 2) continue;
		await store.mergeShards();
		for (const key of store.daysToJudge("real", RUN, 3)) {
			const facts = await all(store.readDay(key));
			const rows = facts.map((row) =>
				judgedAs(row, row.header.probeAsn % 2 ? "ok" : "blocked"),
			);
			await store.writeJudged(key, [rows], RUN, store.judgeInput(key, 3));
		}
	}
	store.close();
	await workspace.close();
}
