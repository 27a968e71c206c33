/** Names of persons that are never published, wherever in the record they stand. */
import { join } from "node:path";
import type { WorkspacePaths } from "../layout.ts";
import { changePrivateFile, readPrivateFile } from "./private-file.ts";

type PrivateFolder = Pick<WorkspacePaths, "private">;

const pathOf = (folder: PrivateFolder) =>
	join(folder.private, "protected-names.json");

export function readProtectedNames(folder: PrivateFolder): readonly string[] {
	return readPrivateFile<readonly string[]>(pathOf(folder), []);
}

/** Replaces the names by what `change` makes of them. */
export function changeProtectedNames(
	folder: PrivateFolder,
	change: (names: readonly string[]) => readonly string[],
): void {
	changePrivateFile<readonly string[]>(pathOf(folder), [], change);
}
