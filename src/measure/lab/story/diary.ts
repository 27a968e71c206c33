/**
 * Who measures when: probes join and leave, people sleep, and a ban makes
 * more of them measure. A network that is cut off measures nothing.
 */
import type { Random } from "../random.ts";
import { createRandom } from "../random.ts";
import { NETWORKS, type Network } from "./cast.ts";
import { BROKEN_VERSION, type Plot } from "./plot.ts";

export interface Probe {
	readonly network: Network;
	readonly platform: "android" | "ios" | "linux" | "windows";
	readonly joinsMs: number;
	readonly leavesMs: number;
	/** Rotates between the operator's resolver and an open one. */
	readonly rotates: boolean;
	/** Takes new releases as they come; others stay at what they had. */
	readonly updates: boolean;
}

/** What a session is for; decides which tests it runs. */
export type Errand = "web" | "messaging" | "tunnels" | "everything" | "rally";

export interface Session {
	readonly probe: Probe;
	readonly atMs: number;
	readonly errand: Errand;
	readonly random: Random;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Local time is five hours ahead of UTC. */
const LOCAL_OFFSET_HOURS = 5;
/** Share of a day's sessions by local hour, beside 1 for the mean hour. */
const HOURLY = [
	0.5, 0.3, 0.2, 0.2, 0.2, 0.4, 0.6, 0.9, 1.1, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1,
	1.1, 1.2, 1.3, 1.5, 1.7, 1.8, 1.7, 1.3, 0.9,
] as const;
/** Interest at its height multiplies measuring by one and this; it halves every four days. */
const SURGE = 1.6;
const SURGE_HALF_LIFE_DAYS = 4;

/** The probes of one seed. */
export function makeProbes(plot: Plot): readonly Probe[] {
	return NETWORKS.flatMap((network) =>
		Array.from({ length: network.probeCount }, (_, index): Probe => {
			const random = createRandom(
				`${plot.truth.seed}/probe/${network.asn}/${index}`,
			);
			const length = plot.untilMs - plot.sinceMs;
			// The first probe of a network stays throughout, so that no network falls silent by chance.
			const stays = index === 0 || random.chance(0.4);
			return {
				network,
				platform: random.pick(
					network.kind === "mobile"
						? ["android", "android", "android", "ios"]
						: ["android", "linux", "windows", "linux"],
				),
				joinsMs: stays
					? plot.sinceMs
					: plot.sinceMs + Math.floor(random.between(0, 0.6) * length),
				leavesMs: stays
					? plot.untilMs
					: plot.sinceMs + Math.floor(random.between(0.65, 1.1) * length),
				rotates: random.chance(0.25),
				updates: random.chance(0.7),
			};
		}),
	);
}

/** Sessions of one hour, in order of time. */
export function sessionsOf(
	plot: Plot,
	probes: readonly Probe[],
	hourMs: number,
	scale: number,
): readonly Session[] {
	const sessions: Session[] = [];
	const localHour = (new Date(hourMs).getUTCHours() + LOCAL_OFFSET_HOURS) % 24;
	const surge = surgeAt(plot, hourMs);
	for (const network of NETWORKS) {
		const there = probes.filter(
			(p) =>
				p.network === network && p.joinsMs <= hourMs && hourMs < p.leavesMs,
		);
		const random = createRandom(
			`${plot.truth.seed}/hour/${network.asn}/${hourMs}`,
		);
		const mean =
			((network.sessionsPerDay * scale) / 24) *
			(HOURLY[localHour] ?? 1) *
			(1 + surge);
		for (let left = random.poisson(mean); left > 0; left--) {
			const atMs = hourMs + random.int(HOUR_MS / 1000) * 1000;
			const own = random.fork(`session/${left}`);
			if (there.length === 0 || plot.isShutDown(network.asn, atMs)) continue;
			sessions.push({
				probe: own.pick(there),
				atMs,
				errand: pickErrand(own, surge),
				random: own,
			});
		}
	}
	return sessions.sort(
		(a, b) => a.atMs - b.atMs || a.probe.network.asn - b.probe.network.asn,
	);
}

function surgeAt(plot: Plot, atMs: number): number {
	if (atMs < plot.newsAtMs) return 0;
	const days = (atMs - plot.newsAtMs) / DAY_MS;
	// News of the return brings a second, smaller wave.
	const second = days > 25.7 ? 0.7 * 0.5 ** ((days - 25.7) / 2) : 0;
	return SURGE * 0.5 ** (days / SURGE_HALF_LIFE_DAYS) + second;
}

function pickErrand(random: Random, surge: number): Errand {
	if (random.chance(surge / (1 + surge) / 2)) return "rally";
	const roll = random.next();
	if (roll < 0.58) return "web";
	if (roll < 0.78) return "messaging";
	return roll < 0.9 ? "tunnels" : "everything";
}

const RELEASES: readonly (readonly [day: number, version: string])[] = [
	[-1000, "3.19.2"],
	[4, "3.20.0"],
	[12, BROKEN_VERSION],
	[17, "3.20.2"],
	[41, "3.21.0"],
];
/** Until when a probe that ran the broken release may keep it. */
const SLOW_UPDATE_DAYS = 4;

/** The release a probe runs: those that update take each within four days, the broken one on Android only. */
export function versionOf(plot: Plot, probe: Probe, atMs: number): string {
	const lag = (probe.joinsMs / HOUR_MS) % (SLOW_UPDATE_DAYS * 24);
	const day = (atMs - plot.sinceMs - lag * HOUR_MS) / DAY_MS;
	if (!probe.updates) return "3.19.2";
	const usable = RELEASES.filter(
		([from, version]) =>
			from <= day &&
			(version !== BROKEN_VERSION || probe.platform === "android"),
	);
	return usable.at(-1)?.[1] ?? "3.19.2";
}
