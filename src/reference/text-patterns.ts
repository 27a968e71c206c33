/** All patterns of one location (the body, one header, the title, a DNS answer) matched against one text. */
import type { GapPattern } from "./gap-pattern.ts";
import { createLiteralSearch } from "./literal-search.ts";
import type { ByteString } from "./types.ts";

/** A pattern that can be matched; `name` is what is reported. */
export type TextPattern =
	| {
			readonly name: string;
			readonly type: "full" | "prefix" | "contains";
			readonly text: ByteString;
	  }
	| {
			readonly name: string;
			readonly type: "regexp";
			readonly gaps: GapPattern;
	  };

export interface TextMatcher {
	/** Calls `found` once for each pattern that matches `text`. */
	match(text: ByteString | Buffer, found: (name: string) => void): void;
}

/** Prepares `patterns`, each type its own way: look-ups for `full` and `prefix`, one search for all others. */
export function createTextMatcher(
	patterns: readonly TextPattern[],
): TextMatcher {
	const full = new Map<ByteString, string[]>();
	const prefix = new Map<ByteString, string[]>();
	const contains = new Map<ByteString, TextPattern[]>();
	for (const pattern of patterns) {
		if (pattern.type === "full") listOf(full, pattern.text).push(pattern.name);
		else if (pattern.type === "prefix")
			listOf(prefix, pattern.text).push(pattern.name);
		else
			listOf(
				contains,
				pattern.type === "regexp" ? pattern.gaps.literal : pattern.text,
			).push(pattern);
	}
	const prefixLengths = [
		...new Set([...prefix.keys()].map((text) => text.length)),
	].sort((a, b) => a - b);
	const fullLengths = new Set([...full.keys()].map((text) => text.length));
	const literals = [...contains.values()];
	const search = createLiteralSearch([...contains.keys()]);

	const longestPrefix = prefixLengths.at(-1) ?? 0;

	return {
		match(text, found) {
			const start = (length: number): ByteString =>
				typeof text === "string"
					? text.slice(0, length)
					: text.toString("latin1", 0, length);
			// The length first: looking a body up would hash it whole.
			if (fullLengths.has(text.length))
				for (const name of full.get(start(text.length)) ?? []) found(name);
			if (longestPrefix > 0) {
				const beginning = start(longestPrefix);
				for (const length of prefixLengths) {
					if (length > beginning.length) break;
					for (const name of prefix.get(beginning.slice(0, length)) ?? [])
						found(name);
				}
			}
			if (literals.length === 0) return;
			let whole: ByteString | undefined;
			search.search(bytesOf(text), (index) => {
				for (const pattern of literals[index] ?? []) {
					if (pattern.type === "regexp") {
						whole ??= start(text.length);
						if (!pattern.gaps.matches(whole)) continue;
					}
					found(pattern.name);
				}
			});
		},
	};
}

function bytesOf(text: ByteString | Buffer): Buffer {
	return typeof text === "string" ? Buffer.from(text, "latin1") : text;
}

function listOf<T>(map: Map<ByteString, T[]>, key: ByteString): T[] {
	const list = map.get(key) ?? [];
	map.set(key, list);
	return list;
}
