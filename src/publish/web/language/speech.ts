/**
 * What pages say, in the language of the request that is being answered. The
 * language is kept beside the call stack and not handed from function to
 * function: every word of every page would have to carry it.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { IntlMessageFormat } from "intl-messageformat";
import { LANGUAGE_TRAITS, LANGUAGES, type Language } from "./languages.ts";
import { en } from "./messages/en.ts";
import { type MessageKey, TRANSLATIONS } from "./messages/index.ts";

export interface Speech {
	readonly language: Language;
	/** Path and query that were asked for, without the language. */
	readonly address: string;
	/** Untranslated messages are put in brackets, for those who translate. */
	readonly marksMissing: boolean;
}

/** Outside any request English is spoken. */
const ENGLISH: Speech = { language: "en", address: "/", marksMissing: false };

const speeches = new AsyncLocalStorage<Speech>();

/** Runs what answers a request; all that it says, also later, is in the speech's language. */
export function speak<Result>(speech: Speech, answer: () => Result): Result {
	return speeches.run(speech, answer);
}

export function currentSpeech(): Speech {
	return speeches.getStore() ?? ENGLISH;
}

/** For `Intl`. */
export function currentLocale(): string {
	return LANGUAGE_TRAITS[currentSpeech().language].locale;
}

/** What is made once for each locale. */
export function perLocale<Made>(
	make: (locale: string) => Made,
): (locale: string) => Made {
	const made = new Map<string, Made>();
	return (locale) => {
		const known = made.get(locale);
		if (known !== undefined) return known;
		const one = make(locale);
		made.set(locale, one);
		return one;
	};
}

export type MessageArgs = Readonly<Record<string, string | number>>;
/** What stands round a part of a message: `<link>these words</link>`. */
export type MessageTags = Readonly<
	Record<string, (parts: readonly unknown[]) => unknown>
>;

export function isMessage(key: string): key is MessageKey {
	return Object.hasOwn(en, key);
}

/** The message as text. Throws where an argument that it names is missing. */
export function say(key: MessageKey, args: MessageArgs = {}): string {
	return String(format(key, args));
}

/** The message with links and the like in it, to stand among a page's elements. */
export function sayWith(
	key: MessageKey,
	tags: MessageTags,
	args: MessageArgs = {},
): unknown {
	return format(key, args, tags);
}

function format(
	key: MessageKey,
	args: MessageArgs,
	tags: MessageTags = {},
): unknown {
	const { language, marksMissing } = currentSpeech();
	const message = compile(language, key);
	const said = (message ?? compile("en", key))?.format({
		...(message && isRightToLeft(language) ? isolateTexts(args) : args),
		...(tags as Record<string, (parts: unknown[]) => string>),
	});
	return message === undefined && marksMissing ? mark(said) : said;
}

/** A text of the page's language runs its own way: in an image, which runs left to right, and where it begins with a name or a sign of another script. */
export function inOwnDirection(text: string): string {
	return isRightToLeft(currentSpeech().language) ? `\u2067${text}\u2069` : text;
}

function mark(said: unknown): unknown {
	return Array.isArray(said) ? ["⟦", ...said, "⟧"] : `⟦${said}⟧`;
}

const compiled = Object.fromEntries(
	LANGUAGES.map((language) => [language, new Map()]),
) as Readonly<Record<Language, Map<MessageKey, IntlMessageFormat>>>;

/** Undefined where the language lacks the message. */
function compile(
	language: Language,
	key: MessageKey,
): IntlMessageFormat | undefined {
	const known = compiled[language].get(key);
	if (known) return known;
	const text =
		language === "en" ? en[key] : TRANSLATIONS[language].messages[key];
	if (text === undefined) return undefined;
	const message = new IntlMessageFormat(
		isRightToLeft(language) ? startFromRight(text) : text,
		LANGUAGE_TRAITS[language].locale,
	);
	compiled[language].set(key, message);
	return message;
}

/** A text takes its direction from its first letter; where that is of a name, a mark of direction goes before it. */
function startFromRight(message: string): string {
	const own = message.replaceAll(/\{[^{}]*\}|<[^<>]*>/g, "");
	return /^[^\p{L}]*\p{Script=Arabic}/u.test(own)
		? message
		: `\u200f${message}`;
}

function isRightToLeft(language: Language): boolean {
	return LANGUAGE_TRAITS[language].direction === "rtl";
}

/** Names in other scripts keep their own direction, and do not turn the sentence round. */
function isolateTexts(args: MessageArgs): MessageArgs {
	return Object.fromEntries(
		Object.entries(args).map(([name, value]) => [
			name,
			typeof value === "string" && value !== ""
				? `\u2068${value}\u2069`
				: value,
		]),
	);
}

/** Words by name, each looked up when it is read, in the language that is then spoken. */
export function wordsOf<Name extends string>(
	keys: Readonly<Record<Name, MessageKey>>,
): Readonly<Record<Name, string>> {
	const words = {};
	for (const [name, key] of Object.entries<MessageKey>(keys))
		Object.defineProperty(words, name, {
			enumerable: true,
			get: () => say(key),
		});
	return words as Record<Name, string>;
}
