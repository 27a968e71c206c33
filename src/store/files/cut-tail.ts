/** The end of a file that a fault tore off in mid-write, and that nobody was told was kept. */
import { open } from "node:fs/promises";
import { basename, join } from "node:path";
import { sha256Hex } from "../../base/index.ts";
import { writeFileAtomically } from "./atomic.ts";

const LINE_BREAK = 10;
const CHUNK_BYTES = 65_536;

/** Cuts off what stands behind `end`; its bytes are kept in the folder `aside` first. Gives how many. */
export async function cutTail(
	path: string,
	end: number,
	aside: string,
): Promise<number> {
	const handle = await open(path, "r+");
	try {
		const { size } = await handle.stat();
		if (size <= end) return 0;
		const tail = Buffer.alloc(size - end);
		await handle.read(tail, 0, tail.length, end);
		const name = `${basename(path)}-${end}-${sha256Hex(tail).slice(0, 16)}`;
		await writeFileAtomically(join(aside, name), tail);
		await handle.truncate(end);
		await handle.sync();
		return tail.length;
	} finally {
		await handle.close();
	}
}

/** The byte behind the last end of a line. */
export async function endOfLines(path: string): Promise<number> {
	const handle = await open(path, "r");
	try {
		let { size: end } = await handle.stat();
		const chunk = Buffer.alloc(CHUNK_BYTES);
		while (end > 0) {
			const from = Math.max(0, end - chunk.length);
			const { bytesRead } = await handle.read(chunk, 0, end - from, from);
			const at = chunk.subarray(0, bytesRead).lastIndexOf(LINE_BREAK);
			if (at >= 0) return from + at + 1;
			end = from;
		}
		return 0;
	} finally {
		await handle.close();
	}
}
