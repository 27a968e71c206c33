/** Entries of the record that the options of a command ask for. */
import {
	ENTRY_TYPES,
	type StandingEntry,
	startMs,
} from "../account/record/index.ts";
import { readPublishableRecord } from "../pipeline/index.ts";
import type { Args, Context } from "./command.ts";

/** The entries that the options ask for, oldest first. */
export async function readEntries(
	context: Context,
	args: Args,
): Promise<{
	readonly chosen: readonly StandingEntry[];
	readonly get: (id: string) => StandingEntry | undefined;
}> {
	const workspace = await context.openForReading();
	try {
		const { entries } = await readPublishableRecord(
			workspace.paths,
			context.signal,
		);
		if (entries.size === 0)
			context.say("The record is empty. Next: rasai record import --shipped");
		const [cc, about, type] = ["cc", "about", "type"].map((name) =>
			args.text(name),
		);
		const since = args.text("since");
		const until = args.text("until");
		const chosen = [...entries.values()]
			.filter(
				({ entry }) =>
					(cc === undefined || entry.country === cc.toUpperCase()) &&
					(about === undefined || entry.about.includes(about)) &&
					(type === undefined || entry.type === type) &&
					(since === undefined || entry.when.date >= since) &&
					(until === undefined || entry.when.date < until),
			)
			.sort(
				(a, b) =>
					startMs(a.entry.when) - startMs(b.entry.when) ||
					a.entry.id.localeCompare(b.entry.id),
			);
		return { chosen, get: (id) => entries.get(id) };
	} finally {
		await workspace.close();
	}
}

const text = (name: string, value: string, summary: string) =>
	({ name, kind: "text", value, summary }) as const;

/** Options by which entries are chosen. */
export const RECORD_FILTERS = [
	text("cc", "CC", "only of this country"),
	text("about", "ID", "only what is about this restriction"),
	{
		...text("type", "TYPE", "only entries of this type"),
		choices: ENTRY_TYPES,
	},
	{
		name: "since",
		kind: "day",
		value: "DAY",
		summary: "only from this day on",
	},
	{ name: "until", kind: "day", value: "DAY", summary: "only before this day" },
] as const;
