/**
 * What is asked of each API, page by page; answers are given as received, to
 * be kept and read like files. IODA: time in seconds, pages from 0. RIPEstat:
 * one resolution asked for, since without one it answers by weeks. Radar:
 * offset and limit, a key, and errors inside answers of status 200.
 */
import { isRecord } from "../../../model/index.ts";
import { parseJson } from "../tables.ts";
import { apiError, type PoliteClient } from "./polite.ts";

export const SIGNAL_APIS = {
	ioda: "https://api.ioda.inetintel.cc.gatech.edu/v2",
	ripestat: "https://stat.ripe.net",
	radar: "https://api.cloudflare.com/client/v4",
} as const;

/** Where each API is. */
export type SignalApis = Readonly<Record<keyof typeof SIGNAL_APIS, string>>;

export interface ApiAnswer {
	readonly url: string;
	readonly text: string;
}

export interface Asking {
	readonly client: PoliteClient;
	/** Address of the API, one of SIGNAL_APIS. */
	readonly base: string;
	/** Seconds since 1970. */
	readonly since: number;
	readonly until: number;
	readonly signal?: AbortSignal;
}

const DAY = 86_400;
/** Longest time of one request for raw signals, so that IODA does not thin them out. */
const IODA_WINDOW = 7 * DAY;
const PAGE = 100;
/** No answer has more pages; a server that repeats itself ends here. */
const MOST_PAGES = 1000;

/** Raw signals of `country/PK`, `region/4107`, `asn/9541`. */
export async function* askIodaSignals(
	asking: Asking,
	entity: string,
): AsyncGenerator<ApiAnswer> {
	for (let from = asking.since; from < asking.until; from += IODA_WINDOW) {
		const until = Math.min(from + IODA_WINDOW, asking.until);
		yield (
			await askJson(
				asking,
				`/signals/raw/${entity}`,
				{ from, until },
				iodaError,
			)
		).answer;
	}
}

/** Alerts or events, all pages. */
export async function* askIodaOutages(
	asking: Asking,
	what: "alerts" | "events" | "summary",
	entity: string,
): AsyncGenerator<ApiAnswer> {
	const [entityType = "", entityCode = ""] = entity.split("/");
	const { since: from, until } = asking;
	for (let page = 0; page < MOST_PAGES; page++) {
		const { answer, json } = await askJson(
			asking,
			`/outages/${what}`,
			{ entityType, entityCode, from, until, limit: PAGE, page },
			iodaError,
		);
		const items = Array.isArray(json["data"]) ? json["data"].length : 0;
		if (items > 0 || page === 0) yield answer;
		if (items < PAGE) return;
	}
}

/** Prefixes and networks of a country. */
export async function* askRipestat(
	asking: Asking,
	cc: string,
	resolution: "1h" | "1d" = "1d",
): AsyncGenerator<ApiAnswer> {
	const day = (seconds: number) =>
		new Date(seconds * 1000).toISOString().slice(0, 16);
	yield (
		await askJson(
			asking,
			"/data/country-resource-stats/data.json",
			{
				resource: cc.toLowerCase(),
				starttime: day(asking.since),
				endtime: day(asking.until),
				resolution,
				sourceapp: "rasai",
			},
			(json) =>
				json["status"] === "ok" || json["status"] === undefined
					? undefined
					: "answers with an error",
		)
	).answer;
}

/** Outages or anomalies that Radar tells, all pages. */
export async function* askRadar(
	asking: Asking,
	what: "annotations/outages" | "traffic_anomalies",
	cc?: string,
): AsyncGenerator<ApiAnswer> {
	const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
	for (let page = 0; page < MOST_PAGES; page++) {
		const { answer, json } = await askJson(
			asking,
			`/radar/${what}`,
			{
				dateStart: iso(asking.since),
				dateEnd: iso(asking.until),
				limit: PAGE,
				offset: page * PAGE,
				...(cc === undefined ? {} : { location: cc }),
			},
			(one) => (one["success"] === true ? undefined : "answers with an error"),
		);
		const result = isRecord(json["result"]) ? json["result"] : {};
		const items = result["annotations"] ?? result["trafficAnomalies"];
		const count = Array.isArray(items) ? items.length : 0;
		if (count > 0 || page === 0) yield answer;
		if (count < PAGE) return;
	}
}

/** Answers for a name like `ioda:country/PK`, `ioda-events:country/PK`, `ripestat:PK`, `radar:outages`; undefined where it is none of these. */
export function askByName(
	name: string,
	asking: Omit<Asking, "base">,
	apis: SignalApis = SIGNAL_APIS,
): AsyncGenerator<ApiAnswer> | undefined {
	const [, api = "", rest = ""] = /^([a-z-]+):([^/].*)$/.exec(name) ?? [];
	const at = (base: string): Asking => ({ ...asking, base });
	switch (api) {
		case "ioda":
			return askIodaSignals(at(apis.ioda), rest);
		case "ioda-alerts":
			return askIodaOutages(at(apis.ioda), "alerts", rest);
		case "ioda-events":
			return askIodaOutages(at(apis.ioda), "events", rest);
		case "ripestat":
			return askRipestat(at(apis.ripestat), rest);
		case "radar":
			return askRadar(
				at(apis.radar),
				rest === "anomalies" ? "traffic_anomalies" : "annotations/outages",
			);
		default:
			return undefined;
	}
}

type Json = Readonly<Record<string, unknown>>;

async function askJson(
	{ client, base, signal }: Asking,
	path: string,
	query: Readonly<Record<string, string | number>>,
	fault: (json: Json) => string | undefined,
): Promise<{ readonly answer: ApiAnswer; readonly json: Json }> {
	const url = `${base}${path}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`;
	const text = await client.get(url, signal);
	const json = parseJson(text);
	if (!isRecord(json)) throw apiError(url, "does not answer with JSON");
	const what = fault(json);
	if (what !== undefined) throw apiError(url, what);
	return { answer: { url, text }, json };
}

function iodaError(json: Json): string | undefined {
	return typeof json["error"] === "string" && json["error"] !== ""
		? "answers with an error"
		: undefined;
}
