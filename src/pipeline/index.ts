/**
 * Where the wings meet: archives are received, read into facts, folded into
 * days and judged. Sources come in; partitions of facts and verdicts, and
 * counts of what happened, go out. Serves P1 (meanings are remade from stored
 * facts), P2 and P3 (order, repeats and interruptions leave no trace), P7 and
 * P8.
 */

export * from "./costs/index.ts";
export * from "./detect/index.ts";
export * from "./dossier/index.ts";
export * from "./editing/index.ts";
export * from "./evaluate/index.ts";
export * from "./evidence/index.ts";
export * from "./explain.ts";
export { outdatedFacts } from "./facts-origin.ts";
export * from "./fetch-released.ts";
export * from "./follow/index.ts";
export {
	type ImportOptions,
	type ImportSummary,
	type ImportTarget,
	importArchives,
} from "./import.ts";
export * from "./judge.ts";
export * from "./judge-files.ts";
export * from "./lab/index.ts";
export { openSignalsThen } from "./outages/index.ts";
export * from "./outlook/index.ts";
export * from "./probe/index.ts";
export * from "./raw-measurement.ts";
export * from "./rebuild.ts";
export * from "./record/index.ts";
export * from "./reference.ts";
export * from "./release.ts";
export * from "./rescore.ts";
export * from "./series/index.ts";
export * from "./signals/index.ts";
export * from "./sources/index.ts";
export * from "./upload-archive.ts";
