/**
 * The record where it meets the ledger's files and the measurements. What
 * comes in are entries; what goes out is the record as it stands, and every
 * claim and deadline with what was measured at its time. Serves P5, P7 and P12.
 */
export * from "./check-record.ts";
export * from "./standing.ts";
