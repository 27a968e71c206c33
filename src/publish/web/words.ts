/** The words pages use: for states, layers and loci, and for counts in running text. */
import type { Layer, Locus, State, Verdict } from "../../model/index.ts";
import { MECHANISMS } from "../../model/index.ts";
import {
	currentLocale,
	currentSpeech,
	isMessage,
	perLocale,
	say,
	wordsOf,
} from "./language/speech.ts";

/** A state as pages and charts write it; exports keep the state's own name. */
export const STATE_WORDS = wordsOf<State>({
	blocked: "state.blocked",
	likely_blocked: "state.likely_blocked",
	throttled: "state.throttled",
	impaired: "state.impaired",
	down: "state.down",
	ok: "state.ok",
	insufficient: "state.insufficient",
});

/** What a state claims, in a sentence. */
export const STATE_MEANINGS = wordsOf<State>({
	blocked: "meaning.blocked",
	likely_blocked: "meaning.likely_blocked",
	throttled: "meaning.throttled",
	impaired: "meaning.impaired",
	down: "meaning.down",
	ok: "meaning.ok",
	insufficient: "meaning.insufficient",
});

/** States that mean somebody restricts the target. */
export const RESTRICTED_STATES = [
	"blocked",
	"likely_blocked",
	"throttled",
] as const satisfies readonly State[];

export function isRestricted(state: State): boolean {
	return (RESTRICTED_STATES as readonly State[]).includes(state);
}

export const LAYER_WORDS = wordsOf<Layer | "app">({
	dns: "layer.dns",
	tcp: "layer.tcp",
	tls: "layer.tls",
	http: "layer.http",
	quic: "layer.quic",
	app: "layer.app",
});

export const LOCUS_WORDS = wordsOf<Locus>({
	network: "locus.network",
	resolver: "locus.resolver",
	transit: "locus.transit",
	server_side: "locus.server_side",
	unknown: "locus.unknown",
});

/** What a measurement was compared with. */
export const CONTROL_WORDS = wordsOf<Verdict["control"]>({
	helper: "control.helper",
	networks: "control.networks",
	both: "control.both",
	none: "control.none",
});

/** What a mechanism claims; its id where it has no phrase. */
export function mechanismPhrase(mechanism: string): string {
	return MECHANISMS[mechanism] ?? mechanism;
}

/** `12,345`. */
export function formatCount(count: number): string {
	return wholeNumbers(currentLocale()).format(count);
}

const wholeNumbers = perLocale(
	(locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
);

/** `1 session`, `3 sessions`; in English alone where no message counts by the noun. */
export function countOf(count: number, one: string, many = `${one}s`): string {
	const key = `count.${one}`;
	return isMessage(key)
		? say(key, { count })
		: `${formatCount(count)} ${count === 1 ? one : many}`;
}

const lists = {
	and: perLocale((locale) => new Intl.ListFormat(locale)),
	or: perLocale(
		(locale) => new Intl.ListFormat(locale, { type: "disjunction" }),
	),
};

/** `a`, `a and b`, `a, b and c`. */
export function listOf(
	items: readonly string[],
	last: "and" | "or" = "and",
): string {
	if (items.length < 2) return items.join("");
	if (currentSpeech().language !== "en")
		return lists[last](currentLocale()).format(items);
	return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** The text with its first letter in upper case. */
export function sentenceCase(text: string): string {
	return text === "" ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Longer text cut at `length` characters, the last an ellipsis. */
export function cutText(text: string, length: number): string {
	const characters = [...text];
	return characters.length <= length
		? text
		: `${characters
				.slice(0, length - 1)
				.join("")
				.trimEnd()}…`;
}
