/** Days by which courts, laws or officials set something, as the record tells of them, for calendars and for those who watch. */
import { isDay } from "../../../account/outlook/index.ts";
import type {
	DeadlineKind,
	ShownRecord,
} from "../../../account/record/index.ts";

export interface RecordDate {
	/** Of the entry that set it, what for, and the day. */
	readonly key: string;
	readonly cc: string;
	/** Entry that tells of it. */
	readonly entry: string;
	/** Day of the country. */
	readonly dueOn: string;
	readonly title: string;
	readonly text: string;
}

const KIND_WORDS: Readonly<Record<DeadlineKind, string>> = {
	act: "has to act",
	reply: "has to reply",
	report: "has to report",
	appear: "has to appear",
	hearing: "next hearing",
	unknown: "a day that the record names",
};

/** Dates of a country, by day. Several entries that tell of one date give one. */
export function recordDates(
	{ dossiers, others }: Pick<ShownRecord, "dossiers" | "others">,
	cc: string,
): readonly RecordDate[] {
	const dates = new Map<string, RecordDate>();
	const add = (date: RecordDate): void => {
		if (isDay(date.dueOn) && !dates.has(date.key)) dates.set(date.key, date);
	};
	for (const { country, service, entries } of dossiers)
		for (const { deadline = "", summary, id: entry } of country === cc
			? entries
			: [])
			add({
				key: `${service} ${deadline.slice(0, 10)}`,
				cc,
				entry,
				dueOn: deadline.slice(0, 10),
				title: "Due by order of a court",
				text: summary,
			});
	for (const { country, id, deadlines, summary } of others)
		for (const one of country === cc ? deadlines : []) {
			const { kind, due, by, toDo, condition, setBy } = one;
			add({
				key: `${setBy ?? id} ${kind} ${due.date}`,
				cc,
				entry: id,
				dueOn: due.date.slice(0, 10),
				title: [by, toDo ?? KIND_WORDS[kind]]
					.filter((part) => part !== undefined)
					.join(": "),
				text: condition === undefined ? summary : `${summary} ${condition}`,
			});
		}
	return [...dates.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
