/**
 * Outages of networks from every signal there is: those that were imported and
 * our own volume. Each keeps its own start, end and depth, and those that did
 * not fall stand beside those that did.
 */
import type { IncidentFinding } from "../../account/incidents/index.ts";
import type { IncidentKind, IncidentStatus, World } from "../../model/index.ts";
import {
	type QueryReader,
	readSignalIndex,
	type WorkspacePaths,
} from "../../store/index.ts";
import type { SignalChange } from "../signals/index.ts";
import { OWN_VOLUME } from "./gauges.ts";
import { groupFalls } from "./group.ts";
import { watchedSignals } from "./kept.ts";
import { readOwnVolume } from "./own-volume.ts";
import { LEAST_GAUGES } from "./place.ts";
import { pointsReader, signalsOf } from "./shown-signals.ts";
import type { Episode, Fall, Outage, WatchedSignal } from "./types.ts";

/** How old the last reading of what is still low may be, against the newest of all, for it to be told as going on. */
const CURRENT_MS = 2 * 24 * 3_600_000;

export interface OutageOptions {
	readonly reader: QueryReader;
	readonly paths: Pick<WorkspacePaths, "derived">;
	readonly world: World;
	readonly run: { readonly ruleset: string; readonly reference: string };
	readonly signal?: AbortSignal | undefined;
}

/** Findings of every country of a world. */
export async function findOutages(
	options: OutageOptions,
): Promise<readonly IncidentFinding[]> {
	const { reader, paths, world, signal } = options;
	const kept = watchedSignals(
		await readSignalIndex<SignalChange>(paths),
		world,
	);
	const own = await readOwnVolume(reader, world, signal);
	const watched = [...kept.watched, ...own.watched];
	const falls = [...kept.falls, ...own.falls];
	const newestMs = Math.max(...watched.map(({ untilMs }) => untilMs));
	const ccOf = ({ key }: WatchedSignal) => key.entity.cc;
	const findings: IncidentFinding[] = [];
	for (const cc of [...new Set(watched.map(ccOf))].sort()) {
		const inCountry = watched.filter((one) => ccOf(one) === cc);
		const pointsOf = pointsReader(paths);
		const outages = groupFalls(
			cc,
			falls.filter((fall) => ccOf(fall.signal) === cc),
			inCountry,
		);
		for (const outage of outages)
			findings.push({
				...findingOf(outage, newestMs),
				signals: await signalsOf(outage, inCountry, pointsOf),
				ruleset: options.run.ruleset,
				reference: options.run.reference,
			});
	}
	return findings;
}

function findingOf(
	{ episodes, cause }: Outage,
	newestMs: number,
): Omit<IncidentFinding, "ruleset" | "reference"> {
	const first = episodes[0] as Episode;
	const last = episodes.at(-1) as Episode;
	const falls = episodes.flatMap((one) => one.falls);
	const onset = earliest(first.falls).onset;
	const ending = endingOf(last);
	const isRestriction = cause.found === "restriction";
	// That fixed lines stayed is what the scope shows.
	const access = cause.ground === "scope" ? "mobile" : first.access;
	const networks = networksOf(falls);
	const total = (part: "sessions" | "of") =>
		falls.reduce((sum, { missing }) => sum + (missing?.[part] ?? 0), 0);
	return {
		cc: first.cc,
		service: null,
		kind: kindOf(first, access, isRestriction),
		status: statusOf(first, last, ending !== null, newestMs),
		basis: "measured",
		scope: first.scope,
		access,
		areas: [...new Set(episodes.flatMap(({ areas }) => areas))].sort(),
		targets: [],
		networks,
		onset,
		ending,
		cause,
		detectableAt: detectableAt(first),
		endDetectableAt: null,
		mechanism: isRestriction
			? access === null
				? "network.shutdown"
				: `network.shutdown.${access}`
			: null,
		counts: {
			sessions: total("sessions"),
			of: total("of"),
			networks: networks.length,
			measurements: 0,
		},
		witness: null,
		confounds: first.confounds,
	};
}

function kindOf(
	{ scope, gauges }: Episode,
	access: Episode["access"],
	isRestriction: boolean,
): IncidentKind {
	if (!isRestriction)
		return gauges.every((one) => one === OWN_VOLUME)
			? "undetermined"
			: "outage";
	if (access !== null)
		return access === "mobile" ? "mobile_data_shutdown" : "fixed_line_shutdown";
	return scope === "country" ? "full_shutdown" : "regional_shutdown";
}

function statusOf(
	first: Episode,
	last: Episode,
	isEnded: boolean,
	newestMs: number,
): IncidentStatus {
	if (!first.isAtFloor) return "suspicion";
	if (isEnded) return "ended";
	const read = Math.max(
		...last.falls
			.filter(({ ending }) => ending === null)
			.map(({ signal }) => signal.untilMs),
	);
	return newestMs - read <= CURRENT_MS ? "ongoing" : "ending_unknown";
}

const earliest = (falls: readonly Fall[]): Fall =>
	falls.reduce((a, b) => (b.sinceMs < a.sinceMs ? b : a));

/**
 * The last of its endings, where all that fell came back; or where enough did
 * and the others have no readings since, which is no sign that they are low.
 */
function endingOf({ falls, isAtFloor }: Episode): Fall["ending"] {
	const ended = falls.filter(({ ending }) => ending !== null);
	if (ended.length === 0) return null;
	const last = ended.reduce((a, b) => (b.untilMs > a.untilMs ? b : a));
	const open = falls.filter(({ ending }) => ending === null);
	const back = new Set(ended.map(({ signal }) => signal.gauge)).size;
	const isOver =
		open.length === 0 ||
		(isAtFloor &&
			back >= LEAST_GAUGES &&
			open.every(({ signal }) => signal.untilMs <= last.untilMs));
	return isOver ? last.ending : null;
}

/** With whose readings the floor was first reached; below it, with the first. */
function detectableAt({ falls, gauges, isAtFloor }: Episode): string {
	const first = gauges
		.map(
			(gauge) =>
				falls
					.filter(({ signal }) => signal.gauge === gauge)
					.map((fall) => fall.detectableAt)
					.sort()[0] ?? "",
		)
		.sort();
	return first[isAtFloor ? LEAST_GAUGES - 1 : 0] ?? "";
}

/** Networks that fell silent, by our own count. */
function networksOf(falls: readonly Fall[]): IncidentFinding["networks"] {
	const byAsn = new Map<number, IncidentFinding["networks"][number]>();
	for (const { signal, onset, ending, missing } of falls) {
		const { asn } = signal.key.entity;
		if (asn === null) continue;
		const before = byAsn.get(asn);
		byAsn.set(asn, {
			asn,
			state: "insufficient",
			onset: before?.onset ?? onset,
			ending: before && before.ending === null ? null : ending,
			mechanism: null,
			sessions: (before?.sessions ?? 0) + (missing?.sessions ?? 0),
			of: (before?.of ?? 0) + (missing?.of ?? 0),
		});
	}
	return [...byAsn.values()].sort((a, b) => a.asn - b.asn);
}
