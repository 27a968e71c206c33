/**
 * Access Now's STOP data of every generation. What comes in is a CSV; what
 * goes out are entries of the record, and for every row what became of it.
 * Serves P7 (nothing disappears silently) and P12.
 */
export { countryOf as countryOfStop } from "./countries.ts";
export * from "./export.ts";
export { generationOf, STOP_GENERATIONS, type StopGeneration } from "./rows.ts";
export * from "./stop.ts";
