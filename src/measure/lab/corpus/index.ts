/**
 * Records for benchmarks: a seed and a mix of sizes come in, lines of JSON as
 * OONI's bucket has them go out. Emulated throughout; P3: the same seed gives
 * the same lines.
 */
export * from "./corpus.ts";
