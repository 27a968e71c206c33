/**
 * Incidents as they are kept: an id given once, revisions, aliases. What comes
 * in is what detection finds now; what goes out is what a reader is told, and
 * the entries that the ledger needs for it. Serves P2 and P8.
 */
export * from "./ids.ts";
export * from "./reconcile.ts";
export * from "./standing.ts";
export * from "./types.ts";
