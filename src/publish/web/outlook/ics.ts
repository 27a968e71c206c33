/**
 * Occasions as an iCalendar feed (RFC 5545): whole days, folded lines, escaped
 * texts, and identifiers that stay when a date moves, so that a subscribed
 * calendar moves its entry and makes no second one.
 */
import type { Outlook } from "../../../account/outlook/index.ts";
import { addDays } from "../../../base/index.ts";
import { countryName } from "../../../reference/index.ts";
import { occasionSentence } from "./outlook-words.ts";

export interface FeedOptions {
	/** Days before an occasion's first day on which a calendar reminds; undefined: not at all. */
	readonly alarmDays: number | undefined;
	/** Day on which the feed is made, `YYYY-MM-DD`. */
	readonly madeOn: string;
	/** Who makes it. */
	readonly siteName: string;
}

/** The feed of an outlook's upcoming occasions. */
export function outlookFeed(outlook: Outlook, options: FeedOptions): string {
	const { cc, kind, area } = outlook;
	const stamp = `${compact(options.madeOn)}T000000Z`;
	const events = outlook.upcoming.flatMap((one) => [
		"BEGIN:VEVENT",
		`UID:${`${cc}-${kind}-${area ?? "all"}-${one.key}`.toLowerCase()}@outlook.rasai`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${compact(one.firstOn)}`,
		`DTEND;VALUE=DATE:${compact(addDays(one.lastOn, 1))}`,
		`SUMMARY:${escapeText(one.name)}`,
		`DESCRIPTION:${escapeText(occasionSentence(one, kind))}`,
		`CATEGORIES:${escapeText(one.class)}`,
		`STATUS:${one.isUncertain ? "TENTATIVE" : "CONFIRMED"}`,
		"TRANSP:TRANSPARENT",
		...(options.alarmDays === undefined
			? []
			: [
					"BEGIN:VALARM",
					"ACTION:DISPLAY",
					`TRIGGER:-P${options.alarmDays}D`,
					`DESCRIPTION:${escapeText(`${one.name} in ${countryName(cc)}`)}`,
					"END:VALARM",
				]),
		"END:VEVENT",
	]);
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		`PRODID:-//${escapeText(options.siteName)}//Outlook//EN`,
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escapeText(`${options.siteName}: outlook for ${countryName(cc)}`)}`,
		...events,
		"END:VCALENDAR",
	]
		.map((line) => `${fold(line)}\r\n`)
		.join("");
}

const compact = (day: string): string => day.replaceAll("-", "");

/** RFC 5545, 3.3.11. Other control characters have no place in a text. */
function escapeText(text: string): string {
	return text
		.replace(/\r?\n/g, "\n")
		.replace(/(?!\n)\p{Cc}/gu, " ")
		.replace(/[\\;,]/g, "\\$&")
		.replaceAll("\n", "\\n");
}

const LINE_BYTES = 75;

/** RFC 5545, 3.1: at most 75 octets a line, and no character cut in two. */
function fold(line: string): string {
	const parts: string[] = [];
	let part = "";
	let bytes = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		// A continued line begins with a space, which counts.
		if (bytes + size > LINE_BYTES - (parts.length > 0 ? 1 : 0)) {
			parts.push(part);
			part = "";
			bytes = 0;
		}
		part += character;
		bytes += size;
	}
	return [...parts, part].join("\r\n ");
}
