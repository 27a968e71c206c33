import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { LANGUAGE_TRAITS, LANGUAGES } from "../languages.ts";
import { en } from "./en.ts";
import { TRANSLATIONS } from "./index.ts";
import type { MessageKey } from "./translation.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Names of the arguments and tags of a message. Throws where it is no ICU message. */
function argumentsOf(text: string, locale: string): readonly string[] {
	const names = new Set<string>();
	const visit = (element: Element): void => {
		// 0 is text, 7 the number sign of a plural.
		if (element.type !== 0 && element.type !== 7)
			names.add(`${element.type === 8 ? "tag " : ""}${element.value}`);
		if ("children" in element) element.children.forEach(visit);
		if ("options" in element)
			for (const { value } of Object.values(element.options))
				value.forEach(visit);
	};
	new IntlMessageFormat(text, locale).getAst().forEach(visit);
	return [...names].sort();
}

test("every message of every language is ICU, with the arguments of the English one", () => {
	for (const language of LANGUAGES) {
		if (language === "en") continue;
		const { messages } = TRANSLATIONS[language];
		for (const [key, text] of Object.entries(messages))
			assert.deepEqual(
				argumentsOf(text, LANGUAGE_TRAITS[language].locale),
				argumentsOf(en[key as MessageKey], "en"),
				`${language}: ${key}`,
			);
	}
});

test("every language has every message, and says nothing in English but names", () => {
	const NAMES = /^(?:language\.review|layer\.|frame\.site|weight\.|.*\bsite$)/;
	for (const language of LANGUAGES) {
		if (language === "en") continue;
		const { messages } = TRANSLATIONS[language];
		assert.deepEqual(
			Object.keys(messages).sort(),
			Object.keys(en).sort(),
			language,
		);
		if (["fr", "es", "tr"].includes(language)) continue;
		for (const [key, text] of Object.entries(messages)) {
			const words = text
				.replace(/docs\/[a-z/]+\.md|(?<=<code>)[^<]*/g, "")
				.replace(
					/<[^>]*>|\{count, plural, |\b(?:one|two|few|many|other)\b/g,
					"",
				)
				.replace(/\{[a-z]+(?:, (?:number|plural))?,?/g, "")
				.replace(
					/\b(?:UTC|CSV|JSON|SHA-256|OONI|Atom|DNS|TCP|TLS|HTTP|QUIC|CIPESA|GDP|Brier|uid|heads\.json|OpenAPI|Telegram|SQL|DuckDB|API)\b/g,
					"",
				);
			assert.ok(
				NAMES.test(key) || !/[a-zA-Z]{2}/.test(words),
				`${language}: ${key}: ${text}`,
			);
		}
	}
});

test("no message is without a use in a page or a mail", () => {
	const folder = "src/publish";
	const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => /\.tsx?$/.test(path) && !path.includes("messages/"))
		.map((path) => readFileSync(`${folder}/${path}`, "utf8"))
		.join("\n");
	for (const key of Object.keys(en)) {
		// Counts are looked up by their noun.
		const said = key.startsWith("count.") ? key.slice("count.".length) : key;
		assert.ok(code.includes(`"${said}"`), key);
	}
});
