/** What the last days say of the next one: shutdowns come in clusters. */
import type { Onset } from "./onsets.ts";

/** Last day of each stretch after an onset. Doubling stretches: a choice made beforehand, tried against no data. */
const STRETCHES: readonly (readonly [last: number, word: string])[] = [
	[1, "1 day after an onset of any kind"],
	[3, "2 to 3 days after an onset of any kind"],
	[7, "4 to 7 days after an onset of any kind"],
	[14, "8 to 14 days after an onset of any kind"],
	[28, "15 to 28 days after an onset of any kind"],
];
const LONG_AFTER = "more than 28 days after an onset of any kind";

/** Restrictions that last for years say nothing of next week: only those that began this many days ago are counted. */
const FRESH_DAYS = 30;
const UNDER_WAY =
	"in or right after a restriction that began in the last 30 days";
const NONE_UNDER_WAY =
	"with no restriction under way that began in the last 30 days";

/** Words for the day after `origin`, from what was known when `origin` was over. */
export function recencyAfter(
	onsets: readonly Onset[],
	origin: number,
): readonly [since: string, underWay: string] {
	let last: number | undefined;
	let isUnderWay = false;
	for (let index = onsets.length - 1; index >= 0; index--) {
		const onset = onsets[index];
		if (!onset || onset.on > origin) continue;
		last ??= onset.on;
		if (origin - onset.on >= FRESH_DAYS) break;
		// An end is known only once it has come.
		isUnderWay ||= onset.until === undefined || onset.until >= origin;
	}
	const since =
		last === undefined ? Number.POSITIVE_INFINITY : origin + 1 - last;
	return [
		STRETCHES.find(([most]) => since <= most)?.[1] ?? LONG_AFTER,
		isUnderWay ? UNDER_WAY : NONE_UNDER_WAY,
	];
}
