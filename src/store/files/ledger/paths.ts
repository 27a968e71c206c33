/** Where the ledger's files stand. */
import { join } from "node:path";
import type { WorkspacePaths } from "../layout.ts";

export type LedgerFolders = Pick<WorkspacePaths, "ledger" | "keys">;

export interface LedgerPaths {
	/** The chain: one line an entry or a head, only ever appended to. */
	readonly chain: string;
	/** Folder of the texts outside the chain, in segments. */
	readonly texts: string;
	/** What is being erased, so that an interrupted erasure is finished. */
	readonly erasing: string;
	/** The private key. */
	readonly key: string;
	/** The private key that is about to take its place. */
	readonly nextKey: string;
}

export function ledgerPaths(folders: LedgerFolders): LedgerPaths {
	return {
		chain: join(folders.ledger, "chain.log"),
		texts: join(folders.ledger, "texts"),
		erasing: join(folders.ledger, "erasing.json"),
		key: join(folders.keys, "ledger-ed25519.pem"),
		nextKey: join(folders.keys, "ledger-ed25519-next.pem"),
	};
}

/** Entries whose texts share a file: erasing rewrites one file of a few megabytes, not all. */
const SEGMENT_ENTRIES = 4096;

export function segmentOf(seq: number): number {
	return Math.floor(seq / SEGMENT_ENTRIES);
}

export function segmentPath(paths: LedgerPaths, segment: number): string {
	return join(paths.texts, `${String(segment).padStart(6, "0")}.jsonl`);
}
