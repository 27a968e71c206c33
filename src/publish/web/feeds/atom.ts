/** Atom feeds (RFC 4287) as text. */

export interface AtomEntry {
	/** Stays the same when the entry is told anew: a reader then shows it as changed, not as another one. */
	readonly id: string;
	readonly title: string;
	/** Of the page about it; relative to the feed where the site has no address of its own. */
	readonly link?: string | undefined;
	readonly published?: string | undefined;
	readonly updated: string;
	readonly text: string;
}

export interface AtomFeed {
	readonly id: string;
	readonly title: string;
	readonly siteName: string;
	/** Of the page that the feed belongs to. */
	readonly link?: string | undefined;
	/** Newest first. */
	readonly entries: readonly AtomEntry[];
}

export function atomFeed(feed: AtomFeed): string {
	const updated = feed.entries[0]?.updated ?? "1970-01-01T00:00:00Z";
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">${[
		element("id", feed.id),
		element("title", feed.title),
		`<author>${element("name", feed.siteName)}</author>`,
		element("updated", updated),
		linkTo(feed.link),
	].join("")}
${feed.entries.map(entryText).join("\n")}
</feed>
`;
}

function entryText(entry: AtomEntry): string {
	return `<entry>${[
		element("id", entry.id),
		element("title", entry.title),
		element("updated", entry.updated),
		entry.published === undefined ? "" : element("published", entry.published),
		linkTo(entry.link),
		`<content type="text">${escapeXml(entry.text)}</content>`,
	].join("")}</entry>`;
}

const element = (name: string, text: string): string =>
	`<${name}>${escapeXml(text)}</${name}>`;

const linkTo = (href: string | undefined): string =>
	href === undefined
		? ""
		: `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`;

/** Characters that XML 1.0 cannot hold are left out. */
function escapeXml(text: string): string {
	return text
		.replace(
			/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
			"",
		)
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
