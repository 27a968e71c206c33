/** What must be said beside an estimate of an event. */
import type { CostEvent, CostSlice } from "./types.ts";

/** Countries whose official rate is far from what money changes hands for. */
const OFFICIAL_RATE_MISLEADS = new Set("IR SY YE SD VE MM NG".split(" "));

/** Nothing in any method counts these. */
export const NOT_COUNTED = [
	"jobs",
	"lives, and care that came late",
	"trust",
	"work of the press, and of those who watch elections and violence",
	"schooling",
];

interface NoteFacts {
	readonly hasMarketRate: boolean;
	/** Methods that the range spans. */
	readonly rangeMethods: readonly string[];
}

export function notesOf(
	event: CostEvent,
	slices: readonly CostSlice[],
	{ hasMarketRate, rangeMethods }: NoteFacts,
): readonly string[] {
	const yearCount = new Set(slices.map(({ year }) => year)).size;
	const hasLater = slices.some(
		({ indicators, year }) =>
			(indicators.value(event.cc, year, "gdpUsd")?.year ?? year) !== year,
	);
	const isKnown = slices.every(
		({ indicators }) => indicators.country(event.cc) !== undefined,
	);
	return [
		"Methods count different things. Read the range first, and never add methods up.",
		...(rangeMethods.length === 1
			? [
					`The range is of one method alone (${rangeMethods.join()}): nothing else here speaks for it or against it.`,
				]
			: []),
		...event.notes,
		...(isKnown
			? []
			: [
					`No indicators of ${event.cc} ship, so no method that needs them says anything.`,
				]),
		...(hasLater
			? [
					"For a year without indicators the newest earlier year's are used; each input names its year.",
				]
			: []),
		...(OFFICIAL_RATE_MISLEADS.has(event.cc)
			? [
					hasMarketRate
						? "The official exchange rate is far from the market's here; amounts in local currency are given at both."
						: "The official exchange rate is far from the market's here, and no market rate is known, so amounts in local currency mislead.",
				]
			: []),
		...(event.kind === "service"
			? [
					"A top-down method multiplies GDP by a share of the digital economy and a service's weight for every hour; a bottom-up one adds what named sectors lost in a day. For a long block of one service the first grows large, since it assumes that nobody finds another way, such as a VPN, for as long as it lasts.",
				]
			: []),
		...(yearCount > 1
			? [
					`The event spans ${yearCount} calendar years. Each is estimated with its own indicators and then added; low ends with low ends.`,
				]
			: []),
	];
}
