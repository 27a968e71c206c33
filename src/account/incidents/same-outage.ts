/**
 * Whether two outages of a network are one: they share a fall of one signal,
 * or the silence of one network. Outages of one country may stand beside each
 * other, so that their times alone do not tell.
 */
import type { Incident } from "../../model/index.ts";

type Outage = Pick<Incident, "networks" | "signals" | "onset" | "ending">;

/** How far later readings may move the onset of a fall. */
const MOVED_MS = 12 * 3_600_000;

export function isSameOutage(a: Outage, b: Outage): boolean {
	const [first, second] = [onsetsOf(a), onsetsOf(b)];
	return first.some((one) =>
		second.some(
			(other) => one.of === other.of && Math.abs(one.at - other.at) <= MOVED_MS,
		),
	);
}

function onsetsOf({ signals = [], networks, onset }: Outage) {
	return [
		...signals.flatMap(({ source, measure, area, asn, access, falls }) =>
			falls.map((fall) => ({
				of: [source, measure, area, asn, access].join(" "),
				at: Date.parse(fall.onset.at ?? fall.onset.latest),
			})),
		),
		...networks.map((network) => {
			const began = network.onset ?? onset;
			return {
				of: `AS${network.asn}`,
				at: Date.parse(began.at ?? began.latest),
			};
		}),
	];
}
