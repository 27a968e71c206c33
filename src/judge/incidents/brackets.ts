/**
 * When a change happened, as an interval. The smoothed probability of the new
 * condition at an hour is the probability that the change came at or before
 * it; between two hours with data every hour is as likely as the next, since
 * changes are rare beside the gaps. The 5%, 50% and 95% points of that curve
 * are `earliest`, `at` and `latest`.
 */

/** Half of what the interval leaves out. */
const TAIL = 0.05;

export interface Bracket {
	readonly at: number;
	readonly earliest: number;
	readonly latest: number;
	/** Position of the first data hour at which the new condition is the likelier one. */
	readonly index: number;
	/** The condition was there at the first data already. */
	readonly isOpen: boolean;
}

/**
 * Places the change that was raised at position `raised`, looking back to
 * `from` and ahead to `to` (both positions, half-open). `probability` gives
 * that of the new condition. Undefined where later data refute the change.
 */
export function placeChange(
	hours: ArrayLike<number>,
	probability: (index: number) => number,
	raised: number,
	from: number,
	to: number,
	cellHours: number,
): Bracket | undefined {
	let before = raised;
	while (before >= from && probability(before) >= TAIL) before--;
	if (before < from && from > 0) before = lowest(probability, from, raised);
	const points = [TAIL, 0.5, 1 - TAIL].map((level) =>
		crossing(hours, probability, before, to, level, cellHours),
	);
	const [earliest, at, latest] = points;
	if (!earliest || !at) return undefined;
	const settled = latest ?? { hour: hours[to - 1] ?? at.hour, index: to - 1 };
	return {
		at: at.hour,
		earliest: earliest.hour,
		latest: Math.max(settled.hour, at.hour) + cellHours,
		index: at.index,
		isOpen: before < 0 && probability(0) >= 0.5,
	};
}

function lowest(
	probability: (index: number) => number,
	from: number,
	to: number,
): number {
	let best = from;
	for (let index = from; index < to; index++)
		if (probability(index) < probability(best)) best = index;
	return best;
}

/** First hour after position `before` at which the curve reaches `level`. */
function crossing(
	hours: ArrayLike<number>,
	probability: (index: number) => number,
	before: number,
	to: number,
	level: number,
	cellHours: number,
): { readonly hour: number; readonly index: number } | undefined {
	for (let index = Math.max(0, before + 1); index < to; index++) {
		const high = probability(index);
		if (high < level) continue;
		const hour = hours[index] ?? 0;
		if (index === 0) return { hour, index };
		const low = probability(index - 1);
		const gap = hour - (hours[index - 1] ?? 0);
		const part = low >= level ? 0 : (level - low) / (high - low);
		return {
			hour:
				hour -
				gap +
				Math.max(1, Math.ceil((part * gap) / cellHours)) * cellHours,
			index,
		};
	}
	return undefined;
}
