/**
 * Restrictions compared across countries and years by what the record shows
 * of each: how many were ever acknowledged, how late, with which legal basis.
 * Counts of what is documented, never of what happened.
 */
import {
	countDueProcess,
	type DueProcessCounts,
	type DueProcessFacts,
	dueProcessFacts,
} from "./due-process-counts.ts";
import type { RecordEntry } from "./entry.ts";
import type { RecordIndex } from "./record-index.ts";
import type { RestrictionKind } from "./types.ts";

export const COMPARE_BY = ["country", "year", "kind"] as const;
export type CompareBy = (typeof COMPARE_BY)[number];

export interface CompareQuestion {
	readonly by: CompareBy;
	readonly cc?: string | undefined;
	readonly kind?: RestrictionKind | undefined;
	/** Days on which it began: from the first, before the second. */
	readonly since?: string | undefined;
	readonly until?: string | undefined;
}

export interface CompareRow extends DueProcessCounts {
	/** Country, year or kind; `all` for the last row. */
	readonly group: string;
	/** Of the restrictions, those that block a service, and of these the acknowledged ones. */
	readonly serviceBlockCount: number;
	readonly serviceBlockAcknowledgedCount: number;
}

/** A row for each group, and one for all. Faults are no restrictions and are left out. */
export function compareRestrictions(
	index: RecordIndex,
	{ by, cc, kind, since, until }: CompareQuestion,
): readonly CompareRow[] {
	const chosen = index
		.restrictions(cc)
		.map(({ entry }) => entry)
		.filter(
			({ when, restriction }) =>
				restriction?.kind !== "outage_not_restriction" &&
				(kind === undefined || restriction?.kind === kind) &&
				(since === undefined || when.date >= since) &&
				(until === undefined || when.date < until),
		);
	const all = chosen.map((entry) => ({
		entry,
		facts: dueProcessFacts(index.naming(entry.id)),
	}));
	const groups = new Map<string, Compared[]>();
	for (const one of all) {
		const group = groupOf(one.entry, by);
		const list = groups.get(group);
		if (list) list.push(one);
		else groups.set(group, [one]);
	}
	return [
		...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)),
		["all", all] as const,
	].map(([group, some]) => rowOf(group, some));
}

interface Compared {
	readonly entry: RecordEntry;
	readonly facts: DueProcessFacts;
}

function groupOf(entry: RecordEntry, by: CompareBy): string {
	switch (by) {
		case "country":
			return entry.country;
		case "year":
			return entry.when.date.slice(0, 4);
		case "kind":
			return entry.restriction?.kind ?? "undetermined";
	}
}

function rowOf(group: string, some: readonly Compared[]): CompareRow {
	const blocks = some.filter(
		({ entry }) => entry.restriction?.kind === "service_block",
	);
	return {
		group,
		...countDueProcess(some.map(({ facts }) => facts)),
		serviceBlockCount: blocks.length,
		serviceBlockAcknowledgedCount: blocks.filter(
			({ facts }) => facts.isAcknowledged,
		).length,
	};
}

/** A row in words, for the page of a country. `place` names what was compared: `Pakistan`. */
export function compareInWords(row: CompareRow, place: string): string {
	const {
		restrictionCount,
		acknowledgedCount,
		serviceBlockCount,
		serviceBlockAcknowledgedCount,
		legalBasisCount,
		publishedOrderCount,
		lagCount,
		medianLagDays,
	} = row;
	if (restrictionCount === 0)
		return `No restriction in ${place} is on the record. No row means "not documented".`;
	const lag =
		medianLagDays === undefined
			? ""
			: ` Where both days are known (${lagCount}), half of the acknowledgements came ${medianLagDays <= 0 ? "on the day of the start or before it" : `within ${medianLagDays} ${medianLagDays === 1 ? "day" : "days"} of the start`}.`;
	return `Of ${restrictionCount} documented restrictions in ${place}, the state acknowledged ${acknowledgedCount}; of ${serviceBlockCount} blocks of services, ${serviceBlockAcknowledgedCount}.${lag} A legal basis was named for ${legalBasisCount}, and an order was public in time for ${publishedOrderCount}.`;
}
