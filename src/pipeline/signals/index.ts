/** Signals of others: read, kept and told, each with its own start, end and depth. */
export * from "./detect.ts";
export * from "./import.ts";
export * from "./keep.ts";
export * from "./report.ts";
export * from "./score.ts";
