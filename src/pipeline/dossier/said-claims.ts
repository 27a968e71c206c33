/** Official claims of a dossier: each with what measurements say, and pairs that exclude each other. */
import type {
	Contradiction,
	Link,
	RecordEntry,
} from "../../account/record/index.ts";
import type { RecordCheck } from "../record/check-record.ts";
import { whoOf } from "./exhibits.ts";
import type {
	ContradictingClaim,
	DossierClaim,
	DossierContradiction,
} from "./types.ts";

/** A checked claim with the numbers of its exhibits; none where its entry is no exhibit. */
export function claimOf(
	check: RecordCheck["claims"][number],
	links: readonly Link[],
	numberOf: (entry: string) => number | undefined,
	numbersOf: (ids: readonly string[]) => readonly number[],
): readonly DossierClaim[] {
	const entry = links.find((link) => link.entry.id === check.entry)?.entry;
	const claim = entry?.claims[check.claim];
	const exhibit = numberOf(check.entry);
	if (!entry || !claim || exhibit === undefined) return [];
	const { matter, asserted, time, measured, why, numbers, witness } = check;
	return [
		{
			matter,
			asserted,
			time,
			measured,
			why,
			numbers,
			witness,
			exhibit,
			by: claimantName(entry, claim),
			from: claim.since,
			to: claim.until,
			detail: claim.detail,
			contradictedByOthers: numbersOf(check.contradictedByOthers),
			supportedByOthers: numbersOf(check.supportedByOthers),
			disputedBy: check.disputedBy,
		},
	];
}

function claimantName(
	entry: RecordEntry,
	claim: RecordEntry["claims"][number],
): string {
	return claim.by
		? whoOf({ actor: claim.by })
		: (entry.actor.office ?? whoOf({ actor: { rank: entry.actor.rank } }));
}

/** A contradiction, where both sides are exhibits. */
export function contradictionOf(
	{ matter, first, second }: Contradiction,
	numberOf: (entry: string) => number | undefined,
): readonly DossierContradiction[] {
	const side = ({
		entry,
		claim,
	}: Contradiction["first"]): ContradictingClaim | undefined => {
		const exhibit = numberOf(entry.id);
		return exhibit === undefined
			? undefined
			: {
					exhibit,
					by: claimantName(entry, claim),
					asserted: claim.asserted,
					when: entry.when,
					detail: claim.detail,
				};
	};
	const [a, b] = [side(first), side(second)];
	return a && b ? [{ matter, first: a, second: b }] : [];
}
