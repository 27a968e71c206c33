/**
 * Cells to incidents: series are read from the store, changes found in them,
 * weighed, held against what the ledger knows, and written there. Serves P5,
 * P7, P8 and P10.
 */
export * from "./detect-incidents.ts";
export * from "./incident-book.ts";
