/** Sentences of the outlook, each made from the data and what they cover. */
import type {
	Outlook,
	OutlookKind,
	UpcomingOccasion,
} from "../../../account/outlook/index.ts";
import { currentLocale, perLocale, say, wordsOf } from "../language/speech.ts";
import { formatDay, formatDays } from "../times.ts";

/** What begins, in the page's language. */
export const KIND_WORDS = wordsOf<OutlookKind>({
	any: "kind.any",
	cut: "kind.cut",
	service: "kind.service",
	full_shutdown: "kind.full",
	regional_shutdown: "kind.regional",
	mobile_data_shutdown: "kind.mobile",
	service_block: "kind.block",
	throttling: "kind.throttling",
});

const percents = perLocale(
	(locale) =>
		new Intl.NumberFormat(locale, {
			style: "percent",
			minimumFractionDigits: 1,
			maximumFractionDigits: 1,
		}),
);

/** `3.4%`; a half of a percent is told apart from nothing. */
export function percentOf(share: number): string {
	const percent = percents(currentLocale());
	return share > 0 && share < 0.001
		? say("outlook.under", { percent: percent.format(0.001) })
		: percent.format(share);
}

/** What the record says of an occasion. */
export function occasionSentence(
	one: UpcomingOccasion,
	kind: OutlookKind,
): string {
	const { likeliest } = one;
	const days = formatDays(one.firstOn, one.lastOn);
	const dates = one.isUncertain ? say("outlook.moon", { days }) : `${days}.`;
	const held =
		one.heldCount === 0
			? say("outlook.never_held")
			: say("outlook.held", {
					count: one.heldCount,
					year: String(one.firstYear),
					with: one.heldWithOnsetCount,
					without: one.heldCount - one.heldWithOnsetCount,
					kind: KIND_WORDS[kind],
				});
	return `${dates} ${held} ${chanceSentence(likeliest)}`;
}

function chanceSentence(likeliest: UpcomingOccasion["likeliest"]): string {
	if (likeliest === undefined || likeliest.probability === null)
		return say("outlook.no_chance");
	return likeliest.basis === "forecast"
		? say("outlook.chance", {
				chance: percentOf(likeliest.probability),
				average: percentOf(likeliest.baseRate ?? 0),
			})
		: say("outlook.too_far", { average: percentOf(likeliest.probability) });
}

/** What the page leads with. */
export function leadSentence(outlook: Outlook, country: string): string {
	const { days, kind, covered } = outlook;
	const named = { kind: KIND_WORDS[kind], country };
	if (covered === null) return say("outlook.lead_uncovered", named);
	const forecasts = days.filter(({ basis }) => basis === "forecast");
	const likeliest = forecasts.reduce<(typeof days)[number] | undefined>(
		(best, day) =>
			(day.probability ?? 0) > (best?.probability ?? -1) ? day : best,
		undefined,
	);
	if (likeliest === undefined) {
		const average = days.find(({ basis }) => basis === "average");
		return average?.probability == null
			? say("outlook.lead_beyond", named)
			: say("outlook.lead_average", {
					...named,
					average: percentOf(average.probability),
				});
	}
	return say("outlook.lead", {
		...named,
		day: formatDay(likeliest.on),
		chance: percentOf(likeliest.probability ?? 0),
		low: percentOf(likeliest.low ?? 0),
		high: percentOf(likeliest.high ?? 0),
		average: percentOf(likeliest.baseRate ?? 0),
	});
}
