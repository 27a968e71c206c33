/** Durable files: workspace, lock, archive, reference snapshots, settings. */
export * from "./archive.ts";
export * from "./archive-types.ts";
export * from "./atomic.ts";
export * from "./config.ts";
export * from "./detected.ts";
export * from "./evidence/index.ts";
export * from "./kept-records.ts";
export * from "./kept-series.ts";
export * from "./kept-signals.ts";
export * from "./layout.ts";
export * from "./ledger/index.ts";
export {
	findLeftovers,
	type Leftovers,
	missingFolders,
} from "./leftovers.ts";
export * from "./lock.ts";
export * from "./object-key-file.ts";
export * from "./private/index.ts";
export * from "./probe-queue.ts";
export * from "./process-mark.ts";
export { secretKey } from "./secret-key.ts";
export * from "./snapshots.ts";
export * from "./source-status.ts";
export * from "./sources/index.ts";
export { type PackedSegment, packedSegments } from "./submission-segments.ts";
export * from "./submissions.ts";
export * from "./visitor-reports.ts";
export * from "./workspace.ts";
