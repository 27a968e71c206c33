/** How many of a country's mobile subscribers are on the networks where a unit is restricted: a range with its source, never a number alone. */
import type { CountryShares } from "../../reference/index.ts";
import type { NetworkFinding } from "./findings.ts";
import { say } from "./language/speech.ts";
import { isRestricted } from "./words.ts";

/** Shares are old and rounded, and subscribers move: they are told in steps of this. */
const STEP_PERCENT = 10;

export interface SubscriberReach {
	/** Between which steps the share lies. */
	readonly lowPercent: number;
	readonly highPercent: number;
	/** On networks without enough sessions, or that the source does not list. */
	readonly unknownPercent: number;
	readonly source: string;
	readonly vintage: string;
}

/** Undefined where there is no source, or none of the restricted networks is in it. */
export function reachSubscribers(
	networks: readonly NetworkFinding[],
	shares: CountryShares | undefined,
): SubscriberReach | undefined {
	if (shares === undefined) return undefined;
	const sumOf = (some: readonly NetworkFinding[]): number =>
		some.reduce((sum, { asn }) => sum + (shares.percentOf.get(asn) ?? 0), 0);
	const restricted = sumOf(networks.filter((n) => isRestricted(n.state)));
	if (restricted === 0) return undefined;
	const known = sumOf(networks.filter((n) => n.state !== "insufficient"));
	return {
		lowPercent: Math.floor(restricted / STEP_PERCENT) * STEP_PERCENT,
		highPercent: Math.min(
			100,
			Math.ceil(restricted / STEP_PERCENT) * STEP_PERCENT,
		),
		unknownPercent: Math.round(Math.max(0, 100 - known)),
		source: shares.source,
		vintage: shares.vintage,
	};
}

/** What leads a sentence: the subscribers, then `networks`, which counts networks. */
export function reachPhrase(reach: SubscriberReach, networks: string): string {
	const { lowPercent: low, highPercent: high } = reach;
	return say("reach.line", {
		share:
			low === high
				? say("reach.about", { high })
				: low === 0
					? say("reach.under", { high })
					: say("reach.between", { low, high }),
		source: reach.source,
		vintage: reach.vintage,
		unknown: reach.unknownPercent,
		networks,
	});
}
