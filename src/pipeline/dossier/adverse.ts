/** Adverse evidence: everything in a dossier that speaks against it, so that nobody else has to find it first. */
import {
	claimant,
	firmTimeOf,
	intervalOf,
	overlap,
	type RecordEntry,
	speaksFor,
	type TurningPoints,
	timeOfClaim,
} from "../../account/record/index.ts";
import type { Incident } from "../../model/index.ts";
import type { AdverseEvidence, MeasuredTrack } from "./types.ts";

export interface AdverseInput {
	readonly incident: Incident;
	readonly measured: MeasuredTrack;
	readonly entries: readonly RecordEntry[];
	readonly points: TurningPoints;
	readonly numberOf: (entry: string) => number | undefined;
}

export function adverseEvidence(input: AdverseInput): AdverseEvidence {
	const { incident, measured, entries, numberOf } = input;
	const numbers = (some: readonly RecordEntry[]): readonly number[] =>
		some.flatMap(({ id }) => numberOf(id) ?? []);
	return {
		working: measured.nothing === undefined ? measured.whole : undefined,
		workingNetworks: measured.networks.filter(
			({ numbers: { workingSessionCount } }) => workingSessionCount > 0,
		),
		confounds: incident.confounds,
		briefAccess: numbers(entries.filter((entry) => isAccess(entry, input))),
		denials: numbers(
			entries.filter(
				(entry) =>
					speaksFor(entry.country, entry.actor) &&
					(entry.type === "denial" ||
						entry.claims.some(({ asserted }) => asserted === "denied")),
			),
		),
		weak: numbers(entries.filter(({ confidence }) => confidence === "low")),
		disputed: entries.flatMap(({ id, claims }) => {
			const by = claims.flatMap(({ disputedBy }) => disputedBy ?? []);
			const exhibit = numberOf(id);
			return by.length > 0 && exhibit !== undefined ? [{ exhibit, by }] : [];
		}),
	};
}

/** Whether somebody beside the state says that it could be reached at some moment of the restriction. */
function isAccess(
	entry: RecordEntry,
	{ incident, points }: AdverseInput,
): boolean {
	const { restoration } = points;
	const until = restoration
		? (intervalOf(restoration.when).since ?? incident.onset.latest)
		: (incident.ending?.earliest ?? "9999-12-31T00:00:00Z");
	const time = { since: incident.onset.earliest ?? undefined, until };
	return entry.claims.some((claim) => {
		const firm = firmTimeOf(claim) ?? (claim.isPartial && timeOfClaim(claim));
		return (
			claim.asserted === "working" &&
			!speaksFor(entry.country, claimant(entry, claim)) &&
			firm &&
			overlap(firm, time)
		);
	});
}
