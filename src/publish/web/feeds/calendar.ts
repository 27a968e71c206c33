/**
 * iCalendar files (RFC 5545): whole days, folded lines, escaped texts, and
 * identifiers that stay when a date moves, so that a subscribed calendar moves
 * its entry and makes no second one.
 */
import { addDays } from "../../../base/index.ts";

export interface CalendarEvent {
	/** Stays the same when the date moves. */
	readonly uid: string;
	readonly firstOn: string;
	/** The last day that belongs to it. */
	readonly lastOn: string;
	readonly summary: string;
	readonly text: string;
	readonly category: string;
	readonly isTentative: boolean;
	/** What a reminder says. */
	readonly reminder: string;
}

export interface CalendarOptions {
	/** Days before an event's first day on which a calendar reminds; undefined: not at all. */
	readonly alarmDays: number | undefined;
	/** Day on which the file is made, `YYYY-MM-DD`. */
	readonly madeOn: string;
	/** Who makes it. */
	readonly siteName: string;
	/** What of: `Outlook`. */
	readonly product: string;
	readonly name: string;
}

export function calendarFile(
	events: readonly CalendarEvent[],
	options: CalendarOptions,
): string {
	const stamp = `${compact(options.madeOn)}T000000Z`;
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		`PRODID:-//${escapeText(options.siteName)}//${options.product}//EN`,
		"CALSCALE:GREGORIAN",
		"METHOD:PUBLISH",
		`X-WR-CALNAME:${escapeText(options.name)}`,
		...events.flatMap((event) => [
			"BEGIN:VEVENT",
			`UID:${event.uid}`,
			`DTSTAMP:${stamp}`,
			`DTSTART;VALUE=DATE:${compact(event.firstOn)}`,
			`DTEND;VALUE=DATE:${compact(addDays(event.lastOn, 1))}`,
			`SUMMARY:${escapeText(event.summary)}`,
			`DESCRIPTION:${escapeText(event.text)}`,
			`CATEGORIES:${escapeText(event.category)}`,
			`STATUS:${event.isTentative ? "TENTATIVE" : "CONFIRMED"}`,
			"TRANSP:TRANSPARENT",
			...(options.alarmDays === undefined
				? []
				: [
						"BEGIN:VALARM",
						"ACTION:DISPLAY",
						`TRIGGER:-P${options.alarmDays}D`,
						`DESCRIPTION:${escapeText(event.reminder)}`,
						"END:VALARM",
					]),
			"END:VEVENT",
		]),
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
