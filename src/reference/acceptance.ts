/**
 * Whether a fetched file may become reference data. Poisoned reference data
 * would turn every verdict (P7): a file must look like what it claims to be,
 * must not have lost most of what the present one has, and no fingerprint of
 * a block page may match an ordinary page.
 */
import { compileAsn } from "./asn.ts";
import { parseFingerprints } from "./fingerprints.ts";
import { compileCountries } from "./ip-country.ts";
import { ORDINARY_PAGE } from "./ordinary-page.ts";
import type { ReferenceSource } from "./sources.ts";
import { parseTestCategories, parseTestList } from "./test-lists.ts";

export interface Acceptance {
	/** Usable rows. */
	readonly rows: number;
	readonly problems: readonly string[];
	/** Why the file is refused; undefined where it is accepted. */
	readonly refusal: string | undefined;
}

/** Provisional: the published files have none or a few. A short list may have five, whatever its length. */
const MOST_BAD_SHARE = 0.02;
const BAD_ROWS_BORNE = 5;
/** A new version with fewer rows than this share of the present one needs force. */
const LEAST_KEPT_SHARE = 0.5;

/**
 * Checks one file. `presentRows`: usable rows of the version in use, if any.
 * `force` drops the checks of size, never those of form.
 */
export function examineSource(
	source: ReferenceSource,
	text: string,
	presentRows: number | undefined,
	force: boolean,
): Acceptance {
	const reading = readSource(source, text);
	const { rows, problems, poison } = reading;
	const badRows = reading.badRows ?? problems.length;
	const tooManyBad =
		badRows > BAD_ROWS_BORNE && badRows > MOST_BAD_SHARE * (rows + badRows);
	const refusal =
		rows === 0
			? "no usable row"
			: tooManyBad
				? `${badRows} of ${rows + badRows} rows cannot be used, first ${problems[0]}`
				: poison !== undefined
					? poison
					: force
						? undefined
						: sizeRefusal(source, rows, presentRows);
	return { rows, problems, refusal };
}

function sizeRefusal(
	source: ReferenceSource,
	rows: number,
	presentRows: number | undefined,
): string | undefined {
	if (rows < source.fewestRows)
		return `only ${rows} rows, where at least ${source.fewestRows} are expected`;
	if (presentRows !== undefined && rows < presentRows * LEAST_KEPT_SHARE)
		return `only ${rows} rows, where the present version has ${presentRows}`;
	return undefined;
}

interface SourceReading {
	readonly rows: number;
	readonly problems: readonly string[];
	/** Where there are more than problems tell. */
	readonly badRows?: number;
	/** What makes the file dangerous although its form is right. */
	readonly poison?: string | undefined;
}

function readSource(source: ReferenceSource, text: string): SourceReading {
	switch (source.kind) {
		case "dns_fingerprints": {
			const set = parseFingerprints({ dns: text, http: "" });
			return { rows: set.size, problems: ownProblems(set.problems, "dns") };
		}
		case "http_fingerprints": {
			const set = parseFingerprints({ dns: "", http: text });
			const wrong = set
				.matchHttp({
					body: Buffer.from(ORDINARY_PAGE, "latin1"),
					title: "Example: home page",
					headers: [],
				})
				.filter((name) => set.get(name)?.scope !== "fp");
			return {
				rows: set.size,
				problems: ownProblems(set.problems, "http"),
				poison:
					wrong.length === 0
						? undefined
						: `would take an ordinary page for a block page: ${wrong.slice(0, 5).join(", ")}`,
			};
		}
		case "asn": {
			const { rowCount, badRowCount, problems } = compileAsn(text);
			return { rows: rowCount, problems, badRows: badRowCount };
		}
		case "country": {
			const { rowCount, badRowCount, problems } = compileCountries(text);
			return { rows: rowCount, problems, badRows: badRowCount };
		}
		case "test_list": {
			const { entries, problems } = parseTestList(text);
			return { rows: entries.length, problems };
		}
		case "test_categories":
			return { rows: parseTestCategories(text).size, problems: [] };
	}
}

function ownProblems(
	problems: readonly string[],
	file: "dns" | "http",
): readonly string[] {
	return problems.filter((problem) => problem.startsWith(`${file}: `));
}
