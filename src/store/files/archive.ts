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
import type { ObjectBucket } from "../../gather/archives/index.ts";
import { ArchiveIndex } from "./archive-index.ts";
import type {
	Archive,
	ArchiveDamage,
	ArchiveEntry,
	IncomingFile,
	Received,
} from "./archive-types.ts";
import { syncFolder, unfinishedName, unfinishedOwner } from "./atomic.ts";
import { HashNotes } from "./hash-notes.ts";
import type { WorkspacePaths } from "./layout.ts";
import { isRunning } from "./process-mark.ts";
import type { Workspace } from "./workspace.ts";

/** Where the bytes of an entry lie: for threads that read them without the index. */
export function archivedPath(
	paths: Pick<WorkspacePaths, "archive">,
	entry: Pick<ArchiveEntry, "hash" | "path">,
): string {
	return entry.path ?? join(paths.archive, entry.hash.slice(0, 2), entry.hash);
}

/** The name of a file in a bucket. */
export const archivedName = (hash: string): string =>
	`archive/${hash.slice(0, 2)}/${hash}`;

/** Opens the archive of a workspace, with the bucket that holds what was let go here. For writing, a line of the index that was cut by a fault is removed, and that is logged. */
export async function openArchive(
	workspace: Workspace,
	bucket?: ObjectBucket,
): Promise<Archive> {
	const folder = workspace.paths.archive;
	const writing = workspace.mode === "write";
	if (writing) await clearIncoming(join(folder, "incoming"));
	const index = await ArchiveIndex.open(
		join(folder, "index.jsonl"),
		writing ? workspace.log : undefined,
	);
	return new FileArchive(workspace, index, {
		bucket,
		released: await HashNotes.open(
			join(folder, "released.jsonl"),
			"held",
			false,
		),
		uploaded: await HashNotes.open(
			join(folder, "uploaded.jsonl"),
			"uploaded",
			true,
		),
	});
}

/** Where bytes are: on this machine but for what was let go, and in the bucket. */
interface Holders {
	readonly bucket: ObjectBucket | undefined;
	readonly released: HashNotes;
	readonly uploaded: HashNotes;
}

class FileArchive implements Archive {
	readonly #workspace: Workspace;
	readonly #folder: string;
	readonly #index: ArchiveIndex;
	readonly #bucket: ObjectBucket | undefined;
	readonly #released: HashNotes;
	readonly #uploaded: HashNotes;

	constructor(
		workspace: Workspace,
		index: ArchiveIndex,
		{ bucket, released, uploaded }: Holders,
	) {
		this.#workspace = workspace;
		this.#folder = workspace.paths.archive;
		this.#index = index;
		this.#bucket = bucket;
		this.#released = released;
		this.#uploaded = uploaded;
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
		const entry = await this.#entry(hash);
		if (this.#released.has(hash) || entry.path !== null) return 0;
		if (!/^https?:/i.test(entry.name) && !this.isUploaded(hash))
			throw new RasaiError(
				"usage",
				`${entry.name} was not fetched from the web and is in no bucket: its only copy is kept`,
			);
		await this.#released.note(hash, false, at);
		await rm(archivedPath(this.#workspace.paths, entry), { force: true });
		return entry.bytes;
	}

	isReleased(hash: string): boolean {
		return this.#released.has(hash) && !this.isUploaded(hash);
	}

	isLocal(hash: string): boolean {
		return !this.#released.has(hash);
	}

	isUploaded(hash: string): boolean {
		return this.#bucket !== undefined && this.#uploaded.has(hash);
	}

	async upload(hash: string, at: string, signal?: AbortSignal): Promise<void> {
		await this.#workspace.assertWritable();
		if (!this.#bucket)
			throw new RasaiError("usage", "no bucket is named in config.toml");
		const entry = await this.#entry(hash);
		const file = await open(archivedPath(this.#workspace.paths, entry), "r");
		try {
			await this.#bucket.put(
				{
					name: archivedName(hash),
					bytes: entry.bytes,
					sha256: hash,
					part: (from, length) => readPart(file, from, length),
				},
				signal,
			);
		} finally {
			await file.close();
		}
		await this.#uploaded.note(hash, true, at);
	}

	async stage(hash: string, signal?: AbortSignal): Promise<string> {
		const folder = join(this.#folder, "incoming");
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const path = unfinishedName(join(folder, "file"));
		const copy = await open(path, "wx", 0o600);
		try {
			await digest(this.read(hash, signal), copy, signal);
			return path;
		} catch (error) {
			await rm(path, { force: true });
			throw error;
		}
	}

	async *entries(signal?: AbortSignal): AsyncIterable<ArchiveEntry> {
		for await (const line of this.#index.lines()) {
			throwIfAborted(signal);
			if (line.entry) yield line.entry;
		}
	}

	async *read(hash: string, signal?: AbortSignal): AsyncIterable<Uint8Array> {
		const entry = await this.#entry(hash);
		if (this.isReleased(hash))
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
			// What the bucket holds is checked as it is read, and by `rasai archive upload`.
			if (!this.isLocal(entry.hash)) continue;
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

	async #entry(hash: string): Promise<ArchiveEntry> {
		const entry = await this.#index.get(hash);
		if (!entry)
			throw new RasaiError("not_found", `the archive holds no file ${hash}`);
		return entry;
	}

	/** The bytes of an entry, hashed as they pass. */
	async *#checked(
		entry: ArchiveEntry,
		signal: AbortSignal | undefined,
	): AsyncIterable<Uint8Array> {
		if (this.#bucket && !this.isLocal(entry.hash)) {
			yield* checkedRemote(this.#bucket, entry, signal);
			return;
		}
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

/** The bytes of a file that a bucket holds, hashed as they pass. */
async function* checkedRemote(
	bucket: ObjectBucket,
	{ hash, bytes, name }: ArchiveEntry,
	signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
	const digest = createHash("sha256");
	for await (const chunk of bucket.read(archivedName(hash), bytes, signal)) {
		digest.update(chunk);
		yield chunk;
	}
	if (digest.digest("hex") !== hash)
		throw new RasaiError(
			"workspace_damaged",
			`${archivedName(hash)} in ${bucket.url} is not the file that was received as ${name}`,
		);
}

async function readPart(
	file: FileHandle,
	from: number,
	length: number,
): Promise<Uint8Array> {
	const part = Buffer.allocUnsafe(length);
	for (let at = 0; at < length; ) {
		const { bytesRead } = await file.read(part, at, length - at, from + at);
		if (bytesRead === 0)
			throw new RasaiError(
				"workspace_damaged",
				"a file of the archive is shorter than when it was received",
			);
		at += bytesRead;
	}
	return part;
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
