/** The languages that pages can be read in. English is what all others are translated from, and what stands where a translation is missing. */
export const LANGUAGES = [
	"en",
	"ur",
	"ps",
	"ar",
	"fa",
	"ru",
	"fr",
	"es",
	"bn",
	"tr",
	"my",
] as const;
export type Language = (typeof LANGUAGES)[number];

interface LanguageTraits {
	/** What its speakers call it. */
	readonly name: string;
	readonly direction: "ltr" | "rtl";
	/** For numbers, dates and plurals. */
	readonly locale: string;
}

export const LANGUAGE_TRAITS: Readonly<Record<Language, LanguageTraits>> = {
	en: { name: "English", direction: "ltr", locale: "en-GB" },
	ur: { name: "اردو", direction: "rtl", locale: "ur-PK" },
	// The runtime knows no order for dates of Afghanistan's calendar in Pashto.
	ps: { name: "پښتو", direction: "rtl", locale: "ps-u-ca-gregory" },
	ar: { name: "العربية", direction: "rtl", locale: "ar" },
	fa: { name: "فارسی", direction: "rtl", locale: "fa-IR" },
	ru: { name: "Русский", direction: "ltr", locale: "ru" },
	fr: { name: "Français", direction: "ltr", locale: "fr" },
	es: { name: "Español", direction: "ltr", locale: "es" },
	bn: { name: "বাংলা", direction: "ltr", locale: "bn" },
	tr: { name: "Türkçe", direction: "ltr", locale: "tr" },
	my: { name: "မြန်မာ", direction: "ltr", locale: "my" },
};

export function isLanguage(text: string): text is Language {
	return (LANGUAGES as readonly string[]).includes(text);
}
