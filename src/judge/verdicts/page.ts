/**
 * A page held against the helper's. The comparisons are those of OONI's Web
 * Connectivity; the verdict on them is ours and stricter: a page that differs is not a block.
 */
import type { HttpObservation } from "../../model/index.ts";
import { registrableDomain } from "../../reference/index.ts";

export interface PageComparison {
	readonly status: "same" | "differs" | "unknown";
	/** min/max of the two body lengths; undefined where one is missing or cut. */
	readonly lengthRatio: number | undefined;
	/** Both carry a header that few sites have. */
	readonly sharesHeader: boolean;
	readonly title: "same" | "differs" | "unknown";
	/** The very page that the helper got, from a host of the same site: status, title and length agree. */
	readonly equal: boolean;
	/** `same`: like the helper's. `differs`: unlike it in everything that can be compared. */
	readonly page: "same" | "differs" | "unclear" | "unknown";
}

/** Length ratio from which two bodies count as alike (OONI's body_proportion factor). */
const LENGTH_FACTOR = 0.7;
/** Length ratio from which two bodies with one title count as the very same page. Provisional. */
const EQUAL_FACTOR = 0.9;
/** Title words shorter than this are left out (OONI's title match). */
const TITLE_WORD_LENGTH = 5;

/** Header names that so many sites send that sharing one says nothing (OONI's list). */
const COMMON_HEADERS: ReadonlySet<string> = new Set(
	"date content-type content-length connection transfer-encoding server cache-control vary set-cookie location expires x-powered-by content-encoding last-modified accept-ranges pragma x-frame-options etag x-content-type-options age via p3p x-xss-protection content-language cf-ray strict-transport-security link x-varnish".split(
		" ",
	),
);

export function comparePages(
	probe: HttpObservation,
	helper: HttpObservation,
): PageComparison {
	if (
		probe.failure !== undefined ||
		helper.failure !== undefined ||
		probe.statusCode === undefined ||
		helper.statusCode === undefined
	)
		return {
			status: "unknown",
			lengthRatio: undefined,
			sharesHeader: false,
			title: "unknown",
			equal: false,
			page: "unknown",
		};
	const status = probe.statusCode === helper.statusCode ? "same" : "differs";
	const lengthRatio = ratioOf(probe, helper);
	const sharesHeader = shareRareHeader(probe.headerNames, helper.headerNames);
	const title = compareTitles(probe.title, helper.title);
	const alike =
		sharesHeader ||
		title === "same" ||
		(lengthRatio !== undefined && lengthRatio > LENGTH_FACTOR);
	const page =
		status === "same" && alike
			? "same"
			: !alike && (title !== "unknown" || lengthRatio !== undefined)
				? "differs"
				: "unclear";
	const equal =
		status === "same" &&
		title === "same" &&
		lengthRatio !== undefined &&
		lengthRatio >= EQUAL_FACTOR &&
		(probe.hostname === helper.hostname ||
			registrableDomain(probe.hostname) === registrableDomain(helper.hostname));
	return { status, lengthRatio, sharesHeader, title, equal, page };
}

function ratioOf(a: HttpObservation, b: HttpObservation): number | undefined {
	if (a.bodyBytes === 0 && b.bodyBytes === 0) return 1;
	const [x, y] = [a.bodyBytes ?? 0, b.bodyBytes ?? 0];
	if (x <= 0 || y <= 0 || a.bodyTruncated === true) return undefined;
	return Math.min(x, y) / Math.max(x, y);
}

function shareRareHeader(a: readonly string[], b: readonly string[]): boolean {
	const rare = new Set(a.filter((name) => !COMMON_HEADERS.has(name)));
	return b.some((name) => rare.has(name));
}

function compareTitles(
	a: string | undefined,
	b: string | undefined,
): PageComparison["title"] {
	if (!a && !b) return "unknown";
	const [wordsA, wordsB] = [titleWords(a ?? ""), titleWords(b ?? "")];
	if (wordsA.size !== wordsB.size) return "differs";
	for (const word of wordsA) if (!wordsB.has(word)) return "differs";
	return wordsA.size === 0 && a !== b ? "differs" : "same";
}

function titleWords(title: string): ReadonlySet<string> {
	return new Set(
		title
			.toLowerCase()
			.split(/\s+/)
			.filter((word) => word.length >= TITLE_WORD_LENGTH),
	);
}
