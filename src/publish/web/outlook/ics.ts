/** Occasions of an outlook as a calendar. */
import type { Outlook } from "../../../account/outlook/index.ts";
import { countryName } from "../../../reference/index.ts";
import { type CalendarOptions, calendarFile } from "../feeds/calendar.ts";
import { occasionSentence } from "./outlook-words.ts";

export type FeedOptions = Pick<
	CalendarOptions,
	"alarmDays" | "madeOn" | "siteName"
>;

/** The feed of an outlook's upcoming occasions. */
export function outlookFeed(outlook: Outlook, options: FeedOptions): string {
	const { cc, kind, area } = outlook;
	return calendarFile(
		outlook.upcoming.map((one) => ({
			uid: `${`${cc}-${kind}-${area ?? "all"}-${one.key}`.toLowerCase()}@outlook.rasai`,
			firstOn: one.firstOn,
			lastOn: one.lastOn,
			summary: one.name,
			text: occasionSentence(one, kind),
			category: one.class,
			isTentative: one.isUncertain,
			reminder: `${one.name} in ${countryName(cc)}`,
		})),
		{
			...options,
			product: "Outlook",
			name: `${options.siteName}: outlook for ${countryName(cc)}`,
		},
	);
}
