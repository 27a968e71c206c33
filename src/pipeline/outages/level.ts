/** How much of the expected value a signal showed in some hours: the measure of disagreement between signals. */
import type { SignalPoint } from "../../model/index.ts";

const DAY = 86_400;
/** Days before the outage whose same hours tell what is expected. */
const DAYS_BEFORE = 7;

export interface Level {
	/** By the median. */
	readonly level: number | null;
	readonly lowest: number | null;
}

/**
 * Over the readings in a window, what each is to the median of the same time of
 * day in the week before `onset`. Null where either is not there. Seconds
 * since 1970.
 */
export function levelOf(
	points: readonly SignalPoint[],
	window: { readonly since: number; readonly until: number },
	onset: number,
): Level {
	const values = new Map(
		points.flatMap(({ at, reading }) =>
			typeof reading === "number" ? [[at, reading] as const] : [],
		),
	);
	const parts: number[] = [];
	for (const [at, value] of values) {
		if (at < window.since || at >= window.until) continue;
		const days = Math.ceil((at - onset + 1) / DAY);
		const before = Array.from({ length: DAYS_BEFORE }, (_, i) =>
			values.get(at - (days + i) * DAY),
		).filter((one) => one !== undefined);
		const expected = median(before);
		if (expected !== undefined && expected > 0)
			parts.push(Math.max(0, value) / expected);
	}
	return {
		level: rounded(median(parts)),
		lowest: rounded(parts.length > 0 ? Math.min(...parts) : undefined),
	};
}

const rounded = (part: number | undefined): number | null =>
	part === undefined ? null : Number(part.toFixed(3));

function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1];
}
