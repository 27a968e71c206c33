/** `rasai probe`: measure from here. */
import { appendFile, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { formatInstant } from "../../base/index.ts";
import {
	AT_ONCE,
	exposureOf,
	type MeasurementRecord,
	measureSeveral,
	PAUSE_MS,
	rehearse,
	type VantageReport,
} from "../../measure/probe/index.ts";
import { isRecord } from "../../model/index.ts";
import {
	answerForService,
	judgeProbed,
	type Probed,
} from "../../pipeline/index.ts";
import {
	type ReferenceSnapshot,
	registrableDomain,
} from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { PROBE_OPTIONS, RUN_OPTIONS } from "../probe-options.ts";
import {
	agreeTo,
	lookAtVantage,
	measurer,
	namesOf,
	type ProbeRun,
	prepareRun,
	screenOf,
} from "../probe-run.ts";
import { submitRecords } from "../probe-submit.ts";
import { queueCommands } from "../probe-watch.ts";

async function run(context: Context, args: Args): Promise<ExitCode> {
	const prepared = await prepareRun(context, args);
	if (args.flag("keep-nothing") && (args.text("out") || args.text("submit")))
		throw usageError("--keep-nothing goes with neither --out nor --submit");
	if (args.integer("at-once") === 0)
		throw usageError("--at-once: 1 is the least");
	if (args.flag("rehearse")) {
		printRehearsal(prepared);
		return 0;
	}
	if (!(await agreeTo(prepared))) return 1;
	const report = await lookAtVantage(prepared);
	return report === "unfit" ? 1 : measureAll(prepared, report);
}

/** Measures, prints as results come, and answers for services at the end. */
async function measureAll(
	prepared: ProbeRun,
	report: VantageReport | undefined,
): Promise<ExitCode> {
	const { context, args, targets } = prepared;
	const out = args.text("out");
	const path = out === undefined ? undefined : resolve(context.cwd, out);
	const before = path === undefined ? [] : await readDone(path);
	const doneBefore = new Set(before.map(keyOf));
	const all = namesOf(targets).filter((one) => !doneBefore.has(one));
	if (before.length > 0)
		context.say(
			`${count(before.length, "measurement")} of an earlier run kept`,
		);
	const progress = context.progress("Measuring");
	const records: MeasurementRecord[] = [...before];
	const results = measureSeveral(all, measurer(prepared, report), {
		atOnce: args.integer("at-once") ?? AT_ONCE,
		pauseMs: PAUSE_MS,
		siteOf,
		signal: context.signal,
	});
	for await (const record of results) {
		// What was cut short is no result, and is measured anew next time.
		if (context.signal.aborted) break;
		records.push(record);
		if (path !== undefined)
			await appendFile(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
		progress.update({
			done: records.length - before.length,
			total: all.length,
			unit: "sites",
		});
		print(prepared, record);
	}
	progress.finish();
	const answers = answerServices(prepared, records);
	const submit = args.text("submit");
	if (submit !== undefined && records.length > 0) {
		const sent = await submitRecords(context, submit, records);
		context.say(`${count(sent, "measurement")} sent to ${submit}`);
	}
	context.say(
		`${count(records.length, "measurement")}${answers > 0 ? `, ${count(answers, "service")}` : ""}. One visit is one look: what counts is what many see, again and again.`,
	);
	return records.length > 0 ? 0 : 1;
}

function siteOf(target: string): string {
	if (!URL.canParse(target)) return target;
	const { hostname } = new URL(target);
	return registrableDomain(hostname) || hostname;
}

/** Records of an earlier run into the same file: their targets are not measured again. */
async function readDone(path: string): Promise<readonly MeasurementRecord[]> {
	const text = await readFile(path, "utf8").catch(() => "");
	return text.split("\n").flatMap((line) => {
		try {
			return line === "" ? [] : [JSON.parse(line) as MeasurementRecord];
		} catch {
			// The last line of a run that was killed.
			return [];
		}
	});
}

function keyOf(record: MeasurementRecord): string {
	return String(record["input"] ?? record["test_name"]);
}

function print(
	{ context, args, reference }: ProbeRun,
	record: MeasurementRecord,
): void {
	const probed = judge(context, reference, record);
	const own = record.test_keys["x_rasai"];
	if (isRecord(own) && Number(own["refused_addresses"]) > 0)
		context.say(
			`${visible(keyOf(record))}: an address was not contacted, since it is private or this machine's own`,
		);
	if (!context.json) {
		if (probed !== undefined) printPlain(context, probed);
		return;
	}
	if (args.text("format") === "ooni") {
		const { x_rasai: _, ...keys } = record.test_keys;
		printJson(context, { ...record, test_keys: keys });
		return;
	}
	const verdict = probed && { ...probed.verdict, plain: probed.plain };
	printJson(context, { ...record, x_verdict: verdict ?? null });
}

function judge(
	context: Context,
	reference: ReferenceSnapshot,
	record: MeasurementRecord,
): Probed | undefined {
	return judgeProbed(record, reference, formatInstant(context.clock()));
}

function printPlain(
	context: Context,
	{ header, verdict, plain }: Probed,
): void {
	const what = visible(header.input || header.testName);
	if (context.plain) {
		context.print(
			`${[what, verdict.state, verdict.mechanism ?? "", visible(plain)].join("\t")}\n`,
		);
		return;
	}
	const layers = Object.entries(verdict.layers)
		.filter(([, { rule }]) => rule !== undefined)
		.map(([layer, { state, rule }]) => `${layer} ${state} (${rule})`)
		.join(", ");
	context.print(
		`${context.bold(visible(plain))}\n    ${what}\n    ${visible(verdict.why)}\n${layers === "" ? "" : `    ${layers}\n`}`,
	);
}

function answerServices(
	{ context, reference, targets: { services } }: ProbeRun,
	records: readonly MeasurementRecord[],
): number {
	if (services.length === 0) return 0;
	const verdicts = records.flatMap(
		(record) => judge(context, reference, record)?.verdict.targets ?? [],
	);
	for (const service of services) {
		const answer = answerForService(service, verdicts);
		if (context.json) printJson(context, answer);
		else context.print(`${context.bold(answer.plain)}\n`);
	}
	return services.length;
}

function printRehearsal(prepared: ProbeRun): void {
	const { context, targets, how } = prepared;
	if (context.json) {
		printJson(context, {
			...exposureOf(namesOf(targets).length, how),
			visits: targets.urls.map((url) => ({ url, log: rehearse(url, how) })),
			tests: targets.tests,
		});
		return;
	}
	context.print(
		`${screenOf(prepared)}\nNothing has been sent. What someone who watches the line could write down:\n`,
	);
	for (const url of targets.urls)
		context.print(
			`\n${context.bold(visible(url))}\n${rehearse(url, how)
				.map((line) => `    ${line}\n`)
				.join("")}`,
		);
	for (const { testName, connects, fetches, lookups } of targets.tests)
		context.print(
			`\n${context.bold(testName)}\n${[...lookups, ...connects, ...fetches]
				.map((line) => `    ${line}\n`)
				.join("")}`,
		);
}

export const probeCommands: readonly Command[] = [
	{
		noun: "probe",
		verb: "run",
		isStarter: true,
		summary: "Ask whether sites and services are blocked on this network",
		operands: "[URL...]",
		operandCount: [0, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai probe run https://example.org",
				does: "an ordinary visit, and a plain answer",
			},
			{
				line: "rasai probe run --rehearse https://example.org",
				does: "show what would be sent and seen; send nothing",
			},
			{
				line: "rasai probe run --service whatsapp --find-causes",
				does: "every endpoint of a service, and after a failure what triggers it",
			},
			{
				line: "rasai probe run --list pk.csv --out pk.jsonl --json",
				does: "a list of the Citizen Lab; run again to go on where it stopped",
			},
		],
		options: [...PROBE_OPTIONS, ...RUN_OPTIONS],
		notes: [
			"By default one ordinary visit a site is made, after a look at a few well-known sites that tells whether\nthe line works. Nobody else is asked: no helper, no public resolver, no collector. Without a helper,\nresults say less. --rehearse names every host.",
			"Private and loopback addresses are never contacted, not after a redirect either.",
		],
		run,
	},
	...queueCommands,
];
