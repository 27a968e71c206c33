/** Reading lines of a file from its beginning, in pieces. */
import { type FileHandle, open } from "node:fs/promises";

const CHUNK_BYTES = 1 << 20;
const LINE_BREAK = 10;

export interface ScannedLine {
	/** Without the line break. Valid until the next one is asked for. */
	readonly bytes: Buffer;
	readonly offset: number;
}

/** Complete lines before byte `until`, in batches that share a piece of the file. */
export async function* scanLines(
	handle: FileHandle,
	until: number,
	signal?: AbortSignal,
): AsyncIterable<readonly ScannedLine[]> {
	let rest = Buffer.alloc(0);
	let restAt = 0;
	for (let at = 0; at < until; ) {
		signal?.throwIfAborted();
		const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, until - at));
		const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
		if (bytesRead === 0) break;
		at += bytesRead;
		const bytes =
			rest.length === 0
				? chunk.subarray(0, bytesRead)
				: Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
		const lines: ScannedLine[] = [];
		let start = 0;
		for (
			let end = bytes.indexOf(LINE_BREAK);
			end >= 0;
			end = bytes.indexOf(LINE_BREAK, start)
		) {
			lines.push({
				bytes: bytes.subarray(start, end),
				offset: restAt + start,
			});
			start = end + 1;
		}
		rest = bytes.subarray(start);
		restAt += start;
		if (lines.length > 0) yield lines;
	}
}

/** Opens a file; undefined where there is none. */
export async function openIfThere(
	path: string,
	flags: string,
): Promise<FileHandle | undefined> {
	try {
		return await open(path, flags);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
