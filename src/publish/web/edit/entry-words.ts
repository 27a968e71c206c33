import type { EntryType } from "../../../account/record/index.ts";

/** What an entry is, in running text. */
export function entryTypeWord(type: EntryType): string {
	return type.replaceAll("_", " ");
}
