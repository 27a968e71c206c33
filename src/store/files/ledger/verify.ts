/** Verifying the ledger's files, streaming. */
import {
	createLedgerVerifier,
	type KeptText,
	type KnownHead,
	type LedgerReport,
	type LedgerVerifier,
	type TextsOf,
} from "../../../account/ledger/index.ts";
import { readSigner } from "./keys.ts";
import {
	type LedgerFolders,
	type LedgerPaths,
	ledgerPaths,
	segmentOf,
} from "./paths.ts";
import { openIfThere, scanLines } from "./scan.ts";
import { listSegments, readSegment } from "./texts.ts";
import { findTip } from "./tip.ts";

export interface VerifyLedgerOptions {
	/** Public key to compare with; without one, that of the workspace's own private key. */
	readonly publicKey?: string | undefined;
	readonly knownHeads?: readonly KnownHead[];
	/** A writer is at work: what it has not yet signed is left aside. */
	readonly isBeingWritten?: boolean;
	readonly signal?: AbortSignal;
	/** Called now and then with the bytes checked and all bytes. */
	readonly onProgress?: (bytes: number, total: number) => void;
}

/** Checks everything there is of a ledger. Damage is what it reports, never what it throws. */
export async function verifyLedger(
	folders: LedgerFolders,
	options: VerifyLedgerOptions = {},
): Promise<LedgerReport> {
	const paths = ledgerPaths(folders);
	const own = await readSigner(paths.key).catch(() => undefined);
	const verifier = createLedgerVerifier({
		publicKey: options.publicKey ?? own?.publicKey,
		knownHeads: options.knownHeads ?? [],
	});
	const handle = await openIfThere(paths.chain, "r");
	if (!handle) return verifier.report();
	try {
		const { size } = await handle.stat();
		const until = options.isBeingWritten
			? await findTip(handle, undefined).then(
					({ end }) => end,
					() => size,
				)
			: size;
		const texts = readTexts(paths, verifier, options.isBeingWritten ?? false);
		let checked = 0;
		for await (const lines of scanLines(handle, until, options.signal)) {
			for (const { bytes, offset } of lines) {
				verifier.line(bytes, offset, texts.of);
				checked = offset + bytes.length + 1;
			}
			options.onProgress?.(checked, until);
		}
		if (checked < until)
			verifier.fault(
				"lines",
				`${until - checked} bytes behind the last line break, at byte ${checked}`,
			);
		texts.finish();
		return verifier.report();
	} finally {
		await handle.close();
	}
}

/** Hands out the texts of one entry after the other, and finds those that belong to none. */
function readTexts(
	paths: LedgerPaths,
	verifier: LedgerVerifier,
	isBeingWritten: boolean,
): { readonly of: TextsOf; finish(): void } {
	const unread = new Set(listSegments(paths));
	const left = new Map<number, readonly KeptText[]>();
	let loaded = -1;
	let lastSeq = -1;

	function load(segment: number): void {
		reportLeft();
		const { bySeq, unreadable } = readSegment(paths, segment);
		for (const line of unreadable)
			verifier.fault("texts", `segment ${segment}, line ${line} is no text`);
		for (const [seq, texts] of bySeq) left.set(seq, texts);
		unread.delete(segment);
		loaded = segment;
	}

	function reportLeft(): void {
		for (const seq of left.keys())
			if (!isBeingWritten || seq < lastSeq)
				verifier.fault("texts", `a text of entry ${seq} belongs to none`);
		left.clear();
	}

	return {
		of(seq) {
			if (segmentOf(seq) !== loaded) load(segmentOf(seq));
			const texts = left.get(seq) ?? [];
			left.delete(seq);
			lastSeq = seq;
			return texts;
		},
		finish() {
			reportLeft();
			for (const segment of unread) load(segment);
			reportLeft();
		},
	};
}
