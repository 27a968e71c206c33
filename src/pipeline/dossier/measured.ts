/**
 * The measured track of a dossier: what sessions met, by days and by networks.
 * Where the incident was measured, it asks what the incident's own numbers
 * were made from: its targets, its networks, its hours.
 */
import { weighSessions } from "../../account/record/index.ts";
import { addDays, dayOf } from "../../base/index.ts";
import type { Incident } from "../../model/index.ts";
import { type QueryReader, sql } from "../../store/index.ts";
import {
	type CheckRecordOptions,
	serviceCondition,
} from "../record/check-record.ts";
import {
	type DaySession,
	readSessions,
	type SessionQuestion,
} from "../sessions.ts";
import type { MeasuredBin, MeasuredTrack } from "./types.ts";

/** Bins that a figure can show side by side. */
const MOST_BINS = 130;
const BIN_DAYS = [1, 7, 28, 91, 364];

interface Span {
	readonly services: readonly string[];
	/** Instants, the second one not included. */
	readonly since: string;
	readonly until: string;
}

/** Reads the track. Nothing measured is a finding of its own, with its reason. `today`: a day of UTC. */
export async function readMeasuredTrack(
	reader: QueryReader,
	incident: Incident,
	today: string,
	options: CheckRecordOptions,
): Promise<MeasuredTrack> {
	const { service, networks } = incident;
	const services = service === null ? [] : service.split("; ");
	const asked = measuredQuestion(incident, today, options.services);
	const span = { services, since: asked.since, until: asked.until };
	if ("nothing" in asked) return trackOf(span, [], asked.nothing);
	const rows = await readSessions(reader, asked, options.signal);
	return trackOf(
		span,
		rows,
		rows.length === 0
			? "This workspace holds no measurement of it from there and then."
			: undefined,
		isMeasured(incident) ? new Set(networks.map(({ asn }) => asn)) : undefined,
	);
}

/** What is asked of the measurements for an incident, or why nothing can be. `today`: a day of UTC. */
export function measuredQuestion(
	incident: Incident,
	today: string,
	registry: CheckRecordOptions["services"],
): SessionQuestion | { since: string; until: string; nothing: string } {
	const { cc, areas, service, targets } = incident;
	const span = isMeasured(incident)
		? hoursOf(incident, today)
		: daysOf(incident, today);
	if (service === null)
		return {
			...span,
			nothing:
				"It is of the network itself: signals show it, and no measurement of a service.",
		};
	if (areas.length > 0)
		return {
			...span,
			nothing: "Measurements name networks, not areas within a country.",
		};
	const condition = isMeasured(incident)
		? sql`target = ANY(${targets})`
		: serviceCondition(service?.split("; ") ?? [], registry);
	return condition
		? { ...span, cc, condition }
		: {
				...span,
				nothing: "No service is named that a measurement of ours could test.",
			};
}

const isMeasured = ({ basis, targets }: Incident): boolean =>
	basis !== "documented" && targets.length > 0;

const midnightAfter = (day: string): string => `${addDays(day, 1)}T00:00:00Z`;

/** The hours that an incident's own numbers are of. */
function hoursOf({ onset, ending }: Incident, today: string) {
	return {
		since: onset.at ?? onset.latest,
		until: ending ? (ending.at ?? ending.latest) : midnightAfter(today),
	};
}

/** The whole days that a documented restriction may have touched. */
function daysOf({ onset, ending }: Incident, today: string) {
	return {
		since: `${dayOf(onset.earliest ?? onset.latest)}T00:00:00Z`,
		until: midnightAfter(ending ? dayOf(ending.latest) : today),
	};
}

/** `parts`: the networks that it is told of; all of them where left out. */
function trackOf(
	{ services, since, until }: Span,
	rows: readonly DaySession[],
	nothing: string | undefined,
	parts?: ReadonlySet<number>,
): MeasuredTrack {
	const own = rows.filter(({ asn }) => parts?.has(asn) ?? true);
	return {
		services,
		since,
		until,
		whole: weighSessions(own),
		bins: nothing === undefined ? binsOf(since, until, own) : [],
		networks: [...new Set(rows.map(({ asn }) => asn))]
			.sort((a, b) => a - b)
			.map((asn) => {
				const some = rows.filter((row) => row.asn === asn);
				return {
					asn,
					isPart: parts?.has(asn) ?? true,
					numbers: weighSessions(some),
					workingWitness: some.find(({ witnesses }) => witnesses.ok)?.witnesses
						.ok,
				};
			}),
		nothing,
	};
}

function binsOf(
	from: string,
	to: string,
	rows: readonly DaySession[],
): readonly MeasuredBin[] {
	const since = dayOf(from);
	const until = addDays(dayOf(new Date(Date.parse(to) - 1).toISOString()), 1);
	const days = (Date.parse(until) - Date.parse(since)) / 86_400_000;
	const step =
		BIN_DAYS.find((one) => days / one <= MOST_BINS) ?? Math.ceil(days / 100);
	const bins: MeasuredBin[] = [];
	for (let day = since; day < until; day = addDays(day, step)) {
		const [end = until] = [addDays(day, step), until].sort();
		bins.push({
			since: day,
			until: end,
			numbers: weighSessions(rows.filter(({ on }) => on >= day && on < end)),
		});
	}
	return bins;
}
