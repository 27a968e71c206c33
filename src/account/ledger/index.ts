/**
 * The ledger: an append-only, hash-chained log with signed heads. What comes
 * in are drafts and the bytes of lines; what goes out are lines to be kept,
 * and a report of what can be shown to be unchanged. Plain functions: files
 * are read and written in `store/files/ledger`. Serves P2 (durable), P5
 * (evidence) and P11 (append-only is not unerasable: texts that name people
 * lie outside the chain, which holds salted commitments to them).
 */
export * from "./commitments.ts";
export * from "./current.ts";
export * from "./erasure.ts";
export * from "./heads.ts";
export * from "./lines.ts";
export * from "./seal.ts";
export * from "./types.ts";
export * from "./verify.ts";
