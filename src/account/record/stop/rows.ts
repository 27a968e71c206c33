/**
 * Access Now's STOP data, whose columns changed over the years: three
 * generations come in, rows of one form go out. Words are trimmed and matched
 * without regard to case, since the sheets spell them in many ways.
 */
import { type CsvRow, readCsv } from "../../../reference/index.ts";

export const STOP_GENERATIONS = ["2016-2018", "2019", "2020-"] as const;
export type StopGeneration = (typeof STOP_GENERATIONS)[number];

/** One row, by the names of the latest generation. Empty: not filled in, or no such column. */
export interface StopRow {
	/** Line of the file on which it ends. */
	readonly line: number;
	readonly generation: StopGeneration;
	readonly countries: readonly string[];
	readonly startOn: string;
	readonly isEstimated: boolean;
	readonly endOn: string;
	readonly isOngoing: boolean;
	readonly status: string;
	/** As written; days, by two definitions. */
	readonly duration: string;
	readonly geoScope: string;
	readonly areaName: string;
	readonly isShutdown: boolean;
	readonly isThrottle: boolean;
	readonly isMobile: boolean;
	readonly isBroadband: boolean;
	readonly isFullNetwork: boolean;
	readonly isServiceBased: boolean;
	/** Services, and SMS and phone calls, that are marked as affected. */
	readonly services: readonly string[];
	readonly orderedBy: string;
	readonly cause: string;
	readonly justification: string;
	readonly acknowledged: YesNo;
	readonly legalJustification: YesNo;
	readonly legalMethod: string;
	readonly usersNotified: YesNo;
	readonly operators: readonly string[];
	readonly links: readonly string[];
	/** Access Now's own words. */
	readonly narrative: string;
	/** Year in which the row is counted; long events are counted in several. */
	readonly countYear: string;
}

export type YesNo = "yes" | "no" | "unknown";

export interface StopTable {
	readonly generation: StopGeneration | undefined;
	readonly rows: readonly StopRow[];
	/** Lines that could not be read at all. */
	readonly problems: readonly string[];
}

/** Columns that only one generation has. */
const MARKS: readonly (readonly [StopGeneration, readonly string[]])[] = [
	["2016-2018", ["shutdown_type_group", "services_affected"]],
	["2019", ["full or service-based", "shutdown_type_new"]],
	["2020-", ["shutdown_extent", "affected_network", "gov_justification"]],
];

/** Whether a header line is one of the generations'. */
export function generationOf(
	columns: readonly string[],
): StopGeneration | undefined {
	const names = columns.map(normal);
	return MARKS.find(([, marks]) =>
		marks.every((mark) => names.includes(mark)),
	)?.[0];
}

export function readStopTable(csv: string): StopTable {
	const table = readCsv(csv, []);
	const generation = generationOf(table.columns);
	if (!generation)
		return {
			generation,
			rows: [],
			problems: ["line 1: not the columns of STOP in any generation"],
		};
	const actual = new Map(table.columns.map((name) => [normal(name), name]));
	const read = READERS[generation];
	return {
		generation,
		rows: table.rows.map((row) => {
			const get = (name: string): string =>
				row.get(actual.get(name) ?? "").trim();
			return { ...read(get), ...shared(get, row, generation) };
		}),
		problems: table.problems,
	};
}

type Get = (column: string) => string;
type SharedFields =
	| "line"
	| "generation"
	| "countries"
	| "startOn"
	| "endOn"
	| "isOngoing"
	| "areaName"
	| "geoScope"
	| "orderedBy";

function shared(
	get: Get,
	row: CsvRow,
	generation: StopGeneration,
): Pick<StopRow, SharedFields> {
	const end = get("end_date");
	return {
		line: row.line,
		generation,
		countries: partsOf(get("country"), ";"),
		startOn: get("start_date"),
		endOn:
			is(end, "ongoing") || is(end, "unkown") || is(end, "unknown") ? "" : end,
		isOngoing: is(end, "ongoing") || is(get("shutdown_status"), "ongoing"),
		areaName: get("area_name"),
		geoScope: get("geo_scope"),
		orderedBy: [get("ordered_by"), get("decision_maker")]
			.filter((part) => part !== "" && !isUnknown(part))
			.join("; "),
	};
}

type OwnFields = Omit<StopRow, SharedFields>;

const READERS: Readonly<Record<StopGeneration, (get: Get) => OwnFields>> = {
	"2016-2018": (get) => {
		const types = partsOf(get("shutdown_type").toLowerCase(), ",");
		const has = (word: string): boolean =>
			types.some((type) => type.includes(word));
		const isFull = has("internet") || has("full");
		return {
			isEstimated: false,
			status: "",
			duration: get("duration_days"),
			isShutdown: isFull || has("service"),
			isThrottle: has("throttling"),
			isMobile: has("mobile"),
			isBroadband: has("broadband"),
			isFullNetwork: isFull,
			isServiceBased: has("service"),
			services: [
				...(has("service") ? partsOf(get("service_details"), ",") : []),
				...(has("sms") ? ["SMS"] : []),
				...(has("telephony") ? ["phone calls"] : []),
			],
			cause: known(get("actual_cause")),
			justification: known(get("official_just")),
			acknowledged: "unknown",
			legalJustification: "unknown",
			legalMethod: "",
			usersNotified: "unknown",
			operators: [],
			links: linksOf(get("news_link"), get("an_link")),
			narrative: [get("event"), get("notes")].filter(Boolean).join("\n"),
			countYear: get("year"),
		};
	},
	"2019": (get) => {
		const networks = get("affected_network").toLowerCase();
		const extent = get("full or service-based").toLowerCase();
		const type = get("shutdown_type_new").toLowerCase();
		return {
			isEstimated: false,
			status: "",
			duration: get("duration"),
			isShutdown: type.includes("shutdown"),
			isThrottle: type.includes("throttle"),
			isMobile: networks.includes("mobile"),
			isBroadband: networks.includes("broadband"),
			isFullNetwork: extent.includes("full"),
			isServiceBased: extent.includes("service"),
			services: [
				...flaggedServices(get, "1.0"),
				...partsOf(get("other_service_details (specify)"), ","),
				...(/sms/i.test(get("sms_and_phone_call_affected")) ? ["SMS"] : []),
				...(/phone/i.test(get("sms_and_phone_call_affected"))
					? ["phone calls"]
					: []),
			],
			cause: known(get("actual_cause")),
			justification: known(get("official_just")),
			acknowledged: yesNo(get("gov_ack")),
			legalJustification: yesNo(get("legal_justif")),
			legalMethod: get("legal_method"),
			usersNotified: yesNo(get("users_notified")),
			operators: partsOf(get("telcos_involved"), ","),
			links: linksOf(get("news_link"), get("an_link")),
			narrative: [get("event"), get("off_statement"), get("notes")]
				.filter(Boolean)
				.join("\n"),
			countYear: "2019",
		};
	},
	"2020-": (get) => ({
		isEstimated: is(get("start_date_type"), "estimated"),
		status: get("shutdown_status"),
		duration: get("duration"),
		isShutdown: /shutdown/i.test(get("shutdown_type")),
		isThrottle: /throttle/i.test(get("shutdown_type")),
		isMobile: /mobile/i.test(get("affected_network")),
		isBroadband: /broadband/i.test(get("affected_network")),
		isFullNetwork: /full network/i.test(get("shutdown_extent")),
		isServiceBased: /service-based/i.test(get("shutdown_extent")),
		services: [
			...flaggedServices(get, "yes"),
			...partsOf(get("other_affected"), ","),
			...(is(get("sms_affected"), "yes") ? ["SMS"] : []),
			...(is(get("phonecall_affected"), "yes") ? ["phone calls"] : []),
		],
		cause: known(get("actual_cause")),
		justification: [known(get("gov_justification")), get("gov_just_details")]
			.filter(Boolean)
			.join(": "),
		acknowledged: yesNo(get("gov_ack")),
		legalJustification: yesNo(get("legal_just")),
		legalMethod: get("legal_method"),
		usersNotified: yesNo(get("users_notified")),
		operators: partsOf(get("telcos_involved"), ","),
		links: linksOf(
			get("info_source_link"),
			get("gov_ack_source"),
			get("an_link"),
		),
		narrative: [get("event"), get("gov_ack_quote")].filter(Boolean).join("\n"),
		countYear: get("count_year"),
	}),
};

const FLAGGED = ["Facebook", "Twitter", "WhatsApp", "Instagram", "Telegram"];

function flaggedServices(get: Get, yes: string): readonly string[] {
	return FLAGGED.filter((name) =>
		is(get(`${name.toLowerCase()}_affected`), yes),
	);
}

function yesNo(text: string): YesNo {
	return is(text, "yes") ? "yes" : is(text, "no") ? "no" : "unknown";
}

function known(text: string): string {
	return isUnknown(text) || is(text, "none") ? "" : text;
}

function isUnknown(text: string): boolean {
	return ["unknown", "uknown", "unkown", "not sure"].some((word) =>
		is(text, word),
	);
}

function is(text: string, word: string): boolean {
	return text.trim().toLowerCase() === word;
}

function normal(column: string): string {
	return column.trim().toLowerCase();
}

function partsOf(text: string, separator: string): readonly string[] {
	return text
		.split(separator)
		.map((part) => part.trim())
		.filter((part) => part !== "" && !isUnknown(part));
}

/** Web addresses in free text, each once. */
function linksOf(...texts: readonly string[]): readonly string[] {
	const links = texts.flatMap(
		(text) => text.match(/https?:\/\/[^\s;,"<>]+/g) ?? [],
	);
	return [...new Set(links)].filter((link) => URL.canParse(link));
}
