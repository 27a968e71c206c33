/**
 * Changepoints of many series into incidents: one real-world restriction, one
 * incident, about one notification. What belongs together is of one country
 * and one service, overlaps in time, or follows within days, as operators
 * follow an order one after another and exam blocks return every morning.
 */
import type { Series } from "../series/index.ts";
import { reachesCountryFloor } from "./floor.ts";
import type { Changepoint, Detection } from "./types.ts";

/** The detection of one target on one network, or of the country's pool where `asn` is absent from its key. */
export interface ServiceDetection {
	readonly cc: string;
	readonly service: string;
	readonly detection: Detection;
	/** Of a pool: the networks whose sessions speak for each onset; see `networksBehind`. */
	readonly networks?: (onset: Changepoint) => readonly number[];
}

/** When something changed, as an interval; `earliest` undefined: before the first data. */
export interface Bracket {
	readonly earliest: number | undefined;
	readonly at: number;
	readonly latest: number;
}

/** One restriction of one series. */
export interface Episode {
	readonly asn: number | undefined;
	readonly target: string | undefined;
	readonly onset: Bracket;
	readonly ending: Bracket | undefined;
	readonly detectableAt: number;
	readonly endDetectableAt: number | undefined;
	readonly sessions: number;
	readonly of: number;
	readonly networks: readonly number[];
}

export interface NetworkStory {
	readonly asn: number;
	readonly onset: Bracket;
	readonly ending: Bracket | undefined;
}

export interface IncidentDraft {
	readonly cc: string;
	readonly service: string;
	/** `country`: at the floor for a headline; `networks`: named networks only. */
	readonly scope: "country" | "networks";
	readonly status: "suspicion" | "ongoing" | "ended";
	readonly onset: Bracket;
	readonly ending: Bracket | undefined;
	/** With whose data the first of it could be told: when the notification is due. */
	readonly detectableAt: number;
	readonly networks: readonly NetworkStory[];
	readonly targets: readonly string[];
	/** Sessions that showed the onsets, of all in the same hours. */
	readonly sessions: number;
	readonly of: number;
	readonly episodes: readonly Episode[];
}

/** Operators follow within so many hours; a restriction that returns within so many hours is the same one. Provisional. */
const FOLLOW_HOURS = 7 * 24;
const RETURN_HOURS = 5 * 24;

/** Restrictions of one service in one country. */
export interface ServiceEpisodes {
	readonly cc: string;
	readonly service: string;
	readonly episodes: readonly Episode[];
}

/** Incidents in order of country, service and onset. The order of the input has no effect. */
export function groupIncidents(
	detections: readonly ServiceDetection[],
): readonly IncidentDraft[] {
	return groupEpisodes(
		detections.map((one) => ({
			cc: one.cc,
			service: one.service,
			episodes: episodesOf(one),
		})),
	);
}

/** The same, from what was read out of detections before. */
export function groupEpisodes(
	parts: readonly ServiceEpisodes[],
): readonly IncidentDraft[] {
	const byService = new Map<string, ServiceEpisodes[]>();
	for (const one of parts) {
		const name = JSON.stringify([one.cc, one.service]);
		const group = byService.get(name);
		if (group) group.push(one);
		else byService.set(name, [one]);
	}
	return [...byService]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, group]) => {
			const { cc, service } = group[0] as ServiceEpisodes;
			return cluster(group.flatMap(({ episodes }) => episodes)).map((members) =>
				draft(cc, service, members),
			);
		});
}

/**
 * The networks that speak for an onset of their pool: between its interval and
 * the hour at which it could be told, half of their sessions or more were
 * stopped. One stray failure does not make a network a witness (P7).
 */
export function networksBehind(
	set: readonly Series[],
	onset: Changepoint,
): readonly number[] {
	return set.flatMap(({ key, ...series }) => {
		let [k, n] = [0, 0];
		series.hours.forEach((hour, i) => {
			if (hour < onset.at || hour > onset.detectableAt) return;
			k += series.k[i] ?? 0;
			n += series.n[i] ?? 0;
		});
		return key.asn !== undefined && k > 0 && 2 * k >= n ? [key.asn] : [];
	});
}

/** The restrictions that a detection tells of. */
export function episodesOf({
	detection,
	networks,
}: Pick<ServiceDetection, "detection" | "networks">): readonly Episode[] {
	const { asn, target } = detection.key;
	const changes = detection.openOnset
		? [detection.openOnset, ...detection.changepoints]
		: detection.changepoints;
	const episodes: Episode[] = [];
	changes.forEach((onset, i) => {
		if (onset.direction !== "onset") return;
		const next = changes[i + 1];
		const ending = next?.direction === "ending" ? next : undefined;
		episodes.push({
			asn,
			target,
			onset: {
				...bracketOf(onset),
				...(onset === detection.openOnset ? { earliest: undefined } : {}),
			},
			ending: ending && bracketOf(ending),
			detectableAt: onset.detectableAt,
			endDetectableAt: ending?.detectableAt,
			sessions: onset.evidence.sessions,
			of: onset.evidence.of,
			networks: asn !== undefined ? [asn] : (networks?.(onset) ?? []),
		});
	});
	return episodes;
}

const bracketOf = ({ earliest, at, latest }: Changepoint): Bracket => ({
	earliest,
	at,
	latest,
});

const byTime = (a: Episode, b: Episode): number =>
	a.onset.at - b.onset.at ||
	(a.asn ?? -1) - (b.asn ?? -1) ||
	((a.target ?? "") < (b.target ?? "") ? -1 : 1);

function cluster(
	episodes: readonly Episode[],
): readonly (readonly Episode[])[] {
	const clusters: Episode[][] = [];
	let lastOnset = Number.NEGATIVE_INFINITY;
	let end = Number.NEGATIVE_INFINITY;
	for (const episode of [...episodes].sort(byTime)) {
		const begun = episode.onset.earliest ?? Number.NEGATIVE_INFINITY;
		const current = clusters.at(-1);
		const belongs =
			current !== undefined &&
			(begun <= end + RETURN_HOURS ||
				episode.onset.at <= lastOnset + FOLLOW_HOURS);
		if (belongs) current.push(episode);
		else clusters.push([episode]);
		lastOnset = episode.onset.at;
		const until = episode.ending?.latest ?? Number.POSITIVE_INFINITY;
		end = belongs ? Math.max(end, until) : until;
	}
	return clusters;
}

function draft(
	cc: string,
	service: string,
	episodes: readonly Episode[],
): IncidentDraft {
	// The restriction began no later than the first of the times by which one had begun:
	// a network that was asked once a week has a wide interval and must not set the beginning.
	const first = [...episodes].sort(
		(a, b) => a.onset.latest - b.onset.latest || byTime(a, b),
	)[0] as Episode;
	const asns = [...new Set(episodes.flatMap(({ networks }) => networks))].sort(
		(a, b) => a - b,
	);
	const own = episodes.filter(({ asn }) => asn !== undefined);
	const pools = episodes.filter(({ asn }) => asn === undefined);
	const { sessions, of } = strongest(own, pools);
	const isCountry = [...pools, { sessions, networks: asns }].some((one) =>
		reachesCountryFloor({
			sessions: one.sessions,
			networks: one.networks.length,
		}),
	);
	const isOver = episodes.every(({ ending }) => ending !== undefined);
	const last = [...episodes].sort(
		(a, b) => (b.ending?.at ?? 0) - (a.ending?.at ?? 0),
	)[0] as Episode;
	return {
		cc,
		service,
		scope: isCountry ? "country" : "networks",
		// A pool whose sessions come from one network says nothing of the country, and no network spoke for itself.
		status:
			own.length === 0 && !isCountry
				? "suspicion"
				: isOver
					? "ended"
					: "ongoing",
		onset: first.onset,
		ending: isOver ? last.ending : undefined,
		detectableAt: Math.min(...episodes.map((one) => one.detectableAt)),
		networks: networkStories(own),
		targets: [
			...new Set(episodes.flatMap(({ target }) => target ?? [])),
		].sort(),
		sessions,
		of,
		episodes,
	};
}

/** Networks' own sessions added up, or a pool's where it had more: it holds them too, so the two are never added. */
function strongest(
	own: readonly Episode[],
	pools: readonly Episode[],
): Pick<Episode, "sessions" | "of"> {
	const added = {
		sessions: own.reduce((sum, one) => sum + one.sessions, 0),
		of: own.reduce((sum, one) => sum + one.of, 0),
	};
	return pools.reduce<Pick<Episode, "sessions" | "of">>(
		(most, one) => (one.sessions > most.sessions ? one : most),
		added,
	);
}

/** Each network's own first onset, and last ending where all of its restrictions ended. */
function networkStories(episodes: readonly Episode[]): readonly NetworkStory[] {
	const byAsn = new Map<number, Episode[]>();
	for (const episode of episodes) {
		const asn = episode.asn as number;
		byAsn.set(asn, [...(byAsn.get(asn) ?? []), episode]);
	}
	return [...byAsn]
		.sort(([a], [b]) => a - b)
		.map(([asn, own]) => {
			const last = own.at(-1);
			return {
				asn,
				onset: (own[0] as Episode).onset,
				ending: own.every(({ ending }) => ending) ? last?.ending : undefined,
			};
		});
}
