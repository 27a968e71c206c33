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

/** What counts of one restriction. */
export interface DueProcessFacts {
	readonly isAcknowledged: boolean;
	readonly hasLegalBasis: boolean;
	readonly isOrderPublished: boolean;
	/** Days to the acknowledgement, where both days are known. */
	readonly lagDays: number | undefined;
}

/** Facts of one restriction, from the entries about it. */
export function dueProcessFacts(
	entries: readonly RecordEntry[],
): DueProcessFacts {
	const { rows } = dueProcessOf(entries);
	const isMet = (field: string): boolean =>
		rows.some((row) => row.field === field && row.answer === "met");
	return {
		isAcknowledged: isMet("acknowledged"),
		hasLegalBasis: isMet("legal_basis"),
		isOrderPublished: isMet("order_published"),
		lagDays: lagOf(entries),
	};
}

function lagOf(entries: readonly RecordEntry[]): number | undefined {
	const { start, acknowledgement } = turningPoints(entries);
	if (!start || !acknowledgement) return undefined;
	const [from, to] = [localDays(start.when), localDays(acknowledgement.when)];
	return from[0] === from[1] && to[0] === to[1]
		? (Date.parse(to[0]) - Date.parse(from[0])) / 86_400_000
		: undefined;
}

/** Counts over restrictions: comparable across countries and years. */
export function countDueProcess(
	restrictions: readonly DueProcessFacts[],
): DueProcessCounts {
	const lags = restrictions
		.flatMap(({ lagDays }) => lagDays ?? [])
		.sort((a, b) => a - b);
	const count = (test: (facts: DueProcessFacts) => boolean): number =>
		restrictions.filter(test).length;
	return {
		restrictionCount: restrictions.length,
		acknowledgedCount: count(({ isAcknowledged }) => isAcknowledged),
		legalBasisCount: count(({ hasLegalBasis }) => hasLegalBasis),
		publishedOrderCount: count(({ isOrderPublished }) => isOrderPublished),
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
