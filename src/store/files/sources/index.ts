/** Copies of cited pages: WARC files come in, their hashes go out. Serves P5 and P11 (erasable, outside the ledger). */
export * from "./kept-sources.ts";
