/** What kept signals showed of a place within some time: what claims about the network itself are held against. */
import type {
	NetworkQuestion,
	SignalThen,
} from "../../account/record/index.ts";
import { formatInstant } from "../../base/index.ts";
import { type SignalPoint, worldOf } from "../../model/index.ts";
import {
	readSignalIndex,
	readSignalPoints,
	type WorkspacePaths,
} from "../../store/index.ts";
import type { SignalChange } from "../signals/index.ts";
import { isStrong } from "./gauges.ts";
import { watchedSignals } from "./kept.ts";
import { levelOf } from "./level.ts";
import type { Fall, WatchedSignal } from "./types.ts";

export interface TimedQuestion extends NetworkQuestion {
	readonly sinceMs: number;
	readonly untilMs: number;
}

/** Asks the kept signals of a workspace. */
export type SignalsThen = (
	question: TimedQuestion,
) => Promise<readonly SignalThen[]>;

export async function openSignalsThen(
	paths: Pick<WorkspacePaths, "derived">,
): Promise<SignalsThen> {
	const index = await readSignalIndex<SignalChange>(paths);
	return async (question) => {
		const { watched, falls } = watchedSignals(index, worldOf(question.cc));
		const shown: SignalThen[] = [];
		for (const one of watched.filter((signal) => isAsked(signal, question)))
			shown.push(
				thenOf(
					one,
					falls.filter(({ signal }) => signal.id === one.id),
					await readSignalPoints(paths, one.id),
					question,
				),
			);
		const nameOf = ({ source, measure }: SignalThen) => `${source} ${measure}`;
		return shown
			.filter(({ readShare }) => readShare > 0)
			.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
	};
}

/** Signals of the whole place that was asked for, and of that access alone. */
function isAsked(
	{ key, area, isPart }: WatchedSignal,
	{ cc, areas, access }: TimedQuestion,
): boolean {
	return (
		key.entity.cc === cc &&
		key.entity.asn === null &&
		key.access === access &&
		!isPart &&
		(areas.length === 0 ? area === null : areas.includes(area ?? ""))
	);
}

function thenOf(
	{ key, gauge, area, stepMs }: WatchedSignal,
	falls: readonly Fall[],
	points: readonly SignalPoint[],
	{ sinceMs, untilMs }: TimedQuestion,
): SignalThen {
	const within = points.filter(
		({ at, reading }) =>
			typeof reading === "number" &&
			at * 1000 >= sinceMs &&
			at * 1000 < untilMs,
	);
	const strong = falls.filter(
		({ depth, confounds }) => confounds.length === 0 && isStrong(gauge, depth),
	);
	const fallen = within.filter(({ at }) =>
		strong.some((one) => at * 1000 >= one.sinceMs && at * 1000 < one.untilMs),
	);
	const onset = Math.min(
		sinceMs,
		...strong
			.filter((one) => one.untilMs > sinceMs && one.sinceMs < untilMs)
			.map((one) => one.sinceMs),
	);
	const { level } = levelOf(
		points,
		{ since: sinceMs / 1000, until: untilMs / 1000 },
		onset / 1000,
	);
	const [shown = within[0]] = fallen;
	return {
		source: key.source,
		measure: key.measure,
		gauge,
		area,
		readShare: share(within.length * stepMs, untilMs - sinceMs),
		fallenShare: share(fallen.length, within.length),
		level,
		witness: shown
			? `${key.source} ${key.measure}, ${formatInstant(new Date(shown.at * 1000))}: ${Number(Number(shown.reading).toPrecision(4))} (${key.unit})`
			: "",
		licence: key.licence,
		isRouting: gauge === "routing",
	};
}

const share = (part: number, whole: number): number =>
	whole > 0 ? Number(Math.min(1, part / whole).toFixed(3)) : 0;
