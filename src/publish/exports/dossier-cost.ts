/** What it cost: our range and its methods, then estimates by others. */
import type { Dossier } from "../../pipeline/index.ts";
import type { Block } from "./document.ts";
import { cite } from "./dossier-words.ts";

export function costBlocks(dossier: Dossier): readonly Block[] {
	return [
		{ kind: "heading", level: 2, text: "Cost" },
		...ownBlocks(dossier),
		...othersBlocks(dossier),
	];
}

function ownBlocks({ cost }: Dossier): readonly Block[] {
	if (!cost?.range)
		return [
			paragraph(
				"No method that we know of has the inputs to estimate this restriction.",
			),
		];
	const { range, methods, notes, notCounted } = cost;
	const local = range.local
		? ` (${range.local.currency} ${rounded(range.local.low)} to ${rounded(range.local.high)} at the official rate)`
		: "";
	return [
		paragraph(
			`Between $${rounded(range.low)} and $${rounded(range.high)}${local}, depending on the method. No figure within it is the true one: methods count different things and must not be added up. Amounts are rounded to three digits.`,
		),
		{
			kind: "table",
			columns: [
				{ title: "Method", width: 2.4 },
				{ title: "Low, $", width: 1.6 },
				{ title: "Middle, $", width: 1.6 },
				{ title: "High, $", width: 1.6 },
				{ title: "Caution", width: 3.8 },
			],
			rows: methods.flatMap(({ method, low, mid, high, caution }) =>
				low === null || mid === null || high === null
					? []
					: [
							[
								[method],
								[rounded(low)],
								[rounded(mid)],
								[rounded(high)],
								[caution],
							],
						],
			),
		},
		...notes.map(paragraph),
		paragraph(`No method counts: ${notCounted.join("; ")}.`),
		paragraph(
			`No estimate for want of an input: ${methods
				.flatMap(({ method, lacks }) => (lacks ? [`${method} (${lacks})`] : []))
				.join("; ")}.`,
		),
	];
}

const paragraph = (text: string): Block => ({
	kind: "paragraph",
	text: [text],
});

const rounded = (usd: number): string =>
	Number(usd.toPrecision(3)).toLocaleString("en-GB");

function othersBlocks({ estimates }: Dossier): readonly Block[] {
	if (estimates.length === 0)
		return [paragraph("No estimate by others is on the record.")];
	return [
		paragraph(
			"Estimates by others, each with its own method. They count different things and must not be added.",
		),
		{
			kind: "table",
			columns: [
				{ title: "By", width: 3 },
				{ title: "Of what", width: 3.6 },
				{ title: "Amount", width: 2 },
				{ title: "Exhibit", width: 1 },
			],
			rows: estimates.map(({ by, of, low, high, currency, exhibit }) => [
				[by],
				[of ?? "not said"],
				[`${amount(low, high)} ${currency ?? ""}`.trim()],
				[cite([exhibit])],
			]),
		},
	];
}

function amount(low: number | undefined, high: number | undefined): string {
	const show = (value: number): string => value.toLocaleString("en-GB");
	if (low !== undefined && high !== undefined && low !== high)
		return `${show(low)} to ${show(high)}`;
	const one = low ?? high;
	return one === undefined ? "not given" : show(one);
}
