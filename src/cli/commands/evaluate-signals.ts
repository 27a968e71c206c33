/** The part of `rasai evaluate` on outage signals: synthetic ones, and real ones with labels. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../../base/index.ts";
import {
	readSignalLabels,
	type SampleScore,
	type SignalScore,
	scoreSample,
	scoreSignals,
} from "../../pipeline/index.ts";
import type { Context } from "../command.ts";
import { visible } from "../output.ts";
import { percent, printRows, rate } from "./evaluate-rows.ts";

/** Labels of signals, below the project's folder. */
const LABELS = join("tests", "labels", "signals.json");

export interface SignalsReport {
	readonly worlds: readonly SignalScore[];
	readonly samples: readonly SampleScore[];
}

/** Scores `count` synthetic signals a world, and the samples in `folder` that the labels name. */
export async function evaluateSignals(
	context: Context,
	seed: string,
	count: number,
	folder: string | undefined,
): Promise<SignalsReport> {
	return {
		worlds: scoreSignals(seed, count),
		samples: folder ? await scoreSamples(context, folder) : [],
	};
}

async function scoreSamples(
	context: Context,
	folder: string,
): Promise<readonly SampleScore[]> {
	const labels = join(context.shipped, "..", LABELS);
	if (!existsSync(labels)) {
		context.say(`Real signals are left out: no ${labels}`);
		return [];
	}
	const scores: SampleScore[] = [];
	for (const label of readSignalLabels(
		JSON.parse(await readFile(labels, "utf8")),
	)) {
		context.signal.throwIfAborted();
		try {
			const text = await readFile(join(folder, label.file), {
				encoding: "utf8",
				signal: context.signal,
			});
			scores.push(...scoreSample(label, text));
		} catch (error) {
			context.say(
				`${visible(label.file)} is left out: ${visible(messageOf(error))}`,
			);
		}
	}
	return scores;
}

export function printSignals(
	context: Context,
	{ worlds, samples }: SignalsReport,
): void {
	const hours = ([median, p90]: readonly [
		number | undefined,
		number | undefined,
	]): string => `${median ?? "-"} / ${p90 ?? "-"}`;
	printRows(context, "Outages in synthetic signals, twelve weeks by the hour", [
		[
			"world",
			"detector",
			"outages",
			"found",
			"alarms",
			"of them right",
			"false a quiet week",
			"start error, h: median / 90%",
			"latency, h",
		],
		...worlds.map((row) => [
			row.world,
			row.detector,
			String(row.outages),
			percent(row.recall),
			String(row.alarms),
			percent(row.precision),
			rate(row.falseAlarms),
			hours(row.startErrorHours),
			hours(row.latencyHours),
		]),
	]);
	if (samples.length === 0) return;
	printRows(context, "Starts in real signals", [
		["file", "what", "detector", "signals", "found", "others told"],
		...samples.map((row) => [
			row.file,
			row.measures.join(", "),
			row.detector,
			String(row.signals),
			row.found ? percent(row.found) : "none expected",
			String(row.others),
		]),
	]);
}
