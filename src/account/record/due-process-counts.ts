/** Due process over many restrictions: how many were acknowledged, how late, with which published basis. */
import { dueProcessOf } from "./due-process.ts";
import type { RecordEntry } from "./entry.ts";
import { localDays } from "./time.ts";
import { turningPoints } from "./turning-points.ts";

export interface DueProcessCounts {
	readonly restrictionCount: number;
	readonly acknowledgedCount: number;
	readonly legalBasisCount: number;
	readonly publishedOrderCount: number;
	/** Of those with an acknowledgement and a start to the day. */
	readonly lagCount: number;
	readonly medianLagDays: number | undefined;
}

/** Counts over restrictions, each with the entries about it: comparable across countries and years. */
export function countDueProcess(
	restrictions: readonly (readonly RecordEntry[])[],
): DueProcessCounts {
	const tables = restrictions.map((entries) => dueProcessOf(entries).rows);
	const metCount = (field: string): number =>
		tables.filter((rows) =>
			rows.some((row) => row.field === field && row.answer === "met"),
		).length;
	const lags = restrictions
		.flatMap((entries) => {
			const { start, acknowledgement } = turningPoints(entries);
			if (!start || !acknowledgement) return [];
			const [from, to] = [
				localDays(start.when),
				localDays(acknowledgement.when),
			];
			return from[0] === from[1] && to[0] === to[1]
				? [(Date.parse(to[0]) - Date.parse(from[0])) / 86_400_000]
				: [];
		})
		.sort((a, b) => a - b);
	return {
		restrictionCount: restrictions.length,
		acknowledgedCount: metCount("acknowledged"),
		legalBasisCount: metCount("legal_basis"),
		publishedOrderCount: metCount("order_published"),
		lagCount: lags.length,
		medianLagDays: medianOf(lags),
	};
}

function medianOf(sorted: readonly number[]): number | undefined {
	const middle = sorted.length / 2;
	const upper = sorted[Math.floor(middle)];
	const lower = sorted[Math.ceil(middle) - 1];
	return upper === undefined || lower === undefined
		? undefined
		: (upper + lower) / 2;
}
