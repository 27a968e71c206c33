/**
 * Makes a world from its seed: networks with their cadence, their background
 * of failures, events, and the rows that a monitor would get, late and forged
 * ones among them. The truth goes out beside them.
 */
import { createRandom, type Random } from "../lab/index.ts";
import {
	drawBackground,
	MISSPECIFIED_NOISES,
	NOISES,
	rateAt,
} from "./background.ts";
import { drawCount, drawFailures, drawLogUniform } from "./draws.ts";
import { drawEvent, HAZARDS, isOn } from "./events.ts";
import type {
	BackgroundLaw,
	Hazard,
	Noise,
	Stretch,
	World,
	WorldCell,
	WorldEvent,
	WorldSeries,
} from "./types.ts";

const WEEK = 168;
/** 2024-01-01T00:00Z. */
const FIRST_HOUR = 473_352;
/** Emulated country and first of its networks' numbers (private use, RFC 6996: worlds need more than the sixteen of RFC 5398). */
const CC = "QZ";
const FIRST_ASN = 64_512;

export interface WorldPlan {
	readonly seed: string;
	readonly weeks: number;
	/** Undefined: drawn. Null: a quiet world. */
	readonly hazard?: Hazard | null;
	readonly noise?: Noise;
	readonly networkCount?: number;
	/** Mean sessions an hour on each network. */
	readonly cadence?: number;
	/** Sessions come at even intervals instead of at random; drawn where absent. */
	readonly isRegular?: boolean;
	/** Probes rotate between two resolvers, one of which always lies; drawn where absent. */
	readonly rotates?: boolean;
	/** Volume collapses while restricted; drawn where absent. */
	readonly collapses?: boolean;
}

export function makeWorld(plan: WorldPlan): World {
	const random = createRandom(plan.seed);
	const since = FIRST_HOUR;
	const until = since + plan.weeks * WEEK;
	const noise = plan.noise ?? random.pick(NOISES);
	const hazard = plan.hazard === undefined ? random.pick(HAZARDS) : plan.hazard;
	const count = plan.networkCount ?? drawNetworkCount(random);
	const asns = Array.from({ length: count }, (_, i) => FIRST_ASN + i);
	const event =
		hazard === null
			? undefined
			: drawEvent(random.fork("event"), hazard, asns, since, until);
	const country = plan.cadence ?? drawLogUniform(random, 1 / 72, 100);
	const shared = drawBackground(random.fork("background"), noise);
	const bursts = drawBursts(random.fork("bursts"), shared, asns, since, until);
	const series = asns.flatMap((asn) => {
		const own = random.fork(`network ${asn}`);
		return makeSeries({
			random: own,
			asn,
			cadence:
				plan.cadence ??
				Math.max(1 / 72, Math.min(100, country * drawLogUniform(own, 0.3, 3))),
			isRegular: plan.isRegular ?? own.chance(0.5),
			background: {
				...shared,
				rate: Math.min(0.15, shared.rate * drawLogUniform(own, 0.6, 1.6)),
			},
			bursts: bursts.get(asn) ?? new Set(),
			stretches:
				event?.stretches.filter((stretch) => stretch.asn === asn) ?? [],
			leaks: hazard === "single_good",
			collapses: plan.collapses,
			rotates: plan.rotates ?? own.chance(0.1),
			since,
			until,
		});
	});
	return {
		seed: plan.seed,
		cc: CC,
		target: "example.org",
		since,
		until,
		noise,
		isMisspecified: MISSPECIFIED_NOISES.has(noise) || hazard === "heavy_tail",
		series,
		events: event ? [event] : ([] satisfies WorldEvent[]),
	};
}

function drawNetworkCount(random: Random): number {
	return Math.round(drawLogUniform(random, 1, 60));
}

/** Hours of burst by network: one burst reaches several at once. */
function drawBursts(
	random: Random,
	{ bursts }: BackgroundLaw,
	asns: readonly number[],
	since: number,
	until: number,
): ReadonlyMap<number, ReadonlySet<number>> {
	const hours = new Map(asns.map((asn) => [asn, new Set<number>()]));
	if (!bursts) return hours;
	let at = since + random.exponential(bursts.everyHours);
	while (at < until) {
		const end =
			at +
			Math.min(
				bursts.mostHours,
				Math.max(1, random.exponential(bursts.meanHours)),
			);
		const met = asns.filter(() => random.chance(bursts.reach));
		for (let hour = Math.floor(at); hour < end; hour++)
			for (const asn of met) hours.get(asn)?.add(hour);
		at = end + random.exponential(bursts.everyHours);
	}
	return hours;
}

interface SeriesPlan {
	readonly random: Random;
	readonly asn: number;
	readonly cadence: number;
	readonly isRegular: boolean;
	readonly background: BackgroundLaw;
	readonly bursts: ReadonlySet<number>;
	readonly stretches: readonly Stretch[];
	/** Single good measurements inside the restriction. */
	readonly leaks: boolean;
	/** Half of the sessions ask a resolver that always lies; which half moves over weeks. */
	readonly rotates: boolean;
	/** Volume collapses while restricted; drawn where absent. */
	readonly collapses: boolean | undefined;
	readonly since: number;
	readonly until: number;
}

/** Sessions on a restricted network that get through by accident: another path, a tunnel, a wrong network name. */
const LEAK = 0.06;
/** How often a lying resolver's sessions fail, and its network. */
const LYING_RESOLVER = 0.97;
const OTHER_RESOLVER = 64_511;
/** Volume while restricted, where it collapses, and how often it does. */
const COLLAPSE = { to: 0.15, chance: 0.25 };
/** Forged sessions come on so many days of a hundred, one or two a time. */
const FORGED_DAY_CHANCE = 0.01;
const FORGED_NETWORK_CHANCE = 0.3;

function makeSeries(plan: SeriesPlan): readonly WorldSeries[] {
	const { random, since, until } = plan;
	const { correlation } = plan.background;
	const collapses = plan.collapses ?? random.chance(COLLAPSE.chance);
	const isForged = random.chance(FORGED_NETWORK_CHANCE);
	const isLate = random.chance(0.3);
	const phase = Math.floor(random.next() / plan.cadence);
	const cells: WorldCell[] = [];
	const rotated: WorldCell[] = [];
	const rotation = plan.rotates ? 24 * random.between(8, 30) : undefined;
	for (let hour = since; hour < until; hour++) {
		const on = plan.stretches.find((stretch) => isOn(stretch, hour));
		const all = drawSessions(
			plan,
			hour,
			phase,
			on && collapses ? COLLAPSE.to : 1,
		);
		const knownAt = hour + (isLate ? Math.floor(random.exponential(30)) : 1);
		const away = rotation
			? drawFailures(
					random,
					all,
					0.5 + 0.45 * Math.sin((2 * Math.PI * hour) / rotation),
					0,
				)
			: 0;
		if (away > 0)
			rotated.push({
				hour,
				k: drawFailures(random, away, LYING_RESOLVER, 0),
				n: away,
				knownAt,
			});
		let n = all - away;
		let k =
			n > 0 ? drawFailures(random, n, shareAt(plan, hour, on), correlation) : 0;
		if (isForged && random.chance(FORGED_DAY_CHANCE / 24)) {
			const forged = 1 + random.int(2);
			n += forged;
			if (!on) k += forged;
		}
		if (n > 0) cells.push({ hour, k, n, knownAt });
	}
	const own: WorldSeries = {
		asn: plan.asn,
		resolverAsn: rotation ? plan.asn : undefined,
		alwaysFails: false,
		cadence: rotation ? plan.cadence / 2 : plan.cadence,
		background: plan.background,
		cells,
	};
	return rotation
		? [
				own,
				{
					...own,
					resolverAsn: OTHER_RESOLVER,
					alwaysFails: true,
					cells: rotated,
				},
			]
		: [own];
}

/** Part of the sessions that fail in an hour, whatever the cause. */
function shareAt(
	{ background, bursts, leaks, since, until }: SeriesPlan,
	hour: number,
	on: Stretch | undefined,
): number {
	const rate = rateAt(background, hour, since, until);
	const burst = bursts.has(hour) ? (background.bursts?.share ?? 0) : 0;
	const peace = rate + (1 - rate) * burst;
	return peace + (1 - peace) * (on?.share ?? 0) * (leaks ? 1 - LEAK : 1);
}

/** Sessions in an hour: at even intervals, or at random with a daily rhythm. */
function drawSessions(
	{ random, cadence, isRegular, since }: SeriesPlan,
	hour: number,
	phase: number,
	volume: number,
): number {
	if (isRegular) {
		const upTo = (at: number) => Math.floor((at - since + phase) * cadence);
		const due = upTo(hour + 1) - upTo(hour);
		let n = 0;
		for (let i = 0; i < due; i++) if (random.chance(volume)) n++;
		return n;
	}
	const rhythm = 1 + 0.7 * Math.sin((2 * Math.PI * ((hour + 18) % 24)) / 24);
	return drawCount(random, cadence * rhythm * volume);
}
