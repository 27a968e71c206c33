/** Words for what a dossier holds: one phrase for each clock, answer and kind. */
import type {
	Answer,
	ClockId,
	DayCount,
	Limb,
	Weighing,
} from "../../account/record/index.ts";
import { type Exhibit, formatDay, type Lane } from "../../pipeline/index.ts";
import type { Inlines } from "./document.ts";

export const CLOCK_WORDS: Readonly<Record<ClockId, string>> = {
	start_to_first_user_reports: "From the start to the first report by users",
	start_to_first_measurement:
		"From the start to the first measurement by others",
	start_to_first_official_word: "From the start to the first word of the state",
	start_to_first_denial: "From the start to the first denial",
	start_to_ministerial_denial:
		"From the start to the first denial by a minister",
	start_to_first_acknowledgement: "From the start to the first acknowledgement",
	start_to_first_ministerial_acknowledgement:
		"From the start to the first acknowledgement by a minister",
	start_to_acknowledgement_on_court_record:
		"From the start to the first acknowledgement in court",
	start_to_reasoned_written_justification:
		"From the start to the first written reasons",
	start_to_first_court_order: "From the start to the first court order",
	start_to_first_order_with_deadline:
		"From the start to the first court order with a deadline",
	start_to_first_deadline_missed: "From the start to the first deadline missed",
	start_to_restoration: "From the start to the restoration",
	first_court_order_to_restoration:
		"From the first court order to the restoration",
	first_order_with_deadline_to_restoration:
		"From the first court order with a deadline to the restoration",
};

export const LIMB_WORDS: Readonly<Record<Limb, string>> = {
	legality: "Legality",
	legitimate_aim: "Legitimate aim",
	necessity_proportionality: "Necessity and proportionality",
	transparency: "Transparency",
	review_and_remedy: "Review and remedy",
};

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
	met: "met",
	not_met: "not met",
	not_shown: "not shown",
	unknown: "unknown: entries disagree",
};

export const TRACK_WORDS: Readonly<Record<Lane, string>> = {
	reported: "Reported by others",
	state: "Said by the state",
	others: "Said by others",
	orders: "Ordered and heard",
	deadlines: "Due",
};

/** An identifier as words: `court_order`. */
export function spaced(word: string): string {
	return word.replaceAll("_", " ");
}

/** `12 days`, `10 to 40 days`, `about 12 days`. */
export function daysInWords(days: DayCount): string {
	const { least, most, approximate } = days;
	const count =
		least === most
			? `${least} ${Math.abs(least) === 1 ? "day" : "days"}`
			: `${least} to ${most} days`;
	return approximate ? `about ${count}` : count;
}

/** Days in a text that a program made, as people write them. */
export function dated(text: string): string {
	return text.replace(/\b\d{4}-\d\d-\d\d\b/g, formatDay);
}

/** Numbers of exhibits as they are cited. */
export function cite(numbers: readonly (number | undefined)[]): string {
	const known = [...new Set(numbers)]
		.filter((number) => number !== undefined)
		.sort((a, b) => a - b);
	return known.length === 0
		? "none"
		: known.map((one) => `E-${one}`).join(", ");
}

export function sessionsInWords(numbers: Weighing): string {
	const {
		sessionCount,
		networkCount,
		blockedSessionCount,
		slowedSessionCount,
		workingSessionCount,
		unclearSessionCount,
	} = numbers;
	const slowed = slowedSessionCount > 0 ? `, ${slowedSessionCount} slowed` : "";
	const unclear =
		unclearSessionCount > 0
			? `; ${unclearSessionCount} more sessions said nothing either way`
			: "";
	return `${blockedSessionCount} of ${sessionCount} sessions blocked${slowed}, ${workingSessionCount} got through, on ${networkCount} networks${unclear}`;
}

/** An exhibit's summary, with what makes it weak. */
export function exhibitWords({
	summary,
	note,
	confidence,
	linked,
}: Exhibit): Inlines {
	return [
		summary,
		...(note ? [` Note: ${note}`] : []),
		...(confidence === "high"
			? []
			: [{ strong: ` Confidence ${confidence}.` }]),
		...(linked === "match"
			? [" (Belongs here by service, country and time.)"]
			: linked === "decision"
				? [" (Belongs here by a person's decision.)"]
				: []),
	];
}
