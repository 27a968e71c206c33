/** Reading single fields of the record, with a note of each fault. */

/** Notes a fault; the row is then left out. */
export type Faults = string[];

/** The word where `words` has it, else a fault and the first of them. */
export function wordOf<T extends string>(
	words: readonly T[],
	text: string,
	field: string,
	faults: Faults,
): T {
	const word = words.find((one) => one === text);
	if (word === undefined)
		faults.push(`${field}: unknown word ${text || "(empty)"}`);
	return word ?? (words[0] as T);
}

/** Parts of a list that is written with `separator` between them. */
export function partsOf(text: string, separator: string): readonly string[] {
	return text
		.split(separator)
		.map((part) => part.trim())
		.filter((part) => part !== "");
}

/** Addresses of sources: at least one, each http or https, since pages link to them. */
export function checkSourceUrls(urls: readonly string[], faults: Faults): void {
	if (urls.length === 0) faults.push("no source");
	for (const url of urls)
		if (!/^https?:\/\//.test(url) || !URL.canParse(url))
			faults.push(`not a web address: ${url.slice(0, 80)}`);
}
