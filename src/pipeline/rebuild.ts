/**
 * Everything derived, made again from the archive: the proof that nothing
 * derived is more than that (P2), and the remedy for whatever happened to it.
 */
import { RasaiError } from "../base/index.ts";
import { dropKeptSignals } from "../store/index.ts";
import { releasedEntries } from "./fetch-released.ts";
import {
	type ImportOptions,
	type ImportSummary,
	type ImportTarget,
	importArchives,
} from "./import.ts";

/**
 * Drops what is derived, reads every archive file again and judges it. The same
 * archive, reference data and code give the same bytes (P3). Throws
 * `source_not_found`, before anything is dropped, where files are not held.
 */
export async function rebuild(
	target: ImportTarget,
	options: ImportOptions,
): Promise<ImportSummary> {
	const released = await releasedEntries(target.archive, options.signal);
	if (released.length > 0)
		throw new RasaiError(
			"source_not_found",
			`${released.length} files of the archive are not held here any more; without them their measurements would be lost`,
			{ hint: "Bring them back first: rasai archive fetch" },
		);
	await target.store.dropDerived();
	await dropKeptSignals(target.paths);
	return importArchives([], target, options);
}
