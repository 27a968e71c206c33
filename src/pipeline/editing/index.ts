/**
 * Editing the record: people sign in, write drafts, and decide on each
 * other's. What comes in are entries and decisions; what goes out are lines of
 * the ledger under pseudonyms. Serves P2 (nothing published that the ledger
 * does not hold), P11 (no names of editors, none of protected persons) and P12.
 */
export * from "./drafts.ts";
export * from "./passkeys.ts";
export * from "./record-cache.ts";
export * from "./revisions.ts";
export * from "./sign-in.ts";
