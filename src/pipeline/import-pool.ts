/**
 * The workers of an import: threads that each take one group of archive files
 * at a time, or this very thread where there is one worker, so that a machine
 * with one core pays for no copies.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type ErrorCode, RasaiError } from "../base/index.ts";
import type { ReadLimits } from "../gather/archives/index.ts";
import type { FingerprintSet, FingerprintTexts } from "../reference/index.ts";
import type { WorkspacePaths } from "../store/index.ts";
import {
	type FileToRead,
	type ImportCounts,
	importFiles,
} from "./import-files.ts";

export interface WorkerSetup {
	readonly paths: Pick<WorkspacePaths, "archive" | "derived">;
	/** Undefined where the workspace has no fingerprints. */
	readonly fingerprintTexts: FingerprintTexts | undefined;
	readonly limits: ReadLimits;
	readonly batchBytes: number;
}

export type ToWorker =
	| { readonly kind: "import"; readonly files: readonly FileToRead[] }
	| { readonly kind: "stop" };

export type FromWorker =
	| { readonly kind: "bytes"; readonly bytes: number }
	| { readonly kind: "done"; readonly counts: ImportCounts }
	| {
			readonly kind: "failed";
			readonly code: ErrorCode | undefined;
			readonly message: string;
	  };

export interface ImportPool {
	readonly size: number;
	/** Imports a group of files once a worker is free. Rejects with what the worker threw. */
	run(files: readonly FileToRead[]): Promise<ImportCounts>;
	close(): Promise<void>;
}

export interface PoolOptions extends Omit<WorkerSetup, "batchBytes"> {
	readonly workers: number;
	/** As read from the texts, for work in this thread. */
	readonly fingerprints: FingerprintSet;
	readonly signal?: AbortSignal | undefined;
	readonly onBytes: (bytes: number) => void;
}

/** Raw bytes that all workers together may hold, and the most and least that one may. */
const HELD_BYTES = 96 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;
const LEAST_BYTES = 4 * 1024 * 1024;

export function openPool(options: PoolOptions): ImportPool {
	const share = Math.floor(HELD_BYTES / Math.max(1, options.workers));
	const batchBytes = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, share));
	return options.workers > 1
		? threadPool({ ...options, batchBytes })
		: thisThread({ ...options, batchBytes });
}

function thisThread(options: PoolOptions & WorkerSetup): ImportPool {
	let turn: Promise<unknown> = Promise.resolve();
	return {
		size: 1,
		run(files) {
			const counts = turn.then(() => importFiles(files, options));
			turn = counts.catch(() => {});
			return counts;
		},
		async close() {
			await turn;
		},
	};
}

function threadPool(options: PoolOptions & WorkerSetup): ImportPool {
	const threads = Array.from({ length: options.workers }, () =>
		startThread(options),
	);
	const idle = [...threads];
	const waiting: ((thread: Thread) => void)[] = [];
	const stop = (): void => {
		for (const thread of threads) thread.send({ kind: "stop" });
	};
	options.signal?.addEventListener("abort", stop, { once: true });
	return {
		size: options.workers,
		async run(files) {
			const thread =
				idle.pop() ??
				(await new Promise<Thread>((resolve) => {
					waiting.push(resolve);
				}));
			try {
				return await thread.import(files, options.onBytes);
			} finally {
				const next = waiting.shift();
				if (next) next(thread);
				else idle.push(thread);
			}
		},
		async close() {
			options.signal?.removeEventListener("abort", stop);
			await Promise.all(threads.map((thread) => thread.close()));
		},
	};
}

interface Thread {
	send(message: ToWorker): void;
	import(
		files: readonly FileToRead[],
		onBytes: (bytes: number) => void,
	): Promise<ImportCounts>;
	close(): Promise<unknown>;
}

function startThread(options: WorkerSetup): Thread {
	const setup: WorkerSetup = {
		paths: options.paths,
		fingerprintTexts: options.fingerprintTexts,
		limits: options.limits,
		batchBytes: options.batchBytes,
	};
	const worker = new Worker(new URL("./import-worker.js", import.meta.url), {
		workerData: setup,
	});
	// An error while no group is under way is told by the next one, which finds the thread gone.
	let fault: unknown;
	worker.on("error", (error) => {
		fault = error;
	});
	const gone = once(worker, "exit").then(() => {
		throw (
			fault ?? new RasaiError("aborted", "an import worker ended unexpectedly")
		);
	});
	gone.catch(() => {});
	return {
		send: (message) => worker.postMessage(message),
		async import(files, onBytes) {
			const answer = new Promise<ImportCounts>((resolve, reject) => {
				const listen = (message: FromWorker): void => {
					if (message.kind === "bytes") {
						onBytes(message.bytes);
						return;
					}
					worker.off("message", listen);
					if (message.kind === "done") resolve(message.counts);
					else reject(faultOf(message));
				};
				worker.on("message", listen);
			});
			worker.postMessage({ kind: "import", files } satisfies ToWorker);
			return Promise.race([answer, gone]);
		},
		close: () => worker.terminate(),
	};
}

function faultOf(failure: Extract<FromWorker, { kind: "failed" }>): Error {
	return failure.code === undefined
		? new Error(failure.message)
		: new RasaiError(failure.code, failure.message);
}
