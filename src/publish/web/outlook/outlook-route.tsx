import { OUTLOOK_KINDS, type Outlook } from "../../../account/outlook/index.ts";
import { addDays, dayOf, formatInstant } from "../../../base/index.ts";
import { countryName, isCountryCode } from "../../../reference/index.ts";
import {
	type Answer,
	notFound,
	type Route,
	unreadable,
} from "../answers/answer.ts";
import { jsonFile, recordsCsv } from "../data-files.ts";
import { outlookPath } from "../names.ts";
import { readCc } from "../params.ts";
import { outlookFeed } from "./ics.ts";
import { OutlookPage, outlookDescription } from "./outlook-page.tsx";

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
	const path = outlookPath(cc);
	const query = String(
		new URLSearchParams({
			kind,
			...(area ? { area } : {}),
			days: String(dayCount),
		}),
	);
	switch (/\.(csv|json|ics)$/.exec(request.param("file"))?.[1]) {
		case "csv":
			return {
				kind: "csv",
				text: recordsCsv(COLUMNS, csvRecords(outlook), false),
			};
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), false, { measured: false, ...outlook }),
			};
		case "ics":
			return {
				kind: "file",
				name: `outlook-${cc.toLowerCase()}.ics`,
				mediaType: "text/calendar; charset=utf-8",
				content: outlookFeed(outlook, {
					alarmDays: alarm,
					madeOn: today,
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
				/>,
				outlook,
				{ path, query },
			);
	}
};

function pageOf(
	children: unknown,
	outlook: Outlook,
	address: { readonly path: string; readonly query: string },
): Answer {
	return {
		kind: "page",
		page: {
			title: `Outlook for ${countryName(outlook.cc)}`,
			description: outlookDescription(outlook),
			emulated: false,
			formats: { ...address, endings: ["csv", "json"] },
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
