/** Entries as they may be shown: without the name of a person who is protected (P11). */
import type { RecordEntry } from "./entry.ts";

const HIDDEN = "(name protected)";

/** The entry without the name of a protected person, wherever in it the name stands, and without words that are not ours to publish. */
export function publishableEntry(entry: RecordEntry): RecordEntry {
	const { quote, ...own } = entry;
	const shown = quote !== undefined && entry.licence ? entry : own;
	const { name, isProtected } = shown.actor;
	if (!isProtected) return shown;
	const { name: _, ...actor } = shown.actor;
	const bare = { ...shown, actor };
	return name ? (hide(bare, name) as RecordEntry) : bare;
}

/** Every text inside a value with a name taken out of it. */
function hide(value: unknown, name: string): unknown {
	if (typeof value === "string") return value.replaceAll(name, HIDDEN);
	if (Array.isArray(value)) return value.map((item) => hide(item, name));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [key, hide(item, name)]),
	);
}
