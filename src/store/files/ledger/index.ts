/**
 * The ledger's files: the chain, the texts outside it and the key. What comes
 * in are drafts; what goes out are acknowledged entries, and a report of what
 * is unchanged. Serves P2 (no acknowledged entry is lost to a crash), P5 and P11.
 */

export { Ledger } from "./ledger.ts";
export type { LedgerFolders } from "./paths.ts";
export {
	type KeptEntry,
	readChainBytes,
	readLedger,
	readLedgerTip,
} from "./read.ts";
export { ledgerStamp } from "./stamp.ts";
export { type VerifyLedgerOptions, verifyLedger } from "./verify.ts";
