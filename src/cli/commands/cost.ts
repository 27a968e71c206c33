/** `rasai cost`: what a restriction cost, by every method that has its inputs, and how good methods are. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
	ASSUMPTIONS,
	COST_KINDS,
	type CostEstimate,
	type CostRange,
	type EstimateOptions,
	estimateCost,
	type Given,
	isShare,
	readIndicators,
	readPublished,
} from "../../account/costs/index.ts";
import { formatInstant } from "../../base/index.ts";
import {
	backtestCosts,
	type CostScore,
	compareOneDay,
	costOfIncident,
	fitOn,
} from "../../pipeline/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { askedEvent, readAssumptions, readScope } from "../cost-options.ts";
import {
	readCostFile,
	readShippedCalibration,
	readShippedIndicators,
} from "../costs.ts";
import { findIncident } from "../dossier-inputs.ts";
import { type Cell, printFields, printJson, printTable } from "../output.ts";
import { usageError } from "../parse.ts";
import { readServices } from "../shipped.ts";
import { withReader } from "../workspace.ts";

async function estimate(context: Context, args: Args): Promise<ExitCode> {
	const options = {
		indicators: await readShippedIndicators(context),
		calibration: await readShippedCalibration(context),
		assumptions: readAssumptions(args),
	};
	const id = args.text("incident");
	const result =
		id === undefined
			? estimateCost(await askedEvent(context, args), options)
			: await estimateIncident(context, args, id, options);
	if (context.json) printJson(context, result);
	else printEstimate(context, result);
	return 0;
}

async function estimateIncident(
	context: Context,
	args: Args,
	id: string,
	options: EstimateOptions,
): Promise<CostEstimate> {
	const { incident } = await withReader(context, (_, workspace) =>
		findIncident(context, workspace, id),
	);
	const result = costOfIncident(incident, {
		...options,
		services: await readServices(context),
		now: formatInstant(context.clock()),
		scope: readScope(args),
	});
	if (!result)
		throw usageError(
			`cost estimate: ${id} is of the kind ${incident.kind}, which no method covers`,
		);
	return result;
}

function printEstimate(context: Context, result: CostEstimate): void {
	const { range, event } = result;
	printFields(context, [
		[
			"Range",
			range
				? `$${money(range.low)} to $${money(range.high)}`
				: "none: no method that counts the whole economy has its inputs",
		],
		["In local currency, at the official rate", inMoney(range?.local)],
		["In local currency, at the market's rate", inMoney(range?.localAtMarket)],
		[
			"Event",
			`${event.cc} ${event.kind}${event.service ? ` ${event.service}` : ""}, ${Math.round(event.hours)} hours`,
		],
	]);
	context.print("\n");
	printTable(
		context,
		[
			{ title: "METHOD", cell: ({ method }) => method },
			{ title: "LOW $", cell: ({ low }) => moneyCell(low) },
			{ title: "MID $", cell: ({ mid }) => moneyCell(mid) },
			{ title: "HIGH $", cell: ({ high }) => moneyCell(high) },
			{ title: "COUNTS", cell: ({ counts }) => counts },
			{ title: "YEARS OF INPUTS", cell: ({ vintage }) => vintage.join(" ") },
			{
				title: "LACKS",
				cell: ({ lacks, give }) =>
					(lacks ?? "") + (give ? `: give ${optionOf(give)}` : ""),
			},
		],
		result.methods,
	);
	for (const note of result.notes) context.say(note);
	context.say(`Not counted by any: ${result.notCounted.join("; ")}.`);
}

const optionOf = (give: Given): string =>
	give === "scope"
		? "--scope"
		: `--assume ${give}=${isShare(give) ? "SHARE" : "NUMBER"}`;

const inMoney = (local: CostRange["local"] | undefined): string =>
	local
		? `${local.currency} ${money(local.low)} to ${money(local.high)}`
		: "not known";

const money = (amount: number): string =>
	Number(amount.toPrecision(3)).toLocaleString("en-GB");
const moneyCell = (amount: number | null): Cell =>
	amount === null ? "" : money(amount);

async function readPublishedOf(context: Context, args: Args) {
	const folder = args.text("data") ?? context.costData;
	if (folder === undefined)
		throw usageError("--data DIR is missing: published estimates do not ship");
	const text = await readCostFile(context, folder, "published-estimates.csv");
	const own = join(resolve(context.cwd, folder), "indicators.csv");
	const indicators = existsSync(own)
		? readIndicators(await readCostFile(context, folder, "indicators.csv"))
		: await readShippedIndicators(context);
	return { folder, indicators, published: readPublished(text, indicators) };
}

async function backtest(context: Context, args: Args): Promise<ExitCode> {
	const { folder, indicators, published } = await readPublishedOf(
		context,
		args,
	);
	for (const problem of published.problems) context.say(problem);
	const optional = async (name: string): Promise<unknown> =>
		existsSync(join(resolve(context.cwd, folder), name))
			? JSON.parse(await readCostFile(context, folder, name))
			: null;
	const result = {
		...backtestCosts(published),
		/** As its file states it; fitted and scored on the same rows, flagged ones among them. */
		publishedBaseline: await optional("baseline.json"),
		oneDay: compareOneDay(
			await optional("cross-model-pakistan.json"),
			indicators,
			await readShippedCalibration(context),
		),
	};
	if (context.json) {
		printJson(context, result);
		return 0;
	}
	const { crossValidation: cross } = result;
	const title = (text: string) => context.print(`\n${context.bold(text)}\n`);
	printFields(context, [
		["Rows", result.rowCount],
		[
			"Used",
			`${result.usedRows.year} country years, ${result.usedRows.event} events`,
		],
		...Object.entries(result.excluded).map(
			([reason, count]) => [`Left out: ${reason}`, count] as const,
		),
	]);
	title(`Country years, ${result.folds} folds by event group`);
	printScores(context, [cross.calibrated, cross.baseline]);
	title("Country years, whole countries left out");
	printScores(context, [cross.calibratedNewCountry, cross.baselineNewCountry]);
	title("Country years, every method");
	printScores(context, result.onYears);
	title("Single events, every method");
	printScores(context, result.onEvents);
	title("One day in Pakistan");
	printTable(
		context,
		[
			{ title: "PUBLISHED", cell: ({ figure }) => figure },
			{ title: "$", cell: ({ publishedUsd }) => money(publishedUsd) },
			{ title: "OURS $", cell: ({ oursUsd }) => moneyCell(oursUsd) },
			{
				title: "DIFFERENCE",
				cell: ({ difference }) =>
					difference === null ? "" : `${(difference * 100).toFixed(1)}%`,
			},
			{
				title: "INDEPENDENT",
				cell: ({ isIndependent }) => (isIndependent ? "yes" : "no"),
			},
			{ title: "WHY", cell: ({ why }) => why },
		],
		result.oneDay,
	);
	context.say(result.warning);
	return 0;
}

function printScores(context: Context, scores: readonly CostScore[]): void {
	const percent = (share: CostScore["coverage"]): string =>
		share
			? `${Math.round(share.value * 100)}% (${Math.round(share.low * 100)}-${Math.round(share.high * 100)})`
			: "";
	printTable(
		context,
		[
			{ title: "METHOD", cell: ({ method }) => method },
			{ title: "ROWS", cell: ({ rowCount }) => rowCount },
			{
				title: "MEDIAN FACTOR ERROR",
				cell: ({ medianFactorError }) => medianFactorError?.toFixed(2) ?? "",
			},
			{ title: "WITHIN 2", cell: ({ within2 }) => percent(within2) },
			{ title: "WITHIN 3", cell: ({ within3 }) => percent(within3) },
			{ title: "IN LOW TO HIGH", cell: ({ coverage }) => percent(coverage) },
		],
		scores,
	);
}

async function fit(context: Context, args: Args): Promise<ExitCode> {
	const { published } = await readPublishedOf(context, args);
	const calibration = fitOn(published.rows);
	const text = `${JSON.stringify(calibration, null, "\t")}\n`;
	const out = args.text("out");
	if (out === undefined) context.print(text);
	else
		await writeFile(resolve(context.cwd, out), text, {
			signal: context.signal,
		});
	context.say(`Fitted on ${calibration.rowCount} published figures.`);
	return 0;
}

const DATA = {
	name: "data",
	kind: "text",
	value: "DIR",
	summary:
		"folder with published-estimates.csv (default $RASAI_SHARED/data/cost)",
} as const;

export const costCommands: readonly Command[] = [
	{
		noun: "cost",
		verb: "estimate",
		summary: "What a restriction cost: a range, and every method beside it",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai cost estimate --cc PK --kind service --service x --since 2024-02-17 --until 2025-05-07",
				does: "the ban of X in Pakistan",
			},
			{
				line: "rasai cost estimate --cc PK --kind throttling --assume degree=0.4 --since 2024-08-01 --until 2024-09-01",
				does: "a month in which two fifths of use were lost",
			},
			{
				line: "rasai cost estimate --incident PK-2024-02-17-x --json",
				does: "an incident, with its hours as known",
			},
		],
		options: [
			{ name: "cc", kind: "text", value: "CC", summary: "country" },
			{
				name: "kind",
				kind: "text",
				value: "KIND",
				choices: COST_KINDS,
				summary: `how it was cut: ${COST_KINDS.join(", ")}`,
			},
			{
				name: "service",
				kind: "text",
				value: "NAME",
				summary: "which service, where one was blocked",
			},
			{
				name: "scope",
				kind: "text",
				value: "SHARE",
				summary:
					"share of the country in the area or networks that were cut, 0 to 1",
			},
			{
				name: "since",
				kind: "text",
				value: "TIME",
				summary: "day or instant (UTC) on which it began",
			},
			{
				name: "until",
				kind: "text",
				value: "TIME",
				summary: "day or instant (UTC) on which it was over, not included",
			},
			{
				name: "incident",
				kind: "text",
				value: "ID",
				summary: "take country, kind, service and hours from an incident",
			},
			{
				name: "assume",
				kind: "list",
				value: "NAME=NUMBER",
				summary: `set an input yourself: ${Object.keys(ASSUMPTIONS).join(", ")}`,
			},
		],
		notes: [
			"No single figure is true. Methods count different things and must not be added up. docs/methods/costs.md says how far each is from published figures.",
			"A method that lacks an input says which, and gives nothing.",
		],
		run: estimate,
	},
	{
		noun: "cost",
		verb: "backtest",
		summary: "Score every method against published estimates",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai cost backtest --data ../shared/data/cost --json",
				does: "all scores, with intervals",
			},
		],
		options: [DATA],
		notes: [
			"Published estimates are models' figures too, and do not ship: their licences do not allow it.",
		],
		run: backtest,
	},
	{
		noun: "cost",
		verb: "fit",
		summary: "Fit our own estimator again, on published estimates",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai cost fit --data ../shared/data/cost --out data/cost/calibration.json",
				does: "make the file that ships",
			},
		],
		options: [
			DATA,
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "file to write it to (default: print)",
			},
		],
		run: fit,
	},
];
