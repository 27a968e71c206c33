/** The threads of detection, each with a detector of its own; or this very thread where there is one. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { RasaiError } from "../../base/index.ts";
import { createDetector, type Episode } from "../../judge/incidents/index.ts";
import { type SetToDetect, setEpisodes } from "./set-episodes.ts";

export interface DetectPool {
	/** Rejects where a thread is gone. */
	detect(set: SetToDetect): Promise<readonly Episode[]>;
	/** Sends what waits to be sent with more. */
	flush(): void;
	close(): Promise<void>;
}

export type ToDetectWorker = readonly SetToDetect[];
export type FromDetectWorker = readonly (readonly Episode[])[];

/** Cells that are sent at once: a message costs as much as looking at some hundred. */
const BATCH_CELLS = 20_000;
/** So many are looked at in this thread before others are started, which takes as long. */
const FEW_CELLS = 200_000;

export function openDetectPool(workers: number): DetectPool {
	return workers > 1 ? threadPool(workers) : thisThread();
}

function thisThread(): DetectPool {
	const detector = createDetector();
	return {
		detect: async (set) => setEpisodes(set, detector),
		flush() {},
		async close() {},
	};
}

interface Waiting {
	readonly set: SetToDetect;
	readonly done: (found: readonly Episode[]) => void;
	readonly failed: (error: unknown) => void;
}

function threadPool(workers: number): DetectPool {
	const here = thisThread();
	let threads: readonly Thread[] = [];
	let seen = 0;
	let batch: Waiting[] = [];
	let cells = 0;
	const flush = (): void => {
		if (batch.length === 0) return;
		if (threads.length === 0)
			threads = Array.from({ length: workers }, startThread);
		const thread = threads.reduce((a, b) =>
			b.waiting() < a.waiting() ? b : a,
		);
		thread.send(batch);
		[batch, cells] = [[], 0];
	};
	return {
		detect(set) {
			const own = set.series.reduce((sum, one) => sum + one.cellCount, 0);
			seen += own;
			if (seen < FEW_CELLS) return here.detect(set);
			return new Promise((done, failed) => {
				batch.push({ set, done, failed });
				cells += own;
				if (cells >= BATCH_CELLS) flush();
			});
		},
		flush,
		async close() {
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

interface Thread {
	send(batch: readonly Waiting[]): void;
	waiting(): number;
	close(): Promise<unknown>;
}

/** Answers come in the order of the questions. */
function startThread(): Thread {
	const worker = new Worker(new URL("./detect-worker.js", import.meta.url));
	const sent: (readonly Waiting[])[] = [];
	let fault: unknown;
	worker.on("error", (error) => {
		fault = error;
	});
	worker.on("message", (answers: FromDetectWorker) => {
		sent.shift()?.forEach(({ done }, i) => {
			done(answers[i] ?? []);
		});
	});
	void once(worker, "exit").then(() => {
		fault ??= new RasaiError("aborted", "a detection worker ended");
		for (const { failed } of sent.splice(0).flat()) failed(fault);
	});
	return {
		send(batch) {
			if (fault !== undefined) {
				for (const { failed } of batch) failed(fault);
				return;
			}
			sent.push(batch);
			worker.postMessage(
				batch.map(({ set: { key, series } }) => ({
					key,
					// Copied: what is read from a file shares its memory with the rest of it.
					series: series.map((one) => ({
						...one,
						cells: new Uint8Array(one.cells),
					})),
				})) satisfies ToDetectWorker,
			);
		},
		waiting: () => sent.length,
		close: () => worker.terminate(),
	};
}
