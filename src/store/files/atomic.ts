/**
 * Writing a file so that a reader sees the old content or the new, never a
 * part, and so that a power cut after the return loses nothing: temporary
 * file, fsync, rename, fsync of the folder.
 */
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { threadId } from "node:worker_threads";
import { PROCESS_MARK } from "./process-mark.ts";

let counter = 0;

/** Ends the name of every unfinished file or folder. */
export const UNFINISHED = ".unfinished";

/** A name beside `path` that no other process or thread uses, and that tells who does. */
export function unfinishedName(path: string): string {
	counter += 1;
	return `${path}.${PROCESS_MARK}-${threadId}-${counter}${UNFINISHED}`;
}

/** The mark of the process that an unfinished file or folder belongs to; undefined for a finished one. */
export function unfinishedOwner(name: string): string | undefined {
	return /\.(\d+t\d*)-\d+-\d+\.unfinished$/.exec(name)?.[1];
}

/** Makes a rename or a deletion in `folder` durable. */
export async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Puts a finished temporary file in its place, durably. */
export async function putInPlace(
	temporary: string,
	path: string,
): Promise<void> {
	const handle = await open(temporary, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(temporary, path);
	await syncFolder(dirname(path));
}

/** Writes `path` atomically through `write`, making its folder where missing. On failure nothing is left behind. */
export async function writeAtomically(
	path: string,
	write: (handle: FileHandle) => Promise<void>,
	mode = 0o600,
): Promise<void> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const temporary = unfinishedName(path);
	try {
		const handle = await open(temporary, "wx", mode);
		try {
			await write(handle);
		} finally {
			await handle.close();
		}
		await putInPlace(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Replaces the content of `path` atomically. */
export async function writeFileAtomically(
	path: string,
	content: string | Uint8Array,
	mode = 0o600,
): Promise<void> {
	await writeAtomically(path, (handle) => handle.writeFile(content), mode);
}
