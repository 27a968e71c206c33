/** A served page made fit for a folder: links that need no server, forms replaced by words, and a note of when it was made. */
import { relativeTo } from "./address.ts";

export interface RewriteOptions {
	/** The page's own file. */
	readonly file: string;
	/** The file of an address of the site; undefined where the mirror does not have it. */
	fileOf(address: string): string | undefined;
	/** Stands at the head of every page. */
	readonly note: string;
	/** Where the live site is, without a slash at the end; undefined where it must not be named. */
	readonly origin: string | undefined;
}

/** The page that links lead to which the mirror cannot follow. */
export const NOT_HERE = "not-in-this-copy.html";

const LINK = /(\s(?:href|src|xlink:href)=)"([^"]*)"/g;
/** The same page in other languages: a copy has one, or it would be eleven times as large. */
const OTHER_LANGUAGES =
	/<link rel="alternate" hreflang=[^>]*>|<nav class="languages"[\s\S]*?<\/nav>/g;
const FORM = /<form\b[\s\S]*?<\/form>/g;

/** Rewrites the HTML or SVG of the site: our own, in which every `"` of a text is escaped. */
export function rewritePage(html: string, options: RewriteOptions): string {
	return html
		.replaceAll(OTHER_LANGUAGES, "")
		.replaceAll(FORM, () => formNote(options))
		.replaceAll(LINK, (_, name: string, value: string) => {
			const target = targetOf(unescapeAttribute(value), options);
			return `${name}"${escapeAttribute(target)}"`;
		})
		.replace(
			/<main(?: id="main")?>/,
			(main) =>
				`<p class="stale" role="note">${escapeText(options.note)}</p>${main}`,
		);
}

function targetOf(link: string, options: RewriteOptions): string {
	if (!link.startsWith("/") || link.startsWith("//")) return link;
	const at = link.indexOf("#");
	const address = at < 0 ? link : link.slice(0, at);
	const fragment = at < 0 ? "" : link.slice(at);
	const file = options.fileOf(address);
	if (file !== undefined) return relativeTo(options.file, file) + fragment;
	return options.origin === undefined
		? relativeTo(options.file, NOT_HERE)
		: options.origin + link;
}

function formNote({ origin, file }: RewriteOptions): string {
	return origin === undefined
		? `<p><a href="${relativeTo(file, NOT_HERE)}">This form needs the site itself.</a></p>`
		: `<p>This form needs the site itself: ${escapeText(origin)}</p>`;
}

const unescapeAttribute = (text: string): string =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");

const escapeText = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escapeAttribute = (text: string): string =>
	escapeText(text).replaceAll('"', "&quot;");
