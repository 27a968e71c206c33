/** What stands in English on a page of another language: marked so, for screen readers and fonts, and running left to right. */
import { currentSpeech } from "./speech.ts";

const MARKS = { lang: "en", dir: "ltr" } as const;

/** Within a line. */
export function English(props: { readonly children?: unknown }) {
	const isForeign = currentSpeech().language !== "en";
	return <span {...(isForeign ? MARKS : {})}>{props.children}</span>;
}
