/** What stands: entries that no later one supersedes. */
import type { LedgerEntry } from "./types.ts";

/** Follows the chain and knows the latest entry of each kind and subject. */
export interface CurrentEntries {
	/** Takes the next entry. Gives the fault where it supersedes what is not the latest of its kind and subject. */
	take(entry: LedgerEntry): string | undefined;
	/** Sequence number of the latest entry. */
	latest(kind: string, subject: string): number | undefined;
}

export function trackCurrent(): CurrentEntries {
	const latest = new Map<string, number>();
	const keyOf = (kind: string, subject: string): string =>
		`${kind}\t${subject}`;
	return {
		take({ seq, kind, subject, supersedes }) {
			const key = keyOf(kind, subject);
			const before = latest.get(key);
			latest.set(key, seq);
			if (supersedes === undefined || supersedes === before) return undefined;
			return before === undefined
				? `entry ${seq} supersedes ${supersedes}, which is no ${kind} of ${subject}`
				: `entry ${seq} supersedes ${supersedes}, but ${before} is the latest ${kind} of ${subject}`;
		},
		latest: (kind, subject) => latest.get(keyOf(kind, subject)),
	};
}
