/** Amounts in words and in cells. Three digits: no method knows more. */

const STEPS = [
	[1e12, "trillion", "tn"],
	[1e9, "billion", "bn"],
	[1e6, "million", "m"],
] as const;

function digits(amount: number): string {
	return Number(amount.toPrecision(3)).toLocaleString("en-GB");
}

/** `1.34 billion`, `12,300`. Rounded first, so that 999.9 million is 1 billion. */
function scaledBy(amount: number, form: 1 | 2): string {
	const rounded = Number(amount.toPrecision(3));
	const step = STEPS.find(([least]) => rounded >= least);
	if (step === undefined) return digits(amount);
	return `${digits(rounded / step[0])}${form === 1 ? " " : ""}${step[form]}`;
}

/** In a sentence: `$1.34 billion`, `PKR 374 billion`. */
export const moneyWords = (amount: number, currency: string): string =>
	currency === "USD"
		? `$${scaledBy(amount, 1)}`
		: `${currency} ${scaledBy(amount, 1)}`;

/** In a cell whose head names the currency: `1.34bn`. */
export const moneyCell = (amount: number): string => scaledBy(amount, 2);

/** `$107 million to $1.34 billion`; one amount where both ends read alike. */
export function moneyRange(
	{ low, high }: { readonly low: number; readonly high: number },
	currency: string,
): string {
	const [from, to] = [moneyWords(low, currency), moneyWords(high, currency)];
	return from === to ? from : `${from} to ${to}`;
}
