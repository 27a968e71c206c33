/**
 * Copies of cited pages. What comes in are addresses; what goes out are WARC
 * files in the private store, and entries that name their hashes. Serves P5
 * (a source that vanishes can still be shown) and P11 (outside the ledger).
 */
export * from "./archive-sources.ts";
