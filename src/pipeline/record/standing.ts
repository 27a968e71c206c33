/** The record as the ledger holds it, and new entries on their way into it. */
import {
	draftOfEntry,
	publishableEntry,
	type RecordChanges,
	type StandingRecord,
	standingRecord,
} from "../../account/record/index.ts";
import {
	type Ledger,
	type LedgerFolders,
	readLedger,
	readProtectedNames,
	type WorkspacePaths,
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

/**
 * The record as it may be shown, without the names of protected persons. This
 * is the one place that decides: whatever shows or exports the record reads it
 * here, and only what writes to it reads `readRecord`.
 */
export async function readPublishableRecord(
	folders: LedgerFolders & Pick<WorkspacePaths, "private">,
	signal?: AbortSignal,
): Promise<StandingRecord> {
	return publishableRecord(
		await readRecord(folders, signal),
		readProtectedNames(folders),
	);
}

/** The same of a record that was read already. */
export function publishableRecord(
	record: StandingRecord,
	protectedNames: readonly string[],
): StandingRecord {
	const entries = [...record.entries].map(
		([id, standing]) =>
			[
				id,
				{
					...standing,
					entry: publishableEntry(standing.entry, protectedNames),
				},
			] as const,
	);
	return { ...record, entries: new Map(entries) };
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
