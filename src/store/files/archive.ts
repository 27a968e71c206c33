/**
 * The raw archive: files as received, named by their content and never
 * changed, and an append-only index of what came from where and when. This is
 * one of the few durable things (P2): what was received is on the disk, synced,
 * before `receive` returns.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
	type FileHandle,
	mkdir,
	open,
	readdir,
	rename,
	rm,
} from "node:fs/promises";
import { join } from "node:path";
import {
	messageOf,
	type Progress,
	RasaiError,
	silentProgress,
	throwIfAborted,
} from "../../base/index.ts";
import { ArchiveIndex } from "./archive-index.ts";
import { syncFolder, unfinishedName, unfinishedOwner } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";
import { isRunning } from "./process-mark.ts";
import { ReleasedFiles } from "./released-files.ts";
import type { Workspace } from "./workspace.ts";

/** A line of the index. */
export interface ArchiveEntry {
	/** SHA-256 of the file's bytes. */
	readonly hash: string;
	readonly bytes: number;
	/** Source as the operator will recognise it. */
	readonly name: string;
	readonly receivedAt: string;
	/** Where the file lies, where only a reference to it is kept. */
	readonly path: string | null;
	/** What the file was taken for, a hint; empty where unknown. */
	readonly format: string;
}

export interface IncomingFile {
	readonly name: string;
	open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
	readonly format?: string | undefined;
	/** Absolute path: the file is not copied, its hash and place are kept. */
	readonly byReference?: string | undefined;
}

export interface Received {
	readonly entry: ArchiveEntry;
	/** The same bytes were received before; nothing was added. */
	readonly duplicate: boolean;
}

export interface ArchiveDamage {
	/** Hash of the file, or the line of the index. */
	readonly what: string;
	readonly problem: string;
}

export interface Archive {
	/** Takes a file in. May be called many times at once. */
	receive(
		file: IncomingFile,
		receivedAt: string,
		signal?: AbortSignal,
	): Promise<Received>;
	get(hash: string): Promise<ArchiveEntry | undefined>;
	/**
	 * Lets the bytes of a file go, to save room; its entry stays. Gives the
	 * bytes freed. Throws `usage` for a file that cannot be fetched again.
	 */
	release(hash: string, at: string): Promise<number>;
	/** Whether its bytes were let go: they have to be received again to be read. */
	isReleased(hash: string): boolean;
	/** Every entry, in order of arrival. */
	entries(signal?: AbortSignal): AsyncIterable<ArchiveEntry>;
	/** The bytes of a file. Ends with `workspace_damaged` where they are not those that were received. */
	read(hash: string, signal?: AbortSignal): AsyncIterable<Uint8Array>;
	/** Rereads everything and names what is missing or changed. */
	verify(options?: {
		readonly progress?: Progress;
		readonly signal?: AbortSignal;
	}): Promise<readonly ArchiveDamage[]>;
}

/** Where the bytes of an entry lie: for threads that read them without the index. */
export function archivedPath(
	paths: Pick<WorkspacePaths, "archive">,
	entry: Pick<ArchiveEntry, "hash" | "path">,
): string {
	return entry.path ?? join(paths.archive, entry.hash.slice(0, 2), entry.hash);
}

/** Opens the archive of a workspace. For writing, a line of the index that was cut by a fault is removed, and that is logged. */
export async function openArchive(workspace: Workspace): Promise<Archive> {
	const folder = workspace.paths.archive;
	const writing = workspace.mode === "write";
	if (writing) await clearIncoming(join(folder, "incoming"));
	const index = await ArchiveIndex.open(
		join(folder, "index.jsonl"),
		writing ? workspace.log : undefined,
	);
	const released = await ReleasedFiles.open(join(folder, "released.jsonl"));
	return new FileArchive(workspace, index, released);
}

class FileArchive implements Archive {
	readonly #workspace: Workspace;
	readonly #folder: string;
	readonly #index: ArchiveIndex;
	readonly #released: ReleasedFiles;

	constructor(
		workspace: Workspace,
		index: ArchiveIndex,
		released: ReleasedFiles,
	) {
		this.#workspace = workspace;
		this.#folder = workspace.paths.archive;
		this.#index = index;
		this.#released = released;
	}

	async receive(
		file: IncomingFile,
		receivedAt: string,
		signal?: AbortSignal,
	): Promise<Received> {
		await this.#workspace.assertWritable();
		const incoming = join(this.#folder, "incoming");
		await mkdir(incoming, { recursive: true, mode: 0o700 });
		const temporary = unfinishedName(join(incoming, "file"));
		try {
			const copy =
				file.byReference === undefined
					? await open(temporary, "wx", 0o600)
					: undefined;
			const { hash, bytes } = await digest(file.open(signal), copy, signal);
			const known = await this.#index.get(hash);
			if (known) {
				// Also over one that is there: it may be damaged, and these are the bytes of its hash.
				if (copy && known.path === null) {
					await this.#keep(temporary, hash);
					if (this.#released.has(hash))
						await this.#released.note(hash, true, receivedAt);
				}
				return { entry: known, duplicate: true };
			}
			if (copy) await this.#keep(temporary, hash);
			return this.#index.add({
				hash,
				bytes,
				name: file.name,
				receivedAt,
				path: file.byReference ?? null,
				format: file.format ?? "",
			});
		} finally {
			await rm(temporary, { force: true });
		}
	}

	get(hash: string): Promise<ArchiveEntry | undefined> {
		return this.#index.get(hash);
	}

	async release(hash: string, at: string): Promise<number> {
		await this.#workspace.assertWritable();
		const entry = await this.#index.get(hash);
		if (!entry)
			throw new RasaiError("not_found", `the archive holds no file ${hash}`);
		if (this.#released.has(hash) || entry.path !== null) return 0;
		if (!/^https?:/i.test(entry.name))
			throw new RasaiError(
				"usage",
				`${entry.name} was not fetched from the web: its only copy is kept`,
			);
		await this.#released.note(hash, false, at);
		await rm(archivedPath(this.#workspace.paths, entry), { force: true });
		return entry.bytes;
	}

	isReleased(hash: string): boolean {
		return this.#released.has(hash);
	}

	async *entries(signal?: AbortSignal): AsyncIterable<ArchiveEntry> {
		for await (const line of this.#index.lines()) {
			throwIfAborted(signal);
			if (line.entry) yield line.entry;
		}
	}

	async *read(hash: string, signal?: AbortSignal): AsyncIterable<Uint8Array> {
		const entry = await this.#index.get(hash);
		if (!entry)
			throw new RasaiError("not_found", `the archive holds no file ${hash}`);
		if (this.#released.has(hash))
			throw new RasaiError(
				"source_not_found",
				`${entry.name} is no longer held here`,
				{ hint: "rasai archive fetch brings it back from where it came." },
			);
		yield* this.#checked(entry, signal);
	}

	async verify(
		options: {
			readonly progress?: Progress;
			readonly signal?: AbortSignal;
		} = {},
	): Promise<readonly ArchiveDamage[]> {
		const progress = options.progress ?? silentProgress;
		const damages: ArchiveDamage[] = [];
		let done = 0;
		for await (const { line, entry } of this.#index.lines()) {
			if (!entry) {
				damages.push({
					what: `index.jsonl:${line}`,
					problem: "the line cannot be read",
				});
				continue;
			}
			if (this.#released.has(entry.hash)) continue;
			try {
				for await (const _ of this.#checked(entry, options.signal));
			} catch (error) {
				throwIfAborted(options.signal);
				damages.push({ what: entry.hash, problem: messageOf(error) });
			}
			done += 1;
			progress.update({ done, unit: "files" });
		}
		return damages;
	}

	/** The bytes of an entry, hashed as they pass. */
	async *#checked(
		entry: ArchiveEntry,
		signal: AbortSignal | undefined,
	): AsyncIterable<Uint8Array> {
		const path = archivedPath(this.#workspace.paths, entry);
		const digest = createHash("sha256");
		try {
			const stream = createReadStream(path, {
				highWaterMark: 1 << 20,
				...(signal ? { signal } : {}),
			});
			for await (const chunk of stream) {
				digest.update(chunk as Buffer);
				yield chunk as Buffer;
			}
		} catch (cause) {
			throwIfAborted(signal);
			throw new RasaiError(
				"workspace_damaged",
				`${path} cannot be read: ${messageOf(cause)}`,
				{ cause },
			);
		}
		if (digest.digest("hex") !== entry.hash)
			throw new RasaiError(
				"workspace_damaged",
				`${path} is not the file that was received as ${entry.name}`,
			);
	}

	/** Moves a complete file to its place. */
	async #keep(temporary: string, hash: string): Promise<void> {
		const path = archivedPath(this.#workspace.paths, { hash, path: null });
		const folder = join(this.#folder, hash.slice(0, 2));
		const made = await mkdir(folder, { recursive: true, mode: 0o700 });
		if (made !== undefined) await syncFolder(this.#folder);
		await rename(temporary, path);
		await syncFolder(folder);
	}
}

/** Hashes a stream, copying it to `copy` where given; the copy is synced and closed. */
async function digest(
	source: AsyncIterable<Uint8Array>,
	copy: FileHandle | undefined,
	signal: AbortSignal | undefined,
): Promise<{ readonly hash: string; readonly bytes: number }> {
	const digest = createHash("sha256");
	let bytes = 0;
	try {
		for await (const chunk of source) {
			throwIfAborted(signal);
			digest.update(chunk);
			bytes += chunk.length;
			await copy?.writeFile(chunk);
		}
		await copy?.sync();
	} finally {
		await copy?.close();
	}
	return { hash: digest.digest("hex"), bytes };
}

/** Deletes what killed programs were receiving. */
async function clearIncoming(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	for (const name of names) {
		const owner = unfinishedOwner(name);
		if (owner === undefined || !isRunning(owner))
			await rm(join(folder, name), { force: true });
	}
}
