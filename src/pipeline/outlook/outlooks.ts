/** Outlooks of a record as it stands: court dates and deadlines come out of it, and walks through it are kept until it changes. */
import {
	isDay,
	type Outlook,
	type OutlookQuestion,
	type OutlookRun,
	type OutlookSource,
	outlookOf,
	runOutlook,
	type StatedDate,
	toDayNumber,
} from "../../account/outlook/index.ts";
import type { ShownRecord } from "../../account/record/index.ts";
import { canonicalJson, sha256Hex } from "../../base/index.ts";

/** What ships for outlooks: everything but the record. */
export type OutlookData = Omit<OutlookSource, "entries">;

/** Days `since` to `until`, the second not included, each `YYYY-MM-DD`. */
export interface OutlookSpan {
	readonly since: string;
	readonly until: string;
}

export type AskOutlook = (
	record: Pick<ShownRecord, "restrictions" | "dossiers" | "others">,
	question: OutlookQuestion,
	span: OutlookSpan,
	today: string,
) => Outlook;

export interface Outlooks {
	readonly ask: AskOutlook;
	/** Areas that can be asked for, and occasions that are known. */
	readonly areas: OutlookData["areas"];
	readonly occasions: OutlookData["occasions"];
}

/** As `occasions.csv` names them. */
const COURT_DATE = "Court date or deadline of the record";
/** Countries, kinds and areas whose walks are kept. */
const MOST_KEPT = 200;

/** Makes what answers. It keeps its last walks, so that asking again is quick. */
export function createOutlooks(data: OutlookData): Outlooks {
	const kept = new Map<string, OutlookRun>();
	const ask: AskOutlook = (record, question, span, today) => {
		const entries = record.restrictions;
		const dates = [...data.dates, ...courtDates(record, question.cc)];
		const key = sha256Hex(
			canonicalJson([
				question.cc,
				question.kind,
				question.area ?? "",
				today,
				dates.length,
				entries.map(({ id, start, end, kind, scopeNames }) => [
					id,
					start,
					end ?? "",
					kind,
					scopeNames.join(";"),
				]),
			]),
		);
		let run = kept.get(key);
		if (run === undefined) {
			run = runOutlook(
				{ ...data, dates, entries },
				question,
				toDayNumber(today),
			);
			if (kept.size >= MOST_KEPT) kept.clear();
			kept.set(key, run);
		}
		return outlookOf(
			run,
			question,
			{ since: toDayNumber(span.since), until: toDayNumber(span.until) },
			toDayNumber(today),
		);
	};
	return { ask, areas: data.areas, occasions: data.occasions };
}

/** Days by which courts or laws set something, known since the entry that tells of it. */
function courtDates(
	{ dossiers, others }: Pick<ShownRecord, "dossiers" | "others">,
	cc: string,
): readonly StatedDate[] {
	const told = [
		...dossiers
			.filter(({ country }) => country === cc)
			.flatMap(({ entries }) =>
				entries.map(({ deadline = "", date, id }) => ({
					due: deadline,
					toldOn: date,
					id,
				})),
			),
		...others
			.filter(({ country }) => country === cc)
			.flatMap(({ deadlines, when, id }) =>
				deadlines.map(({ due }) => ({ due: due.date, toldOn: when.date, id })),
			),
	];
	return told.flatMap(({ due, toldOn, id }) => {
		const [day, known] = [due.slice(0, 10), toldOn.slice(0, 10)];
		return isDay(day) && isDay(known)
			? {
					cc,
					name: COURT_DATE,
					first: toDayNumber(day),
					last: toDayNumber(day),
					status: "announced",
					knownSince: toDayNumber(known),
					source: id,
				}
			: [];
	});
}
