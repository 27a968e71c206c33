/** Alarms and smoothed probabilities into changepoints and stretches of one condition. */
import type { Alarm, Alarms } from "./alarms.ts";
import { type Bracket, placeChange } from "./brackets.ts";
import { NETWORK_SESSIONS } from "./floor.ts";
import type { Counts, Posterior } from "./inference.ts";
import type { Condition } from "./model.ts";
import type { Changepoint, Refuted, Segment } from "./types.ts";

interface Placed {
	readonly alarm: Alarm;
	readonly bracket: Bracket;
}

export interface Story {
	readonly segments: readonly Segment[];
	readonly changepoints: readonly Changepoint[];
	readonly openOnset: Changepoint | undefined;
	readonly refuted: readonly Refuted[];
}

/** Tells a series' story. `cellHours`: how long one cell lasts, 1 or 24. */
export function tellStory(
	counts: Counts,
	posterior: Posterior,
	{ alarms }: Alarms,
	cellHours: number,
): Story {
	const { placed, refuted } = placeAll(counts, posterior, alarms, cellHours);
	const changes = placed.map((one) => ({
		one,
		changepoint: toChangepoint(counts, one),
	}));
	const open = changes[0]?.one.bracket.isOpen ? changes[0] : undefined;
	return {
		segments: cutSegments(counts, posterior, placed, cellHours),
		changepoints: changes
			.filter((change) => change !== open)
			.map(({ changepoint }) => changepoint),
		openOnset: open?.changepoint,
		refuted,
	};
}

/** Places every alarm; one that later data refute goes, together with the opposite one that followed it. */
function placeAll(
	counts: Counts,
	{ restricted, length }: Posterior,
	alarms: readonly Alarm[],
	cellHours: number,
): { readonly placed: readonly Placed[]; readonly refuted: Refuted[] } {
	const placed: Placed[] = [];
	const refuted: Refuted[] = [];
	for (let i = 0; i < alarms.length; i++) {
		const alarm = alarms[i] as Alarm;
		const isOnset = alarm.direction === "onset";
		const bracket = placeChange(
			counts.hours,
			(index) =>
				isOnset ? (restricted[index] ?? 0) : 1 - (restricted[index] ?? 0),
			alarm.index,
			placed.at(-1)?.bracket.index ?? 0,
			alarms[i + 1]?.index ?? length,
			cellHours,
		);
		if (bracket) placed.push({ alarm, bracket });
		else {
			refuted.push({
				direction: alarm.direction,
				detectableAt: counts.hours[alarm.index] ?? 0,
				logOdds: alarm.logOdds,
			});
			i++;
		}
	}
	return { placed, refuted };
}

function toChangepoint(
	counts: Counts,
	{ alarm, bracket }: Placed,
): Changepoint {
	return {
		direction: alarm.direction,
		at: bracket.at,
		earliest: bracket.earliest,
		latest: bracket.latest,
		detectableAt: counts.hours[alarm.index] ?? 0,
		logOdds: alarm.logOdds,
		evidence: alarm.evidence,
	};
}

/** A change of condition among data hours `index` on, taking place at hour `at`. */
interface Cut {
	readonly index: number;
	readonly at: number;
	readonly state: Condition;
}

function cutSegments(
	counts: Counts,
	posterior: Posterior,
	placed: readonly Placed[],
	cellHours: number,
): readonly Segment[] {
	const { length } = posterior;
	if (length === 0) return [];
	const first = counts.hours[0] ?? 0;
	const cuts: Cut[] = [];
	if (placed[0]?.bracket.isOpen !== true)
		cuts.push({ index: 0, at: first, state: "ok" });
	placed.forEach(({ alarm, bracket }, i) => {
		if (alarm.direction === "ending")
			cuts.push({ index: bracket.index, at: bracket.at, state: "ok" });
		else
			cuts.push(
				...cutRestriction(
					counts,
					posterior,
					bracket,
					placed[i + 1]?.bracket.index ?? length,
				),
			);
	});
	const end = (counts.hours[length - 1] ?? 0) + cellHours;
	return cuts.map(({ index, at, state }, i) => ({
		state,
		since: at,
		until: cuts[i + 1]?.at ?? end,
		probability: meanProbability(
			posterior,
			state,
			index,
			cuts[i + 1]?.index ?? length,
		),
		openStart: i === 0 && state !== "ok",
		openEnd: i === cuts.length - 1,
	}));
}

/** Shares of failing that differ by less than this are of one stretch: a block of four fifths is no alternation. */
const LEAST_STEP = 0.25;

interface Piece {
	readonly index: number;
	readonly k: number;
	readonly n: number;
	/** Sum over its data hours of the probability of `blocked` given a restriction. */
	readonly fullness: number;
	readonly hours: number;
}

/** Stretches of `partly` and `blocked` within one restriction: first as the model has them, then those alike joined. */
function cutRestriction(
	counts: Counts,
	{ restricted, blocked }: Posterior,
	{ index, at }: Bracket,
	until: number,
): readonly Cut[] {
	const pieces: Piece[] = [];
	for (let t = index; t < until; t++) {
		const fullness =
			(blocked[t] ?? 0) / Math.max(restricted[t] ?? 0, Number.MIN_VALUE);
		const hour = {
			index: t,
			k: counts.k[t] ?? 0,
			n: counts.n[t] ?? 0,
			fullness,
			hours: 1,
		};
		const last = pieces.at(-1);
		if (last && isFull(last) === fullness >= 0.5)
			pieces[pieces.length - 1] = join(last, hour);
		else pieces.push(hour);
	}
	return joinAlike(pieces).map((piece, i) => ({
		index: piece.index,
		at: i === 0 ? at : (counts.hours[piece.index] ?? 0),
		state: isFull(piece) ? "blocked" : "partly",
	}));
}

const isFull = ({ fullness, hours }: Piece): boolean => fullness >= 0.5 * hours;

const join = (a: Piece, b: Piece): Piece => ({
	index: a.index,
	k: a.k + b.k,
	n: a.n + b.n,
	fullness: a.fullness + b.fullness,
	hours: a.hours + b.hours,
});

/** Joins neighbours, the most alike first, until all differ in state and in share, and each has sessions enough to be called anything. */
function joinAlike(given: readonly Piece[]): readonly Piece[] {
	const pieces = [...given];
	while (pieces.length > 1) {
		let best = 0;
		let least = Number.POSITIVE_INFINITY;
		for (let i = 0; i + 1 < pieces.length; i++) {
			const step = stepBetween(pieces[i] as Piece, pieces[i + 1] as Piece);
			if (step < least) [best, least] = [i, step];
		}
		if (least >= LEAST_STEP) break;
		const joined = join(pieces[best] as Piece, pieces[best + 1] as Piece);
		pieces.splice(best, 2, joined);
	}
	return pieces;
}

function stepBetween(a: Piece, b: Piece): number {
	const isThin = a.n < NETWORK_SESSIONS || b.n < NETWORK_SESSIONS;
	return isThin || isFull(a) === isFull(b)
		? 0
		: Math.abs(a.k / a.n - b.k / b.n);
}

function meanProbability(
	{ restricted, blocked }: Posterior,
	state: Condition,
	from: number,
	to: number,
): number {
	let sum = 0;
	for (let t = from; t < to; t++) {
		const full = blocked[t] ?? 0;
		const all = restricted[t] ?? 0;
		sum += state === "ok" ? 1 - all : state === "blocked" ? full : all - full;
	}
	return sum / Math.max(1, to - from);
}

/**
 * Says `insufficient` where too few sessions speak for a state (P4), and from
 * the hour on which a suspicion began: what may be restricted is not `ok`.
 */
export function markInsufficient(
	counts: Counts,
	segments: readonly Segment[],
	suspectedSince: number | undefined,
): readonly Segment[] {
	const last = segments.at(-1);
	const parts =
		last && suspectedSince !== undefined && last.state === "ok"
			? [...segments.slice(0, -1), ...splitAt(last, suspectedSince)]
			: segments;
	return parts.map((segment) =>
		segment.state === "ok" && sessionsIn(counts, segment) < NETWORK_SESSIONS
			? { ...segment, state: "insufficient" }
			: segment,
	);
}

function splitAt(segment: Segment, at: number): readonly Segment[] {
	const rest: Segment = { ...segment, since: at, state: "insufficient" };
	return at <= segment.since
		? [rest]
		: [{ ...segment, until: at, openEnd: false }, rest];
}

function sessionsIn(counts: Counts, { since, until }: Segment): number {
	let sum = 0;
	for (let i = 0; i < counts.hours.length; i++) {
		const hour = counts.hours[i] ?? 0;
		if (hour >= since && hour < until) sum += counts.n[i] ?? 0;
	}
	return sum;
}
