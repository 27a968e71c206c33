/** What a dossier is called, and when its restriction began and ended. */
import { localDays, type RecordTime } from "../../account/record/index.ts";
import type { Incident, IncidentBracket } from "../../model/index.ts";
import { countryName } from "../../reference/index.ts";
import { formatDay } from "./dates.ts";
import { KIND_WORDS } from "./summary.ts";
import type { Dossier } from "./types.ts";

/** A language in which a country's reader knows the names, beside English. */
const LANGUAGES: Readonly<Record<string, string>> = { PK: "ur" };

/** `X blocked in Pakistan, 17 February 2024 to 7 May 2025`. */
export function titleOf(
	incident: Incident,
	serviceName: string,
	first: string,
	end: string | undefined,
): string {
	const until = end
		? `${formatDay(first)} to ${formatDay(end)}`
		: `from ${formatDay(first)}`;
	return `${serviceName} ${KIND_WORDS[incident.kind]} in ${countryName(incident.cc)}, ${until}`;
}

/** Names and dates in the country's own language; nothing in it is translated by us. */
export function localTitleOf(
	{ cc }: Incident,
	serviceName: string,
	first: string,
	end: string | undefined,
): Dossier["localTitle"] {
	const language = LANGUAGES[cc];
	if (!language) return undefined;
	const format = new Intl.DateTimeFormat(`${language}-${cc}`, {
		dateStyle: "long",
		timeZone: "UTC",
		calendar: "gregory",
	});
	const days = [first, end].flatMap((day) =>
		day ? [format.format(Date.parse(`${day}T00:00:00Z`))] : [],
	);
	return {
		language,
		// Latin letters last: a number behind them would be drawn in their direction.
		text: [countryName(cc, language), ...days, serviceName].join(" · "),
	};
}

/** The day on which it ended, as far as that is known. */
export function endDay(
	{ ending, basis }: Incident,
	restored: RecordTime | undefined,
	zone: string | undefined,
): string | undefined {
	if (basis === "documented" && restored) return localDays(restored)[0];
	return ending
		? localDays({
				date: ending.at ?? ending.earliest ?? ending.latest,
				precision: "minute",
				zone,
			})[0]
		: undefined;
}

/** When it began and ended as far as measurements show, to the hour at best. */
export function measuredSpan(
	{ basis, onset, ending }: Incident,
	zone: string | undefined,
): readonly [RecordTime | undefined, RecordTime | undefined] {
	if (basis === "documented") return [undefined, undefined];
	const time = ({ at, latest }: IncidentBracket): RecordTime => ({
		date: at ?? latest,
		precision: "hour",
		zone,
	});
	return [time(onset), ending ? time(ending) : undefined];
}
