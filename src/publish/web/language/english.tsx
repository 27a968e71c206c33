/** What stands in English on a page of another language: marked so, for screen readers and fonts, and running left to right. */
import { type Child, Fragment } from "hono/jsx";
import { currentSpeech, say, speak } from "./speech.ts";

interface Props {
	readonly children?: Child;
}

const MARKS = { lang: "en", dir: "ltr" } as const;
const isForeign = (): boolean => currentSpeech().language !== "en";

/** For an element of its own that holds English. */
export const englishMarks = () => (isForeign() ? MARKS : {});

/** What is made of English words is English throughout: its dates and numbers too. */
export const inEnglish = <Made,>(make: () => Made): Made =>
	speak({ ...currentSpeech(), language: "en" }, make);

/** Within a line. */
export function English({ children }: Props) {
	return isForeign() ? (
		<span {...MARKS}>{children}</span>
	) : (
		<Fragment>{children}</Fragment>
	);
}

/** A whole part of a page that nobody has translated, said first in the page's language. */
export function EnglishPart({ children }: Props) {
	return isForeign() ? (
		<>
			<p class="light">{say("language.english_part")}</p>
			<div {...MARKS}>{children}</div>
		</>
	) : (
		<Fragment>{children}</Fragment>
	);
}
