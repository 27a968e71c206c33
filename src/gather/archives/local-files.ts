/** Archive files on this machine: one file, or all files of a folder. */
import { open, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, RasaiError, withTimeLimit } from "../../base/index.ts";
import type { ArchiveFile } from "./types.ts";

const CHUNK_BYTES = 256 * 1024;
/** A disk or network mount that gives nothing for so long is taken for dead. */
const IO_LIMIT_MS = 120_000;

/**
 * The file at `path`, or the files below it in the order of their paths.
 * Passed over: names that begin with a dot, and folders already gone through
 * by another name (symbolic links may form loops). A folder that cannot be
 * listed comes as a file that cannot be opened, so that it is not lost
 * silently. Throws `source_not_found` where there is nothing at `path`.
 */
export async function* openLocal(
	path: string,
	signal?: AbortSignal,
): AsyncGenerator<ArchiveFile> {
	const found = await lookAt(path, signal);
	if (found === undefined)
		throw new RasaiError("source_not_found", `${path}: no such file or folder`);
	if (found.isDirectory()) yield* openFolder(path, new Set(), signal);
	else if (found.isFile()) yield localFile(path, path, found.size);
	else yield unreadable(path, "neither a file nor a folder");
}

async function* openFolder(
	folder: string,
	seen: Set<string>,
	signal: AbortSignal | undefined,
): AsyncGenerator<ArchiveFile> {
	let names: readonly string[];
	try {
		const real = await limited(realpath(folder), folder, signal);
		if (seen.has(real)) return;
		seen.add(real);
		names = await limited(readdir(folder), folder, signal);
	} catch (error) {
		yield unreadable(folder, error);
		return;
	}
	for (const name of names.filter((name) => !name.startsWith(".")).sort()) {
		const path = join(folder, name);
		const found = await lookAt(path, signal);
		if (found?.isDirectory()) yield* openFolder(path, seen, signal);
		else if (found?.isFile()) yield localFile(path, path, found.size);
		else yield unreadable(path, "neither a file nor a folder");
	}
}

async function lookAt(path: string, signal: AbortSignal | undefined) {
	try {
		return await limited(stat(path), path, signal);
	} catch (error) {
		if (error instanceof RasaiError && error.code === "source_unreadable")
			return undefined;
		throw error;
	}
}

/** The file at `path`, known by `name` in rejects: an archived copy keeps the name of what it is a copy of. */
export function localFile(
	path: string,
	name: string = path,
	bytes?: number,
): ArchiveFile {
	return { name, bytes, open: (signal) => readFileChunks(path, signal) };
}

async function* readFileChunks(
	path: string,
	signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
	const handle = await limited(open(path), path, signal);
	try {
		for (;;) {
			const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
			const { bytesRead } = await limited(
				handle.read(chunk, 0, CHUNK_BYTES),
				path,
				signal,
			);
			if (bytesRead === 0) return;
			yield chunk.subarray(0, bytesRead);
		}
	} finally {
		// Not waited for: closing after a read that never came back would hang too.
		handle.close().catch(() => {});
	}
}

/** Waits for a file operation, but not for ever; its failure is `source_unreadable`. */
async function limited<T>(
	work: Promise<T>,
	path: string,
	signal: AbortSignal | undefined,
): Promise<T> {
	try {
		return await withTimeLimit(work, IO_LIMIT_MS, path, signal);
	} catch (error) {
		if (error instanceof RasaiError) throw error;
		throw new RasaiError("source_unreadable", `${path}: ${messageOf(error)}`, {
			cause: error,
		});
	}
}

function unreadable(path: string, reason: unknown): ArchiveFile {
	return {
		name: path,
		bytes: undefined,
		// biome-ignore lint/correctness/useYield: it fails before it could give anything
		async *open() {
			throw new RasaiError(
				"source_unreadable",
				`${path}: ${messageOf(reason)}`,
			);
		},
	};
}
