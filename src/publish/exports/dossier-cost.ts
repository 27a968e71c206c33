/** What it cost: our range and its methods, then estimates by others. */
import type { CostEstimate, CostRange } from "../../account/costs/index.ts";
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
	if (!cost)
		return [
			paragraph(
				"No method that we know of has the inputs to estimate this restriction.",
			),
		];
	const { range, methods, notes, notCounted, event } = cost;
	const isRunning = event.runningUntil !== undefined;
	const lacking = methods.flatMap(({ method, lacks }) =>
		lacks ? [`${method} (${lacks})`] : [],
	);
	return [
		paragraph(
			range
				? `${isRunning ? "So far between" : "Between"} $${rounded(range.low)} and $${rounded(range.high)}${inLocalMoney(range)}, depending on the method. No figure within it is the true one: methods count different things and must not be added up. Amounts are rounded to three digits.`
				: "No range can be given: no method that counts the whole economy has its inputs.",
		),
		paragraph(hoursSentence(cost)),
		...(range ? [methodsTable(cost)] : []),
		...notes.map(paragraph),
		paragraph(`No method counts: ${notCounted.join("; ")}.`),
		...(lacking.length > 0
			? [paragraph(`No estimate for want of an input: ${lacking.join("; ")}.`)]
			: []),
	];
}

function inLocalMoney({ local, localAtMarket }: CostRange): string {
	const said = [
		[local, "official"],
		[localAtMarket, "market"],
	] as const;
	const parts = said.flatMap(([money, rate]) =>
		money
			? [
					`${money.currency} ${rounded(money.low)} to ${rounded(money.high)} at the ${rate} rate`,
				]
			: [],
	);
	return parts.length > 0 ? ` (${parts.join("; ")})` : "";
}

/** Hours by kind, which are never added up; a running total says so. */
function hoursSentence({ event, hoursByKind }: CostEstimate): string {
	if (event.segments.length === 0) return "Its hours are not known.";
	const hours = hoursByKind
		.map(({ kind, clockHours, countedHours }) => {
			const [clock, counted] = [
				Math.round(clockHours),
				Math.round(countedHours),
			];
			const less =
				clock === counted
					? ""
					: `, ${rounded(counted)} by the networks still cut`;
			return `${clock.toLocaleString("en-GB")} (${kind})${less}`;
		})
		.join("; ");
	return event.runningUntil === undefined
		? `Hours: ${hours}.`
		: `Running total, up to ${event.runningUntil}. Hours so far: ${hours}.`;
}

function methodsTable({ methods }: CostEstimate): Block {
	return {
		kind: "table",
		columns: [
			{ title: "Method", width: 2.4 },
			{ title: "Low, $", width: 1.6 },
			{ title: "Middle, $", width: 1.6 },
			{ title: "High, $", width: 1.6 },
			{ title: "Inputs of", width: 1.1 },
			{ title: "Caution", width: 3.5 },
		],
		rows: methods.flatMap(({ method, low, mid, high, vintage, caution }) =>
			low === null || mid === null || high === null
				? []
				: [
						[
							[method],
							[rounded(low)],
							[rounded(mid)],
							[rounded(high)],
							[vintage.join(", ")],
							[caution],
						],
					],
		),
	};
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
