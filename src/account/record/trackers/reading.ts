/** Lists of events that other trackers publish as JSON: each item becomes an entry, a repeat, or a problem with its place. */
import { isRecord } from "../../../model/index.ts";
import { checkEntry } from "../check.ts";
import type { RecordEntry } from "../entry.ts";

export interface ItemProblem {
	readonly place: string;
	readonly problem: string;
}

export interface TrackerReading {
	readonly rowCount: number;
	readonly repeatCount: number;
	readonly entries: readonly RecordEntry[];
	readonly rejects: readonly ItemProblem[];
	readonly notes: readonly ItemProblem[];
}

export type Item = Readonly<Record<string, unknown>>;

/** What an item became: entries to be checked, and what was left out of them. Throws nothing: a fault is a text. */
export type ItemMapping =
	| { readonly values: readonly object[]; readonly notes: readonly string[] }
	| { readonly fault: string };

/** Maps every item. An id given twice is a repeat: the later one stands. */
export function readItems(
	items: readonly unknown[],
	map: (item: Item) => ItemMapping,
): TrackerReading {
	const entries = new Map<string, RecordEntry>();
	const rejects: ItemProblem[] = [];
	const notes: ItemProblem[] = [];
	let repeatCount = 0;
	for (const [index, item] of items.entries()) {
		const place = `item ${index + 1}`;
		const mapped = isRecord(item) ? map(item) : { fault: "not an object" };
		if ("fault" in mapped) {
			rejects.push({ place, problem: mapped.fault });
			continue;
		}
		notes.push(...mapped.notes.map((problem) => ({ place, problem })));
		for (const value of mapped.values) {
			const { entry, faults } = checkEntry(JSON.parse(JSON.stringify(value)));
			for (const { at, problem } of faults)
				rejects.push({ place, problem: `${at}: ${problem}` });
			if (!entry) continue;
			if (entries.has(entry.id)) repeatCount += 1;
			entries.set(entry.id, entry);
		}
	}
	return {
		rowCount: items.length,
		repeatCount,
		entries: [...entries.values()],
		rejects,
		notes,
	};
}

export function textOf(item: Item, key: string): string {
	const value = item[key];
	return typeof value === "string" ? value.trim() : "";
}

export function textsOf(item: Item, key: string): readonly string[] {
	const value = item[key];
	return Array.isArray(value)
		? value.filter((one): one is string => typeof one === "string")
		: [];
}

/** A web address; one without a scheme gets `http://`. Undefined where it is none. */
export function addressOf(text: string): string | undefined {
	const href = /^https?:\/\//i.test(text) ? text : `http://${text}`;
	return /^[^\s]+\.[^\s]+$/.test(text) && URL.canParse(href) ? href : undefined;
}

/** Letters and digits with dashes, for ids. */
export function slugOf(text: string): string {
	return text
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "")
		.slice(0, 60);
}
