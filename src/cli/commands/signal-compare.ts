/** `rasai signal compare`: rises of demand beside a list of dated events. */
import { basename } from "node:path";
import { RasaiError } from "../../base/index.ts";
import { readSignals } from "../../gather/signals/index.ts";
import {
	compareDemand,
	type DemandComparison,
	findSpeedSteps,
	readEvents,
	VISIBLE_RISE,
} from "../../pipeline/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { printJson, printTable, visible } from "../output.ts";
import { readText } from "../read-text.ts";

async function compare(context: Context, args: Args): Promise<ExitCode> {
	const path = args.operands[0] ?? "";
	const table = readSignals(basename(path), await readText(path, context), {
		cc: args.text("cc")?.toUpperCase(),
	});
	const demand = table.signals.find(({ trouble }) => trouble === "rise");
	if (!demand)
		throw new RasaiError(
			"usage",
			`${path} holds no signal in which more is worse; a demand for VPNs is one`,
		);
	const lists = await Promise.all(
		args.list("events").map((file) => readText(file, context)),
	);
	const comparison = compareDemand(demand, lists.flatMap(readEvents));
	if (context.json) printJson(context, comparison);
	else print(context, comparison);
	return 0;
}

function print(context: Context, comparison: DemandComparison): void {
	printTable(
		context,
		[
			{ title: "day", cell: ({ startedOn }) => visible(startedOn) },
			{ title: "kind", cell: ({ kind }) => visible(kind) },
			{ title: "times the month before", cell: ({ ratio }) => String(ratio) },
			{ title: "what", cell: ({ what }) => visible(what) },
		],
		comparison.events,
	);
	printTable(
		context,
		[
			{ title: "detector", cell: ({ detector }) => detector },
			{ title: "threshold", cell: ({ threshold }) => String(threshold) },
			{ title: "rises", cell: ({ rises }) => String(rises) },
			{
				title: "near a restriction",
				cell: (row) => String(row.nearRestriction),
			},
			{ title: "near another event", cell: (row) => String(row.nearOther) },
			{ title: "near none", cell: (row) => String(row.nearNothing) },
			{
				title: "restrictions met",
				cell: ({ met, restrictions }) =>
					met
						? `${Math.round(met.value * 100)}% (${Math.round(met.low * 100)}-${Math.round(met.high * 100)}) of ${restrictions}`
						: "-",
			},
		],
		comparison.thresholds,
	);
	const restrictions = comparison.events.filter(
		({ kind }) => kind === "restriction",
	);
	context.say(
		`${restrictions.filter(({ isVisible }) => !isVisible).length} of ${restrictions.length} listed restrictions leave no day of ${VISIBLE_RISE} times the month before. A day with no event listed is no proof that nothing happened.`,
	);
}

export const signalCompareCommand: Command = {
	noun: "signal",
	verb: "compare",
	summary: "Hold rises of demand against a list of dated events",
	operands: "FILE",
	operandCount: [1, 1],
	examples: [
		{
			line: "rasai signal compare PK_daily.csv --cc PK --events PK_events.csv",
			does: "rises by our detector and by a z-score, at several thresholds",
		},
	],
	options: [
		{
			name: "events",
			kind: "list",
			value: "FILE",
			summary:
				"list with the columns start, kind (restriction or other) and what; may be repeated",
		},
		{
			name: "cc",
			kind: "text",
			value: "CC",
			summary: "country, where the file does not say",
		},
	],
	notes: [
		"Demand for a way around is a suspicion, never a cause: it also rises for games, holidays and rumours.",
	],
	run: compare,
};

/** The daily speed in a file; its place may stand in the name alone. */
async function readSpeed(context: Context, path: string, measure: string) {
	const { signals } = readSignals(path, await readText(path, context), {});
	const speed = signals.find((signal) => signal.measure === measure);
	if (!speed)
		throw new RasaiError("usage", `${path} holds no signal ${measure}`);
	return speed;
}

async function neighbours(context: Context, args: Args): Promise<ExitCode> {
	const measure = args.text("measure") ?? "download_MED";
	const [own, ...others] = await Promise.all(
		args.operands.map((path) => readSpeed(context, path, measure)),
	);
	const steps = own ? findSpeedSteps(own, others) : [];
	if (context.json) printJson(context, { steps });
	else
		printTable(
			context,
			[
				{ title: "from", cell: ({ startedAt }) => startedAt.slice(0, 10) },
				{
					title: "against the neighbours",
					cell: ({ loss }) =>
						`${Math.round(Math.abs(loss) * 100)}% ${loss > 0 ? "slower" : "faster"}`,
				},
				{ title: "standard errors", cell: ({ errors }) => String(errors) },
			],
			steps,
		);
	context.say(
		`${steps.length} found against ${others.length} neighbours. Slower than its neighbours is a suspicion; it names no cause.`,
	);
	return 0;
}

export const signalNeighboursCommand: Command = {
	noun: "signal",
	verb: "neighbours",
	summary: "Find steps in one country's speed that its neighbours do not show",
	operands: "FILE NEIGHBOUR...",
	operandCount: [3, 20],
	examples: [
		{
			line: "rasai signal neighbours PK/histogram_daily_stats.json IN/histogram_daily_stats.json BD/histogram_daily_stats.json",
			does: "M-Lab's daily statistics of NDT, one file a country",
		},
	],
	options: [
		{
			name: "measure",
			kind: "text",
			value: "NAME",
			summary: "download_MED where left out",
		},
	],
	notes: [
		"A change that all share, of the test or its servers, drops out. Tested on made-up data in NDT's form only.",
	],
	run: neighbours,
};
