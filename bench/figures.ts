/**
 * What a benchmark hands on to `npm run bench`, which runs all: figures, each
 * beside a baseline of the same run. Their ratio is what machines and releases
 * can be compared by.
 */
import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";

export interface Figure {
	/** The same in every run: by it a figure finds its forerunner. */
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly better: "more" | "less";
	readonly baseline: { readonly what: string; readonly value: number };
}

/** Hands a figure on, where somebody collects them. */
export function figure(found: Figure): void {
	const file = process.env["RASAI_BENCH_FIGURES"];
	if (file !== undefined) appendFileSync(file, `${JSON.stringify(found)}\n`);
}

const FIXED_BYTES = 1_000_000;
const ROUNDS = 15;

/** A baseline for what has none of its own: fixed work of the processor, in ms. */
export function fixedWork(): Figure["baseline"] {
	const row = JSON.stringify({ at: "2025-01-27T00:00:00Z", n: 17, ok: true });
	const text = `[${Array(Math.floor(FIXED_BYTES / row.length)).fill(row)}]`;
	const times = Array.from({ length: ROUNDS }, () => {
		const since = performance.now();
		JSON.parse(text);
		createHash("sha256").update(text).digest();
		return performance.now() - since;
	}).sort((a, b) => a - b);
	return {
		what: "parsing and hashing a megabyte of JSON",
		value: times[Math.floor(ROUNDS / 2)] ?? 0,
	};
}
