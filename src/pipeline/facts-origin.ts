/** Facts that an older program, or one with other fingerprints, read: what is judged from them may be less than what could be. */
import { FACTS_CODE } from "../judge/observations/index.ts";
import type { FingerprintSet } from "../reference/index.ts";
import { factsOrigins } from "../store/index.ts";

/** Names what reads facts now: the code, and the fingerprints. */
export function factsOrigin({ hash }: Pick<FingerprintSet, "hash">): string {
	return `${FACTS_CODE}/${hash.slice(0, 16)}`;
}

/** How many days hold facts that other code or fingerprints read than would now, of how many that hold facts. */
export async function outdatedFacts(
	derived: string,
	fingerprints: Pick<FingerprintSet, "hash">,
): Promise<number> {
	const present = factsOrigin(fingerprints);
	let days = 0;
	for (const [origin, count] of await factsOrigins(derived))
		if (origin !== present) days += count;
	return days;
}
