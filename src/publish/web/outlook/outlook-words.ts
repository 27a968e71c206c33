/** Sentences of the outlook, each made from the data and what they cover. */
import {
	KIND_NAMES,
	type Outlook,
	type OutlookKind,
	type UpcomingOccasion,
} from "../../../account/outlook/index.ts";
import { formatDays } from "../times.ts";

/** `3.4%`; a half of a percent is told apart from nothing. */
export function percentOf(share: number): string {
	const percent = share * 100;
	return percent > 0 && percent < 0.1 ? "under 0.1%" : `${percent.toFixed(1)}%`;
}

/** What the record says of an occasion. */
export function occasionSentence(
	one: UpcomingOccasion,
	kind: OutlookKind,
): string {
	const { likeliest } = one;
	const dates = `${formatDays(one.firstOn, one.lastOn)}${one.isUncertain ? ", a day either way: its date depends on a sighting of the moon" : ""}.`;
	const held =
		one.heldCount === 0
			? "It was not held in the days that the record covers."
			: `Held ${one.heldCount} times since ${one.firstYear} in the days that the record covers: ${one.heldWithOnsetCount} with the onset of ${KIND_NAMES[kind]} documented, ${one.heldCount - one.heldWithOnsetCount} with none documented.`;
	const chance =
		likeliest === undefined || likeliest.probability === null
			? "No probability is given."
			: likeliest.basis === "forecast"
				? `Forecast for its likeliest day: ${percentOf(likeliest.probability)}, beside an average of ${percentOf(likeliest.baseRate ?? 0)}.`
				: `Forecasts so far ahead are no better than the average, which is ${percentOf(likeliest.probability)} a day.`;
	return `${dates} ${held} ${chance}`;
}

/** What the page leads with. */
export function leadSentence(outlook: Outlook, country: string): string {
	const { days, kind, covered } = outlook;
	const name = KIND_NAMES[kind];
	if (covered === null)
		return `No list claims to hold every restriction in ${country}, so no probability of ${name} can be given. Occasions are listed without one.`;
	const forecasts = days.filter(({ basis }) => basis === "forecast");
	const likeliest = forecasts.reduce<(typeof days)[number] | undefined>(
		(best, day) =>
			(day.probability ?? 0) > (best?.probability ?? -1) ? day : best,
		undefined,
	);
	if (likeliest === undefined) {
		const average = days.find(({ basis }) => basis === "average");
		return average?.probability == null
			? `These days lie further from the record of ${country} than was ever scored, so no probability of ${name} is given.`
			: `For these days a forecast of ${name} in ${country} is no better than the average: an onset is documented on ${percentOf(average.probability)} of days.`;
	}
	return `The likeliest day for the onset of ${name} in ${country} is ${formatDays(likeliest.on, likeliest.on)}: ${percentOf(likeliest.probability ?? 0)} (${percentOf(likeliest.low ?? 0)} to ${percentOf(likeliest.high ?? 0)}), beside an average of ${percentOf(likeliest.baseRate ?? 0)}.`;
}
