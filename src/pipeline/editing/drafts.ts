/**
 * A draft on its way into the ledger: saved by its author, submitted, and
 * approved or returned by a reviewer who is somebody else. Approval writes the
 * entry under its author's pseudonym and the review under the reviewer's,
 * together.
 */
import { randomUUID } from "node:crypto";
import {
	draftOfEntry,
	type RecordEntry,
	type StandingEntry,
} from "../../account/record/index.ts";
import { formatInstant, RasaiError } from "../../base/index.ts";
import {
	changeDrafts,
	type Draft,
	type Editor,
	type Ledger,
	readDrafts,
	type WorkspacePaths,
} from "../../store/index.ts";

type PrivateFolder = Pick<WorkspacePaths, "private">;

/** The draft of an id. Throws `not_found`. */
export function findDraft(folder: PrivateFolder, id: string): Draft {
	const draft = readDrafts(folder).find((one) => one.id === id);
	if (!draft)
		throw new RasaiError("not_found", "this draft is no longer there");
	return draft;
}

/** Saves an entry as a draft: a new one, or one of the same author. Throws `usage` for somebody else's. */
export function saveDraft(
	folder: PrivateFolder,
	entry: RecordEntry,
	editor: Editor,
	now: Date,
	from: {
		readonly id?: string | undefined;
		readonly basedOn?: number | undefined;
	},
): Draft {
	if (from.id !== undefined) requireOwn(findDraft(folder, from.id), editor);
	const draft: Draft = {
		id: from.id ?? randomUUID(),
		entry,
		author: editor.pseudonym,
		status: "draft",
		basedOn: from.basedOn,
		savedAt: formatInstant(now),
	};
	changeDrafts(folder, (drafts) => [
		...drafts.filter(({ id }) => id !== draft.id),
		draft,
	]);
	return draft;
}

/** Hands a draft to the reviewers. */
export function submitDraft(
	folder: PrivateFolder,
	id: string,
	editor: Editor,
): void {
	const draft = requireOwn(findDraft(folder, id), editor);
	replace(folder, { ...draft, status: "submitted" });
}

/** Throws a draft away. */
export function discardDraft(
	folder: PrivateFolder,
	id: string,
	editor: Editor,
): void {
	requireOwn(findDraft(folder, id), editor);
	changeDrafts(folder, (drafts) => drafts.filter((one) => one.id !== id));
}

/** Sends a draft back to its author. */
export function returnDraft(
	folder: PrivateFolder,
	id: string,
	reviewer: Editor,
	reason: string,
): void {
	const draft = requireReview(findDraft(folder, id), reviewer);
	if (reason.trim() === "")
		throw new RasaiError("usage", "say why the draft is returned");
	replace(folder, {
		...draft,
		status: "returned",
		reason: reason.slice(0, 2000),
		returnedBy: reviewer.pseudonym,
	});
}

/**
 * Publishes a draft. Throws `usage` where this person may not, and
 * `invalid_record` where the entry was changed since the draft was made.
 */
export async function approveDraft(
	folder: PrivateFolder,
	id: string,
	reviewer: Editor,
	ledger: Ledger,
	standingOf: (entry: string) => StandingEntry | undefined,
): Promise<RecordEntry> {
	const draft = requireReview(findDraft(folder, id), reviewer);
	const { entry, author } = draft;
	const standing = standingOf(entry.id);
	if (standing?.seq !== draft.basedOn)
		throw new RasaiError(
			"invalid_record",
			"the entry was changed by somebody else since this draft was made",
			{
				hint: "Return the draft, so that its author can start from what stands now.",
			},
		);
	await ledger.append([
		draftOfEntry(entry, author, standing),
		{
			kind: "review",
			subject: entry.id,
			author: reviewer.pseudonym,
			body: { result: "approved", author },
			texts: {},
		},
	]);
	changeDrafts(folder, (drafts) => drafts.filter((one) => one.id !== id));
	return entry;
}

/** Whether somebody may decide on a draft: a reviewer, and never on their own. */
export function mayReview(draft: Draft, editor: Editor): boolean {
	return (
		draft.status === "submitted" &&
		editor.role === "reviewer" &&
		draft.author !== editor.pseudonym
	);
}

function requireReview(draft: Draft, reviewer: Editor): Draft {
	if (!mayReview(draft, reviewer))
		throw new RasaiError(
			"usage",
			"only a reviewer who is not its author can decide on a submitted draft",
		);
	return draft;
}

function requireOwn(draft: Draft, editor: Editor): Draft {
	if (draft.author !== editor.pseudonym)
		throw new RasaiError("usage", "this draft is somebody else's");
	return draft;
}

function replace(folder: PrivateFolder, draft: Draft): void {
	changeDrafts(folder, (drafts) =>
		drafts.map((one) => (one.id === draft.id ? draft : one)),
	);
}
