/**
 * Finding where the ledger ends: behind its last signed head. What follows
 * was never acknowledged: a crash while writing leaves such a tail, and it is
 * cut off. A tail that no crash explains is damage and stops the writer.
 */
import type { FileHandle } from "node:fs/promises";
import {
	EMPTY_TIP,
	type HeadVerifier,
	isHeadLine,
	type LedgerTip,
	readLine,
} from "../../../account/ledger/index.ts";
import { RasaiError } from "../../../base/index.ts";

const WINDOW_BYTES = 1 << 20;
const LINE_BREAK = 10;

export interface FoundTip {
	readonly tip: LedgerTip;
	/** Bytes of the file up to and with the last head. */
	readonly end: number;
	readonly size: number;
}

/**
 * Finds the last head. With a verifier its signature is checked. Throws
 * `workspace_damaged` where a complete line behind the last head, or the head
 * itself, is not what it says.
 */
export async function findTip(
	handle: FileHandle,
	verifier: Pick<HeadVerifier, "verify"> | undefined,
): Promise<FoundTip> {
	const { size } = await handle.stat();
	for (let bytes = WINDOW_BYTES; ; bytes *= 4) {
		const from = Math.max(0, size - bytes);
		const window = Buffer.alloc(size - from);
		await handle.read(window, 0, window.length, from);
		const found = lastHead(window, from, verifier);
		if (found) return { ...found, size };
		if (from === 0) return { tip: EMPTY_TIP, end: 0, size };
	}
}

function lastHead(
	window: Buffer,
	from: number,
	verifier: Pick<HeadVerifier, "verify"> | undefined,
): Omit<FoundTip, "size"> | undefined {
	let end = window.lastIndexOf(LINE_BREAK);
	while (end >= 0) {
		const start = end === 0 ? 0 : window.lastIndexOf(LINE_BREAK, end - 1) + 1;
		// The window's first line may have its beginning outside.
		if (start === 0 && from > 0) return undefined;
		const bytes = window.subarray(start, end);
		// A power cut may leave blocks that were never written: they read as zeros.
		if (!bytes.includes(0)) {
			const { intact, stated, value } = readLine(bytes);
			if (!intact || !value) throw damaged(from + start);
			if (isHeadLine(value)) {
				if (verifier && !verifier.verify(value)) throw damaged(from + start);
				const { head: seq, at } = value;
				return { tip: { seq, hash: stated, at }, end: from + end + 1 };
			}
		}
		end = start - 1;
	}
	return undefined;
}

function damaged(offset: number): RasaiError {
	return new RasaiError(
		"workspace_damaged",
		`the ledger's end is damaged at byte ${offset}`,
		{
			hint: "`rasai ledger verify` says what is wrong. Bring ledger/chain.log back from a backup; nothing is added until then.",
		},
	);
}
