/** What an import would change, entry by entry and field by field. */
import { isRecord } from "../../model/index.ts";
import type { RecordEntry } from "./entry.ts";
import { draftOfEntry, readSealed, type StandingEntry } from "./seal.ts";

export interface FieldChange {
	/** `restriction.end.date`. */
	readonly field: string;
	/** Undefined: was not there, is no longer there. */
	readonly before: unknown;
	readonly after: unknown;
}

export interface RecordChanges {
	readonly added: readonly RecordEntry[];
	readonly changed: readonly {
		readonly entry: RecordEntry;
		readonly standing: StandingEntry;
		readonly fields: readonly FieldChange[];
	}[];
	readonly unchangedCount: number;
	/** Standing entries that the import no longer has. They stay. */
	readonly gone: readonly string[];
	/** An added entry and one that is gone or stands beside it, of the same country and day: perhaps the same, told anew. */
	readonly perhapsSame: readonly {
		readonly added: string;
		readonly standing: string;
	}[];
}

/**
 * Compares entries with the record as it stands. `isOfSource` tells which
 * standing entries came from the same source, where a snapshot is complete
 * enough for what it lacks to be gone.
 */
export function compareRecord(
	standing: ReadonlyMap<string, StandingEntry>,
	entries: readonly RecordEntry[],
	isOfSource: (id: string) => boolean = () => false,
): RecordChanges {
	const added: RecordEntry[] = [];
	const changed: {
		entry: RecordEntry;
		standing: StandingEntry;
		fields: readonly FieldChange[];
	}[] = [];
	let unchangedCount = 0;
	for (const entry of entries) {
		const before = standing.get(entry.id);
		if (!before) {
			added.push(entry);
			continue;
		}
		const fields = changesBetween(before.entry, withoutErased(entry, before));
		if (fields.length === 0) unchangedCount += 1;
		else changed.push({ entry, standing: before, fields });
	}
	const ids = new Set(entries.map(({ id }) => id));
	const ofSource = [...standing.keys()].filter(
		(id) => isOfSource(id) && !ids.has(id),
	);
	const byPlace = new Map(
		ofSource.map((id) => [placeOf(standing.get(id)?.entry), id]),
	);
	return {
		added,
		changed,
		unchangedCount,
		gone: ofSource,
		perhapsSame: added.flatMap((entry) => {
			const other = byPlace.get(placeOf(entry));
			return other === undefined || !isOfSource(entry.id)
				? []
				: [{ added: entry.id, standing: other }];
		}),
	};
}

function placeOf(entry: RecordEntry | undefined): string {
	return `${entry?.country} ${entry?.when.date}`;
}

/** The entry as it would stand: what was erased from earlier revisions does not come back. */
function withoutErased(
	entry: RecordEntry,
	standing: StandingEntry,
): RecordEntry {
	const draft = draftOfEntry(entry, "import", standing);
	return readSealed(draft, draft.texts)?.entry ?? entry;
}

/** Leaves of two JSON values that differ. */
export function changesBetween(
	before: unknown,
	after: unknown,
): readonly FieldChange[] {
	const [a, b] = [leavesOf(before), leavesOf(after)];
	return [...new Set([...a.keys(), ...b.keys()])]
		.filter((field) => a.get(field) !== b.get(field))
		.sort()
		.map((field) => ({ field, before: a.get(field), after: b.get(field) }));
}

function leavesOf(
	value: unknown,
	at = "",
	leaves = new Map<string, unknown>(),
): ReadonlyMap<string, unknown> {
	if (Array.isArray(value))
		for (const [index, item] of value.entries())
			leavesOf(item, `${at}[${index}]`, leaves);
	else if (isRecord(value))
		for (const [name, item] of Object.entries(value))
			leavesOf(item, at ? `${at}.${name}` : name, leaves);
	else if (value !== undefined) leaves.set(at, value);
	return leaves;
}
