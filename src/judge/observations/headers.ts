/** Response headers: `headers_list`, or the older `headers` object. */
import type { ByteString } from "../../reference/index.ts";
import { bytesOf } from "./bytes.ts";
import { type Draft, note } from "./draft.ts";
import { listOf, rowOf } from "./fields.ts";
import { rememberTexts } from "./remember.ts";
import { cleanText } from "./text.ts";

const MAX_HEADERS = 200;
const MAX_NAME = 128;
const NO_PAIRS: readonly Pair[] = [];

/** A header's name as it is kept. */
const keyOf = rememberTexts((name) => cleanText(name, MAX_NAME).toLowerCase());

type Pair = readonly [name: string, value: ByteString];

export interface Headers {
	/** Names in lower case with their values, in the order of the record. */
	readonly pairs: readonly Pair[];
	/** Names, sorted, without repeats. */
	readonly names: readonly string[];
}

/** Reads the headers of a request or response. Values that are no text are noted and left empty. */
export function readHeaders(
	draft: Draft,
	message: unknown,
	path: string,
): Headers {
	const row = rowOf(message);
	const pairs = collectPairs(draft, row["headers_list"], row["headers"], path);
	return { pairs, names: sortedNames(pairs) };
}

/** Most lists of headers come sorted. */
function sortedNames(pairs: readonly Pair[]): readonly string[] {
	const names: string[] = [];
	let isSorted = true;
	let last = "";
	for (const [name] of pairs) {
		if (name === last) continue;
		if (name < last) isSorted = false;
		names.push(name);
		last = name;
	}
	return isSorted ? names : [...new Set(names)].sort();
}

/** The first value of a header, or empty. The name is in lower case. */
export function headerOf(headers: Headers, name: string): ByteString {
	for (const pair of headers.pairs) if (pair[0] === name) return pair[1];
	return "";
}

function collectPairs(
	draft: Draft,
	list: unknown,
	object: unknown,
	path: string,
): readonly Pair[] {
	const listed = listOf(list);
	const pairs: Pair[] = [];
	const push = (name: unknown, value: unknown): void => {
		const pair = pairOf(draft, name, value, path);
		if (pair !== undefined) pairs.push(pair);
	};
	if (listed.length > 0) {
		for (let index = 0; index < listed.length; index++) {
			if (index === MAX_HEADERS) {
				note(draft, `${path}.headers_list: more than ${MAX_HEADERS}, cut`);
				break;
			}
			const item = listOf(listed[index]);
			push(item[0], item[1]);
		}
		return pairs;
	}
	const row = rowOf(object);
	const names = Object.keys(row);
	if (names.length === 0) return NO_PAIRS;
	for (const name of names.slice(0, MAX_HEADERS)) {
		const value = row[name];
		push(name, Array.isArray(value) ? value[0] : value);
	}
	if (names.length > MAX_HEADERS)
		note(draft, `${path}.headers: more than ${MAX_HEADERS}, cut`);
	return pairs;
}

function pairOf(
	draft: Draft,
	name: unknown,
	value: unknown,
	path: string,
): Pair | undefined {
	const key = typeof name === "string" ? keyOf(name) : "";
	const bytes = bytesOf(value);
	if (key === "" || bytes === undefined)
		note(draft, `${path}.headers: a header is not a text`);
	return key === "" ? undefined : [key, bytes ?? ""];
}
