/** Silence, timed: who was asked and did not answer, and how long it took until the state spoke. */
import {
	compareTimes,
	daysBetween,
	type RecordEntry,
	speaksFor,
} from "../../account/record/index.ts";
import type { Dossier } from "./types.ts";

export function silencesOf(
	entries: readonly RecordEntry[],
	numberOf: (entry: string) => number | undefined,
): Dossier["silences"] {
	return entries.flatMap((entry) => {
		const exhibit = numberOf(entry.id);
		if (!entry.noComment || exhibit === undefined) return [];
		const spoke = entries.find(
			(other) =>
				!other.noComment &&
				other.confidence !== "low" &&
				other.type !== "deadline" &&
				speaksFor(other.country, other.actor) &&
				compareTimes(other.when, entry.when) > 0,
		);
		return [
			{
				exhibit,
				days: spoke && daysBetween(entry.when, spoke.when).least,
			},
		];
	});
}
