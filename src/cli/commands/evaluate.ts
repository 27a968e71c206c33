/** `rasai evaluate`: how good verdicts and detection are, measured here and now. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import {
	createHttpClient,
	formatInstant,
	messageOf,
	RasaiError,
} from "../../base/index.ts";
import { openSources } from "../../gather/archives/index.ts";
import {
	type CorpusFile,
	type CorpusReport,
	type Discrimination,
	type JudgedLine,
	judgeFiles,
	readCorpusFile,
	readCorpusIndex,
	readLabels,
	scoreEntry,
	scoreVerdicts,
	scoreWorlds,
	type VerdictsReport,
	type WorldsReport,
} from "../../pipeline/index.ts";
import { emptyAsn, snapshotOf } from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { printJson, visible } from "../output.ts";
import { readFingerprints, readServices } from "../shipped.ts";
import { percent, printRows, rate } from "./evaluate-rows.ts";
import { evaluateSignals, printSignals } from "./evaluate-signals.ts";

const EVENT_WORLDS = 140;
const QUIET_SERIES_WEEKS = 30_000;
const SIGNALS_BY_WORLD = 24;
/** Labels of measurements, below the project's folder. */
const LABELS = join("tests", "labels", "ooni-measurements.json");

async function evaluate(context: Context, args: Args): Promise<ExitCode> {
	const corpus = args.text("corpus");
	const folder = corpus && resolve(context.cwd, corpus);
	if (folder && !existsSync(folder))
		throw new RasaiError("source_not_found", `no folder ${corpus}`);
	const verdicts = folder && (await evaluateVerdicts(context, args, folder));
	const series = folder ? await evaluateSeries(context, folder) : [];
	const worlds = await evaluateWorlds(context, args);
	const signals = await evaluateSignals(
		context,
		worlds.seed,
		args.integer("signals") ?? SIGNALS_BY_WORLD,
		folder,
	);
	const report = {
		at: formatInstant(context.clock()),
		seed: worlds.seed,
		verdicts: verdicts || null,
		worlds,
		series,
		signals,
	};
	if (context.json) printJson(context, report);
	else {
		if (verdicts) printVerdicts(context, verdicts);
		printWorlds(context, worlds);
		for (const one of series) printSeries(context, one);
		printSignals(context, signals);
	}
	context.say(
		`Seed ${worlds.seed}. The same figures again: --seed ${worlds.seed}`,
	);
	return 0;
}

async function evaluateVerdicts(
	context: Context,
	args: Args,
	folder: string,
): Promise<VerdictsReport | undefined> {
	const measurements = join(folder, "ooni", "measurements");
	const labelsPath = args.text("labels")
		? resolve(context.cwd, args.text("labels") ?? "")
		: join(context.shipped, "..", LABELS);
	if (!existsSync(measurements) || !existsSync(labelsPath)) {
		context.say(
			`Verdicts are left out: no ${existsSync(measurements) ? labelsPath : measurements}`,
		);
		return undefined;
	}
	const labels = readLabels(JSON.parse(await readFile(labelsPath, "utf8")));
	const judged = new Map<string, JudgedLine>();
	const lines = judgeFiles(
		openSources(
			labels.map(({ file }) => join(measurements, file)).filter(existsSync),
			{ http: createHttpClient(), signal: context.signal },
		),
		{
			reference: snapshotOf({
				fingerprints: await readFingerprints(join(folder, "fingerprints")),
				services: await readServices(context),
				asn: emptyAsn,
			}),
			receivedAt: formatInstant(context.clock()),
			signal: context.signal,
		},
	);
	for await (const line of lines)
		if (!("rejected" in line))
			judged.set(relative(measurements, line.file), line);
	return scoreVerdicts(labels, judged);
}

async function evaluateSeries(
	context: Context,
	folder: string,
): Promise<readonly CorpusReport[]> {
	const base = join(folder, "series");
	const index = join(base, "index.json");
	if (!existsSync(index)) {
		context.say(`Real series are left out: no ${index}`);
		return [];
	}
	const reports: CorpusReport[] = [];
	for (const entry of readCorpusIndex(
		JSON.parse(await readFile(index, "utf8")),
	)) {
		const files = new Map<string, CorpusFile>();
		for (const name of entry.files) {
			context.signal.throwIfAborted();
			try {
				const text = await readFile(join(base, name), {
					encoding: "utf8",
					signal: context.signal,
				});
				files.set(name, readCorpusFile(text));
			} catch (error) {
				context.say(
					`${visible(name)} is left out: ${visible(messageOf(error))}`,
				);
			}
		}
		reports.push(...scoreEntry(entry, files));
	}
	return reports;
}

async function evaluateWorlds(
	context: Context,
	args: Args,
): Promise<WorldsReport> {
	const progress = context.progress("Worlds");
	const report = await scoreWorlds({
		seed: args.text("seed") ?? randomUUID().slice(0, 8),
		eventWorlds: args.integer("worlds") ?? EVENT_WORLDS,
		quietSeriesWeeks: args.integer("quiet-weeks") ?? QUIET_SERIES_WEEKS,
		signal: context.signal,
		onProgress: (done, total) =>
			progress.update({ done, total, unit: "worlds" }),
	});
	progress.finish();
	return report;
}

function printVerdicts(context: Context, report: VerdictsReport): void {
	const line = (name: string, who: Discrimination) => [
		name,
		percent(who.sensitivity),
		percent(who.specificity),
		percent(who.precision),
	];
	printRows(context, `Verdicts on ${report.judged} labelled measurements`, [
		["", "sensitivity", "specificity", "precision"],
		line("ours", report.ours),
		line("ours, where the source states one", report.oursWhereStated),
		line("the source's own", report.source),
	]);
	printRows(context, "Agreement with the labels", [
		["state and mechanism alike", percent(report.exact)],
		["acceptable", percent(report.acceptable)],
		["mechanism precision", percent(report.mechanisms.precision)],
		["mechanism recall", percent(report.mechanisms.recall)],
	]);
	printRows(context, "Label, ours, measurements", [
		...report.confusion.map(({ label, ours, count }) => [
			label,
			ours,
			String(count),
		]),
	]);
}

function printWorlds(context: Context, report: WorldsReport): void {
	const table = (rows: WorldsReport["recall"]) => [
		["", "scored", "detector", "oracle", "CUSUM", "of oracle"],
		...rows.map((row) => [
			row.name,
			String(row.scored),
			percent(row.detector),
			percent(row.oracle),
			percent(row.cusum),
			row.ofOracle?.toFixed(2) ?? "-",
		]),
	];
	printRows(
		context,
		`Events found in ${report.eventWorlds} synthetic worlds, on any network`,
		table(report.eventRecall),
	);
	printRows(
		context,
		`The same by network (${report.excluded} met by too few sessions are left out)`,
		table(report.recall),
	);
	const { latencyHours, onsetErrorHours, arrivalHours, endings } = report;
	const hours = ({
		median,
		p90,
	}: {
		median: number | undefined;
		p90: number | undefined;
	}) => `median ${median ?? "-"} h, 90% within ${p90 ?? "-"} h`;
	printRows(context, "Times, endings, alerts", [
		["latency, detector", hours(latencyHours.detector)],
		["latency, oracle", hours(latencyHours.oracle)],
		["latency, CUSUM", hours(latencyHours.cusum)],
		["until the rows had arrived", hours(arrivalHours)],
		["onset error", hours(onsetErrorHours)],
		["90% onset intervals that hold it", percent(report.onsetCoverage)],
		["endings found, detector", percent(endings.detector)],
		["endings found, CUSUM", percent(endings.cusum)],
		["ended while still on", percent(endings.early)],
		["incidents per event", report.incidentsPerEvent?.toFixed(2) ?? "-"],
		["CUSUM alerts per event", report.cusumAlertsPerEvent?.toFixed(2) ?? "-"],
		["events that became incidents", percent(report.incidentRecall)],
		["begun inside a restriction: flagged", percent(report.openStarts.flagged)],
	]);
	printRows(context, "False alerts per 1,000 quiet series-weeks", [
		["noise", "series-weeks", "detector", "CUSUM"],
		...report.falseAlerts.map((row) => [
			row.noise,
			String(Math.round(row.seriesWeeks)),
			rate(row.detector),
			rate(row.cusum),
		]),
	]);
	printRows(context, "At other thresholds of log-odds", [
		["threshold", "onsets found", "false alerts"],
		...report.operatingPoints.map((point) => [
			String(point.logOdds),
			percent(point.recall),
			rate(point.falseAlerts),
		]),
	]);
	printRows(context, "One network, one sample in", [
		["hours", "found", "samples to the alarm", "worst", "CUSUM"],
		...report.sparse.map((row) => [
			String(row.everyHours),
			percent(row.found),
			`median ${row.samples.median}, 90% within ${row.samples.p90}`,
			String(row.worstSamples),
			percent(row.cusumFound),
		]),
	]);
}

function printSeries(context: Context, report: CorpusReport): void {
	const { windows } = report;
	printRows(context, `${visible(report.file)} ${visible(report.series)}`, [
		[
			"changes",
			`${report.changes.length}${report.mustNotFire ? " (none expected)" : ""}`,
			`baseline ${report.baselineChanges.length}`,
		],
		...report.expected.map((event) => [
			`${event.direction} expected ${event.since} to ${event.until}`,
			event.found
				? `found ${event.found.earliest} to ${event.found.latest}, told by ${event.found.detectableAt}`
				: "not found",
			`baseline ${event.baselineAt ?? "never"}`,
		]),
		...(windows
			? (["detector", "baseline"] as const).map((who) => [
					`windows, ${who}`,
					`${windows[who].hit} of ${windows[who].windows}, ${windows[who].hitHours} of ${windows[who].hours} hours`,
					`${windows[who].falseHours} false hours`,
				])
			: []),
	]);
}

export const evaluateCommands: readonly Command[] = [
	{
		noun: "evaluate",
		summary:
			"Measure how often verdicts and detection are right, with intervals",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai evaluate",
				does: "score the detector on synthetic worlds of a seed drawn now",
			},
			{
				line: "rasai evaluate --corpus ../shared/data --json",
				does: "score real measurements with labels, real series and signals too",
			},
		],
		options: [
			{
				name: "corpus",
				kind: "text",
				value: "DIR",
				summary:
					"folder with ooni/measurements, fingerprints, series and signals",
			},
			{
				name: "labels",
				kind: "text",
				value: "FILE",
				summary: `labels of the measurements (default ${LABELS})`,
			},
			{
				name: "seed",
				kind: "text",
				value: "TEXT",
				summary: "what the worlds are made from (default: drawn, and printed)",
			},
			{
				name: "worlds",
				kind: "integer",
				value: "N",
				summary: `worlds with an event (default ${EVENT_WORLDS})`,
			},
			{
				name: "quiet-weeks",
				kind: "integer",
				value: "N",
				summary: `quiet series-weeks, for false alerts (default ${QUIET_SERIES_WEEKS})`,
			},
			{
				name: "signals",
				kind: "integer",
				value: "N",
				summary: `synthetic outage signals a world (default ${SIGNALS_BY_WORLD})`,
			},
		],
		notes: [
			"Beside the detector run an oracle, which knows everything of a world but its times, and OONI v5's CUSUM. docs/methods/accuracy.md says what the figures do not show.",
		],
		run: evaluate,
	},
];
