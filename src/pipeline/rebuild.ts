/**
 * Everything derived, made again from the archive: the proof that nothing
 * derived is more than that (P2), and the remedy for whatever happened to it.
 */
import {
	type ImportOptions,
	type ImportSummary,
	type ImportTarget,
	importArchives,
} from "./import.ts";

/** Drops what is derived, reads every archive file again and judges it. The same archive, reference data and code give the same bytes (P3). */
export async function rebuild(
	target: ImportTarget,
	options: ImportOptions,
): Promise<ImportSummary> {
	await target.store.dropDerived();
	return importArchives([], target, options);
}
