/**
 * Signals of others: texts as they publish them come in, from file or from
 * their APIs; series of readings, outages as the source tells them, and what
 * could not be used go out. Nothing is interpreted here (P1). A gap, a zero
 * and "unavailable" stay apart (P9), every datum carries its licence, and bad
 * rows are kept with their place and reason (P7). One folder per source;
 * `read.ts` lists them.
 */
export * from "./api/ask.ts";
export * from "./api/polite.ts";
export { readSignals, SIGNAL_READERS } from "./read.ts";
export * from "./types.ts";
