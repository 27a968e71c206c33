/**
 * IP-to-AS data: CSV rows `start,end,asn,organisation` (both ends inclusive)
 * compiled to sorted arrays in one buffer, which can be written to a file or
 * shared between threads as it is. Look-ups are binary searches.
 */
import { RasaiError, sha256Hex } from "../base/index.ts";
import { type Ipv6Words, mappedIpv4, parseIpv4, parseIpv6 } from "./ip.ts";
import type { AsnDatabase } from "./types.ts";

/** A database that can be kept: `openAsn(database.bytes)` gives it again. */
export interface CompiledAsn extends AsnDatabase {
	readonly bytes: Uint8Array;
}

export interface AsnCompilation {
	readonly database: CompiledAsn;
	/** Rows used. */
	readonly rowCount: number;
	readonly badRowCount: number;
	/** The first thousand rows that could not be used, with the reason. */
	readonly problems: readonly string[];
}

/** The database that knows nothing. */
export const emptyAsn: AsnDatabase = {
	hash: "none",
	lookup: () => 0,
	nameOf: () => undefined,
};

/** First word of a compiled buffer: "RAS" and the version of the layout. */
const MAGIC = 0x52415301;
const HEADER_WORDS = 4;
const LONGEST_NAME = 120;
const MOST_PROBLEMS = 1000;

interface Range<T> {
	readonly start: T;
	readonly end: T;
	readonly asn: number;
}

/** From `at` on, until the next step, addresses belong to `asn` (0: to nobody known). */
interface Step<T> {
	readonly at: T;
	readonly asn: number;
}

/**
 * Compiles CSV texts without header line, IPv4 and IPv6 rows in any order.
 * Where ranges overlap, the one that starts later (the smaller of two that
 * start together) holds for its own length.
 */
export function compileAsn(...texts: readonly string[]): AsnCompilation {
	let badRowCount = 0;
	const problems: string[] = [];
	const names = new Map<number, string>();
	const ipv4: Range<number>[] = [];
	const ipv6: Range<bigint>[] = [];
	for (const text of texts) {
		let line = 0;
		for (const row of linesOf(text)) {
			line++;
			if (row === "" || addRow(row, ipv4, ipv6, names)) continue;
			badRowCount++;
			if (problems.length < MOST_PROBLEMS)
				problems.push(`line ${line}: not a range: ${row.slice(0, 80)}`);
		}
	}
	const bytes = pack(
		stepsOf(ipv4, 2 ** 32 - 1, (address) => address + 1),
		stepsOf(ipv6, 2n ** 128n - 1n, (address) => address + 1n),
		names,
	);
	return {
		database: openAsn(bytes),
		rowCount: ipv4.length + ipv6.length,
		badRowCount,
		problems,
	};
}

function* linesOf(text: string): Generator<string> {
	for (let from = 0; from < text.length; ) {
		const found = text.indexOf("\n", from);
		const end = found < 0 ? text.length : found;
		yield text.slice(from, text.charAt(end - 1) === "\r" ? end - 1 : end);
		from = end + 1;
	}
}

/** Adds one row to the ranges of its family; false where it is no range. */
function addRow(
	row: string,
	ipv4: Range<number>[],
	ipv6: Range<bigint>[],
	names: Map<number, string>,
): boolean {
	const first = row.indexOf(",");
	const second = row.indexOf(",", first + 1);
	if (first < 0 || second < 0) return false;
	const third = row.indexOf(",", second + 1);
	const asnEnd = third < 0 ? row.length : third;
	const start = row.slice(0, first);
	const end = row.slice(first + 1, second);
	const asnText = row.slice(second + 1, asnEnd);
	const asn = /^\d{1,10}$/.test(asnText) ? Number(asnText) : Number.NaN;
	if (!(asn <= 4294967295)) return false;
	if (start.includes(":")) {
		const from = toBigint(parseIpv6(start));
		const to = toBigint(parseIpv6(end));
		if (from === undefined || to === undefined || to < from) return false;
		ipv6.push({ start: from, end: to, asn });
	} else {
		const from = parseIpv4(start);
		const to = parseIpv4(end);
		if (from === undefined || to === undefined || to < from) return false;
		ipv4.push({ start: from, end: to, asn });
	}
	const name = readName(row.slice(asnEnd + 1));
	// Where rows differ the last in alphabet holds, whatever their order.
	if (name >= (names.get(asn) ?? "")) names.set(asn, name);
	return true;
}

function toBigint(words: Ipv6Words | undefined): bigint | undefined {
	return words?.reduce((value, word) => value * 4294967296n + BigInt(word), 0n);
}

function readName(field: string): string {
	const text = field.startsWith('"')
		? field.slice(1).replace(/"$/, "").replaceAll('""', '"')
		: field;
	return text.slice(0, LONGEST_NAME).trim();
}

/** Ranges, which may nest and overlap, as steps without gaps. */
function stepsOf<T extends number | bigint>(
	ranges: Range<T>[],
	last: T,
	after: (address: T) => T,
): readonly Step<T>[] {
	const steps: Step<T>[] = [];
	const open: Range<T>[] = [];
	const step = (at: T, asn: number): void => {
		if (steps.at(-1)?.at === at) steps.pop();
		if ((steps.at(-1)?.asn ?? 0) !== asn) steps.push({ at, asn });
	};
	const closeUntil = (address: T | undefined): void => {
		for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
			if (address !== undefined && top.end >= address) return;
			while ((open.at(-1)?.end ?? last) <= top.end && open.length > 0)
				open.pop();
			if (top.end < last) step(after(top.end), open.at(-1)?.asn ?? 0);
		}
	};
	ranges.sort((a, b) =>
		a.start !== b.start
			? a.start < b.start
				? -1
				: 1
			: a.end > b.end
				? -1
				: a.end < b.end
					? 1
					: a.asn - b.asn,
	);
	for (const range of ranges) {
		closeUntil(range.start);
		step(range.start, range.asn);
		open.push(range);
	}
	closeUntil(undefined);
	return steps;
}

function pack(
	ipv4: readonly Step<number>[],
	ipv6: readonly Step<bigint>[],
	names: ReadonlyMap<number, string>,
): Uint8Array {
	const named = [...names].sort(([a], [b]) => a - b);
	const texts = named.map(([, name]) => Buffer.from(name, "utf8"));
	const words = new Uint32Array(
		HEADER_WORDS + 2 * ipv4.length + 5 * ipv6.length + 2 * named.length,
	);
	words.set([MAGIC, ipv4.length, ipv6.length, named.length]);
	let at = HEADER_WORDS;
	const put = (values: Iterable<number>): void => {
		for (const value of values) words[at++] = value;
	};
	put(ipv4.map((one) => one.at));
	put(ipv4.map((one) => one.asn));
	for (const shift of [96n, 64n, 32n, 0n])
		put(ipv6.map((one) => Number((one.at >> shift) & 0xffffffffn)));
	put(ipv6.map((one) => one.asn));
	put(named.map(([asn]) => asn));
	let nameEnd = 0;
	put(
		texts.map((text) => {
			nameEnd += text.length;
			return nameEnd;
		}),
	);
	const bytes = Buffer.concat([Buffer.from(words.buffer), ...texts]);
	return new Uint8Array(bytes);
}

/** Opens a buffer made by `compileAsn` without copying it. Throws `reference_invalid` where it is none. */
export function openAsn(bytes: Uint8Array): CompiledAsn {
	const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
	const words = new Uint32Array(
		aligned.buffer,
		aligned.byteOffset,
		Math.floor(aligned.length / 4),
	);
	const [magic, ipv4Count = 0, ipv6Count = 0, nameCount = 0] = words;
	let at = HEADER_WORDS;
	const take = (count: number): Uint32Array => {
		at += count;
		return words.subarray(at - count, at);
	};
	const ipv4 = { starts: take(ipv4Count), asns: take(ipv4Count) };
	const ipv6 = {
		starts: [0, 1, 2, 3].map(() => take(ipv6Count)),
		asns: take(ipv6Count),
	};
	const named = take(nameCount);
	const nameEnds = take(nameCount);
	const texts = aligned.subarray(at * 4);
	const nameBytes = nameEnds.at(-1) ?? 0;
	if (magic !== MAGIC || at * 4 + nameBytes !== aligned.length)
		throw new RasaiError(
			"reference_invalid",
			"the compiled IP-to-AS data are damaged or of another version",
			{ hint: "Delete the file: it is compiled again from its source." },
		);
	const lookupIpv4 = (address: number): number =>
		ipv4.asns[lastAtOrBefore(ipv4.starts, address)] ?? 0;

	return {
		hash: sha256Hex(bytes),
		bytes,
		lookup(ip) {
			if (!ip.includes(":")) {
				const address = parseIpv4(ip);
				return address === undefined ? 0 : lookupIpv4(address);
			}
			const address = parseIpv6(ip);
			if (address === undefined) return 0;
			const mapped = mappedIpv4(address);
			return mapped === undefined
				? (ipv6.asns[lastWordsAtOrBefore(ipv6.starts, address)] ?? 0)
				: lookupIpv4(mapped);
		},
		nameOf(asn) {
			const index = lastAtOrBefore(named, asn);
			if (named[index] !== asn) return undefined;
			const from = nameEnds[index - 1] ?? 0;
			const name = Buffer.from(texts.subarray(from, nameEnds[index])).toString(
				"utf8",
			);
			return name === "" ? undefined : name;
		},
	};
}

/** Index of the last of the sorted `starts` that is not above `value`; -1 where there is none. */
function lastAtOrBefore(starts: Uint32Array, value: number): number {
	let low = -1;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if ((starts[middle] as number) <= value) low = middle;
		else high = middle;
	}
	return low;
}

/** The same for 128-bit values, given as four arrays of words, most significant first. */
function lastWordsAtOrBefore(
	starts: readonly Uint32Array[],
	value: Ipv6Words,
): number {
	let low = -1;
	let high = starts[0]?.length ?? 0;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		let word = 0;
		while (word < 3 && starts[word]?.[middle] === value[word]) word++;
		if ((starts[word]?.[middle] as number) <= (value[word] as number))
			low = middle;
		else high = middle;
	}
	return low;
}
