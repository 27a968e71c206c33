/** The part of the ledger that a bundle hangs on. */
import {
	isHeadLine,
	type LedgerEntry,
	readLine,
} from "../../account/ledger/index.ts";
import { RasaiError } from "../../base/index.ts";

export interface ChainPart {
	readonly bytes: Uint8Array;
	readonly head: { readonly entry: number; readonly hash: string };
}

export interface ChainIndex {
	readonly entries: readonly LedgerEntry[];
	readonly heads: readonly {
		readonly entry: number;
		readonly hash: string;
		readonly at: string;
		/** Byte behind its line. */
		readonly end: number;
	}[];
}

/** Entries and heads of a chain. Throws `workspace_damaged`. */
export function indexChain(bytes: Buffer): ChainIndex {
	const entries: LedgerEntry[] = [];
	const heads: ChainIndex["heads"][number][] = [];
	let start = 0;
	for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
		const { value, stated } = readLine(bytes.subarray(start, end));
		if (!value)
			throw new RasaiError(
				"workspace_damaged",
				`the ledger cannot be read at byte ${start}`,
				{ hint: "`rasai ledger verify` says what is wrong." },
			);
		start = end + 1;
		if (isHeadLine(value))
			heads.push({ entry: value.head, hash: stated, at: value.at, end: start });
		else entries.push(value);
	}
	return { entries, heads };
}

/** The chain up to the first head that covers an entry: later entries change nothing of it (P3). */
export function chainUpTo(
	bytes: Buffer,
	{ heads }: ChainIndex,
	entry: number,
): ChainPart {
	const head = heads.find((one) => one.entry >= entry);
	if (!head)
		throw new RasaiError("workspace_damaged", "the ledger has no head over it");
	return {
		bytes: bytes.subarray(0, head.end),
		head: { entry: head.entry, hash: head.hash },
	};
}
