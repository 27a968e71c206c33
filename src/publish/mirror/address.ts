/** Where a page of the site lies in a mirror: one file an address, with names that every file system and USB stick takes. */
import { posix } from "node:path";
import { sha256Hex } from "../../base/index.ts";

/** Endings that an address may have: others are pages. */
const ENDING =
	/\.(?:atom|csv|css|html|ics|jsonl|json|js|md|pdf|png|svg|txt|xml|woff2)$/;
/** What a page is called whose address has no ending, and one whose address has this very ending: `/a` and `/a.html` are two. */
const PAGE = ".html";
const NAMED_PAGE = ".htm";
/** Names of the copy's own pages at its top, which no address of the site may take. */
const OWN = /^(?:index|not-in-this-copy)$/;
/** A day of one target: what follows it is a target's name, which may look like an ending. */
const TARGET_PAGE =
	/^\/[a-z]{2}\/as[0-9]+\/[0-9]{4}-[0-9]{2}-[0-9]{2}\/(?!.*\.(?:csv|json)$)./;
const MOST_NAME = 80;

/**
 * The file of an address (path and query), relative to the mirror's folder:
 * `/pk` is `pk.html`, `/pk.csv?service=x` is `pk--service-x-1f3a9c.csv`.
 */
export function fileOf(address: string): string {
	const at = address.indexOf("?");
	const path = at < 0 ? address : address.slice(0, at);
	const query = at < 0 ? "" : address.slice(at + 1);
	if (path === "/")
		return query === "" ? `index${PAGE}` : named("index", query, PAGE);
	const found = TARGET_PAGE.test(path) ? undefined : ENDING.exec(path)?.[0];
	const stem = path.slice(1, path.length - (found?.length ?? 0));
	const safe = OWN.test(stem)
		? `${stem}_`
		: stem.split("/").map(safeName).join("/");
	const ending = found === PAGE ? NAMED_PAGE : (found ?? PAGE);
	// The style sheet's query names its version and nothing else.
	const isVersion = query === "" || /^v=[0-9a-f]+$/.test(query);
	return isVersion ? `${safe}${ending}` : named(safe, query, ending);
}

const named = (stem: string, query: string, ending: string): string =>
	`${stem}--${safeName(query.replaceAll(/[=&]/g, "-")).slice(0, MOST_NAME)}-${sha256Hex(query).slice(0, 6)}${ending}`;

/** A name of letters, digits, points, lines; where something had to go, with a piece of a hash, so that two never meet. */
function safeName(name: string): string {
	const plain = decoded(name);
	const safe = plain.replaceAll(/[^A-Za-z0-9._-]+/g, "_").slice(0, MOST_NAME);
	const isSame = safe === plain && !/^\.+$|\.$/.test(safe);
	return isSame
		? safe
		: `${safe.replace(/^\.+|\.+$/g, "")}_${sha256Hex(plain).slice(0, 6)}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** How a file of the mirror points at another one. */
export function relativeTo(from: string, to: string): string {
	return posix.relative(posix.dirname(from), to) || posix.basename(to);
}
