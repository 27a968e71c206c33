/** The record as the ledger holds it, and new entries on their way into it. */
import {
	draftOfEntry,
	type RecordChanges,
	type StandingRecord,
	standingRecord,
} from "../../account/record/index.ts";
import {
	type Ledger,
	type LedgerFolders,
	readLedger,
} from "../../store/index.ts";

/** Drafts that are signed together. */
const BATCH = 500;

/** The record as it stands in a workspace's ledger. */
export async function readRecord(
	folders: LedgerFolders,
	signal?: AbortSignal,
): Promise<StandingRecord> {
	const record = standingRecord();
	for await (const { entry, texts } of readLedger(folders, signal))
		record.take(entry, texts);
	return record;
}

/** Writes what is new and what changed; each changed entry supersedes the one before. */
export async function saveChanges(
	ledger: Ledger,
	changes: Pick<RecordChanges, "added" | "changed">,
	author: string,
	signal?: AbortSignal,
): Promise<void> {
	const drafts = [
		...changes.added.map((entry) => draftOfEntry(entry, author)),
		...changes.changed.map(({ entry, standing }) =>
			draftOfEntry(entry, author, standing),
		),
	];
	for (let at = 0; at < drafts.length; at += BATCH) {
		signal?.throwIfAborted();
		await ledger.append(drafts.slice(at, at + BATCH));
	}
}
