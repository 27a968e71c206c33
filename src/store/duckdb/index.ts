/** The embedded engine: Parquet partitions, read and written by DuckDB in this process. */
export { collectShards } from "./collect-shards.ts";
export { factsOrigins } from "./facts-origin.ts";
export type { StoredRun } from "./manifest.ts";
export type { MergeSummary } from "./merge.ts";
export * from "./reader.ts";
export { type ShardSummary, writeShard } from "./shards.ts";
export { openStore } from "./store.ts";
export type { Store, WorkOptions } from "./store-interface.ts";
export type { Damage } from "./verify.ts";
export type { Scope } from "./views.ts";
