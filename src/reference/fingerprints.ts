/**
 * Fingerprints of block pages and forged answers, in the layout that OONI
 * publishes: two CSV files, one for DNS and one for HTTP. Fingerprints of
 * scope `fp` say that a page is NOT a block page; they are matched and
 * reported like the others, and the rules tell them apart.
 */
import { canonicalJson, sha256Hex } from "../base/index.ts";
import { isCountryCode } from "./countries.ts";
import { type CsvRow, readCsv } from "./csv.ts";
import { compileGapPattern } from "./gap-pattern.ts";
import {
	createTextMatcher,
	type TextMatcher,
	type TextPattern,
} from "./text-patterns.ts";
import type { Fingerprint, FingerprintSet } from "./types.ts";

export interface FingerprintTexts {
	readonly dns: string;
	readonly http: string;
}

/** Columns without which a row says nothing. */
const REQUIRED_COLUMNS = [
	"name",
	"scope",
	"location_found",
	"pattern_type",
	"pattern",
];
const PATTERN_TYPES = ["full", "prefix", "contains", "regexp"] as const;
/** A shorter text inside a page says nothing; the shortest published one has 4 bytes, and 3 as part of a regexp. */
const SHORTEST_INNER_BYTES = 3;
const NO_NAMES: readonly string[] = [];

/** Reads both files. Rows that cannot be used become `problems`; never throws. */
export function parseFingerprints(texts: FingerprintTexts): FingerprintSet {
	const hash = sha256Hex(
		canonicalJson({ dns: sha256Hex(texts.dns), http: sha256Hex(texts.http) }),
	);
	return createSet(
		hash,
		readFingerprintFile(texts.dns, "dns"),
		readFingerprintFile(texts.http, "http"),
	);
}

interface FingerprintFile {
	readonly byName: ReadonlyMap<string, Fingerprint>;
	readonly byLocation: ReadonlyMap<string, TextMatcher>;
	readonly problems: readonly string[];
}

const EMPTY_FILE: FingerprintFile = {
	byName: new Map(),
	byLocation: new Map(),
	problems: [],
};

/** The set with nothing in it, for workspaces that have no fingerprints. */
export const emptyFingerprints: FingerprintSet = createSet(
	"none",
	EMPTY_FILE,
	EMPTY_FILE,
);

function createSet(
	hash: string,
	dns: FingerprintFile,
	http: FingerprintFile,
): FingerprintSet {
	const answers = dns.byLocation.get("dns");
	const bodies = http.byLocation.get("body");
	const titles = http.byLocation.get("title");
	const headers = new Map(
		[...http.byLocation].flatMap(([location, matcher]) =>
			location.startsWith("header.") ? [[location.slice(7), matcher]] : [],
		),
	);
	return {
		hash,
		size: dns.byName.size + http.byName.size,
		problems: [...dns.problems, ...http.problems],
		get: (name) => http.byName.get(name) ?? dns.byName.get(name),
		matchDns(answer) {
			const names = collect((found) =>
				answers?.match(answer.toLowerCase(), found),
			);
			return names.flatMap((name) => dns.byName.get(name) ?? []);
		},
		matchHttp(response) {
			return collect((found) => {
				if (response.body.length > 0) bodies?.match(response.body, found);
				if (response.title !== "") titles?.match(response.title, found);
				for (const [name, value] of response.headers)
					headers.get(name)?.match(value, found);
			});
		},
	};
}

function readFingerprintFile(
	text: string,
	file: keyof FingerprintTexts,
): FingerprintFile {
	const table = readCsv(text, REQUIRED_COLUMNS);
	const problems = table.problems.map((problem) => `${file}: ${problem}`);
	const byName = new Map<string, Fingerprint>();
	const patterns = new Map<string, TextPattern[]>();
	for (const row of table.rows) {
		const read = readRow(row, file, byName);
		if (typeof read === "string") {
			problems.push(
				`${file}: line ${row.line}: ${row.get("name").slice(0, 80)}: ${read}`,
			);
			continue;
		}
		const { name, location } = read.fingerprint;
		byName.set(name, read.fingerprint);
		const ofLocation = patterns.get(location) ?? [];
		ofLocation.push(read.pattern);
		patterns.set(location, ofLocation);
	}
	return {
		byName,
		byLocation: new Map(
			[...patterns].map(([location, list]) => [
				location,
				createTextMatcher(list),
			]),
		),
		problems,
	};
}

/** The names that `run` finds, sorted, without repeats. */
function collect(
	run: (found: (name: string) => void) => void,
): readonly string[] {
	let names: Set<string> | undefined;
	run((name) => {
		names ??= new Set();
		names.add(name);
	});
	return names === undefined ? NO_NAMES : [...names].sort();
}

/** One row as a fingerprint and its pattern, or why it cannot be used. */
function readRow(
	row: CsvRow,
	file: keyof FingerprintTexts,
	known: ReadonlyMap<string, Fingerprint>,
):
	| { readonly fingerprint: Fingerprint; readonly pattern: TextPattern }
	| string {
	const fingerprint = readFingerprint(row, file);
	if (typeof fingerprint === "string") return fingerprint;
	if (known.has(fingerprint.name)) return "name given twice";
	const pattern = compilePattern(fingerprint);
	return typeof pattern === "string" ? pattern : { fingerprint, pattern };
}

function readFingerprint(
	row: CsvRow,
	file: keyof FingerprintTexts,
): Fingerprint | string {
	const location = row.get("location_found");
	if (file === "dns" ? location !== "dns" : !isHttpLocation(location))
		return `location_found is not one of this file: ${location.slice(0, 80)}`;
	const patternType = PATTERN_TYPES.find(
		(type) => type === row.get("pattern_type"),
	);
	if (patternType === undefined)
		return `unknown pattern_type: ${row.get("pattern_type").slice(0, 80)}`;
	if (row.get("name") === "") return "no name";
	if (row.get("pattern") === "") return "no pattern";
	const confidence = row.get("confidence_no_fp");
	const countries = row
		.get("expected_countries")
		.split(",")
		.map((cc) => cc.trim())
		.filter((cc) => cc !== "");
	const unknown = countries.find((cc) => !isCountryCode(cc));
	if (unknown !== undefined) return `unknown country: ${unknown.slice(0, 80)}`;
	return {
		name: row.get("name"),
		scope: row.get("scope"),
		location: location as Fingerprint["location"],
		patternType,
		pattern: row.get("pattern"),
		confidence: /^\d{1,2}$/.test(confidence) ? Number(confidence) : undefined,
		countries,
	};
}

function isHttpLocation(location: string): boolean {
	return (
		location === "body" ||
		location === "title" ||
		/^header\.[a-z0-9_-]+$/.test(location)
	);
}

/** The pattern in matchable form, or why it has none. */
function compilePattern(fingerprint: Fingerprint): TextPattern | string {
	const { name, patternType, pattern, location } = fingerprint;
	if (patternType === "regexp") {
		const gaps = compileGapPattern(pattern);
		if ("problem" in gaps) return `regexp: ${gaps.problem}`;
		if (gaps.literal.length < SHORTEST_INNER_BYTES)
			return "regexp: its longest literal is too short to say anything";
		return { name, type: "regexp", gaps };
	}
	const text = Buffer.from(
		location === "dns" ? pattern.toLowerCase() : pattern,
		"utf8",
	).toString("latin1");
	if (patternType === "contains" && text.length < SHORTEST_INNER_BYTES)
		return "pattern too short to say anything";
	return { name, type: patternType, text };
}
