/**
 * The record, arranged to be asked about one restriction or one country
 * without reading all of it. Made once and kept as long as the record stands.
 */
import type { RecordEntry } from "./entry.ts";
import type { StandingEntry, StandingRecord } from "./seal.ts";

export interface RecordIndex {
	readonly entryCount: number;
	get(id: string): StandingEntry | undefined;
	/** Entries that name a restriction, the restriction's own entry among them. */
	naming(id: string): readonly RecordEntry[];
	/** Entries of a country that name no restriction. */
	unnamed(cc: string): readonly RecordEntry[];
	/** All entries of a country, in the order of their dates as written, newest first. */
	ofCountry(cc: string): readonly StandingEntry[];
	/** Entries that tell of a whole restriction, newest first; of one country, or of all. */
	restrictions(cc?: string): readonly StandingEntry[];
	readonly countries: readonly string[];
	/** Decisions of persons on what belongs to what. */
	readonly decisions: ReadonlyMap<string, boolean>;
	/** Entries on which a person decided that they belong to a restriction. */
	decidedFor(id: string): readonly RecordEntry[];
}

export function indexRecord({
	entries,
	links,
}: Pick<StandingRecord, "entries" | "links">): RecordIndex {
	const byName = new Map<string, RecordEntry[]>();
	const unnamed = new Map<string, RecordEntry[]>();
	const byCountry = new Map<string, StandingEntry[]>();
	for (const standing of entries.values()) {
		const { entry } = standing;
		push(byCountry, entry.country, standing);
		if (entry.about.length === 0 && !entry.restriction)
			push(unnamed, entry.country, entry);
		const names = entry.restriction ? [...entry.about, entry.id] : entry.about;
		for (const id of new Set(names)) push(byName, id, entry);
	}
	for (const list of byCountry.values())
		list.sort((a, b) => compare(b.entry, a.entry));
	const restrictions = new Map(
		[...byCountry].map(([cc, list]) => [
			cc,
			list.filter(({ entry }) => entry.restriction),
		]),
	);
	const all = [...restrictions.values()]
		.flat()
		.sort((a, b) => compare(b.entry, a.entry));
	return {
		entryCount: entries.size,
		get: (id) => entries.get(id),
		naming: (id) => byName.get(id) ?? [],
		unnamed: (cc) => unnamed.get(cc) ?? [],
		ofCountry: (cc) => byCountry.get(cc) ?? [],
		restrictions: (cc) =>
			cc === undefined ? all : (restrictions.get(cc) ?? []),
		countries: [...byCountry.keys()].sort(),
		decisions: links,
		decidedFor: (id) =>
			[...links].flatMap(([key, linked]) => {
				const [entry = "", restriction] = key.split(" ");
				const found = entries.get(entry)?.entry;
				return linked && restriction === id && found ? [found] : [];
			}),
	};
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

/** By the date as written: exact enough to list, and no zone has to be asked. */
function compare(a: RecordEntry, b: RecordEntry): number {
	return a.when.date < b.when.date
		? -1
		: a.when.date > b.when.date
			? 1
			: a.id < b.id
				? -1
				: a.id > b.id
					? 1
					: 0;
}
