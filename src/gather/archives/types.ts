/** What archive readers give. A reader never throws for bad content: it yields a reject and goes on. */
import type { Reject } from "../../model/index.ts";

/** Bytes of one archive file, opened anew for each reading. */
export interface ArchiveFile {
	/** As the operator will recognise it: a path, a URL, an object key. */
	readonly name: string;
	/** Size in bytes where known beforehand, for the progress bar. */
	readonly bytes: number | undefined;
	/** What the source itself says identifies the content (an ETag), where it says so before it is read. */
	readonly version?: string | undefined;
	/** Throws RasaiError where the bytes can't be had. Chunks are the caller's to keep: they are not written to again. */
	open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** One measurement's raw bytes (a JSON value, no line end) and where they stand. */
export interface RawRecord {
	/** A view of a larger chunk, mostly: copy it to keep it for long. */
	readonly bytes: Uint8Array;
	/** Member of a tar; empty otherwise. */
	readonly member: string;
	/** Line in the file or member, from 1. */
	readonly line: number;
	/** uid named by a postcan's member, an API answer or the file's own name, where there is one. */
	readonly uidHint: string | undefined;
}

export type ArchiveItem =
	| { readonly kind: "record"; readonly record: RawRecord }
	| { readonly kind: "reject"; readonly reject: Omit<Reject, "fileHash"> };

export interface ReadLimits {
	/** Longest record accepted, bytes. */
	readonly maxRecordBytes: number;
	/** Most bytes one file may decompress to. */
	readonly maxDecompressedBytes: number;
	/** Highest decompression ratio accepted once past 64 MiB of output: above it the file is a bomb. */
	readonly maxRatio: number;
}

/**
 * Provisional. The largest measurements seen are of some megabytes; files of
 * OONI's bucket decompress to less than 2 GiB and by a factor of 5 to 30.
 */
export const DEFAULT_READ_LIMITS: ReadLimits = {
	maxRecordBytes: 64 * 1024 * 1024,
	maxDecompressedBytes: 64 * 1024 ** 3,
	maxRatio: 250,
};
