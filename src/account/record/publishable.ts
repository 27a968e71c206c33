/**
 * Entries as they may be shown: without the names of protected persons and
 * without words that are not ours to publish (P11). Whatever leaves the house
 * (pages, exports, API, dossiers) comes through here.
 */
import type { RecordEntry } from "./entry.ts";

const HIDDEN = "(name protected)";

/**
 * The entry without protected names, wherever in it they stand: that of its
 * actor where it is marked, and `names` that are protected in every entry. A
 * source whose address tells such a name is left out.
 */
export function publishableEntry(
	entry: RecordEntry,
	names: readonly string[] = [],
): RecordEntry {
	const { quote, ...own } = entry;
	const shown = quote !== undefined && entry.licence ? entry : own;
	const { name, ...actor } = shown.actor;
	const hidden = [...names, ...(actor.isProtected && name ? [name] : [])];
	if (hidden.length === 0)
		return actor.isProtected ? { ...shown, actor } : shown;
	const pattern = namesPattern(hidden);
	const isHidden = actor.isProtected || (name && found(pattern, name));
	const bare = {
		...shown,
		actor: isHidden ? { ...actor, isProtected: true } : shown.actor,
		sources: shown.sources.filter(({ url }) => !found(pattern, readable(url))),
	};
	return hide(bare, pattern) as RecordEntry;
}

/** Any records with the names taken out of every text inside. */
export function withoutNames<T>(records: T, names: readonly string[]): T {
	return names.length === 0
		? records
		: (hide(records, namesPattern(names)) as T);
}

/** The names as whole words in any case, with whatever a text or an address puts between their parts. */
function namesPattern(names: readonly string[]): RegExp {
	const alternatives = names
		.map((name) =>
			name
				.trim()
				.split(/[\s._+-]+/)
				.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
				.join("[\\s._+-]+"),
		)
		.filter((alternative) => alternative !== "");
	return new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`,
		"giu",
	);
}

function found(pattern: RegExp, text: string): boolean {
	return text.search(pattern) >= 0;
}

function readable(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

/** Every text inside a value with the names taken out of it. */
function hide(value: unknown, pattern: RegExp): unknown {
	if (typeof value === "string") return value.replaceAll(pattern, HIDDEN);
	if (Array.isArray(value)) return value.map((item) => hide(item, pattern));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [key, hide(item, pattern)]),
	);
}
