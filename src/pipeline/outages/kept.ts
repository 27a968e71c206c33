/** Kept signals as grouping sees them: where they are of, and where they fell. */
import { type SignalKey, type World, worldOf } from "../../model/index.ts";
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
	return { watched, falls: explain(falls, watched) };
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
function explain(
	falls: readonly Fall[],
	watched: readonly WatchedSignal[],
): readonly Fall[] {
	const countries = new Map<string, Set<string>>();
	for (const { key } of watched) {
		const own = countries.get(nameOf(key)) ?? new Set();
		countries.set(nameOf(key), own.add(key.entity.cc));
	}
	const byName = new Map<string, Fall[]>();
	for (const fall of [...falls].sort((a, b) => a.sinceMs - b.sinceMs)) {
		const own = byName.get(nameOf(fall.signal.key));
		if (own) own.push(fall);
		else byName.set(nameOf(fall.signal.key), [fall]);
	}
	return [...byName].flatMap(([name, own]) => {
		let first = 0;
		return own.map((fall, i) => {
			const { cc } = fall.signal.key.entity;
			while ((own[first]?.sinceMs ?? 0) < fall.sinceMs - AT_ONCE_MS) first++;
			const fallen = new Set<string>();
			for (let at = first; at < own.length; at++) {
				const other = own[at];
				if (!other || other.sinceMs > fall.sinceMs + AT_ONCE_MS) break;
				if (at !== i) fallen.add(other.signal.key.entity.cc);
			}
			fallen.delete(cc);
			const others = (countries.get(name)?.size ?? 1) - 1;
			return others >= LEAST_OTHERS && 2 * fallen.size > others
				? { ...fall, confounds: ["worldwide"] }
				: fall;
		});
	});
}

const nameOf = ({ source, measure }: SignalKey): string =>
	`${source} ${measure}`;
