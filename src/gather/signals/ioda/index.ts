/** IODA (Georgia Tech): API v2 answers, the page's CSV export, and the curated list of outages. */
import { isRecord } from "../../../model/index.ts";
import {
	ccOf,
	ccOfName,
	instantOf,
	numberOf,
	secondsOf,
	textOf,
} from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { Collector, SignalReader } from "../types.ts";
import { IODA, IODA_LICENCE, iodaKey } from "./key.ts";
import { readAlerts, readOutage } from "./outages.ts";
import { isRawSeries, readRaw } from "./raw.ts";

/** Columns of the page's export. Values are per cent of the column's maximum in the export. */
const EXPORTED: Readonly<Record<string, string>> = {
	"Google (Search)": "gtr.WEB_SEARCH",
	"Telescope (# Unique Source IPs)": "merit-nt",
	"BGP (#Visible /24s)": "bgp",
	"Active Probing (#/24s Up)": "ping-slash24",
	"Mozilla (City Count)": "mozilla",
};

/** Answers of the API. */
export const iodaApi: SignalReader = {
	source: IODA,
	verified: true,
	accepts: (_, json) =>
		isRecord(json) &&
		"data" in json &&
		("requestParameters" in json || "copyright" in json),
	read(_, json, options, out) {
		const answer = json as Readonly<Record<string, unknown>>;
		if (typeof answer["error"] === "string" && answer["error"] !== "")
			return out.reject("error", "the API answers with an error");
		const parameters = isRecord(answer["requestParameters"])
			? answer["requestParameters"]
			: {};
		const alerts: { item: Readonly<Record<string, unknown>>; place: string }[] =
			[];
		for (const [item, place] of leaves(answer["data"], "data")) {
			if (isRawSeries(item)) readRaw(item, place, options, out);
			else if (!isRecord(item)) out.reject(place, "not an object");
			else if ("level" in item) alerts.push({ item, place });
			else readOutage(item, parameters, place, options, out);
		}
		readAlerts(
			alerts.map(({ item }) => item),
			(i) => alerts[i]?.place ?? "data",
			options,
			out,
		);
	},
};

/** Series come in arrays of arrays, one inner array for each entity. */
function* leaves(
	value: unknown,
	place: string,
): Iterable<readonly [unknown, string]> {
	if (!Array.isArray(value)) yield [value, place];
	else
		for (const [i, part] of value.entries())
			yield* leaves(part, `${place}[${i}]`);
}

/** The CSV that IODA's page exports. */
export const iodaExport: SignalReader = {
	source: IODA,
	verified: true,
	accepts: ({ text }) => {
		const header = headerOf(text);
		return (
			header.startsWith("Time (UTC)") &&
			Object.keys(EXPORTED).some((name) => header.includes(name))
		);
	},
	read({ name, text }, _, options, out) {
		const entity = {
			cc: ccOf(options, name),
			area: options.area ?? null,
			asn: options.asn ?? null,
		};
		const keys = new Map(
			Object.entries(EXPORTED).map(
				([column, measure]) =>
					[
						column,
						iodaKey(measure, entity, "per cent of the export's maximum"),
					] as const,
			),
		);
		readRows(text, ["Time (UTC)"], out, (row, columns) => {
			const at = secondsOf(row.get("Time (UTC)"));
			if (at === undefined) return "no time";
			let fault: string | undefined;
			for (const [column, key] of keys) {
				if (!columns.includes(column)) continue;
				const cell = row.get(column);
				const value = numberOf(cell);
				if (cell !== "" && value === undefined)
					fault = `${column}: not a number`;
				else out.add(key, at, value ?? "gap");
			}
			return fault;
		});
	},
};

/** IODA's hand-kept list of outages. */
export const iodaCurated: SignalReader = {
	source: IODA,
	verified: true,
	accepts: ({ text }) =>
		headerOf(text).startsWith("id,begin_utc,end_utc,country"),
	read: ({ text }, _, __, out) => readCurated(text, out),
};

function readCurated(text: string, out: Collector): void {
	readRows(text, ["id", "begin_utc", "end_utc", "country"], out, (row) => {
		const cc = ccOfName(row.get("country"));
		if (cc === undefined) return "a country of no known name";
		const [start, end] = [
			secondsOf(row.get("begin_utc")),
			secondsOf(row.get("end_utc")),
		];
		const startedAt = start === undefined ? undefined : instantOf(start);
		if (start === undefined || startedAt === undefined) return "no start";
		if (end !== undefined && end < start) return "ends before it starts";
		const scope = row.get("scope");
		out.tell({
			source: IODA,
			measure: "curated",
			entity: {
				cc,
				area: /^Region \((.+)\)$/.exec(scope)?.[1] ?? null,
				asn: null,
			},
			access: /mobile/i.test(scope) ? "mobile" : null,
			startedAt,
			endedAt: (end === undefined ? undefined : instantOf(end)) ?? null,
			cause: textOf(row.get("cause")),
			scope: textOf(scope),
			description: textOf(row.get("notes")),
			depth: null,
			score: null,
			confirmed:
				row.get("confirmation") === ""
					? null
					: row.get("confirmation") === "Confirmed",
			url: null,
			licence: IODA_LICENCE,
			verified: true,
		});
		return undefined;
	});
}
