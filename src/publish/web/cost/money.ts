/** Amounts in words and in cells. Three digits: no method knows more. */

import {
	currentLocale,
	currentSpeech,
	inOwnDirection,
	say,
} from "../language/speech.ts";

const STEPS = [
	[1e12, "trillion", "tn"],
	[1e9, "billion", "bn"],
	[1e6, "million", "m"],
] as const;

/** A number to so many digits at most, in the page's numerals. */
export function formatNumber(value: number, digits: number): string {
	return Number(value.toPrecision(digits)).toLocaleString(currentLocale(), {
		maximumFractionDigits: 6,
	});
}

/** `1.34 billion`, `12,300`. Rounded first, so that 999.9 million is 1 billion. */
function scaledBy(amount: number, form: 1 | 2): string {
	const rounded = Number(amount.toPrecision(3));
	const step = STEPS.find(([least]) => rounded >= least);
	if (step === undefined) return formatNumber(amount, 3);
	return `${formatNumber(rounded / step[0], 3)}${form === 1 ? " " : ""}${step[form]}`;
}

/** Other languages have their own words for millions, which the runtime knows. */
function scaledInLanguage(
	amount: number,
	form: Intl.NumberFormatOptions,
): string {
	return amount.toLocaleString(currentLocale(), {
		notation: "compact",
		maximumSignificantDigits: 3,
		...form,
	});
}

const isTranslated = (): boolean => currentSpeech().language !== "en";

/** In a sentence: `$1.34 billion`, `PKR 374 billion`. */
export function moneyWords(amount: number, currency: string): string {
	if (isTranslated())
		return inOwnDirection(
			scaledInLanguage(amount, {
				compactDisplay: "long",
				style: "currency",
				currency,
			}),
		);
	return currency === "USD"
		? `$${scaledBy(amount, 1)}`
		: `${currency} ${scaledBy(amount, 1)}`;
}

/** In a cell whose head names the currency: `1.34bn`. */
export function moneyCell(amount: number): string {
	return isTranslated() ? scaledInLanguage(amount, {}) : scaledBy(amount, 2);
}

/** `$107 million to $1.34 billion`; one amount where both ends read alike. */
export function moneyRange(
	{ low, high }: { readonly low: number; readonly high: number },
	currency: string,
): string {
	const [from, to] = [moneyWords(low, currency), moneyWords(high, currency)];
	return from === to ? from : say("money.range", { from, to });
}
