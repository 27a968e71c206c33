/**
 * Evidence composed and judged again. A dossier, its rows, raw records and the
 * ledger come in; a sealed bundle goes out, or what judging one again gives.
 * Serves P3 and P5.
 */
export * from "./heads.ts";
export * from "./make.ts";
export * from "./rejudge.ts";
export * from "./signing.ts";
export * from "./stamp.ts";
