/** Texts from outside, made safe for the language they are written into (P7). */

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Control characters and direction overrides, which could turn words round. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/gu;

export function withoutControls(text: string): string {
	return text.replace(UNSEEN, (character) =>
		/\s/.test(character) ? " " : "\ufffd",
	);
}

export function escapeHtml(text: string): string {
	return withoutControls(text).replace(
		/[&<>"']/g,
		(character) => ENTITIES[character] ?? "",
	);
}

/** Text in Markdown: what would be markup is escaped, and lines are joined. */
export function escapeMarkdown(text: string): string {
	return withoutControls(text)
		.replace(/\s+/g, " ")
		.replace(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`);
}

/** A string literal of Typst. */
export function typstString(text: string): string {
	return `"${withoutControls(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\s+/g, " ")}"`;
}

/** Only addresses of the web become links. */
export function isWebAddress(href: string): boolean {
	return /^https?:\/\//i.test(href);
}
