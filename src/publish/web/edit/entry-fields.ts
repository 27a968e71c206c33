/**
 * The form of an entry as data: one field a line, named by its place in the
 * entry, so that a fault of the validator finds the field it belongs to.
 */
import {
	ACTOR_RANKS,
	CLAIM_WORDS,
	CONFIDENCES,
	ENTRY_TYPES,
	TIME_PRECISIONS,
} from "../../../account/record/index.ts";

/**
 * `lines`: a list, one a line. `time`: a date as written, perhaps with how
 * exact it is before it. Where `orNone`, the word "none" says that there is
 * none, which is another thing than blank (not known).
 */
export interface Field {
	readonly at: string;
	readonly label: string;
	readonly kind: "text" | "area" | "lines" | "choice" | "flag" | "time";
	readonly choices?: readonly string[];
	readonly hint?: string;
	readonly orNone?: boolean;
	readonly isNeeded?: boolean;
}

export interface FieldGroup {
	readonly title: string;
	readonly text?: string;
	/** Shown open; the others open where they hold something. */
	readonly isOpen: boolean;
	readonly fields: readonly Field[];
}

const TIME_HINT =
	"2024, 2024-03, 2024-03-13 or 2024-03-13T16:00. Put approximate or on_or_before in front where it is that.";

const text = (at: string, label: string, more: Partial<Field> = {}): Field => ({
	at,
	label,
	kind: "text",
	...more,
});
const time = (at: string, label: string, more: Partial<Field> = {}): Field => ({
	at,
	label,
	kind: "time",
	...more,
});

const GROUPS: readonly FieldGroup[] = [
	{
		title: "What happened",
		isOpen: true,
		fields: [
			{
				...text("type", "What it is", { isNeeded: true }),
				kind: "choice",
				choices: ENTRY_TYPES,
			},
			text("country", "Country", {
				hint: "Two letters, as PK.",
				isNeeded: true,
			}),
			text("when.date", "When", {
				hint: "2024, 2024-03, 2024-03-13 or 2024-03-13T16:00, in local time.",
				isNeeded: true,
			}),
			{
				...text("when.precision", "How exact that is"),
				kind: "choice",
				choices: TIME_PRECISIONS,
				hint: "Blank: as exact as it is written.",
			},
			text("when.zone", "Time zone", {
				hint: "As Asia/Karachi. Blank: the country's, where it has one.",
			}),
			{
				...text("summary", "Summary, in your own words", { isNeeded: true }),
				kind: "area",
				hint: "What the sources say happened, in one or two sentences. Never copied.",
			},
			{
				...text("services", "Services"),
				kind: "lines",
				hint: "One a line, as x.com. Blank: the network itself, or not known.",
			},
			{
				...text("areas", "Areas"),
				kind: "lines",
				hint: "One a line. Blank: the whole country.",
			},
			{
				...text("about", "Restriction it is about"),
				kind: "lines",
				hint: "Ids, one a line. Blank: found by service, place and time.",
			},
			{ ...text("note", "Note"), kind: "area" },
		],
	},
	{
		title: "Who said or did it",
		isOpen: true,
		fields: [
			text("actor.office", "Office or body", {
				hint: "Without a person's name.",
			}),
			{
				...text("actor.rank", "What the office is", { isNeeded: true }),
				kind: "choice",
				choices: ACTOR_RANKS,
			},
			text("actor.country", "Whose state it speaks for", {
				hint: "Two letters. Blank: none.",
			}),
			text("actor.name", "Person", {
				hint: "Only a public officer, or somebody who wants to be named. Can be erased later.",
			}),
			{
				...text(
					"actor.isProtected",
					"Protect this person: never publish the name",
				),
				kind: "flag",
			},
			{ ...text("inWriting", "In writing (a letter, a filing)"), kind: "flag" },
			{ ...text("noComment", "Asked, and did not answer"), kind: "flag" },
		],
	},
	{
		title: "Sources",
		isOpen: true,
		fields: [
			{
				...text("sources", "Web addresses", { isNeeded: true }),
				kind: "lines",
				hint: "One a line. `rasai source archive` keeps a copy with its hash and date.",
			},
			{
				...text("confidence", "How well it is sourced", { isNeeded: true }),
				kind: "choice",
				choices: CONFIDENCES,
			},
			text("corrects", "Entry that this one corrects", {
				hint: "Its id, for an entry of type correction.",
			}),
		],
	},
	{
		title:
			"Put to somebody, or requested: right of reply and requests for information",
		text: "A finding that was put to an officer, with their reply as the summary; or a request under a law on access to information. Silence is counted in days from when it was asked. Name the office and no person: these fields cannot be erased.",
		isOpen: false,
		fields: [
			text("informationRequest.authority", "Who was asked"),
			{
				...text(
					"informationRequest.isReply",
					"A finding put to them for their reply (not a request under a law)",
				),
				kind: "flag",
			},
			text("informationRequest.law", "Under which law"),
			time("informationRequest.filed", "Asked on"),
			time("informationRequest.due", "Answer due on"),
			time("informationRequest.answered", "Answered on", {
				orNone: true,
				hint: "The day, or the word none where no answer came. Blank: still open.",
			}),
		],
	},
	{
		title: "Order",
		text: "Blank is unknown. Write none where a source says that there is none. Name offices and no persons: these fields cannot be erased.",
		isOpen: false,
		fields: [
			text("order.issuer", "Issued by"),
			text("order.addressee", "Addressed to"),
			text("order.instrument", "Instrument", {
				hint: "Letter, notification, direction.",
			}),
			text("order.number", "Number", { orNone: true }),
			text("order.statute", "Law", { orNone: true }),
			text("order.section", "Section", { orNone: true }),
			time("order.issued", "Issued on"),
			time("order.published", "Published on", { orNone: true }),
			time("order.start", "In force from"),
			time("order.expiry", "In force until", {
				orNone: true,
				hint: "none: for an indefinite time.",
			}),
			{ ...text("order.reasons", "Reasons", { orNone: true }), kind: "area" },
			text("order.extends", "Extends (id of an entry)"),
			text("order.replaces", "Replaces (id of an entry)"),
			text("order.revokes", "Revokes (id of an entry)"),
		],
	},
];

const CLAIM_CHOICES = Object.values(CLAIM_WORDS).flat();

/** The form's groups for an entry with so many claims; one more claim can be added. */
export function fieldGroups(claimCount: number): readonly FieldGroup[] {
	const claims: FieldGroup = {
		title: "Claims: what can be checked",
		text: "An assertion inside the entry, that can be held against measurements or against other claims. To remove one, leave its word blank. Name no persons: these fields cannot be erased.",
		isOpen: false,
		fields: Array.from({ length: claimCount + 1 }, (_, n) => [
			{
				...text(`claims[${n}].asserted`, `Claim ${n + 1}: it is said to be`),
				kind: "choice" as const,
				choices: CLAIM_CHOICES,
			},
			time(`claims[${n}].since`, `Claim ${n + 1}: from`, {
				hint: n === 0 ? `${TIME_HINT} Blank: when the entry is.` : "",
			}),
			time(`claims[${n}].until`, `Claim ${n + 1}: to`),
			text(`claims[${n}].detail`, `Claim ${n + 1}: more`, {
				hint: n === 0 ? "The instrument, the body, or the reason given." : "",
			}),
		]).flat(),
	};
	return [...GROUPS.slice(0, 3), claims, ...GROUPS.slice(3)];
}

/** Name of a member of an entry in words; its own place where no field shows it. */
export function labelOf(at: string): string {
	const place = at.replace(/\.(date|precision|zone)$/, "");
	const fields = fieldGroups(20).flatMap((group) => group.fields);
	const field =
		fields.find((one) => one.at === at) ??
		fields.find((one) => one.at === place) ??
		fields.find((one) => one.kind === "lines" && at.startsWith(`${one.at}[`));
	if (!field) return at;
	const part = at === field.at ? "" : at.slice(place.length).replace(".", ", ");
	return `${field.label}${field.kind === "lines" ? "" : part}`;
}
