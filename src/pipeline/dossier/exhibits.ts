/** Entries of the record as numbered exhibits, as far as they may be published. */
import {
	type Link,
	publishableEntry,
	type RecordEntry,
	type StandingEntry,
} from "../../account/record/index.ts";
import type { Exhibit } from "./types.ts";

const ERASED = "(erased)";

/** Who spoke or acted in an entry. */
export function whoOf({ actor }: Pick<RecordEntry, "actor">): string {
	const { name, office, rank } = actor;
	const named = name && office?.includes(name) ? [office] : [name, office];
	return (
		named.filter((part) => part).join(", ") ||
		(rank === "unknown" ? "not named" : rank.replaceAll("_", " "))
	);
}

/** Numbers entries in their order of time, from 1. */
export function exhibitsOf(
	links: readonly Link[],
	standingOf: (id: string) => StandingEntry | undefined,
): readonly Exhibit[] {
	return links.flatMap(({ entry, reason }, index) => {
		const standing = standingOf(entry.id);
		if (reason === "perhaps") return [];
		const shown = publishableEntry(entry);
		const erased = standing?.erased ?? [];
		return [
			{
				number: index + 1,
				entry: entry.id,
				type: entry.type,
				when: entry.when,
				who: whoOf(shown),
				summary: erased.includes("words") ? ERASED : shown.summary,
				note: shown.note,
				confidence: entry.confidence,
				sources: shown.sources,
				licence: entry.licence,
				erased,
				ledgerSeq: standing?.seq ?? 0,
				linked: reason,
			},
		];
	});
}
