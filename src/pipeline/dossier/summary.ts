/**
 * The summary of a dossier: sentences made from its data, the weightiest
 * first, and never more than 120 words. What others reported is never worded
 * as measured, and what is not known is said (P4, P12).
 */
import type { ClockReading } from "../../account/record/index.ts";
import type { Incident, IncidentSignal } from "../../model/index.ts";
import type { Dossier } from "./types.ts";

const MOST_WORDS = 120;

export type SummaryInput = Pick<
	Dossier,
	| "incident"
	| "measured"
	| "claims"
	| "clocks"
	| "contradictions"
	| "deadlines"
	| "dueProcess"
	| "exhibits"
> & {
	readonly service: string;
	readonly country: string;
	/** `17 February 2024`; the second is undefined where it goes on or is not known. */
	readonly from: string;
	readonly to: string | undefined;
};

export function summaryOf(input: SummaryInput): string {
	const sentences = [
		whatHappened(input),
		whatWasMeasured(input),
		whenTheySpoke(input),
		whatWasDue(input),
		whatTheySaid(input),
		dueProcess(input),
		"This is a table of facts and says nothing of whether it was lawful.",
	];
	const taken: string[] = [];
	let words = 0;
	for (const sentence of sentences) {
		const length = sentence.split(/\s+/).filter((word) => word !== "").length;
		if (length === 0 || words + length > MOST_WORDS) continue;
		words += length;
		taken.push(sentence);
	}
	return taken.join(" ");
}

/** What the kind of an incident says happened to its service. */
export const KIND_WORDS: Readonly<Record<Incident["kind"], string>> = {
	service_block: "blocked",
	throttling: "slowed",
	mobile_data_shutdown: "cut off",
	fixed_line_shutdown: "cut off",
	regional_shutdown: "cut off",
	full_shutdown: "cut off",
	account_or_content_withholding: "withheld",
	outage_not_restriction: "disturbed by a fault",
	outage: "out of service, its cause not established",
	undetermined: "disturbed",
};

/** A name as a sentence begins with it. */
export function capital(name: string): string {
	return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function whatHappened({
	incident,
	service,
	country,
	from,
	to,
	clocks,
	measured,
	exhibits,
}: SummaryInput): string {
	const isWeak = exhibits.every(({ confidence }) => confidence === "low");
	const documented = isWeak
		? "said by weak sources alone to have been"
		: "documented as";
	const basis = incident.basis === "documented" ? documented : "found";
	const place =
		incident.areas.length > 0
			? `in ${incident.areas.length > 3 ? `${incident.areas.length} areas of ${country}` : `${incident.areas.join(", ")}, ${country}`}`
			: `in ${country}`;
	const days =
		incident.basis === "documented"
			? daysOf(clocks, "start_to_restoration")
			: undefined;
	const until =
		to !== undefined
			? ` to ${to}${days === undefined ? "" : `, ${days} days`}`
			: incident.status === "ongoing"
				? ", without a known end"
				: "; when it ended is not known";
	const own =
		incident.basis === "documented" && measured.whole.sessionCount === 0
			? " It is documented, not measured."
			: "";
	return `${capital(service)} was ${basis} ${KIND_WORDS[incident.kind]} ${place} from ${from}${until}.${own}`;
}

function whatWasMeasured({ measured, incident }: SummaryInput): string {
	const { whole, nothing } = measured;
	if (incident.signals)
		return whatSignalsShow(incident.signals, incident.cause);
	if (nothing !== undefined)
		return "No measurement in this workspace shows it or speaks against it.";
	const counted = `${whole.blockedSessionCount} of ${whole.sessionCount} sessions on ${whole.networkCount} networks were blocked and ${whole.workingSessionCount} got through`;
	switch (whole.found) {
		case "insufficient":
			return `Measured: ${counted}; that is too little to find anything.`;
		case "mixed":
			return `Measured: ${counted}; neither side carries the country.`;
		default:
			return `Measured: ${counted}.`;
	}
}

/** Signals and the cause: that they fell names none. */
function whatSignalsShow(
	signals: readonly IncidentSignal[],
	cause: Incident["cause"],
): string {
	const fallen = signals.filter(({ falls }) => falls.length > 0);
	const gauges = new Set(fallen.map(({ gauge }) => gauge)).size;
	return `${fallen.length} of ${signals.length} signals fell, of ${gauges} independent ${gauges === 1 ? "gauge" : "gauges"}.${cause ? ` ${cause.why}` : ""}`;
}

function whenTheySpoke({ clocks }: SummaryInput): string {
	const parts = (
		[
			["start_to_first_court_order", "the first court order"],
			["start_to_first_denial", "the first denial"],
			[
				"start_to_first_ministerial_acknowledgement",
				"a minister's acknowledgement",
			],
			["start_to_reasoned_written_justification", "written reasons"],
		] as const
	).flatMap(([clock, what]) => {
		const days = daysOf(clocks, clock);
		return days === undefined
			? []
			: [`${what} after ${days} ${days === 1 ? "day" : "days"}`];
	});
	if (parts.length === 0) return "";
	const text = parts.join(", ");
	return `On the record: ${text}.`;
}

/** Days of a clock that is exact. */
function daysOf(
	clocks: readonly ClockReading[],
	id: ClockReading["clock"],
): number | undefined {
	const days = clocks.find(({ clock }) => clock === id)?.days;
	return days && days.least === days.most && !days.approximate
		? days.least
		: undefined;
}

function whatWasDue({ deadlines }: SummaryInput): string {
	if (deadlines.length === 0) return "";
	const missed = deadlines.filter(
		({ outcome }) => outcome === "missed" || outcome === "late",
	).length;
	const kept = deadlines.filter(({ outcome }) => outcome === "kept").length;
	return `Of ${deadlines.length} deadlines, ${missed} were missed or met late, ${kept} kept; of the others the record does not say.`;
}

function whatTheySaid({ claims, contradictions }: SummaryInput): string {
	const checked = claims.filter(({ matter }) => matter === "reachability");
	const against = checked.filter(
		({ measured }) => measured === "contradicts",
	).length;
	const open = checked.filter(
		({ measured }) => measured === "insufficient",
	).length;
	const pairs =
		contradictions.length > 0
			? `Officials' claims exclude each other in ${contradictions.length} pairs.`
			: "";
	const held =
		checked.length > 0
			? `Of ${checked.length} official ${checked.length === 1 ? "claim" : "claims"} on reachability, measurements contradict ${against} and cannot decide ${open}.`
			: "";
	return [pairs, held].filter(Boolean).join(" ");
}

function dueProcess({ dueProcess: { rows } }: SummaryInput): string {
	const of = (answer: string) =>
		rows.filter((row) => row.answer === answer).length;
	return `Of ${rows.length} due-process questions, ${of("met")} are met, ${of("not_met")} not met, ${of("not_shown")} not shown.`;
}
