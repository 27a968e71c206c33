/** What was found in one unit's series in every country into findings: grouping, weighing. */

import type { IncidentFinding } from "../../account/incidents/index.ts";
import {
	type Bracket,
	type Episode,
	groupEpisodes,
	type IncidentDraft,
	isWorldwide,
} from "../../judge/incidents/index.ts";
import type { IncidentBracket, World } from "../../model/index.ts";
import type { QueryReader } from "../../store/index.ts";
import { instantOf } from "../series/index.ts";
import type { CountryEpisodes, UnitEpisodes } from "./unit-episodes.ts";
import {
	endsAtFloor,
	isAtFloor,
	lastEnding,
	networkMechanism,
	restrictedIn,
	type Weight,
	weigh,
} from "./weigh.ts";

export interface FindOptions {
	readonly reader: QueryReader;
	readonly world: World;
	readonly run: { readonly ruleset: string; readonly reference: string };
	readonly signal?: AbortSignal | undefined;
}

/** Findings of one unit. */
export async function findIncidents(
	{ name, countries }: UnitEpisodes,
	options: FindOptions,
): Promise<readonly IncidentFinding[]> {
	const drafts = groupEpisodes(
		[...countries].map(([cc, told]) => ({
			cc,
			service: name,
			episodes: heardIn(told),
		})),
	);
	const findings: IncidentFinding[] = [];
	for (const draft of drafts) {
		const last = countries.get(draft.cc)?.until ?? 0;
		const weight = await weigh(draft, last, options);
		const ending = endingOf(draft, weight);
		// Numbers are those of the hours that the incident is told to have.
		const told = ending ? { ...draft, ending } : draft;
		findings.push(
			findingOf(
				told,
				ending === draft.ending ? weight : await weigh(told, last, options),
				ending,
				{ drafts, measuredCountries: countries.size, run: options.run },
			),
		);
	}
	return findings;
}

/**
 * A network's look-ups through one resolver are heard only where the target as
 * a whole says nothing of that network: they are part of it, and must not be
 * counted twice.
 */
function heardIn({ whole, lookups }: CountryEpisodes): readonly Episode[] {
	const told = new Set(whole.map(({ target, asn }) => `${target} ${asn}`));
	return [
		...whole,
		...lookups.filter(({ target, asn }) => !told.has(`${target} ${asn}`)),
	];
}

const isCountryWide = (draft: IncidentDraft, weight: Weight): boolean =>
	draft.scope === "country" && isAtFloor(weight).country;

/** The ending that may be told: one with enough behind it. */
function endingOf(draft: IncidentDraft, weight: Weight): Bracket | undefined {
	const ending = draft.ending ?? lastEnding(draft);
	return ending && endsAtFloor(weight, isCountryWide(draft, weight))
		? ending
		: undefined;
}

interface Among {
	readonly drafts: readonly IncidentDraft[];
	readonly measuredCountries: number;
	readonly run: FindOptions["run"];
}

function findingOf(
	draft: IncidentDraft,
	weight: Weight,
	ending: Bracket | undefined,
	{ drafts, measuredCountries, run }: Among,
): IncidentFinding {
	const { whole } = weight;
	const restricted = restrictedIn(whole);
	const confounds = [
		...weight.confounds,
		...worldwide(draft, drafts, measuredCountries),
	];
	const stories = new Map(draft.networks.map((story) => [story.asn, story]));
	return {
		cc: draft.cc,
		service: draft.service,
		kind:
			2 * whole.slowedSessionCount > restricted
				? "throttling"
				: "service_block",
		status:
			draft.status === "suspicion" || !isAtFloor(weight).published
				? "suspicion"
				: ending
					? "ended"
					: "ongoing",
		basis: "measured",
		scope: isCountryWide(draft, weight) ? "country" : "networks",
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
		ending: ending ? bracketOf(ending) : null,
		detectableAt: instantOf(draft.detectableAt),
		endDetectableAt: ending ? endDetectableAt(draft) : null,
		mechanism: weight.mechanism,
		counts: {
			sessions: restricted,
			of: whole.sessionCount,
			networks: whole.networkCount,
			measurements: whole.measurementCount,
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
