/** The compared detectors on real signals, with what a file of labels expects of each. */
import { readSignals } from "../../gather/signals/index.ts";
import { isRecord } from "../../model/index.ts";
import { type Estimate, shareOf } from "../evaluate/intervals.ts";
import { columnsOfReadings } from "./detect.ts";
import { OURS, RIVALS } from "./rivals.ts";
import type { Stretch } from "./signal-worlds.ts";

/** What signals of one file must show. */
export interface SignalLabel {
	readonly file: string;
	readonly cc: string | undefined;
	/** Undefined: all of them. */
	readonly measures: readonly string[] | undefined;
	/** Hours between which a start is expected; undefined: none is. */
	readonly start: Stretch | undefined;
}

export interface SampleScore {
	readonly file: string;
	readonly measures: readonly string[];
	readonly detector: string;
	readonly signals: number;
	/** Signals with a start where it is expected; undefined where none is. */
	readonly found: Estimate | undefined;
	/** Starts that are told elsewhere. */
	readonly others: number;
}

/** Reads a file of labels, leaving out what it does not understand. */
export function readSignalLabels(json: unknown): readonly SignalLabel[] {
	const list = isRecord(json) ? json["signals"] : undefined;
	if (!Array.isArray(list)) return [];
	return list.flatMap((label: unknown) => {
		if (!isRecord(label) || typeof label["file"] !== "string") return [];
		const { file, cc, measures } = label;
		const since = Date.parse(String(label["since"])) / 3_600_000;
		const until = Date.parse(String(label["until"])) / 3_600_000;
		return [
			{
				file,
				cc: typeof cc === "string" ? cc : undefined,
				measures: Array.isArray(measures) ? measures.map(String) : undefined,
				start: since <= until ? { since, until } : undefined,
			},
		];
	});
}

/** Scores ours and the baselines as published on the signals of one label. Throws as `readSignals` does. */
export function scoreSample(
	{ file, cc, measures, start }: SignalLabel,
	text: string,
): readonly SampleScore[] {
	const signals = readSignals(file, text, { cc }).signals.filter(
		({ measure }) => measures?.includes(measure) ?? true,
	);
	return [{ name: "rasai", steps: [OURS] }, ...RIVALS].map(
		({ name, steps: [detect] }) => {
			let [found, others] = [0, 0];
			for (const { points } of signals) {
				const { hours, values } = columnsOfReadings(points);
				const told =
					detect?.(
						Array.from(hours, (at, i) => ({ at, value: values[i] as number })),
					) ?? [];
				const expected = told.filter(
					({ earliest, latest }) =>
						start && earliest <= start.until && latest >= start.since,
				);
				if (expected.length > 0) found++;
				others += told.length - expected.length;
			}
			return {
				file,
				measures: measures ?? [...new Set(signals.map((one) => one.measure))],
				detector: name,
				signals: signals.length,
				found: start && shareOf(found, signals.length),
				others,
			};
		},
	);
}
