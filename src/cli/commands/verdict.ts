/** `rasai verdict`: why a measurement was judged so, and what other rules would say. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { RasaiError } from "../../base/index.ts";
import { defaultRuleset } from "../../judge/verdicts/index.ts";
import {
	type ExplainedMeasurement,
	explainMeasurement,
	openReference,
	parseRuleset,
	rescore,
} from "../../pipeline/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { describeFact } from "../facts.ts";
import {
	count,
	printFields,
	printJson,
	printTable,
	visible,
} from "../output.ts";
import { compareRuns, type Moved } from "../runs.ts";
import { readServices } from "../shipped.ts";
import { withReader, withTarget } from "../workspace.ts";

async function explain(context: Context, args: Args): Promise<ExitCode> {
	const uid = args.operands[0] ?? "";
	const explained = await withReader(context, async (reader, { paths }) => {
		const { snapshot } = await openReference(
			paths,
			await readServices(context),
		);
		return explainMeasurement(reader, uid, { reference: snapshot });
	});
	if (explained.length === 0)
		throw new RasaiError("not_found", `no measurement has the uid ${uid}`, {
			hint: "rasai measurement judge prints uids; pages show them too.",
		});
	for (const one of explained)
		if (context.json) printJson(context, one);
		else printExplained(context, one);
	if (explained.length > 1)
		context.say(
			`${explained.length} measurements came under this uid with different content; all are shown.`,
		);
	return 0;
}

function printExplained(
	context: Context,
	{
		world,
		place,
		header,
		observations,
		verdict,
		rules,
		...rest
	}: ExplainedMeasurement,
): void {
	context.print(`${visible(verdict.why)}\n\n`);
	printFields(context, [
		...(world === "emulated" ? ([["world", "emulated"]] as const) : []),
		["state", verdict.state],
		["mechanism", verdict.mechanism ?? "none claimed"],
		["locus", verdict.locus],
		["control", verdict.control],
		[
			"test",
			`${header.testName} ${header.testVersion} of ${header.input || "no input"}`,
		],
		[
			"measured",
			`${header.measuredAt} by ${header.softwareName} ${header.softwareVersion}`,
		],
		[
			"network",
			`AS${header.probeAsn} ${header.probeNetworkName} (${header.probeCc}), resolver AS${header.resolverAsn}`,
		],
		[
			"record",
			`${place.fileHash}${place.member ? ` ${place.member}` : ""} line ${place.line}`,
		],
		["ruleset", verdict.ruleset],
		["reference", rest.reference],
	]);
	const section = (title: string): void =>
		context.print(`\n${context.bold(title)}\n`);
	for (const target of verdict.targets) {
		section(`Rules that fired for ${visible(target.target)} (${target.state})`);
		for (const { rule, layer, positions } of target.fired) {
			const known = rules.find(({ id }) => id === rule);
			context.print(
				`  ${rule}  ${layer}, ${known?.class}, ${known?.evidence}, ${known?.strength}, on facts ${positions.join(", ")}\n      ${known?.comment}\n`,
			);
		}
	}
	section("Facts");
	for (const fact of observations)
		context.print(
			`  ${String(fact.position).padStart(3)}  ${fact.layer.padEnd(4)}  ${fact.vantage.padEnd(6)}  ${visible(describeFact(fact))}\n`,
		);
	section(
		`What networks saw from ${rest.control.sinceDay} up to ${rest.control.untilDay}`,
	);
	if (rest.networks.length === 0) context.print("  nothing\n");
	for (const row of rest.networks)
		context.print(
			`  ${row.kind.padEnd(10)}  ${visible(row.hostname)}${row.key ? ` ${visible(row.key)}` : ""}  ${row.cc}: ${row.okNetworks} yes, ${row.failedNetworks} no\n`,
		);
}

async function rescoreArchive(context: Context, args: Args): Promise<ExitCode> {
	const file = args.text("rules");
	const ruleset = file
		? parseRuleset(await readFile(resolve(context.cwd, file), "utf8"))
		: defaultRuleset;
	const progress = context.progress("Judging");
	const { run, days, measurements } = await withTarget(context, (target) =>
		rescore(target.store, {
			reference: target.reference.snapshot,
			ruleset,
			use: args.flag("use"),
			signal: context.signal,
			progress,
		}),
	);
	progress.finish();
	const { shown, moved } = await withReader(context, (reader) =>
		compareRuns(reader, run),
	);
	if (context.json)
		printJson(context, { ...run, days, measurements, shown, moved });
	else {
		printFields(context, [
			["ruleset", run.ruleset],
			["reference", run.reference],
			["days judged", days],
			["measurements", measurements],
			["states moved", moved.reduce((sum, { verdicts }) => sum + verdicts, 0)],
		]);
		if (moved.length > 0) {
			context.print("\n");
			printMoved(context, moved);
		}
	}
	context.say(
		shown
			? "Pages show this run."
			: "Pages show what they showed before. The same command with --use makes them show this run.",
	);
	return 0;
}

function printMoved(context: Context, moved: readonly Moved[]): void {
	printTable(
		context,
		[
			{ title: "world", cell: ({ world }) => world },
			{ title: "shown now", cell: ({ from }) => from },
			{ title: "this run", cell: ({ to }) => to },
			{ title: "verdicts", cell: ({ verdicts }) => verdicts },
		],
		moved,
	);
}

async function runs(context: Context): Promise<ExitCode> {
	await withReader(context, async (reader) => {
		const current = new Set([
			await reader.currentRun("real"),
			await reader.currentRun("emulated"),
		]);
		const rows = Object.entries(await reader.runs()).map(([id, run]) => ({
			id,
			...run,
			current: current.has(id),
		}));
		printTable(
			context,
			[
				{ title: "run", cell: ({ id }) => id },
				{ title: "ruleset", cell: ({ ruleset }) => ruleset },
				{ title: "reference", cell: ({ reference }) => reference.slice(0, 12) },
				{ title: "code", cell: ({ code }) => code },
				{
					title: "judged",
					cell: ({ finishedAt }) => finishedAt ?? "not finished",
				},
				{ title: "shown", cell: (run) => (run.current ? "yes" : "no") },
			],
			rows,
		);
		context.say(count(rows.length, "run"));
	});
	return 0;
}

async function rules(context: Context): Promise<ExitCode> {
	printTable(
		context,
		[
			{ title: "rule", cell: ({ id }) => id },
			{ title: "class", cell: (rule) => rule.class },
			{ title: "strength", cell: ({ strength }) => strength },
			{ title: "mechanism", cell: ({ mechanism }) => mechanism },
			{ title: "means", cell: ({ comment }) => comment },
		],
		defaultRuleset.rules,
	);
	context.say(
		`${count(defaultRuleset.rules.length, "rule")}, ruleset ${defaultRuleset.hash}`,
	);
	return 0;
}

export const verdictCommands: readonly Command[] = [
	{
		noun: "verdict",
		verb: "explain",
		isStarter: true,
		summary:
			"Explain a verdict: facts, rules that fired, control, and a sentence",
		operands: "UID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai verdict explain UID",
				does: "why this measurement was judged as it was",
			},
		],
		options: [],
		run: explain,
	},
	{
		noun: "verdict",
		verb: "rescore",
		summary: "Judge the stored facts under other rules, beside what pages show",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai verdict rescore --rules rules.json",
				does: "a run of its own, and how many states it moves",
			},
			{
				line: "rasai verdict rescore --use",
				does: "the rules that ship, shown from now on",
			},
		],
		options: [
			{
				name: "rules",
				kind: "text",
				value: "FILE",
				summary: "rules as JSON (default the rules that ship)",
			},
			{
				name: "use",
				kind: "flag",
				summary: "show the result on pages from now on",
			},
		],
		notes: [
			"No archive file is read again. A run is named by its rules and reference data: the same ones give\nthe same run.",
		],
		writes: true,
		run: rescoreArchive,
	},
	{
		noun: "verdict",
		verb: "runs",
		summary: "List the judgements that are stored, and which one pages show",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai verdict runs", does: "all runs" }],
		options: [],
		run: runs,
	},
	{
		noun: "verdict",
		verb: "rules",
		summary: "List the rules that ship",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai verdict rules", does: "what each rule means" },
			{
				line: "rasai verdict rules --json > rules.json",
				does: "the rules as rescore --rules reads them",
			},
		],
		options: [],
		run: rules,
	},
];
