/** Part of a printed dossier that speaks against it: adverse evidence, blanks, misreports, replies. */
import { ORDER_FIELDS } from "../../account/record/index.ts";
import { type Dossier, formatTime } from "../../pipeline/index.ts";
import type { Block, Inlines } from "./document.ts";
import { contrarySignals } from "./dossier-signals.ts";
import {
	CLOCK_WORDS,
	cite,
	daysInWords,
	sessionsInWords,
} from "./dossier-words.ts";

export function limitBlocks(dossier: Dossier): readonly Block[] {
	return [
		{ kind: "heading", level: 2, text: "Adverse evidence" },
		{
			kind: "paragraph",
			text: [
				"Everything known here that speaks against this dossier, or explains what it shows in another way.",
			],
		},
		{ kind: "list", isNumbered: false, items: adverseItems(dossier) },
		{ kind: "heading", level: 2, text: "What is not known" },
		{ kind: "list", isNumbered: false, items: unknownItems(dossier) },
		...misreportBlocks(dossier),
		...replyBlocks(dossier),
	];
}

function adverseItems({
	adverse,
	measured,
	witnesses,
	incident,
}: Dossier): Inlines[] {
	const { working, workingNetworks } = adverse;
	const label = (uid: string | undefined): string =>
		witnesses.find((one) => one.uid === uid)?.label ?? "no witness";
	return [
		[
			{ strong: "Contrary measurements: " },
			incident.signals
				? contrarySignals(incident)
				: working === undefined
					? `none, since nothing was measured. ${measured.nothing ?? ""}`
					: working.workingSessionCount === 0
						? `none. ${sessionsInWords(working)}.`
						: `${sessionsInWords(working)}. Got through: ${workingNetworks.map(({ asn, numbers, workingWitness }) => `AS${asn} in ${numbers.workingSessionCount} sessions (${label(workingWitness)})`).join(", ")}.`,
		],
		[
			{ strong: "Other causes of what was measured: " },
			adverse.confounds.length > 0
				? `${adverse.confounds.join("; ")}.`
				: incident.cause
					? incident.cause.found === "restriction"
						? "the record tells of no fault of that place and time."
						: incident.cause.why
					: working === undefined
						? "not examined, since nothing was measured. A fault of the platform, of a cable or of power is not excluded by measurements of ours."
						: "none was found by the checks in the method notes.",
		],
		[
			{ strong: "Brief access reported by others: " },
			adverse.briefAccess.length === 0
				? "none."
				: `${cite(adverse.briefAccess)}. Reports of access that closed again end nothing, and show that access was not cut for everybody at every hour.`,
		],
		[{ strong: "Denials by the state: " }, `${cite(adverse.denials)}.`],
		[
			{ strong: "Weakly sourced exhibits: " },
			adverse.weak.length === 0
				? "none."
				: `${cite(adverse.weak)}. They set no clock and answer no question.`,
		],
		[
			{ strong: "Claims that somebody publicly found false: " },
			adverse.disputed.length > 0
				? `${adverse.disputed.map(({ exhibit, by }) => `E-${exhibit} (by ${by.join(", ")})`).join("; ")}.`
				: "none.",
		],
		[
			{ strong: "Hearsay: " },
			"exhibits show what was published, in our own words. They do not show that it is true.",
		],
	];
}

function unknownItems({
	unknown,
	undecided,
	exhibits,
}: Dossier): readonly Inlines[] {
	const numberOf = (entry: string | undefined): number | undefined =>
		exhibits.find((exhibit) => exhibit.entry === entry)?.number;
	return [
		...unknown.orders.map(
			({ entry, fields }): Inlines => [
				{
					strong: entry
						? `Of the order ${cite([numberOf(entry)])}: `
						: "No order is on the record. If there was one, of it: ",
				},
				`${fields.map((field) => ORDER_FIELDS[field][0]).join(", ")}.`,
			],
		),
		...(unknown.clocks.length > 0
			? [
					[
						{ strong: "Clocks that cannot be read: " },
						`${unknown.clocks.map((clock) => CLOCK_WORDS[clock].toLowerCase()).join("; ")}.`,
					],
				]
			: []),
		...unknown.questions.map(
			(question): Inlines => [{ strong: "Open question: " }, question],
		),
		...(undecided.length > 0
			? [
					[
						{ strong: "May belong here, and no person has decided: " },
						`${undecided.map(({ entry }) => entry).join(", ")}.`,
					],
				]
			: []),
	];
}

function misreportBlocks({ misreports, exhibits }: Dossier): readonly Block[] {
	if (misreports.length === 0) return [];
	return [
		{ kind: "heading", level: 2, text: "Misreports" },
		{
			kind: "paragraph",
			text: [
				"False or misleading reports that went round, so that nobody relies on them.",
			],
		},
		{
			kind: "list",
			isNumbered: false,
			items: misreports.flatMap((number) => {
				const found = exhibits.find((exhibit) => exhibit.number === number);
				return found
					? [
							[
								`${formatTime(found.when)}: ${found.summary} (${cite([number])})`,
							],
						]
					: [];
			}),
		},
	];
}

function replyBlocks({
	replies,
	silences,
	exhibits,
	asOf,
}: Dossier): readonly Block[] {
	const of = (entry: string) =>
		exhibits.find((exhibit) => exhibit.entry === entry);
	return [
		{ kind: "heading", level: 2, text: "Replies and silence" },
		{
			kind: "paragraph",
			text: [
				replies.length === 0
					? "Nothing in this dossier was put to an official for a reply, as far as the record shows. A reply that is sent stands here beside what it answers, and changes no finding."
					: "What was put to officials, with their answers. A reply changes no finding.",
			],
		},
		...(replies.length + silences.length > 0
			? [
					{
						kind: "list" as const,
						isNumbered: false,
						items: [
							...replies.map((reply): Inlines => {
								const exhibit = of(reply.entry);
								const days = reply.days ? daysInWords(reply.days) : "unknown";
								return [
									{ strong: `${reply.askedOf}: ` },
									reply.answered
										? `answered after ${days}. ${exhibit?.summary ?? ""}`
										: `silent for ${days}, up to ${asOf.slice(0, 10)}.`,
									` (${cite([exhibit?.number])})`,
								];
							}),
							...silences.map(
								({ exhibit, days }): Inlines => [
									`Asked by others and silent (${cite([exhibit])}); ${days === undefined ? "no later word of the state is on the record" : `the next word of the state came ${days} days later`}.`,
								],
							),
						],
					},
				]
			: []),
	];
}
