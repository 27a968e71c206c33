/** What a dossier is called, and when its restriction began and ended. */
import {
	localDays,
	type RecordEntry,
	type RecordTime,
	type TurningPoints,
} from "../../account/record/index.ts";
import type { Incident, IncidentBracket } from "../../model/index.ts";
import { countryName } from "../../reference/index.ts";
import { formatDay, formatTime } from "./dates.ts";
import { capital, KIND_WORDS } from "./summary.ts";
import type { Dossier } from "./types.ts";

/** A language in which a country's reader knows the names, beside English. */
const LANGUAGES: Readonly<Record<string, string>> = { PK: "ur" };

/** From when to when, no more exactly than is known. `to` is absent where it goes on, or its end is not known. */
export interface DossierSpan {
	readonly from: RecordTime;
	readonly to: RecordTime | undefined;
}

/** When a restriction began and ended: as measured, else as its turning points say, else as its own entry says. */
export function spanOfIncident(
	incident: Incident,
	entries: readonly RecordEntry[],
	points: TurningPoints,
	zone: string | undefined,
): DossierSpan {
	const [onset, ending] = measuredSpan(incident, zone);
	if (onset) return { from: onset, to: ending };
	const own = entries.find(({ id }) => id === incident.id)?.restriction;
	const end = own?.end?.precision === "forecast" ? undefined : own?.end;
	return {
		from: points.start?.when ??
			own?.start ?? {
				date: incident.onset.earliest ?? incident.onset.latest,
				precision: "approximate",
				zone,
			},
		to: points.restoration?.when ?? end,
	};
}

const isExact = ({ precision }: RecordTime): boolean =>
	["minute", "hour", "day"].includes(precision);

/** A time as a day where it is exact to one, else as its source gives it. */
export function dayInWords(time: RecordTime): string {
	return isExact(time) ? formatDay(localDays(time)[0]) : formatTime(time);
}

/** `X blocked in Pakistan, 17 February 2024 to 7 May 2025`. */
export function titleOf(
	incident: Incident,
	serviceName: string,
	{ from, to }: DossierSpan,
): string {
	const until = to
		? `${dayInWords(from)} to ${dayInWords(to)}`
		: `from ${dayInWords(from)}`;
	return `${capital(serviceName)} ${KIND_WORDS[incident.kind]} in ${countryName(incident.cc)}, ${until}`;
}

/** Names and dates in the country's own language; nothing in it is translated by us. */
export function localTitleOf(
	{ cc }: Incident,
	serviceName: string,
	{ from, to }: DossierSpan,
): Dossier["localTitle"] {
	const language = LANGUAGES[cc];
	if (!language) return undefined;
	const format = new Intl.DateTimeFormat(`${language}-${cc}`, {
		dateStyle: "long",
		timeZone: "UTC",
		calendar: "gregory",
	});
	const days = [from, to].flatMap((time) =>
		time && isExact(time)
			? [format.format(Date.parse(`${localDays(time)[0]}T00:00:00Z`))]
			: [],
	);
	return {
		language,
		// Latin letters last: a number behind them would be drawn in their direction.
		text: [countryName(cc, language), ...days, serviceName].join(" · "),
	};
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
