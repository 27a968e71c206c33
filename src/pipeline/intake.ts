/**
 * Files into the raw archive, a few at once, in their order. A source that
 * cannot be had is told of and does not stop the others.
 */
import { isAbsolute } from "node:path";
import {
	type Clock,
	formatInstant,
	messageOf,
	RasaiError,
	throwIfAborted,
} from "../base/index.ts";
import type { ArchiveFile } from "../gather/archives/index.ts";
import type { Archive, ArchiveEntry } from "../store/index.ts";

export interface IntakeOptions {
	readonly archive: Archive;
	readonly clock: Clock;
	/** Keep where local files are instead of copies of them. Their names must then be absolute paths. */
	readonly byReference: boolean;
	readonly signal?: AbortSignal | undefined;
}

export type Intake =
	| {
			readonly file: ArchiveFile;
			readonly entry: ArchiveEntry;
			/** Its bytes were written by this run, hashed as they were. */
			readonly isFresh: boolean;
	  }
	| { readonly file: ArchiveFile; readonly failure: string };

/** Files received at once: what waits for the disk to sync shares the wait. */
const AT_ONCE = 8;

/** Faults of a source, which must not stop a run over many. */
const SOURCE_FAULTS: ReadonlySet<string> = new Set([
	"source_not_found",
	"source_unreadable",
	"source_too_large",
	"http_failed",
	"http_redirect",
	"http_status",
	"http_blocked_address",
	"timeout",
]);

/** Receives all files. Throws RasaiError `aborted` and faults of the workspace. */
export async function* receiveFiles(
	files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
	options: IntakeOptions,
): AsyncGenerator<Intake> {
	const waiting: Promise<Intake>[] = [];
	try {
		for await (const file of files) {
			throwIfAborted(options.signal);
			const received = receive(file, options);
			received.catch(() => {});
			waiting.push(received);
			if (waiting.length >= AT_ONCE) yield* first(waiting);
		}
		while (waiting.length > 0) yield* first(waiting);
	} finally {
		await Promise.allSettled(waiting);
	}
}

async function* first(waiting: Promise<Intake>[]): AsyncGenerator<Intake> {
	const intake = await waiting.shift();
	if (intake) yield intake;
}

async function receive(
	file: ArchiveFile,
	{ archive, clock, byReference, signal }: IntakeOptions,
): Promise<Intake> {
	try {
		const { entry, duplicate } = await archive.receive(
			{
				name: file.name,
				open: (signal) => file.open(signal),
				...(byReference && isAbsolute(file.name)
					? { byReference: file.name }
					: {}),
			},
			formatInstant(clock()),
			signal,
		);
		return { file, entry, isFresh: !duplicate && entry.path === null };
	} catch (error) {
		throwIfAborted(signal);
		if (!(error instanceof RasaiError) || !SOURCE_FAULTS.has(error.code))
			throw error;
		return { file, failure: messageOf(error) };
	}
}
