/** Heads of the ledger as an Atom feed (RFC 4287): whoever subscribes becomes a witness without more work. */
import type { KnownHeads } from "../../../account/evidence/index.ts";

/** Feeds are read again and again: the newest are enough, since each covers all before. */
const NEWEST = 50;

export function headsFeed(
	{ heads }: KnownHeads,
	{
		siteName,
		address,
	}: { readonly siteName: string; readonly address: string },
): string {
	const newest = heads.slice(0, NEWEST);
	const id = `${address || "urn:rasai:"}evidence/heads`;
	const entries = newest.map(
		({ at, entry, hash }) =>
			`<entry><id>urn:rasai:head:${hash}</id><title>Ledger up to entry ${entry}</title><updated>${at}</updated><content type="text">${entry}:${hash}</content></entry>`,
	);
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${escapeXml(id)}</id><title>${escapeXml(siteName)}: heads of the ledger</title><author><name>${escapeXml(siteName)}</name></author><updated>${newest[0]?.at ?? "1970-01-01T00:00:00Z"}</updated>
${entries.join("\n")}
</feed>
`;
}

function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
