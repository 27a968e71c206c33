/** Dates of the record in words, no more exact than the source. */
import { localDays, type RecordTime } from "../../account/record/index.ts";

const MONTHS =
	"January February March April May June July August September October November December".split(
		" ",
	);

/** `2024-02-17` as `17 February 2024`. */
export function formatDay(day: string): string {
	const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "?";
	return `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`;
}

/** A time of the record as the source gives it, by the clocks of the place. */
export function formatTime(time: RecordTime): string {
	const { date, precision } = time;
	if (date.includes("T") && date.endsWith("Z")) return formatInstant(time);
	const day = formatDay(localDays(time)[0]);
	switch (precision) {
		case "year":
			return date.slice(0, 4);
		case "month":
			return `${MONTHS[Number(date.slice(5, 7)) - 1] ?? "?"} ${date.slice(0, 4)}`;
		case "week":
			return `week of ${day}`;
		case "approximate":
			return `about ${day}`;
		case "on_or_before":
			return `${day} or before`;
		case "forecast":
			return `${day} (as predicted)`;
		case "hour":
			return `${day}, about ${hourOf(date)}`;
		case "minute":
			return date.includes("T") ? `${day}, ${hourOf(date)}` : day;
		default:
			return day;
	}
}

/** The hour as written, by the clocks that the source uses. */
function hourOf(date: string): string {
	return date.slice(11, 16);
}

/** An instant of UTC: by the clocks of the place first, where they are known. */
function formatInstant({ date, precision, zone }: RecordTime): string {
	const about = precision === "minute" ? "" : "about ";
	const utc = `${hourOf(date)} UTC`;
	if (zone === undefined)
		return `${formatDay(date.slice(0, 10))}, ${about}${utc}`;
	const local = new Intl.DateTimeFormat("sv-SE", {
		timeZone: zone,
		dateStyle: "short",
		timeStyle: "short",
	}).format(Date.parse(date));
	return `${formatDay(local)}, ${about}${local.slice(11, 16)} (${utc})`;
}

/** From one time to another, or one time alone. */
export function formatSpan(
	from: RecordTime,
	to: RecordTime | undefined,
): string {
	const [first, last] = [formatTime(from), to && formatTime(to)];
	return last === undefined || last === first ? first : `${first} to ${last}`;
}
