/**
 * Language as the first part of an address: `/ur/pk` is Pakistan's page in
 * Urdu. English has none. Some languages share their code with a country
 * (`/tr` is Turkey's page), so the country goes first: a language is one only
 * where more follows that is not a country's.
 */
import { isLanguage, type Language } from "./languages.ts";

const FIRST_PART = /^\/([a-z]{2})(\/.*)$/s;
/** What can follow a country's code: `/tr/record`, `/tr/as9121`. Every such route must be named here. */
const OF_A_COUNTRY = /^\/(?:record|outlook|signals|as[0-9]+)(?:[./?]|$)/;
/** What is read by programs or written by editors has one language. */
const ENGLISH_ONLY = /^\/(?:api|ooni|edit|sign-in)(?:\/|$)/;
/** Files of data, and what pages load. Charts speak the page's language. */
const FILE = /\.(?:csv|json|atom|ics|pdf|html|md|css|js|txt)$/;
/** Measurements of one target, which may be named like a file. */
const OF_A_TARGET = /^\/[a-z]{2}\/as[0-9]+\/[0-9-]{10}\//;

/** Whether what stands at a path, without a language, can be had in other languages. */
function isTranslatable(path: string): boolean {
	if (ENGLISH_ONLY.test(path)) return false;
	return !FILE.test(path) || OF_A_TARGET.test(path);
}

/** The language that a path names, and the path without it. */
export function splitLanguage(path: string): {
	readonly language: Language;
	readonly path: string;
} {
	const [, first = "", rest = ""] = FIRST_PART.exec(path) ?? [];
	return isLanguage(first) &&
		first !== "en" &&
		!OF_A_COUNTRY.test(rest) &&
		isTranslatable(rest)
		? { language: first, path: rest }
		: { language: "en", path };
}

/** An address of this site (path, query and fragment) as it is found in a language. */
export function addressIn(language: Language, address: string): string {
	const [path = ""] = address.split(/[?#]/, 1);
	return language === "en" || !path.startsWith("/") || !isTranslatable(path)
		? address
		: `/${language}${address}`;
}

/** Links and forms of this site; not those that name their language themselves. */
const LINK = /(?<!hreflang="[a-z]{2}" )\b(href|action)="(\/(?!\/)[^"]*)"/g;

/** A page of ours, in which every `"` of a text is escaped, with links that keep the reader's language. */
export function keepLanguage(html: string, language: Language): string {
	return language === "en"
		? html
		: html.replaceAll(
				LINK,
				(_, name: string, address: string) =>
					`${name}="${addressIn(language, address)}"`,
			);
}
