/** Middle part of a printed dossier: clocks, claims, contradictions, deadlines, due process, cost. */
import { type Dossier, formatSpan, formatTime } from "../../pipeline/index.ts";
import type { Block, Inlines } from "./document.ts";
import { costBlocks } from "./dossier-cost.ts";
import { dueBlocks } from "./dossier-due.ts";
import { CLOCK_WORDS, cite, daysInWords, spaced } from "./dossier-words.ts";

export function recordBlocks(dossier: Dossier): readonly Block[] {
	return [
		...clockBlocks(dossier),
		...claimBlocks(dossier),
		...contradictionBlocks(dossier),
		...dueBlocks(dossier),
		...costBlocks(dossier),
	];
}

function clockBlocks({ clocks }: Dossier): readonly Block[] {
	const read = clocks.filter(({ days }) => days);
	if (read.length === 0)
		return [
			{ kind: "heading", level: 2, text: "Clocks" },
			{
				kind: "paragraph",
				text: ["No two turning points are on the record, so no clock is read."],
			},
		];
	return [
		{ kind: "heading", level: 2, text: "Clocks" },
		{
			kind: "paragraph",
			text: [
				"Calendar days of the place, counted from the entries. A window of access that closed again ends nothing.",
			],
		},
		{
			kind: "table",
			columns: [
				{ title: "Clock", width: 3.7 },
				{ title: "Days", width: 1 },
				{ title: "From", width: 2.6 },
				{ title: "To", width: 2.6 },
			],
			rows: read.map(({ clock, days, from, to }) => [
				[CLOCK_WORDS[clock]],
				[{ strong: days ? daysInWords(days) : "" }],
				[from ? formatTime(from.when) : ""],
				[to ? formatTime(to.when) : ""],
			]),
		},
	];
}

const MEASURED_WORDS = {
	supports: "supported by measurements",
	contradicts: "contradicted by measurements",
	insufficient: "insufficient",
} as const;

function claimBlocks({ claims }: Dossier): readonly Block[] {
	const some = claims.filter(({ matter }) => matter === "reachability");
	const rest = claims.filter(({ matter }) => matter !== "reachability");
	return [
		{
			kind: "heading",
			level: 2,
			text: "Official claims, held against measurements",
		},
		{
			kind: "paragraph",
			text: [
				"A claim about reachability is supported or contradicted by at least 5 sessions on 2 networks, else it is insufficient. What others reported of the same time stands beside it and is no measurement of ours.",
			],
		},
		some.length > 0
			? reachabilityTable(some)
			: {
					kind: "paragraph",
					text: ["No official claim about reachability is on the record."],
				},
		...(rest.length > 0
			? [
					{
						kind: "paragraph" as const,
						text: [
							"Claims about instruments, responsibility and reasons are never held against measurements: that an order was withdrawn says nothing of whether a site opens.",
						],
					},
					{
						kind: "table" as const,
						columns: [
							{ title: "Who, of which time", width: 3 },
							{ title: "About", width: 1.4 },
							{ title: "Claim", width: 4 },
							{ title: "Exhibit", width: 0.9 },
						],
						rows: rest.map((claim) => [
							[`${claim.by}: ${formatSpan(claim.from, claim.to)}`],
							[claim.matter],
							[
								`${spaced(claim.asserted)}${claim.detail ? `: ${claim.detail}` : ""}`,
							],
							[cite([claim.exhibit])],
						]),
					},
				]
			: []),
	];
}

function reachabilityTable(claims: Dossier["claims"]): Block {
	return {
		kind: "table",
		columns: [
			{ title: "Who, of which time", width: 2.4 },
			{ title: "Claim", width: 1.2 },
			{ title: "Measurements", width: 2.8 },
			{ title: "Others' reports", width: 2.6 },
			{ title: "Exhibit", width: 0.9 },
		],
		rows: claims.map((claim) => [
			[`${claim.by}: ${formatSpan(claim.from, claim.to)}`],
			[`"${claim.asserted}"`],
			[{ strong: MEASURED_WORDS[claim.measured] }, `. ${claim.why}`],
			othersWords(claim),
			[cite([claim.exhibit])],
		]),
	};
}

function othersWords({
	contradictedByOthers,
	supportedByOthers,
	disputedBy,
}: Dossier["claims"][number]): Inlines {
	const parts = [
		...(contradictedByOthers.length > 0
			? [`contradicted by others' reports: ${cite(contradictedByOthers)}`]
			: []),
		...(supportedByOthers.length > 0
			? [`the same reported by others: ${cite(supportedByOthers)}`]
			: []),
		...(disputedBy.length > 0
			? [`publicly found false by ${disputedBy.join(", ")}`]
			: []),
	];
	return [parts.join("; ") || "none of that time"];
}

function contradictionBlocks({ contradictions }: Dossier): readonly Block[] {
	if (contradictions.length === 0) return [];
	const side = (one: Dossier["contradictions"][number]["first"]): Inlines => [
		`${one.by}, ${formatTime(one.when)}: `,
		{ strong: spaced(one.asserted) },
		`${one.detail ? ` (${one.detail})` : ""}, E-${one.exhibit}`,
	];
	return [
		{
			kind: "heading",
			level: 2,
			text: "Conflicting claims of one government",
		},
		{
			kind: "paragraph",
			text: [
				`${contradictions.length} pairs of claims speak of a common time and exclude each other. Which of the two is true is not said here.`,
			],
		},
		{
			kind: "table",
			columns: [
				{ title: "About", width: 1.2 },
				{ title: "Said first", width: 4 },
				{ title: "Said later", width: 4 },
			],
			rows: contradictions.map(({ matter, first, second }) => [
				[matter],
				side(first),
				side(second),
			]),
		},
	];
}
