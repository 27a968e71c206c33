/** Series of one unit in every country into findings: changepoints, grouping, weighing. */

import type { IncidentFinding } from "../../account/incidents/index.ts";
import {
	type Bracket,
	createDetector,
	type Detector,
	groupIncidents,
	type IncidentDraft,
	isWorldwide,
	networksBehind,
	type ServiceDetection,
} from "../../judge/incidents/index.ts";
import { siblingSets } from "../../judge/series/index.ts";
import type { IncidentBracket, World } from "../../model/index.ts";
import type { QueryReader } from "../../store/index.ts";
import { instantOf } from "../series/index.ts";
import { type UnitSeries, unitName } from "./read-series.ts";
import {
	endsAtFloor,
	isAtFloor,
	lastEnding,
	networkMechanism,
	type Weight,
	weigh,
} from "./weigh.ts";

export interface FindOptions {
	readonly reader: QueryReader;
	readonly world: World;
	readonly run: { readonly ruleset: string; readonly reference: string };
	readonly signal?: AbortSignal | undefined;
}

/** Findings of one unit. `countries`: its series in every country that has any. */
export async function findIncidents(
	countries: readonly UnitSeries[],
	options: FindOptions,
	detector: Detector = createDetector(),
): Promise<readonly IncidentFinding[]> {
	const drafts = groupIncidents(
		countries.flatMap((one) => detectUnit(one, detector)),
	);
	const now = new Map(
		countries.map(({ cc, series }) => [
			cc,
			Math.max(...series.map(({ until }) => until)),
		]),
	);
	const findings: IncidentFinding[] = [];
	for (const draft of drafts) {
		const weight = await weigh(draft, now.get(draft.cc) ?? 0, options);
		findings.push(findingOf(draft, weight, drafts, countries.length, options));
	}
	return findings;
}

/**
 * Detections of a unit's targets. A network's look-ups through one resolver
 * are heard only where the target as a whole says nothing of that network:
 * they are part of it, and must not be counted twice.
 */
function detectUnit(
	{ cc, unit, series }: UnitSeries,
	detector: Detector,
): readonly ServiceDetection[] {
	const service = unitName(unit);
	const whole: ServiceDetection[] = [];
	const lookups: ServiceDetection[] = [];
	for (const set of siblingSets(series)) {
		const { networks, country } = detector.detectSet(set);
		const isWhole = set[0]?.key.layer === "all";
		const heard = isWhole ? whole : lookups;
		for (const detection of networks) heard.push({ cc, service, detection });
		if (isWhole && set.length > 1)
			heard.push({
				cc,
				service,
				detection: country,
				networks: (onset) => networksBehind(set, onset),
			});
	}
	const told = new Set(
		whole.flatMap(({ detection }) =>
			detection.changepoints.length > 0 || detection.openOnset
				? [`${detection.key.target} ${detection.key.asn}`]
				: [],
		),
	);
	return [
		...whole,
		...lookups.filter(
			({ detection: { key } }) => !told.has(`${key.target} ${key.asn}`),
		),
	];
}

function findingOf(
	draft: IncidentDraft,
	weight: Weight,
	drafts: readonly IncidentDraft[],
	measuredCountries: number,
	{ run }: FindOptions,
): IncidentFinding {
	const floor = isAtFloor(weight);
	const isCountry = draft.scope === "country" && floor.country;
	const ending = draft.ending ?? lastEnding(draft);
	const isOver = ending !== undefined && endsAtFloor(weight, isCountry);
	const confounds = [
		...weight.confounds,
		...worldwide(draft, drafts, measuredCountries),
	];
	const stories = new Map(draft.networks.map((story) => [story.asn, story]));
	return {
		cc: draft.cc,
		service: draft.service,
		kind: weight.isThrottling ? "throttling" : "service_block",
		status:
			draft.status === "suspicion" || !floor.published
				? "suspicion"
				: isOver
					? "ended"
					: "ongoing",
		basis: "measured",
		scope: isCountry ? "country" : "networks",
		areas: [],
		targets: draft.targets,
		networks: weight.networks.map((one) => {
			const story = stories.get(one.asn);
			return {
				asn: one.asn,
				state: one.state,
				onset: story ? bracketOf(story.onset) : null,
				ending: story?.ending ? bracketOf(story.ending) : null,
				mechanism: networkMechanism(one),
				sessions: one.sessions,
				of: one.of,
			};
		}),
		onset: bracketOf(draft.onset),
		ending: isOver ? bracketOf(ending) : null,
		detectableAt: instantOf(draft.detectableAt),
		endDetectableAt: isOver ? endDetectableAt(draft) : null,
		mechanism: weight.mechanism,
		counts: {
			sessions: weight.sessions,
			of: weight.of,
			networks: weight.networks.filter(({ sessions }) => sessions > 0).length,
			measurements: weight.measurements,
		},
		witness: weight.witness,
		confounds: [...new Set(confounds)].sort(),
		ruleset: run.ruleset,
		reference: run.reference,
	};
}

function worldwide(
	{ cc, onset }: IncidentDraft,
	drafts: readonly IncidentDraft[],
	measuredCountries: number,
): readonly string[] {
	const onsetOf = (one: Pick<IncidentDraft, "cc" | "onset">) => ({
		cc: one.cc,
		earliest: one.onset.earliest ?? one.onset.at,
		latest: one.onset.latest,
	});
	return isWorldwide(
		onsetOf({ cc, onset }),
		drafts.map(onsetOf),
		measuredCountries,
	)
		? ["worldwide"]
		: [];
}

const endDetectableAt = ({ episodes }: IncidentDraft): string | null => {
	const hours = episodes.flatMap((one) => one.endDetectableAt ?? []);
	return hours.length === 0 ? null : instantOf(Math.max(...hours));
};

const bracketOf = ({ earliest, at, latest }: Bracket): IncidentBracket => ({
	earliest: earliest === undefined ? null : instantOf(earliest),
	at: instantOf(at),
	latest: instantOf(latest),
});
