/** Looks at a file's bytes as they pass, so that a file is read once for several ends. */
import { createHash } from "node:crypto";
import type { ArchiveFile } from "./types.ts";

/** The same file; each time it is opened, `look` sees every chunk, and is done with it, before the reader does. */
export function watchBytes(
	file: ArchiveFile,
	look: (chunk: Uint8Array) => void | Promise<void>,
): ArchiveFile {
	return {
		...file,
		async *open(signal) {
			for await (const chunk of file.open(signal)) {
				await look(chunk);
				yield chunk;
			}
		},
	};
}

export interface FileDigest {
	/** 64 lower-case hex digits. */
	readonly sha256: string;
	readonly bytes: number;
}

/** The same file, and its digest once it was read to the end, by whom or for what ever. */
export function withDigest(file: ArchiveFile): {
	readonly file: ArchiveFile;
	/** Undefined until the file was read whole: a reader that stops early leaves no digest. */
	digest(): FileDigest | undefined;
} {
	let digest: FileDigest | undefined;
	return {
		file: {
			...file,
			async *open(signal) {
				const hash = createHash("sha256");
				let bytes = 0;
				for await (const chunk of file.open(signal)) {
					hash.update(chunk);
					bytes += chunk.length;
					yield chunk;
				}
				digest = { sha256: hash.digest("hex"), bytes };
			},
		},
		digest: () => digest,
	};
}

/** Reads a file to its end for its digest alone. Throws as `open` does. */
export async function digestFile(
	file: ArchiveFile,
	signal?: AbortSignal,
): Promise<FileDigest> {
	const digested = withDigest(file);
	for await (const _ of digested.file.open(signal)) {
	}
	return digested.digest() as FileDigest;
}
