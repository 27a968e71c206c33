/** Heads of the ledger as an Atom feed: whoever subscribes becomes a witness without more work. */
import type { KnownHeads } from "../../../account/evidence/index.ts";
import { atomFeed } from "../feeds/atom.ts";

/** Feeds are read again and again: the newest are enough, since each covers all before. */
const NEWEST = 50;

export function headsFeed(
	{ heads }: KnownHeads,
	{
		siteName,
		address,
	}: { readonly siteName: string; readonly address: string },
): string {
	return atomFeed({
		id: `${address || "urn:rasai:"}evidence/heads`,
		title: `${siteName}: heads of the ledger`,
		siteName,
		entries: heads.slice(0, NEWEST).map(({ at, entry, hash }) => ({
			id: `urn:rasai:head:${hash}`,
			title: `Ledger up to entry ${entry}`,
			updated: at,
			text: `${entry}:${hash}`,
		})),
	});
}
