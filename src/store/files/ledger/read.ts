/** Reading the ledger: entries in order, each with the texts that are still kept for it. */
import {
	isHeadLine,
	type LedgerEntry,
	type LedgerTip,
	readLine,
} from "../../../account/ledger/index.ts";
import { RasaiError } from "../../../base/index.ts";
import { type LedgerFolders, ledgerPaths, segmentOf } from "./paths.ts";
import { openIfThere, scanLines } from "./scan.ts";
import { readSegment, type SegmentTexts } from "./texts.ts";
import { findTip } from "./tip.ts";

export interface KeptEntry {
	readonly entry: LedgerEntry;
	/** Texts by name. One that is named in the entry and not here was erased. */
	readonly texts: Readonly<Record<string, string>>;
}

/**
 * Every acknowledged entry. Reads beside a writer. Says nothing of whether
 * they were changed since: that is `verifyLedger`'s business. Throws
 * `workspace_damaged` where a line cannot be read.
 */
export async function* readLedger(
	folders: LedgerFolders,
	signal?: AbortSignal,
): AsyncIterable<KeptEntry> {
	const paths = ledgerPaths(folders);
	const handle = await openIfThere(paths.chain, "r");
	if (!handle) return;
	try {
		const { end } = await findTip(handle, undefined);
		let at = -1;
		let segment: SegmentTexts | undefined;
		for await (const lines of scanLines(handle, end, signal))
			for (const { bytes, offset } of lines) {
				const { value } = readLine(bytes);
				if (!value)
					throw new RasaiError(
						"workspace_damaged",
						`the ledger cannot be read at byte ${offset}`,
						{ hint: "`rasai ledger verify` says what is wrong." },
					);
				if (isHeadLine(value)) continue;
				if (segmentOf(value.seq) !== at) {
					at = segmentOf(value.seq);
					segment = readSegment(paths, at);
				}
				yield {
					entry: value,
					texts: Object.fromEntries(
						(segment?.bySeq.get(value.seq) ?? []).map(({ name, text }) => [
							name,
							text,
						]),
					),
				};
			}
	} finally {
		await handle.close();
	}
}

/** The chain's bytes, up to and with its last signed head. Empty where there is none. */
export async function readChainBytes(
	folders: LedgerFolders,
	signal?: AbortSignal,
): Promise<Buffer> {
	const handle = await openIfThere(ledgerPaths(folders).chain, "r");
	if (!handle) return Buffer.alloc(0);
	try {
		const { end } = await findTip(handle, undefined);
		const lines: Buffer[] = [];
		for await (const batch of scanLines(handle, end, signal))
			for (const { bytes } of batch) lines.push(Buffer.from(bytes), NEWLINE);
		return Buffer.concat(lines);
	} finally {
		await handle.close();
	}
}

const NEWLINE = Buffer.from("\n");

/** Where the ledger ends; undefined where there is none yet. Throws `workspace_damaged` where its end is damaged. */
export async function readLedgerTip(
	folders: LedgerFolders,
): Promise<LedgerTip | undefined> {
	const handle = await openIfThere(ledgerPaths(folders).chain, "r");
	if (!handle) return undefined;
	try {
		const { tip } = await findTip(handle, undefined);
		return tip.seq < 0 ? undefined : tip;
	} finally {
		await handle.close();
	}
}
