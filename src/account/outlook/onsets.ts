/** Documented restrictions as onset days: the days on which at least one began, by the clocks of the place. */
import {
	localDays,
	type RestrictionEntry,
	type RestrictionKind,
	zoneOfCountry,
} from "../record/index.ts";
import { toDayNumber } from "./days.ts";

/** What an outlook can be of: any restriction, any cut of the network, any block or slowing of services, or one kind of the record. */
export const OUTLOOK_KINDS = [
	"any",
	"cut",
	"service",
	"full_shutdown",
	"regional_shutdown",
	"mobile_data_shutdown",
	"service_block",
	"throttling",
] as const;
export type OutlookKind = (typeof OUTLOOK_KINDS)[number];

/** Kinds that are made of others. */
const MEMBERS: Readonly<Record<string, readonly RestrictionKind[]>> = {
	cut: [
		"full_shutdown",
		"regional_shutdown",
		"mobile_data_shutdown",
		"fixed_line_shutdown",
	],
	service: ["service_block", "throttling"],
};

/** The groups of an outlook that are forecast apart. */
export function groupsOf(kind: OutlookKind): readonly OutlookKind[] {
	return kind === "any" ? ["cut", "service"] : [kind];
}
/** A start that is known to the day. */
const EXACT: readonly string[] = ["minute", "hour", "day"];

export interface Onset {
	readonly on: number;
	/** Last day that it is known to have lasted; undefined: not known to be over. */
	readonly until: number | undefined;
	readonly entry: RestrictionEntry;
}

export interface OnsetHistory {
	/** In order of day. */
	readonly onsets: readonly Onset[];
	/** Restrictions of this kind whose first day is not known to the day. */
	readonly inexactCount: number;
}

/** Onsets of one country and kind. `isIn` chooses those of an area. */
export function onsetsOf(
	entries: readonly RestrictionEntry[],
	cc: string,
	kind: OutlookKind,
	isIn: (entry: RestrictionEntry) => boolean = () => true,
): OnsetHistory {
	const own = entries.filter(
		(entry) => entry.country === cc && isOfKind(entry, kind) && isIn(entry),
	);
	const exact = own.filter(({ startPrecision }) =>
		EXACT.includes(startPrecision),
	);
	const zone = zoneOfCountry(cc);
	const day = (date: string): number =>
		toDayNumber(localDays({ date, precision: "day", zone })[0]);
	return {
		onsets: exact
			.map((entry) => ({
				on: day(entry.start),
				until: entry.end === undefined ? undefined : day(entry.end),
				entry,
			}))
			.sort((a, b) => a.on - b.on || (a.entry.id < b.entry.id ? -1 : 1)),
		inexactCount: own.length - exact.length,
	};
}

/** Faults are no restriction, and pages or channels withheld are no event in a network: no kind has them. */
function isOfKind({ kind: own }: RestrictionEntry, kind: OutlookKind): boolean {
	return groupsOf(kind).some((group) =>
		(MEMBERS[group] ?? [group]).some((member) => member === own),
	);
}
