/** What a printed dossier says of deadlines, expiries, review clocks and due process. */
import { type Dossier, formatTime } from "../../pipeline/index.ts";
import type { Block, Inlines } from "./document.ts";
import {
	ANSWER_WORDS,
	cite,
	dated,
	daysInWords,
	LIMB_WORDS,
} from "./dossier-words.ts";

export function dueBlocks(dossier: Dossier): readonly Block[] {
	return [...deadlineBlocks(dossier), ...dueProcessBlocks(dossier)];
}

function deadlineBlocks(dossier: Dossier): readonly Block[] {
	const { deadlines, overruns, reviewClocks } = dossier;
	const numberOf = (entry: string): number | undefined =>
		dossier.exhibits.find((exhibit) => exhibit.entry === entry)?.number;
	if (deadlines.length + overruns.length + reviewClocks.length === 0) return [];
	return [
		{
			kind: "heading",
			level: 2,
			text: "What was due, and what became of it",
		},
		...(deadlines.length > 0
			? [
					{
						kind: "table" as const,
						columns: [
							{ title: "Due", width: 1.7 },
							{ title: "What, by whom", width: 3.8 },
							{ title: "Outcome", width: 1.7 },
							{ title: "On that day", width: 2.6 },
						],
						rows: deadlines.map((deadline) => [
							[formatTime(deadline.due)],
							deadlineWords(deadline),
							[
								{ strong: deadline.outcome },
								deadline.answeredAfter
									? `, answered after ${daysInWords(deadline.answeredAfter)}${deadline.answeredBy === undefined ? "" : ` (${cite([deadline.answeredBy])})`}`
									: "",
							],
							[
								`measured: ${deadline.measured}; said restricted: ${cite(deadline.saidRestricted)}; said working: ${cite(deadline.saidWorking)}`,
							],
						]),
					},
				]
			: []),
		...(overruns.length > 0
			? [
					{
						kind: "list" as const,
						isNumbered: false,
						items: overruns.map((one) => [
							`Order ${cite([numberOf(one.entry)])} ended on ${formatTime(one.expiry)}; the restriction ended (${one.basis}) ${hoursWords(one.leastHours, one.mostHours)} after that.`,
						]),
					},
				]
			: []),
		...(reviewClocks.length > 0
			? [
					{
						kind: "list" as const,
						isNumbered: false,
						items: reviewClocks.map(({ clock, result, entry }) => [
							`${clock.rule} (${clock.source}). Order ${cite([numberOf(entry)])}: ${result}.`,
						]),
					},
				]
			: []),
	];
}

function deadlineWords({
	kind,
	by,
	toDo,
	condition,
	setBy,
}: Dossier["deadlines"][number]): Inlines {
	return [
		`${toDo ?? kind}${by ? `, by ${by}` : ""}${condition ? `. Condition: ${condition}` : ""}. Set by ${cite([setBy])}.`,
	];
}

function hoursWords(least: number, most: number): string {
	return least === most ? `${least} hours` : `${least} to ${most} hours`;
}

function dueProcessBlocks(dossier: Dossier): readonly Block[] {
	const { rows, limbs } = dossier.dueProcess;
	const numbers = new Map(
		dossier.exhibits.map(({ entry, number }) => [entry, number]),
	);
	const evidence = (ids: readonly string[]): string =>
		ids.length === 0 ? "–" : cite(ids.map((id) => numbers.get(id)));
	return [
		{ kind: "heading", level: 2, text: "Due process" },
		{
			kind: "paragraph",
			text: [
				"Questions of fact, with the exhibits that answer them. What no exhibit shows is not shown: the burden is on the state. A group as a whole is answered only by what a court or another body found of it; nothing is added up, and this is no legal opinion.",
			],
		},
		{
			kind: "table",
			columns: [
				{ title: "Question", width: 3.6 },
				{ title: "Answer", width: 1.3 },
				{ title: "What is shown", width: 3.6 },
				{ title: "Exhibits", width: 1.5 },
			],
			rows: limbs.flatMap(({ limb, answer, evidence: found }) => [
				[
					[{ strong: LIMB_WORDS[limb] }],
					[ANSWER_WORDS[answer]],
					[
						found.length > 0
							? "as found by a court or another body"
							: "no body found anything of it as a whole",
					],
					[evidence(found)],
				],
				...rows
					.filter((row) => row.limb === limb)
					.map((row): readonly Inlines[] => [
						[row.question],
						[{ strong: ANSWER_WORDS[row.answer] }],
						[dated(row.shown ?? "")],
						[evidence(row.evidence)],
					]),
			]),
		},
	];
}
