/** News in words: alerts, revisions of a quoted incident, dates ahead, and signs of life. */
import { formatInstant } from "../../base/index.ts";
import type { Incident } from "../../model/index.ts";
import type { Alert, AlertKind } from "../../pipeline/index.ts";
import { countryName, type ServiceRegistry } from "../../reference/index.ts";
import type { FollowStatus, Notice, Subscription } from "../../store/index.ts";
import {
	countOf,
	formatDay,
	incidentPath,
	incidentTitle,
	isPublishedOutage,
	isRestriction,
	say,
	statusSentence,
	watchPhrase,
	wordsOf,
} from "../web/index.ts";

const LEADS = wordsOf<AlertKind>({
	opened: "news.opened",
	widened: "news.widened",
	ended: "news.ended",
	resumed: "news.resumed",
	withdrawn: "news.withdrawn",
});

/** A date that lies ahead. */
export interface DateAhead {
	/** Stays the same when the date moves. */
	readonly key: string;
	/** Day of the country. */
	readonly on: string;
	readonly cc: string;
	readonly title: string;
	readonly text: string;
	readonly path: string;
}

/** `incident`: as it was told then; undefined where it is no longer known, and the alert's own sentence has to do. */
export function alertNotice(
	alert: Alert,
	incident: Incident | undefined,
	services: ServiceRegistry,
): Notice {
	const lead = LEADS[alert.kind];
	const title = incident
		? ledTitle(lead, incident, services)
		: `${lead}: ${alert.service ?? "the internet"} in ${countryName(alert.cc)}`;
	return {
		kind: alert.kind,
		incident: alert.incident,
		cc: alert.cc,
		service: alert.service,
		at: alert.at,
		title: plainLine(title),
		text: plainText(
			incident && alert.kind !== "withdrawn"
				? statusSentence(incident)
				: alert.text,
		),
		path: incidentPath(alert.incident),
	};
}

/** A title that says by itself that it is no restriction needs no other lead. */
function ledTitle(
	lead: string,
	incident: Incident,
	services: ServiceRegistry,
): string {
	const title = incidentTitle(incident, services);
	return isRestriction(incident) || isPublishedOutage(incident)
		? `${lead}: ${title}`
		: title;
}

/** What was quoted, beside what is told now. */
export function revisionNotice(
	quoted: Incident | undefined,
	now: Incident,
	services: ServiceRegistry,
): Notice {
	const { id, cc, service, revision, revisedAt, reason } = now;
	return {
		kind: "revised",
		incident: id,
		cc,
		service,
		at: revisedAt,
		title: plainLine(ledTitle(say("news.revised"), now, services)),
		text: plainText(
			[
				`Revision ${revision} says: ${statusSentence(now)}`,
				`What changed last: ${reason}`,
				...(quoted
					? [
							`You quoted revision ${quoted.revision}: ${statusSentence(quoted)}`,
						]
					: []),
			].join("\n\n"),
		),
		path: incidentPath(id),
	};
}

/** `moved`: it was told before with another day. */
export function dateNotice(date: DateAhead, moved: boolean, now: Date): Notice {
	return {
		kind: moved ? "date_moved" : "date_ahead",
		incident: null,
		cc: date.cc,
		service: null,
		at: formatInstant(now),
		title: plainLine(
			`${moved ? "Moved to " : ""}${formatDay(date.on)}: ${date.title} (${countryName(date.cc)})`,
		),
		text: plainText(date.text),
		path: date.path,
	};
}

/** That nothing happened, and what that rests on: a source that is silent is no quiet country (P9). */
export function heartbeatNotice(
	{ watch, heartbeatDays }: Subscription,
	followed: FollowStatus | undefined,
	now: Date,
): Notice {
	const at = formatInstant(now);
	const sources = (followed?.sources ?? []).filter(
		({ cc }) => watch.cc.length === 0 || watch.cc.includes(cc),
	);
	const isRunning =
		followed !== undefined && Date.parse(followed.nextAt) >= now.getTime();
	const poor = sources.filter(({ state }) => state !== "ok");
	const unseen = watch.cc.filter(
		(cc) => !sources.some((source) => source.cc === cc),
	);
	return {
		kind: "nothing_happened",
		incident: null,
		cc: null,
		service: null,
		at,
		title: say("news.nothing", { days: countOf(heartbeatDays, "day") }),
		text: plainText(
			[
				say("news.nothing_text", {
					days: countOf(heartbeatDays, "day"),
					what: watchPhrase(watch),
				}),
				...(isRunning
					? []
					: [
							"No source is followed at the moment, so something may have happened unseen.",
						]),
				...(isRunning && unseen.length > 0
					? [
							`No source is followed for ${unseen.join(", ")}: what happened there may be unseen.`,
						]
					: []),
				...poor.map(
					({ source, cc, problem }) =>
						`${source}, ${cc}: ${problem || "not as fresh as it should be"} Something may have happened unseen.`,
				),
			].join("\n\n"),
		),
		path: "/",
	};
}

/** One line of a message: what comes from measurements may hold anything (P7). */
export function plainLine(text: string): string {
	return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, " ").trim();
}

function plainText(text: string): string {
	return text.split("\n").map(plainLine).join("\n");
}
