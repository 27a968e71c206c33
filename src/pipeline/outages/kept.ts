/** Kept signals as grouping sees them: where they are of, and where they fell. */
import { type World, worldOf } from "../../model/index.ts";
import { areaOf } from "../../reference/index.ts";
import type { KeptSignal, SignalIndex } from "../../store/index.ts";
import type { SignalChange } from "../signals/index.ts";
import { gaugeOf } from "./gauges.ts";
import type { Fall, WatchedSignal } from "./types.ts";

const HOUR_MS = 3_600_000;
/** A signal that falls in most other countries within these hours fell at its source. Provisional. */
const AT_ONCE_MS = 6 * HOUR_MS;
const LEAST_OTHERS = 3;

export function watchedSignals(
	{ signals }: Pick<SignalIndex<SignalChange>, "signals">,
	world: World,
): {
	readonly watched: readonly WatchedSignal[];
	readonly falls: readonly Fall[];
} {
	const all = Object.entries(signals).flatMap(([id, kept]) => {
		const signal = watchedOf(id, kept);
		return signal && worldOf(kept.key.entity.cc) === world
			? [{ signal, changes: kept.changes ?? [] }]
			: [];
	});
	const falls = all.flatMap(({ signal, changes }) =>
		changes
			.filter(({ kind }) => kind === "fall")
			.map((change) => fallOf(signal, change)),
	);
	const watched = all.map(({ signal }) => signal);
	return {
		watched,
		falls: falls.map((fall) => explained(fall, falls, watched)),
	};
}

function watchedOf(
	id: string,
	{ key, stepSeconds, since, until }: KeptSignal<SignalChange>,
): WatchedSignal | undefined {
	const gauge = gaugeOf(key);
	if (gauge === undefined || since === null || until === null) return undefined;
	const { cc, area: name } = key.entity;
	const area = name === null ? undefined : areaOf(cc, name);
	return {
		id,
		key,
		gauge,
		area: area?.code ?? name,
		// Nobody knows what an unknown name is of: a province or a town.
		isPart: area?.isPart ?? false,
		weight: 1,
		stepMs: stepSeconds * 1000,
		sinceMs: since * 1000,
		untilMs: until * 1000,
	};
}

function fallOf(signal: WatchedSignal, change: SignalChange): Fall {
	const { start, end, depth, restoredPartially, detectableAt } = change;
	return {
		signal,
		onset: start,
		ending: end,
		depth,
		restoredPartially,
		sinceMs: Date.parse(start.at),
		untilMs: end ? Date.parse(end.at) : Number.POSITIVE_INFINITY,
		detectableAt,
		confounds: [],
	};
}

/** P10: what falls in many countries at once is the source's weather. */
function explained(
	fall: Fall,
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
): Fall {
	const { key } = fall.signal;
	const isLike = ({ key: other }: WatchedSignal) =>
		other.source === key.source &&
		other.measure === key.measure &&
		other.entity.cc !== key.entity.cc;
	const others = new Set(
		watched.filter(isLike).map(({ key: other }) => other.entity.cc),
	);
	const fallen = new Set(
		falls
			.filter(
				({ signal, sinceMs }) =>
					isLike(signal) && Math.abs(sinceMs - fall.sinceMs) <= AT_ONCE_MS,
			)
			.map(({ signal }) => signal.key.entity.cc),
	);
	return others.size >= LEAST_OTHERS && 2 * fallen.size > others.size
		? { ...fall, confounds: ["worldwide"] }
		: fall;
}
