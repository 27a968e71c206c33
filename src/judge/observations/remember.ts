/**
 * Records say the same few things: names, addresses, endpoints. What a reader
 * makes of a text is remembered by the text. A forger may say something new
 * each time, and at length (P7): so much is remembered, and no long text.
 */
import { remember } from "../../base/index.ts";

const MOST = 8192;
const LONGEST = 300;

/** The same reader, which must give the same for the same text each time, and nothing that is changed later. */
export function rememberTexts<Answer>(
	read: (text: string) => Answer,
): (text: string) => Answer {
	const known = remember(MOST, read);
	return (text) => (text.length > LONGEST ? read(text) : known(text));
}
