/** First part of a printed dossier: what it is about, the summary, the tracks, what was measured. */
import { type Dossier, formatDay, formatTime } from "../../pipeline/index.ts";
import type { Block, Inlines } from "./document.ts";
import { signalBlocks } from "./dossier-signals.ts";
import { cite, sessionsInWords, spaced } from "./dossier-words.ts";
import { tracksFigure } from "./tracks-figure.ts";

export const BASIS_WORDS = {
	documented: "Documented, not measured",
	measured: "Measured",
	both: "Measured and documented",
} as const;

export function frontBlocks(dossier: Dossier): readonly Block[] {
	const { incident, summary, edition, asOf, zone, measured } = dossier;
	return [
		...revisionNote(dossier),
		{
			kind: "facts",
			rows: [
				["Incident", [{ code: incident.id }]],
				[
					"Basis",
					[
						{ strong: BASIS_WORDS[incident.basis] },
						...(incident.basis !== "measured" && measured.nothing
							? [". What others reported is never worded as measured here."]
							: []),
					],
				],
				[
					"Kind and status",
					[`${spaced(incident.kind)}, ${spaced(incident.status)}`],
				],
				["Days and hours", [zone ? `by the clocks of ${zone}` : "as written"]],
				["State of the record", [`${formatDay(asOf)} (UTC)`]],
				["Edition", [{ code: edition }]],
			],
		},
		{ kind: "lead", text: [summary] },
		{
			kind: "figure",
			figure: tracksFigure(dossier),
			caption:
				"What was measured, said and due, over one axis of time. Letters are turning points; every mark is an exhibit in the list.",
		},
		...(dossier.tracks.moments.length > 0 ? [momentsTable(dossier)] : []),
		...signalBlocks(incident),
		...measuredBlocks(dossier),
	];
}

/** That it has since been told otherwise. */
function revisionNote({ incident, newer }: Dossier): readonly Block[] {
	return newer === undefined
		? []
		: [
				{
					kind: "note",
					text: [
						{ strong: "There is a newer revision. " },
						`This dossier gives the incident as revision ${incident.revision} told it (${formatDay(incident.revisedAt)}); since ${formatDay(newer.revisedAt)} it is told in revision ${newer.revision}. The record, and what was measured, are as of today.`,
					],
				},
			];
}

/** The letters of the figure, in two columns. */
function momentsTable({ tracks: { moments } }: Dossier): Block {
	const half = Math.ceil(moments.length / 2);
	const cells = (index: number): readonly Inlines[] => {
		const moment = moments[index];
		if (!moment) return [[], []];
		const { letter, what, when, exhibit } = moment;
		return [
			[{ strong: letter }],
			[
				`${what}: `,
				formatTime(when),
				exhibit === undefined ? "" : ` (${cite([exhibit])})`,
			],
		];
	};
	return {
		kind: "table",
		columns: [
			{ title: "", width: 0.4 },
			{ title: "Moment", width: 5 },
			{ title: "", width: 0.4 },
			{ title: "Moment", width: 5 },
		],
		rows: Array.from({ length: half }, (_, index) => [
			...cells(index),
			...cells(index + half),
		]),
	};
}

function measuredBlocks({
	measured,
	documented,
	incident,
	witnesses,
}: Dossier): readonly Block[] {
	const label = (uid: string | undefined): Inlines => {
		const found = witnesses.find((one) => one.uid === uid);
		return found ? [found.label] : ["–"];
	};
	return [
		{ kind: "heading", level: 2, text: "Networks and techniques" },
		{
			kind: "paragraph",
			text: [
				{ strong: "Measured. " },
				measured.nothing ??
					`${sessionsInWords(measured.whole)}; together: ${measured.whole.found}.${incident.mechanism && incident.basis !== "documented" ? ` Mechanism of most networks: ${incident.mechanism}.` : ""}`,
			],
		},
		...(measured.networks.length > 0
			? [
					{
						kind: "table" as const,
						columns: [
							{ title: "Network", width: 1.6 },
							{ title: "Sessions", width: 4.4 },
							{ title: "Taken alone", width: 1.8 },
							{ title: "Witness", width: 1 },
						],
						rows: measured.networks.map(({ asn, isPart, numbers }) => [
							[isPart ? `AS${asn}` : `AS${asn}, not part of it`],
							[
								`${numbers.blockedSessionCount} blocked, ${numbers.slowedSessionCount} slowed, ${numbers.workingSessionCount} got through, ${numbers.unclearSessionCount} unclear`,
							],
							[aloneInWords(numbers)],
							label(numbers.witness),
						]),
					},
				]
			: []),
		{
			kind: "paragraph",
			text: [
				{ strong: "Documented by others, not measured. " },
				documented.networks.length > 0
					? `Networks: ${documented.networks.join("; ")}. `
					: "Networks: not named. ",
				documented.techniques.length > 0
					? `Technique: ${documented.techniques.map(spaced).join("; ")}.`
					: "Technique: not known.",
			],
		},
	];
}

/** What a network's sessions say of that network: the floor of a country does not apply to one. */
function aloneInWords({
	blockedSessionCount: blocked,
	workingSessionCount: working,
	slowedSessionCount: slowed,
	sessionCount,
}: Dossier["measured"]["whole"]): string {
	if (sessionCount < 3) return "not enough data";
	for (const [word, count] of [
		["blocked", blocked],
		["working", working],
		["slowed", slowed],
	] as const)
		if (count / sessionCount > 0.5) return `most ${word}`;
	return "mixed";
}
