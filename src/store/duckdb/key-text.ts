/** The pieces that sort keys and lines are made of: texts that hold no control character, numbers that sort as text. */

/** Between the pieces of a key. */
export const KEY_PIECE = "\x01";
/** Ends what tells repeats; the rest of a key says which of them is kept. */
export const KEY_END = "\x02";

/** JSON text in which every string is well-formed Unicode: a lone surrogate has no UTF-8 form and becomes U+FFFD. */
export function jsonText(value: unknown): string {
	const text = JSON.stringify(value);
	if (!text.includes("\\ud")) return text;
	return text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (found) =>
		found.length > 2 ? "\ufffd" : found,
	);
}

const NEEDS_ESCAPE = /[^ !#-[\]-~]/;

/** A text without control characters, as it stands inside JSON quotes. */
export function keyText(text: string): string {
	if (!NEEDS_ESCAPE.test(text)) return text;
	return jsonText(text).slice(1, -1);
}

/** A whole number that sorts as text. */
export function keyNumber(value: number): string {
	return String(value).padStart(10, "0");
}
