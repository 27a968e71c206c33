/**
 * Imports beside a server that reads the same workspace, until it is killed:
 * file after file of made-up records of the day after the store's last, each
 * received, read, folded into the day and judged, as a live installation does.
 * Says how many measurements came in so far, a line a file.
 */
import { systemClock } from "../../src/base/index.ts";
import type { ArchiveFile } from "../../src/gather/archives/index.ts";
import { emulateCorpus } from "../../src/measure/lab/index.ts";
import { importArchives, openReference } from "../../src/pipeline/index.ts";
import {
	openArchive,
	openStore,
	openWorkspace,
} from "../../src/store/index.ts";
import { shippedServices } from "./big-store.ts";

const RECORDS_A_FILE = 500;

const workspace = await openWorkspace(process.argv[2] ?? "", {
	mode: "write",
	clock: systemClock,
	program: "bench",
});
const store = await openStore(workspace, { code: "bench" });
const target = {
	paths: workspace.paths,
	archive: await openArchive(workspace),
	store,
	reference: await openReference(workspace.paths, await shippedServices()),
	clock: systemClock,
};
const began = Date.now();
for (let file = 0, count = 0; ; file += 1) {
	const { measurements } = await importArchives(
		[recordsOf(`${began}-${file}`)],
		target,
		{
			workers: 1,
		},
	);
	count += measurements;
	process.stdout.write(`${count}\n`);
}

/** Records as if of Pakistan, of which the store holds most. */
function recordsOf(seed: string): ArchiveFile {
	return {
		name: `bench:${seed}.jsonl`,
		bytes: undefined,
		async *open() {
			for (const line of emulateCorpus({
				seed,
				mix: "36kB",
				count: RECORDS_A_FILE,
			}))
				yield Buffer.from(
					`${line.replace('"probe_cc":"QZ"', '"probe_cc":"PK"')}\n`,
				);
		},
	};
}
