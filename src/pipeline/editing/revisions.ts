/** Who wrote and who approved each revision of an entry, by pseudonym. */
import type { LedgerEntry } from "../../account/ledger/index.ts";

export interface Revision {
	readonly seq: number;
	readonly at: string;
	readonly author: string;
	/** Undefined where it came by import or from the command line. */
	readonly reviewer?: string | undefined;
}

/** Follows the chain and knows the revisions of each entry, oldest first. */
export function trackRevisions(): {
	take(line: LedgerEntry): void;
	of(entry: string): readonly Revision[];
} {
	const byEntry = new Map<string, Revision[]>();
	return {
		take({ seq, at, author, kind, subject }) {
			const revisions = byEntry.get(subject) ?? [];
			const last = revisions.at(-1);
			if (kind === "record_entry")
				byEntry.set(subject, [...revisions, { seq, at, author }]);
			// A review stands just behind what it approves.
			else if (kind === "review" && last && last.seq === seq - 1)
				byEntry.set(subject, [
					...revisions.slice(0, -1),
					{ ...last, reviewer: author },
				]);
		},
		of: (entry) => byEntry.get(entry) ?? [],
	};
}
