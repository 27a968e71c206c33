/** `PAGE.atom`: what happened in a country, on a network, to a service, in all; how an incident is told. `/pk/record.ics`: its deadlines. */

import { dayOf, formatInstant } from "../../../base/index.ts";
import { type Incident, worldOf } from "../../../model/index.ts";
import { countryName, isCountryCode } from "../../../reference/index.ts";
import {
	type Answer,
	emulatedRefused,
	notFound,
	type Route,
} from "../answers/answer.ts";
import { incidentTitle, statusSentence } from "../incident-words.ts";
import {
	asnName,
	countryPath,
	entryPath,
	incidentPath,
	networkPath,
	servicePath,
} from "../names.ts";
import { readAsn, readCc, readId } from "../params.ts";
import type { PageDeps } from "../site-deps.ts";
import { formatDay } from "../times.ts";
import { type AtomEntry, atomFeed } from "./atom.ts";
import { calendarFile } from "./calendar.ts";
import { type IncidentFilter, isAbout, wasPublished } from "./news.ts";
import { recordDates } from "./record-dates.ts";

/** Feeds are read again and again: the newest are enough. */
const NEWEST = 50;
const EVERYTHING: IncidentFilter = {
	cc: [],
	asns: [],
	services: [],
	kinds: [],
};

const answerSiteFeed: Route = async (deps) =>
	newsFeed(deps, "restrictions of the internet", "/", EVERYTHING);

const answerCountryFeed: Route = async (deps, request) => {
	const cc = readCc(withoutEnding(request.param("file")));
	if (cc === undefined || !isCountryCode(cc)) return notFound;
	if (worldOf(cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	return newsFeed(deps, countryName(cc), countryPath(cc), {
		...EVERYTHING,
		cc: [cc],
	});
};

const answerNetworkFeed: Route = async (deps, request) => {
	const cc = readCc(request.param("cc"));
	const asn = readAsn(withoutEnding(request.param("file")));
	if (cc === undefined || asn === undefined || !isCountryCode(cc))
		return notFound;
	if (worldOf(cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	return newsFeed(
		deps,
		`${asnName(asn)}, ${countryName(cc)}`,
		networkPath(cc, asn),
		{ ...EVERYTHING, cc: [cc], asns: [asn] },
	);
};

const answerServiceFeed: Route = async (deps, request) => {
	const id = withoutEnding(request.param("file"));
	const service = readId(id) ? deps.services.get(id) : undefined;
	if (service === undefined) return notFound;
	return newsFeed(deps, service.name, servicePath(service.id), {
		...EVERYTHING,
		services: [service.id],
	});
};

/** An entry a revision: whoever quoted a figure sees when it is told otherwise. */
const answerIncidentFeed: Route = async (deps, request) => {
	const asked = withoutEnding(request.param("file"));
	const book = await deps.incidents();
	const incident = book.get(asked);
	if (incident === undefined) return notFound;
	if (worldOf(incident.cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	const path = incidentPath(incident.id);
	if (incident.id !== asked) return { kind: "redirect", to: `${path}.atom` };
	const told = book.revisions(incident.id).map((one) => one.incident);
	const link = linkFrom(deps);
	return feedAnswer(
		deps,
		incidentTitle(incident, deps.services),
		path,
		(told.length > 0 ? [...told].reverse() : [incident]).map((one) => ({
			id: `${entryId(one)}:${one.revision}`,
			title: titleOf(deps, one),
			link: link(path),
			updated: one.revisedAt,
			text: `${statusSentence(one)}\n\nRevision ${one.revision}: ${one.reason}`,
		})),
	);
};

async function newsFeed(
	deps: PageDeps,
	what: string,
	path: string,
	filter: IncidentFilter,
): Promise<Answer> {
	const book = await deps.incidents();
	const link = linkFrom(deps);
	// The emulated country is in its own feed alone.
	const isShown = ({ cc }: Incident): boolean =>
		worldOf(cc) === "real" || filter.cc.includes(cc);
	const entries = book
		.list()
		.filter(
			(one) => isShown(one) && isAbout(one, filter) && wasPublished(book, one),
		)
		.map((one): AtomEntry => {
			const told = book.revisions(one.id).map(({ incident }) => incident);
			return {
				id: entryId(one),
				title: titleOf(deps, one),
				link: link(incidentPath(one.id)),
				published: told[0]?.revisedAt,
				updated: one.revisedAt,
				text: [
					statusSentence(one),
					"",
					...[...told]
						.reverse()
						.map(
							({ revision, revisedAt, reason }) =>
								`Revision ${revision}, ${formatDay(dayOf(revisedAt))}: ${reason}`,
						),
				]
					.join("\n")
					.trim(),
			};
		})
		.sort((a, b) => (a.updated > b.updated ? -1 : 1))
		.slice(0, NEWEST);
	return feedAnswer(deps, what, path, entries);
}

function feedAnswer(
	deps: PageDeps,
	what: string,
	path: string,
	entries: readonly AtomEntry[],
): Answer {
	return {
		kind: "text",
		mediaType: "application/atom+xml",
		text: atomFeed({
			id: deps.address
				? `${base(deps.address)}${path}`
				: `urn:rasai:feed:${path}`,
			title: `${deps.siteName}: ${what}`,
			siteName: deps.siteName,
			link: linkFrom(deps)(path),
			entries,
		}),
	};
}

/** Deadlines of the record as a calendar, to be subscribed to. */
const answerRecordCalendar: Route = async (deps, request) => {
	const cc = readCc(request.param("cc"));
	if (cc === undefined || !isCountryCode(cc)) return notFound;
	const dates = recordDates(await deps.record(), cc);
	const name = `${deps.siteName}: deadlines in ${countryName(cc)}`;
	return {
		kind: "file",
		name: `deadlines-${cc.toLowerCase()}.ics`,
		mediaType: "text/calendar; charset=utf-8",
		content: calendarFile(
			dates.map((date) => ({
				uid: `${encodeURIComponent(date.key)}@record.rasai`,
				firstOn: date.dueOn,
				lastOn: date.dueOn,
				summary: date.title,
				text: `${date.text}\n${linkFrom(deps)(entryPath(date.entry))}`,
				category: "Deadline",
				isTentative: false,
				reminder: `${date.title}, ${countryName(cc)}`,
			})),
			{
				alarmDays: 1,
				madeOn: dayOf(formatInstant(deps.clock())),
				siteName: deps.siteName,
				product: "Record",
				name,
			},
		),
	};
};

const base = (address: string): string => address.replace(/\/$/, "");

/** Absolute where the site knows its address. */
const linkFrom =
	({ address = "" }: Pick<PageDeps, "address">) =>
	(path: string): string =>
		`${base(address)}${path}`;

const entryId = ({ id }: Incident): string => `urn:rasai:incident:${id}`;

/** The word stands in every file that emulated data reach. */
const titleOf = (deps: PageDeps, incident: Incident): string =>
	`${worldOf(incident.cc) === "emulated" ? "Emulated: " : ""}${incidentTitle(incident, deps.services)}`;

const withoutEnding = (file: string): string => file.replace(/\.atom$/, "");

export const FEED_ROUTES: readonly (readonly [
	address: string,
	route: Route,
])[] = [
	["/:file{now\\.atom}", answerSiteFeed],
	["/:file{[a-z][a-z]\\.atom}", answerCountryFeed],
	["/:cc{[a-z][a-z]}/:file{as[0-9]+\\.atom}", answerNetworkFeed],
	["/service/:file{[a-z0-9_]+\\.atom}", answerServiceFeed],
	["/incident/:file{.+\\.atom}", answerIncidentFeed],
	["/:cc{[a-z][a-z]}/:file{record\\.ics}", answerRecordCalendar],
];
