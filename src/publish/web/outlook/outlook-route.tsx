import {
	type Area,
	OUTLOOK_KINDS,
	type Outlook,
} from "../../../account/outlook/index.ts";
import { addDays, dayOf, formatInstant } from "../../../base/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { OUR_TERMS } from "../../terms/index.ts";
import {
	type Answer,
	notFound,
	type PageRequest,
	type Route,
	splitEnding,
	unreadable,
} from "../answers/answer.ts";
import { jsonFile, recordsCsv } from "../data-files.ts";
import { say } from "../language/speech.ts";
import { countryPath, outlookPath, placeName } from "../names.ts";
import { readCc } from "../params.ts";
import type { PageDeps } from "../site-deps.ts";
import { outlookFeed } from "./ics.ts";
import { OutlookPage, outlookDescription } from "./outlook-page.tsx";
import { reliabilityBins, reliabilityFigure } from "./reliability-figure.tsx";

/** Made from what ships, which is in our words. */
const OURS = { emulated: false, terms: OUR_TERMS } as const;

const DEFAULT_DAYS = 90;
const MOST_DAYS = 366;
const DEFAULT_ALARM_DAYS = 7;
const MOST_ALARM_DAYS = 60;

const COLUMNS = [
	"on",
	"cc",
	"kind",
	"area",
	"basis",
	"probability",
	"low",
	"high",
	"base_rate",
	"occasions",
	"reasons",
] as const;

/** `/pk/outlook?kind=cut&area=PK-IS&days=90`, and the same as `.csv`, `.json` and `.ics`. */
export const answerOutlook: Route = async (deps, request) => {
	const asked = await askOutlook(deps, request);
	if ("kind" in asked) return asked;
	const { outlook, areas, dayCount, query } = asked;
	const path = outlookPath(outlook.cc);
	switch (/\.(csv|json|ics)$/.exec(request.param("file"))?.[1]) {
		case "csv":
			return {
				kind: "csv",
				text: recordsCsv(COLUMNS, csvRecords(outlook), OURS),
			};
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), OURS, { measured: false, ...outlook }),
			};
		case "ics":
			return {
				kind: "file",
				name: `outlook-${outlook.cc.toLowerCase()}.ics`,
				mediaType: "text/calendar; charset=utf-8",
				content: outlookFeed(outlook, {
					alarmDays: asked.alarmDays,
					madeOn: asked.today,
					siteName: deps.siteName,
				}),
			};
		default:
			return pageOf(
				<OutlookPage
					outlook={outlook}
					areas={areas}
					path={path}
					query={query}
					dayCount={dayCount}
					figure={reliabilityFigure(outlook, query, deps.siteName)}
					address={deps.address}
				/>,
				outlook,
				{ path, query },
			);
	}
};

/** `/pk/outlook/reliability.svg?kind=cut`: the diagram of past forecasts as `.svg` and `.png`, its numbers as `.csv` and `.json`. */
export const answerReliability: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const asked = await askOutlook(deps, request);
	if ("kind" in asked) return asked;
	const { outlook, query } = asked;
	const figure = reliabilityFigure(outlook, query, deps.siteName);
	if (figure === undefined) return notFound;
	const bins = reliabilityBins(outlook);
	switch (ending) {
		case "svg":
		case "png":
			return { kind: "image", ending, figure };
		case "csv":
			return { kind: "csv", text: recordsCsv(BIN_COLUMNS, bins, OURS) };
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), OURS, {
					measured: false,
					title: figure.title,
					finding: figure.finding,
					bins,
				}),
			};
		case "html":
			return { kind: "redirect", to: figure.page };
		default:
			return ending satisfies never;
	}
};

const BIN_COLUMNS = [
	"from",
	"to",
	"dayCount",
	"onsetDayCount",
	"meanForecast",
	"share",
	"low",
	"high",
] as const;

interface AskedOutlook {
	readonly outlook: Outlook;
	readonly areas: readonly Area[];
	readonly dayCount: number;
	readonly alarmDays: number | undefined;
	readonly today: string;
	/** What was chosen, written out. */
	readonly query: string;
}

/** The outlook that an address asks for, or why it cannot be had. */
async function askOutlook(
	deps: PageDeps,
	request: PageRequest,
): Promise<AskedOutlook | Answer> {
	const cc = readCc(request.param("cc"));
	const { outlooks } = deps;
	if (cc === undefined || !isCountryCode(cc) || !outlooks) return notFound;
	const record = await deps.record();
	const isKnown =
		record.restrictions.some(({ country }) => country === cc) ||
		outlooks.occasions.some((one) => one.cc === cc);
	if (!isKnown) return notFound;
	const kind = OUTLOOK_KINDS.find(
		(one) => one === (request.query("kind") ?? "any"),
	);
	const areas = outlooks.areas.filter((one) => one.cc === cc);
	const area = request.query("area") || undefined;
	const dayCount = Number(request.query("days") ?? DEFAULT_DAYS);
	const alarm = readAlarm(request.query("alarm"));
	if (
		kind === undefined ||
		(area !== undefined && !areas.some((one) => one.area === area)) ||
		!Number.isInteger(dayCount) ||
		dayCount < 1 ||
		dayCount > MOST_DAYS ||
		alarm === "unreadable"
	)
		return unreadable(
			`It asks for a kind or an area that is not known, for more than ${MOST_DAYS} days, or for a reminder more than ${MOST_ALARM_DAYS} days ahead.`,
		);
	const today = dayOf(formatInstant(deps.clock()));
	const outlook = await outlooks.ask(
		record,
		{ cc, kind, area },
		{ since: today, until: addDays(today, dayCount) },
		today,
	);
	return {
		outlook,
		areas,
		dayCount,
		alarmDays: alarm,
		today,
		query: String(
			new URLSearchParams({
				kind,
				...(area ? { area } : {}),
				days: String(dayCount),
			}),
		),
	};
}

function pageOf(
	children: unknown,
	outlook: Outlook,
	address: { readonly path: string; readonly query: string },
): Answer {
	return {
		kind: "page",
		page: {
			title: say("outlook.title", { country: placeName(outlook.cc) }),
			description: outlookDescription(outlook),
			emulated: false,
			formats: { ...address, endings: ["csv", "json"] },
			watch: {
				feed: `${countryPath(outlook.cc)}.atom`,
				query: `cc=${outlook.cc.toLowerCase()}&topics=dates`,
			},
			children,
		},
	};
}

/** Undefined: no reminder. */
function readAlarm(
	text: string | undefined,
): number | undefined | "unreadable" {
	if (text === undefined) return DEFAULT_ALARM_DAYS;
	if (text === "none") return undefined;
	const days = Number(text);
	return /^\d{1,2}$/.test(text) && days <= MOST_ALARM_DAYS
		? days
		: "unreadable";
}

function csvRecords({ days, cc, kind, area }: Outlook) {
	return days.map((day) => ({
		on: day.on,
		cc,
		kind,
		area: area ?? "",
		basis: day.basis,
		probability: day.probability ?? undefined,
		low: day.low ?? undefined,
		high: day.high ?? undefined,
		base_rate: day.baseRate ?? undefined,
		occasions: [...new Set(day.occasions.map(({ name }) => name))].join("; "),
		reasons: day.reasons.join(" "),
	}));
}
