/** A file of signals to what `rasai signal detect` prints. */
import {
	type ReadOptions,
	readSignals,
	type SignalReject,
} from "../../gather/signals/index.ts";
import type { Signal, SignalKey, ToldOutage } from "../../model/index.ts";
import { detectSignal, type SignalChange } from "./detect.ts";

export interface SignalSummary extends SignalKey {
	readonly stepSeconds: number;
	readonly readings: number;
	readonly zeros: number;
	readonly gaps: number;
	readonly unavailable: number;
	readonly since: string | null;
	readonly until: string | null;
}

export interface SignalReport {
	readonly signals: readonly SignalSummary[];
	readonly changes: readonly SignalChange[];
	/** What the source itself tells, with its own words for causes. */
	readonly told: readonly ToldOutage[];
	readonly rejected: readonly SignalReject[];
}

/** Reads a text and detects in each of its signals. Throws as `readSignals` does. */
export function reportSignals(
	name: string,
	text: string,
	options: ReadOptions,
): SignalReport {
	const { signals, told, rejected } = readSignals(name, text, options);
	return {
		signals: signals.map(summarise),
		changes: signals.flatMap(detectSignal),
		told,
		rejected,
	};
}

function summarise({ points, ...key }: Signal): SignalSummary {
	const count = (test: (reading: unknown) => boolean): number =>
		points.filter(({ reading }) => test(reading)).length;
	const instant = (seconds: number | undefined): string | null =>
		seconds === undefined ? null : new Date(seconds * 1000).toISOString();
	return {
		...key,
		readings: count((reading) => typeof reading === "number"),
		zeros: count((reading) => reading === 0),
		gaps: count((reading) => reading === "gap"),
		unavailable: count((reading) => reading === "unavailable"),
		since: instant(points[0]?.at),
		until: instant(points.at(-1)?.at),
	};
}
