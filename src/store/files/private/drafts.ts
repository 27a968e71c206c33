/** Drafts of entries: what signed-in people see and nobody else, until a reviewer lets it into the ledger. */
import { join } from "node:path";
import type { RecordEntry } from "../../../account/record/index.ts";
import type { WorkspacePaths } from "../layout.ts";
import { changePrivateFile, readPrivateFile } from "./private-file.ts";

/** `draft`: its author works on it. `submitted`: waits for a reviewer. `returned`: came back with a reason. */
export const DRAFT_STATUSES = ["draft", "submitted", "returned"] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

export interface Draft {
	readonly id: string;
	readonly entry: RecordEntry;
	readonly author: string;
	readonly status: DraftStatus;
	/** The revision that it changes, by its place in the ledger; undefined for a new entry. */
	readonly basedOn?: number | undefined;
	readonly savedAt: string;
	/** Why a reviewer sent it back. */
	readonly reason?: string | undefined;
	readonly returnedBy?: string | undefined;
}

type PrivateFolder = Pick<WorkspacePaths, "private">;

const pathOf = (folder: PrivateFolder) => join(folder.private, "drafts.json");

export function readDrafts(folder: PrivateFolder): readonly Draft[] {
	return readPrivateFile<readonly Draft[]>(pathOf(folder), []);
}

/** Replaces the drafts by what `change` makes of them. */
export function changeDrafts(
	folder: PrivateFolder,
	change: (drafts: readonly Draft[]) => readonly Draft[],
): void {
	changePrivateFile<readonly Draft[]>(pathOf(folder), [], change);
}
