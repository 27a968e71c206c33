/**
 * Series: cells of one key on an hourly grid without holes. Cells come in, in
 * any order; series, the country's pool of them, and what a network's volume
 * should have been go out. Serves P3, P8 and P9.
 */
export * from "./keys.ts";
export * from "./series.ts";
export * from "./types.ts";
export * from "./volume.ts";
