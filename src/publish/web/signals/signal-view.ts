/** One kept signal within a window of days: its finding in a sentence, the line to draw, and the days of its table. */
import { addDays, formatInstant } from "../../../base/index.ts";
import type { ShownSignal, SignalChange } from "../../../pipeline/index.ts";
import { say } from "../language/speech.ts";
import { gaugeWords } from "../outage-words.ts";
import { STRIP_DAYS, type Window } from "../strips.ts";
import { formatDay, formatDays, formatMoment } from "../times.ts";
import { sentenceCase } from "../words.ts";

const DAY_SECONDS = 86_400;
/** Columns of the drawn line; each shows the lowest and the highest of its readings. */
const COLUMNS = STRIP_DAYS * 6;

export interface SignalColumn {
	/** Part of the window, from 0 to 1. */
	readonly at: number;
	readonly low: number;
	readonly high: number;
	/** Nothing was read in the column before: the line begins anew. */
	readonly isAfterGap: boolean;
}

export interface SignalDay {
	readonly day: string;
	readonly low: number;
	readonly high: number;
	readonly readingCount: number;
}

export interface SignalView {
	readonly name: string;
	readonly finding: string;
	readonly unit: string;
	readonly source: string;
	/** The newest reading of these days; empty where there is none. */
	readonly lastReadAt: string;
	readonly window: Window;
	readonly columns: readonly SignalColumn[];
	readonly days: readonly SignalDay[];
	/** Of the line; at least 0. */
	readonly highest: number;
	readonly changes: readonly SignalChange[];
}

/** The window that ends with the newest reading of all; undefined where there is none. */
export function newestDay(signals: readonly ShownSignal[]): string | undefined {
	const newest = Math.max(...signals.map(({ until }) => until ?? 0));
	return newest > 0 ? dayOf(newest) : undefined;
}

export function viewSignal(signal: ShownSignal, window: Window): SignalView {
	const since = Date.parse(window.firstOn) / 1000;
	const until = since + STRIP_DAYS * DAY_SECONDS;
	const readings = signal.points.flatMap(({ at, reading }) =>
		typeof reading === "number" && at >= since && at < until
			? [{ at, reading }]
			: [],
	);
	const changes = (signal.changes ?? []).filter(
		({ start, end }) =>
			start.earliest < `${addDays(window.lastOn, 1)}T` &&
			(end?.latest ?? "9") >= window.firstOn,
	);
	const { source, measure, access, licence, verified, unit } = signal.key;
	const origin = access === null ? "" : `, ${access}`;
	return {
		name: signal.gauge
			? `${sentenceCase(gaugeWords(signal.gauge))} (${source}, ${measure}${origin})`
			: `${source}, ${measure}${origin}`,
		finding: findingOf(signal, changes, window, readings.length),
		unit,
		source: `Source: ${source}. Licence: ${licence}.${verified ? "" : " Read from field lists: not verified against the live source."}`,
		lastReadAt: instantOf(readings.at(-1)?.at),
		window,
		columns: columnsOf(readings, since),
		days: daysOf(readings),
		highest: readings.reduce((most, { reading }) => Math.max(most, reading), 0),
		changes,
	};
}

/** Seconds since 1970 as an instant. */
function instantOf(seconds: number | undefined): string {
	return seconds === undefined ? "" : formatInstant(new Date(seconds * 1000));
}

function findingOf(
	{ changes: all, until }: ShownSignal,
	changes: readonly SignalChange[],
	{ firstOn, lastOn }: Window,
	count: number,
): string {
	if (count === 0)
		return until === null
			? say("signal.none")
			: say("signal.none_here", { day: formatDay(dayOf(until)) });
	if (all === null) return say("signal.not_looked");
	if (changes.length === 0)
		return say("signal.steady", { days: formatDays(firstOn, lastOn) });
	const caveat = changes.some(({ finding }) => finding === "suspicion")
		? say("signal.suspicion")
		: say("signal.no_cause");
	return [...changes.map(changeSentence), caveat].join(" ");
}

const KIND_WORDS: Readonly<Record<SignalChange["kind"], string>> = {
	fall: "A fall",
	slope: "A slow decline",
	rise: "A rise",
};

/** `A fall by 97% began between … and …, and was not over at the last reading.` Nothing is said of why. */
function changeSentence(change: SignalChange): string {
	const { kind, depth, start, end, restoredPartially } = change;
	const between = ({ earliest, latest }: SignalChange["start"]): string =>
		earliest.slice(0, 10) === latest.slice(0, 10)
			? `on ${formatDay(earliest)} between ${earliest.slice(11, 16)} and ${latest.slice(11, 16)} UTC`
			: `between ${formatMoment(earliest)} and ${formatMoment(latest)}`;
	const over = end
		? `ended ${between(end)}`
		: restoredPartially
			? "was restored in part, and was not over at the last reading"
			: "was not over at the last reading";
	const size = kind === "rise" ? "" : ` by ${Math.round(depth * 100)}%`;
	return `${KIND_WORDS[kind]}${size} began ${between(start)}, and ${over}.`;
}

interface Reading {
	readonly at: number;
	readonly reading: number;
}

function columnsOf(
	readings: readonly Reading[],
	since: number,
): readonly SignalColumn[] {
	const seconds = (STRIP_DAYS * DAY_SECONDS) / COLUMNS;
	const usual = usualStep(readings);
	const columns: SignalColumn[] = [];
	let last = Number.NEGATIVE_INFINITY;
	for (const { at, reading } of readings) {
		const isAfterGap = at - last > 3 * Math.max(usual, seconds);
		last = at;
		const position = Math.floor((at - since) / seconds) / COLUMNS;
		const open = columns.at(-1);
		if (open?.at !== position || isAfterGap)
			columns.push({ at: position, low: reading, high: reading, isAfterGap });
		else
			columns[columns.length - 1] = {
				...open,
				low: Math.min(open.low, reading),
				high: Math.max(open.high, reading),
			};
	}
	return columns;
}

/** The median time from one reading to the next. */
function usualStep(readings: readonly Reading[]): number {
	const steps = readings
		.slice(1)
		.map(({ at }, i) => at - (readings[i]?.at ?? at))
		.sort((a, b) => a - b);
	return steps[steps.length >> 1] ?? 0;
}

function daysOf(readings: readonly Reading[]): readonly SignalDay[] {
	const days = new Map<string, SignalDay>();
	for (const { at, reading } of readings) {
		const day = dayOf(at);
		const before = days.get(day);
		days.set(day, {
			day,
			low: Math.min(before?.low ?? reading, reading),
			high: Math.max(before?.high ?? reading, reading),
			readingCount: (before?.readingCount ?? 0) + 1,
		});
	}
	return [...days.values()].reverse();
}

const dayOf = (seconds: number): string =>
	new Date(seconds * 1000).toISOString().slice(0, 10);
