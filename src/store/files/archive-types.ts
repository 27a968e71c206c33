/** What the raw archive is asked for, and what it gives. */
import type { Progress } from "../../base/index.ts";

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
	/** Whether its bytes were let go and no bucket holds them: they have to be received again to be read. */
	isReleased(hash: string): boolean;
	/** Whether its bytes are on this machine. */
	isLocal(hash: string): boolean;
	/** Whether the bucket is known to hold it. False where there is no bucket. */
	isUploaded(hash: string): boolean;
	/**
	 * Puts a file into the bucket and notes that. Throws `usage` where there is
	 * no bucket, `not_found`, and what the bucket throws: then nothing is noted.
	 */
	upload(hash: string, at: string, signal?: AbortSignal): Promise<void>;
	/** Brings a file that only the bucket holds to a place of its own on this machine, checked. Whoever asked deletes it. */
	stage(hash: string, signal?: AbortSignal): Promise<string>;
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
