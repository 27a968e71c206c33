/** `rasai outlook`: on which days a restriction is likely to begin, and how good such forecasts were. */
import {
	BASELINES,
	KIND_NAMES,
	OUTLOOK_KINDS,
	type Outlook,
	type OutlookKind,
	type OutlookQuestion,
	type Skill,
} from "../../account/outlook/index.ts";
import { addDays, dayOf, formatInstant } from "../../base/index.ts";
import { createOutlooks } from "../../pipeline/index.ts";
import { isCountryCode } from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { readOutlookData, readOutlookRecord } from "../outlooks.ts";
import { printJson, printTable } from "../output.ts";
import { usageError } from "../parse.ts";

/** Shown where no days are asked for. */
const DEFAULT_DAYS = 30;
/** Longer outlooks are refused: nothing is scored further than a year ahead. */
const MOST_DAYS = 800;

async function show(context: Context, args: Args): Promise<ExitCode> {
	const today = dayOf(formatInstant(context.clock()));
	const since = args.text("since") ?? today;
	const until = args.text("until") ?? addDays(since, DEFAULT_DAYS);
	if (until <= since || addDays(since, MOST_DAYS) < until)
		throw usageError(
			`outlook: --since to --until is no span of 1 to ${MOST_DAYS} days`,
		);
	const kind = readKind(args) ?? "any";
	const outlook = (await asker(context, args))(kind, since, until, today);
	if (context.json) {
		printJson(context, outlook);
		return 0;
	}
	printTable(
		context,
		[
			{ title: "DAY", cell: ({ on }) => on },
			{
				title: "PROBABILITY",
				cell: ({ probability }) => percentOf(probability),
			},
			{
				title: "FROM",
				cell: ({ low }) => percentOf(low),
			},
			{ title: "TO", cell: ({ high }) => percentOf(high) },
			{ title: "AVERAGE", cell: ({ baseRate }) => percentOf(baseRate) },
			{ title: "BASIS", cell: ({ basis }) => basis },
			{
				title: "OCCASIONS",
				cell: ({ occasions }) =>
					[...new Set(occasions.map(({ name }) => name))].join("; "),
			},
		],
		outlook.days,
	);
	for (const note of [
		...outlook.notes,
		outlook.occasionNote ?? [],
		...outlook.scoreNotes,
	].flat())
		context.say(note);
	return 0;
}

const percentOf = (share: number | null): string =>
	share === null ? "" : `${(share * 100).toFixed(1)}%`;

async function asker(context: Context, args: Args) {
	const cc = args.text("cc")?.toUpperCase();
	if (cc === undefined || !isCountryCode(cc))
		throw usageError("outlook: --cc names the country, as in --cc PK");
	const [data, record] = await Promise.all([
		readOutlookData(context),
		readOutlookRecord(context),
	]);
	const area = args.text("area")?.toUpperCase();
	if (
		area !== undefined &&
		!data.areas.some((one) => one.area === area && one.cc === cc)
	)
		throw usageError(
			`outlook: no area ${area} of ${cc}. Known: ${
				data.areas
					.filter((one) => one.cc === cc)
					.map((one) => one.area)
					.join(", ") || "none"
			}`,
		);
	const { ask } = createOutlooks(data);
	return (
		kind: OutlookKind,
		since: string,
		until: string,
		today: string,
	): Outlook => {
		const question: OutlookQuestion = { cc, kind, area };
		return ask(record, question, { since, until }, today);
	};
}

const readKind = (args: Args): OutlookKind | undefined =>
	OUTLOOK_KINDS.find((kind) => kind === args.text("kind"));

async function upcoming(context: Context, args: Args): Promise<ExitCode> {
	const today = dayOf(formatInstant(context.clock()));
	const until = addDays(today, Math.min(MOST_DAYS, args.integer("days") ?? 90));
	const kind = readKind(args) ?? "any";
	const outlook = (await asker(context, args))(kind, today, until, today);
	printTable(
		context,
		[
			{ title: "FROM", cell: ({ firstOn }) => firstOn },
			{ title: "TO", cell: ({ lastOn }) => lastOn },
			{ title: "DATE", cell: ({ status }) => status },
			{ title: "OCCASION", cell: ({ name }) => name },
			{ title: "HELD", cell: ({ heldCount }) => heldCount },
			{
				title: "WITH A DOCUMENTED ONSET",
				cell: ({ heldWithOnsetCount }) => heldWithOnsetCount,
			},
		],
		outlook.upcoming,
	);
	return 0;
}

async function score(context: Context, args: Args): Promise<ExitCode> {
	const today = dayOf(formatInstant(context.clock()));
	const ask = await asker(context, args);
	const asked = readKind(args);
	const outlooks = (asked ? [asked] : OUTLOOK_KINDS).map((kind) =>
		ask(kind, today, today, today),
	);
	if (context.json) {
		printJson(context, {
			kinds: outlooks.map(({ kind, area, covered, scores, scoreNotes }) => ({
				kind,
				area: area ?? null,
				covered,
				scores,
				notes: scoreNotes,
			})),
		});
		return 0;
	}
	printTable(
		context,
		[
			{ title: "KIND", cell: ({ kind }) => kind },
			{ title: "DAYS AHEAD", cell: ({ leadDays }) => leadDays },
			{ title: "ONSET DAYS", cell: ({ score }) => score.onsetDayCount },
			{ title: "BRIER", cell: ({ score }) => score.model.brier.toFixed(5) },
			...BASELINES.map((name) => ({
				title: name.toUpperCase(),
				cell: ({ score }: Row) =>
					score.baselines.find((one) => one.name === name)?.brier.toFixed(5),
			})),
			{
				title: "SKILL (95%)",
				cell: ({ score }) => skillCell(score.brierSkill),
			},
			{
				title: "LOG SKILL (95%)",
				cell: ({ score }) => skillCell(score.logSkill),
			},
			{ title: "FINDING", cell: ({ score }) => FINDINGS[score.finding] },
		],
		outlooks.flatMap(({ kind, scores }) =>
			scores.map((one): Row => ({ kind, ...one })),
		),
	);
	for (const { kind, scores } of outlooks)
		if (scores.length === 0)
			context.say(
				`${KIND_NAMES[kind]}: no list covers the country, so nothing can be scored.`,
			);
	return 0;
}

type Row = { readonly kind: OutlookKind } & Outlook["scores"][number];

const FINDINGS = {
	better: "better than the average",
	no_better: "no better than the average",
	too_few: "too few onsets to say",
} as const;

const skillCell = (skill: Skill | null): string =>
	skill
		? `${percentOf(skill.value)} (${percentOf(skill.low)} to ${percentOf(skill.high)})`
		: "";

const OPTIONS = [
	{ name: "cc", kind: "text", value: "CC", summary: "country" },
	{
		name: "kind",
		kind: "text",
		value: "KIND",
		choices: OUTLOOK_KINDS,
		summary: `what begins: ${OUTLOOK_KINDS.join(", ")}`,
	},
	{
		name: "area",
		kind: "text",
		value: "AREA",
		summary: "province (ISO 3166-2), as in PK-BA",
	},
] as const;

export const outlookCommands: readonly Command[] = [
	{
		noun: "outlook",
		summary: "On which days a restriction is likely to begin, and why",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai outlook --cc PK --since 2026-06-15 --until 2026-07-01",
				does: "two weeks round Ashura",
			},
			{
				line: "rasai outlook --cc PK --kind cut --area PK-IS --json",
				does: "cuts in Islamabad in the next 30 days",
			},
		],
		options: [
			...OPTIONS,
			{
				name: "since",
				kind: "day",
				value: "DAY",
				summary: "first day (default: today, UTC)",
			},
			{
				name: "until",
				kind: "day",
				value: "DAY",
				summary: "day after the last (default: 30 days later)",
			},
		],
		notes: [
			"A forecast is shown only as far ahead as it was scored to be better than the average; elsewhere the average is shown and named so.",
			"It is about onsets that will be documented. docs/methods/outlook.md says how it is made and scored.",
		],
		run: show,
	},
	{
		noun: "outlook",
		verb: "upcoming",
		summary: "Occasions of the next days, and how often they saw an onset",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai outlook upcoming --cc PK --days 14 --json",
				does: "what a newsroom or a shop plans for",
			},
		],
		options: [
			...OPTIONS,
			{
				name: "days",
				kind: "integer",
				value: "N",
				summary: "how many days ahead (default: 90)",
			},
		],
		notes: [
			"Each has a key that stays when its date moves, so that whoever sends alerts can send each once.",
		],
		run: upcoming,
	},
	{
		noun: "outlook",
		verb: "score",
		summary:
			"Score forecasts of the past, each made from what was known before",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai outlook score --cc PK --json",
				does: "every kind: Brier and log score, skill, reliability",
			},
		],
		options: OPTIONS,
		run: score,
	},
];
