/** One import of a corpus into a workspace of its own, timed. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../src/base/index.ts";
import { localFile } from "../src/gather/archives/index.ts";
import { importArchives } from "../src/pipeline/index.ts";
import {
	emptyAsn,
	parseFingerprints,
	parseServices,
	snapshotOf,
} from "../src/reference/index.ts";
import {
	createWorkspace,
	openArchive,
	openStore,
	openWorkspace,
} from "../src/store/index.ts";
import type { CorpusFiles } from "./corpus-files.ts";
import { fingerprintTexts } from "./fingerprint-texts.ts";

const texts = fingerprintTexts();
export const fingerprints = parseFingerprints(texts);
export const services = parseServices(
	JSON.parse(await readFile("data/services/services.json", "utf8")),
);

/** Seconds of the whole and of its steps. */
export interface ImportTimes {
	readonly seconds: number;
	/** Receive, read, observe, shards. */
	readonly readSeconds: number;
	/** Fold into days, with the control. */
	readonly mergeSeconds: number;
	readonly judgeSeconds: number;
}

export interface TimedImport {
	readonly measurements: number;
	/** Of the processor: of all threads together. */
	readonly processor: ImportTimes;
	/** By the clock on the wall. */
	readonly wall: ImportTimes;
	readonly peakBytes: number;
}

export async function importOnce(
	corpus: CorpusFiles,
	workers: number,
): Promise<TimedImport> {
	const folder = await mkdtemp(join(tmpdir(), "rasai-import-bench-"));
	let peakBytes = 0;
	const watch = setInterval(() => {
		peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
	}, 50);
	try {
		await createWorkspace(folder);
		const workspace = await openWorkspace(folder, {
			mode: "write",
			clock: systemClock,
			program: "bench",
		});
		const store = await openStore(workspace, { code: "bench" });
		const processor = stopwatch(processorSeconds);
		const wall = stopwatch(() => performance.now() / 1000);
		const mark = (phase: string): void => {
			processor.mark(phase);
			wall.mark(phase);
		};
		const summary = await importArchives(
			corpus.paths.map((path) => localFile(path)),
			{
				paths: workspace.paths,
				archive: await openArchive(workspace),
				store,
				reference: {
					snapshot: snapshotOf({ fingerprints, services, asn: emptyAsn }),
					fingerprintTexts: texts,
				},
				clock: systemClock,
			},
			{
				workers,
				progress: { update: ({ unit }) => mark(unit), finish() {} },
			},
		);
		const times = { processor: processor.times(), wall: wall.times() };
		store.close();
		await workspace.close();
		return { measurements: summary.measurements, ...times, peakBytes };
	} finally {
		clearInterval(watch);
		await rm(folder, { recursive: true });
	}
}

/** Processor time is that of all threads: what zlib's and DuckDB's threads do counts as if it were done here. */
export function processorSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

/** Takes the time of each step by its first word of progress. */
function stopwatch(now: () => number): {
	mark(phase: string): void;
	times(): ImportTimes;
} {
	const since = now();
	const marks = new Map<string, number>();
	return {
		mark(phase) {
			if (!marks.has(phase)) marks.set(phase, now() - since);
		},
		times() {
			const seconds = now() - since;
			const folding = marks.get("partitions") ?? seconds;
			const judging = marks.get("days") ?? seconds;
			return {
				seconds,
				readSeconds: folding,
				mergeSeconds: judging - folding,
				judgeSeconds: seconds - judging,
			};
		},
	};
}
