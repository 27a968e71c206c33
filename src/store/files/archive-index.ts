/**
 * The archive's index: one JSON object a line, only ever appended to. In
 * memory stand the hashes and where their lines begin, so that millions of
 * files cost little; lines are read when asked for.
 */
import { type FileHandle, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Log } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import type { ArchiveEntry, Received } from "./archive-types.ts";
import { cutTail } from "./cut-tail.ts";

interface Place {
	readonly start: number;
	readonly bytes: number;
}

interface Waiting {
	readonly entry: ArchiveEntry;
	readonly done: (result: Received) => void;
	readonly failed: (error: unknown) => void;
}

export class ArchiveIndex {
	readonly #path: string;
	readonly #places = new Map<string, Place>();
	#end = 0;
	#waiting: Waiting[] = [];
	#flushing = false;

	private constructor(path: string) {
		this.#path = path;
	}

	/** With a log, a torn last line is cut off and that is logged; without one it is passed over. */
	static async open(path: string, log: Log | undefined): Promise<ArchiveIndex> {
		const index = new ArchiveIndex(path);
		let complete = 0;
		for await (const { entry, start, bytes } of index.lines()) {
			complete = start + bytes;
			if (entry && !index.#places.has(entry.hash))
				index.#places.set(entry.hash, { start, bytes });
		}
		index.#end = complete;
		if (log) await index.#repair(log);
		return index;
	}

	async get(hash: string): Promise<ArchiveEntry | undefined> {
		const place = this.#places.get(hash);
		if (!place) return undefined;
		const handle = await open(this.#path, "r");
		try {
			const line = Buffer.alloc(place.bytes);
			await handle.read(line, 0, place.bytes, place.start);
			return parseEntry(line.toString());
		} finally {
			await handle.close();
		}
	}

	/** Appends an entry durably. What comes at the same time shares one sync. */
	add(entry: ArchiveEntry): Promise<Received> {
		return new Promise((done, failed) => {
			this.#waiting.push({ entry, done, failed });
			if (!this.#flushing) void this.#flush();
		});
	}

	/** Every complete line; `entry` is undefined where it cannot be read. */
	async *lines(): AsyncIterable<
		Place & { readonly line: number; readonly entry: ArchiveEntry | undefined }
	> {
		const handle = await openIfThere(this.#path);
		if (!handle) return;
		let start = 0;
		let line = 0;
		let rest = Buffer.alloc(0);
		try {
			for (;;) {
				const chunk = Buffer.allocUnsafe(1 << 20);
				const { bytesRead } = await handle.read(chunk);
				if (bytesRead === 0) return;
				rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
				for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
					const entry = parseEntry(rest.toString("utf8", 0, end));
					line += 1;
					yield { start, bytes: end + 1, line, entry };
					start += end + 1;
					rest = rest.subarray(end + 1);
				}
			}
		} finally {
			await handle.close();
		}
	}

	async #flush(): Promise<void> {
		this.#flushing = true;
		while (this.#waiting.length > 0) {
			const batch = this.#waiting;
			this.#waiting = [];
			try {
				await this.#append(batch);
			} catch (error) {
				for (const { failed } of batch) failed(error);
			}
		}
		this.#flushing = false;
	}

	async #append(batch: readonly Waiting[]): Promise<void> {
		const fresh = new Map<string, ArchiveEntry>();
		for (const { entry } of batch)
			if (!this.#places.has(entry.hash) && !fresh.has(entry.hash))
				fresh.set(entry.hash, entry);
		const lines = [...fresh.values()].map((entry) =>
			Buffer.from(`${JSON.stringify(entry)}\n`),
		);
		const handle = await open(this.#path, "a", 0o600);
		try {
			await handle.writeFile(Buffer.concat(lines));
			await handle.sync();
		} finally {
			await handle.close();
		}
		[...fresh.keys()].forEach((hash, at) => {
			const bytes = lines[at]?.length ?? 0;
			this.#places.set(hash, { start: this.#end, bytes });
			this.#end += bytes;
		});
		for (const { entry, done } of batch) {
			const added = fresh.get(entry.hash) === entry;
			done({ entry, duplicate: !added });
		}
	}

	async #repair(log: Log): Promise<void> {
		const aside = join(dirname(this.#path), "cut");
		const bytes = await cutTail(this.#path, this.#end, aside).catch(
			ifMissing(0),
		);
		if (bytes > 0)
			log("warn", "archive_index_repaired", {
				why: "its last line was cut by a fault; that file is received again when imported",
				bytes,
				aside,
			});
	}
}

function parseEntry(text: string): ArchiveEntry | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) &&
			typeof value["hash"] === "string" &&
			/^[0-9a-f]{64}$/.test(value["hash"])
			? (value as unknown as ArchiveEntry)
			: undefined;
	} catch {
		return undefined;
	}
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
	return open(path, "r").catch(ifMissing(undefined));
}

const ifMissing =
	<T>(value: T) =>
	(error: unknown): T => {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return value;
		throw error;
	};
