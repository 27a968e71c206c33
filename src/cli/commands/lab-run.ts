/** `rasai lab list` and `lab run`: scenarios, and whether probe and rules find in each what is done in it. */
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { nearest } from "../../base/index.ts";
import {
	type Expectation,
	SCENARIOS,
	type Scenario,
	whyNoNamespaces,
} from "../../measure/lab/index.ts";
import {
	type Estimate,
	LAB_FORMS,
	type LabResult,
	runScenarios,
	shareOf,
} from "../../pipeline/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, printTable } from "../output.ts";
import { usageError } from "../parse.ts";

/** Cases at one time: most of each is waiting, and speeds must not disturb each other. */
const AT_ONCE = 10;

async function list(context: Context): Promise<ExitCode> {
	if (context.json) {
		printJson(context, SCENARIOS);
		return 0;
	}
	printTable(
		context,
		[
			{ title: "scenario", cell: ({ id }) => id },
			{ title: "cases", cell: ({ cases }) => cases.length },
			{
				title: "must be found",
				cell: ({ cases }) =>
					[...new Set(cases.map(({ expect }) => worded(expect)))].join("; "),
			},
			{ title: "what is done", cell: ({ truth }) => truth },
		],
		SCENARIOS,
	);
	context.say("\nNext: rasai lab run all");
	return 0;
}

function worded({ state, mechanism, cause }: Expectation): string {
	return [state, mechanism, cause && `by ${cause.replace("_", " ")}`]
		.filter(Boolean)
		.join(" ");
}

async function run(context: Context, args: Args): Promise<ExitCode> {
	const scenarios = scenariosNamed(args.operands);
	const repeat = args.integer("repeat") ?? 1;
	if (repeat < 1) throw usageError("--repeat: 1 is the least");
	const form =
		LAB_FORMS.find((one) => one === args.text("form")) ?? "userspace";
	const without = form === "namespaces" ? whyNoNamespaces() : undefined;
	if (without !== undefined)
		throw usageError(`--form namespaces cannot be had here: ${without}`);
	const lossPercent = args.integer("loss") ?? 0;
	if (lossPercent < 0 || lossPercent > 50)
		throw usageError("--loss: from 0 to 50");
	const out = args.text("out");
	const file = out && (await open(resolve(context.cwd, out), "w"));
	const total =
		repeat * scenarios.reduce((sum, { cases }) => sum + cases.length, 0);
	const progress = context.progress("Measuring");
	const results: LabResult[] = [];
	try {
		for await (const result of runScenarios(scenarios, {
			form,
			repeat,
			loss: lossPercent / 100,
			atOnce: AT_ONCE,
			seed: args.text("seed") ?? "lab",
			nowMs: () => performance.now(),
			startedAt: context.clock(),
			softwareVersion: context.version,
			signal: context.signal,
		})) {
			if (file) await file.write(`${JSON.stringify(result.record)}\n`);
			results.push(result);
			progress.update({ done: results.length, total, unit: "cases" });
		}
	} catch (error) {
		// Stopped by hand: what there is can be reported.
		if (!context.signal.aborted || results.length === 0) throw error;
		context.say(`Stopped after ${results.length} of ${total} cases.`);
	} finally {
		progress.finish();
		if (file) await file.close();
	}
	return report(context, scenarios, results, lossPercent);
}

/** Scenarios by their names, or all. Throws `usage` where one is not known. */
export function scenariosNamed(words: readonly string[]): readonly Scenario[] {
	if (words.includes("all")) return SCENARIOS;
	return words.map((word) => {
		const found = SCENARIOS.find(({ id }) => id === word);
		if (found !== undefined) return found;
		const near = nearest(
			word,
			SCENARIOS.map(({ id }) => id),
		);
		throw usageError(
			`${word}: no such scenario${near ? `. Did you mean ${near}?` : ""}`,
		);
	});
}

/** A case in all its repetitions. */
interface Line {
	readonly scenario: string;
	readonly label: string;
	readonly expected: Expectation;
	readonly runs: number;
	readonly right: number;
	/** Share of right ones, with Wilson's 95% interval. */
	readonly share: Estimate;
	readonly falseAlarms: number;
	/** What was found: where something was wrong, there. */
	readonly found: LabResult["found"];
	readonly wrong: readonly string[];
}

function report(
	context: Context,
	scenarios: readonly Scenario[],
	results: readonly LabResult[],
	lossPercent: number,
): ExitCode {
	const lines = scenarios.flatMap(({ id, cases }) =>
		cases.flatMap(({ label }) => lineOf(id, label, results)),
	);
	const wrong = results.filter((result) => result.wrong.length > 0);
	const falseAlarms = results.filter((result) => result.falseAlarm).length;
	if (context.json)
		printJson(context, {
			scenarios: scenarios.length,
			measurements: results.length,
			right: results.length - wrong.length,
			share: shareOf(results.length - wrong.length, results.length),
			lossPercent,
			falseAlarms,
			cases: lines,
		});
	else
		printTable(
			context,
			[
				{ title: "scenario", cell: ({ scenario }) => scenario },
				{ title: "case", cell: ({ label }) => label },
				{ title: "must be found", cell: ({ expected }) => worded(expected) },
				{
					title: "found",
					cell: ({ found: { state, mechanism, cause } }) =>
						worded({ state, mechanism, ...(cause === null ? {} : { cause }) }),
				},
				{
					title: "right",
					cell: ({ right, runs, share: { low, high } }) =>
						runs === 1
							? `${right}/1`
							: `${right}/${runs} (${Math.floor(100 * low)}-${Math.round(100 * high)}%)`,
				},
				{ title: "wrong in", cell: (line) => line.wrong.join(", ") },
			],
			lines,
		);
	const measured = new Set(results.map(({ scenario }) => scenario));
	const left = scenarios.filter(
		({ id, needsPackets }) => needsPackets && !measured.has(id),
	);
	if (left.length > 0)
		context.say(
			`\nLeft out, since they need real packets (--form namespaces): ${left.map(({ id }) => id).join(", ")}.`,
		);
	context.say(
		`\n${count(measured.size, "scenario")}, ${count(results.length, "emulated measurement")}: ${wrong.length === 0 ? "all right" : `${wrong.length} wrong, ${count(falseAlarms, "false alarm")}`}.`,
	);
	// What losses leave open is no fault; what they make up is.
	return (lossPercent > 0 ? falseAlarms : wrong.length) === 0 ? 0 : 1;
}

function lineOf(
	scenario: string,
	label: string,
	results: readonly LabResult[],
): readonly Line[] {
	const runs = results.filter(
		(result) => result.scenario === scenario && result.label === label,
	);
	const wrong = runs.filter((result) => result.wrong.length > 0);
	const shown = wrong[0] ?? runs[0];
	const right = runs.length - wrong.length;
	const share = shareOf(right, runs.length);
	if (shown === undefined || share === undefined) return [];
	return [
		{
			scenario,
			label,
			expected: shown.expected,
			runs: runs.length,
			right,
			share,
			falseAlarms: runs.filter(({ falseAlarm }) => falseAlarm).length,
			found: shown.found,
			wrong: shown.wrong,
		},
	];
}

export const labRunCommands: readonly Command[] = [
	{
		noun: "lab",
		verb: "list",
		summary: "List the scenarios of the lab, and what must be found in each",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai lab list", does: "list every scenario" }],
		options: [],
		run: list,
	},
	{
		noun: "lab",
		verb: "run",
		summary:
			"Measure scenarios on an emulated internet and compare what is found with what is done",
		operands: "SCENARIO...",
		operandCount: [1, 1000],
		examples: [
			{
				line: "rasai lab run sni-reset",
				does: "measure one scenario with the probe",
			},
			{
				line: "rasai lab run all --repeat 20",
				does: "every scenario, twenty times",
			},
			{
				line: "rasai lab run all --out lab.jsonl",
				does: "keep the measurements too",
			},
		],
		options: [
			{
				name: "form",
				kind: "text",
				value: "FORM",
				choices: LAB_FORMS,
				summary:
					"userspace (default): proxies on loopback; namespaces: real packets, needs root",
			},
			{
				name: "repeat",
				kind: "integer",
				value: "N",
				summary: "measure each scenario N times (default 1)",
			},
			{
				name: "loss",
				kind: "integer",
				value: "PERCENT",
				summary:
					"every line loses so much too; then only false alarms count as failure",
			},
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "write the emulated measurements there, one a line",
			},
			{
				name: "seed",
				kind: "text",
				value: "TEXT",
				summary: "of what lossy lines do by chance (default lab)",
			},
		],
		notes: [
			"Nothing is sent beyond this machine. The userspace form needs no root; the other one needs root, ip, iptables and tc, and removes the namespaces that it makes.",
			"Exit code 1 where something was found that is not what was done.",
		],
		run,
	},
];
