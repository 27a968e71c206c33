/**
 * A measurement without what would let who has flow logs find its probe:
 * times to the hour, no report id, no resolver, no answer's own clock or
 * identifiers, and the network only where it is shown.
 */
import { isRecord } from "../../model/index.ts";

type Row = Readonly<Record<string, unknown>>;

export interface CoarseAs {
	readonly hourMs: number;
	/** Stands for the session, within one cell only. */
	readonly session: string;
	readonly uid: string;
	readonly withNetwork: boolean;
}

/** Of an answer's headers only what says who answered; a Date to the second, cookies and request ids would tell more. */
const KEPT_HEADERS = new Set([
	"content-language",
	"content-length",
	"content-type",
	"location",
	"server",
	"via",
	"www-authenticate",
]);
/** Who resolved, and bytes that hold more than the fields read from them. */
const LEFT_OUT = new Set([
	"client_resolver",
	"raw_response",
	"resolver_address",
	"resolver_hostname",
	"x_conn_priority_log",
	"x_dns_whoami",
]);
const KEPT_ANNOTATIONS = ["engine_version", "platform"];
/** Times of day, and seconds or milliseconds since 1970. */
const TIME =
	/(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)|(?<!\d)1[4-9]\d{8}(?:\d{3})?(?!\d)/g;

export function coarsen(measurement: Row, as: CoarseAs): Row {
	const hour = new Date(as.hourMs).toISOString().slice(0, 19).replace("T", " ");
	const annotations = isRecord(measurement["annotations"])
		? measurement["annotations"]
		: {};
	const pick = (key: string, unknown: unknown) =>
		as.withNetwork ? measurement[key] : unknown;
	return {
		annotations: Object.fromEntries(
			KEPT_ANNOTATIONS.flatMap((key) =>
				typeof annotations[key] === "string" ? [[key, annotations[key]]] : [],
			),
		),
		data_format_version: measurement["data_format_version"],
		input: measurement["input"] ?? null,
		measurement_start_time: hour,
		measurement_uid: as.uid,
		probe_asn: pick("probe_asn", "AS0"),
		probe_cc: measurement["probe_cc"],
		probe_ip: "127.0.0.1",
		probe_network_name: pick("probe_network_name", ""),
		report_id: as.session,
		resolver_asn: pick("resolver_asn", "AS0"),
		resolver_ip: "",
		resolver_network_name: pick("resolver_network_name", ""),
		software_name: measurement["software_name"],
		software_version: measurement["software_version"],
		test_keys: coarse(measurement["test_keys"], measurement["input"]),
		test_name: measurement["test_name"],
		test_start_time: hour,
		test_version: measurement["test_version"],
	};
}

function coarse(value: unknown, input: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => coarse(one, input));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, inner]) => {
			if (LEFT_OUT.has(key)) return [];
			if (key === "headers" && isRecord(inner))
				return [[key, Object.fromEntries(keptHeaders(Object.entries(inner)))]];
			if (key === "headers_list" && Array.isArray(inner))
				return [[key, keptHeaders(inner.filter(Array.isArray))]];
			// A page that is no text is left out: nobody can see what it holds.
			if (key === "body")
				return [[key, typeof inner === "string" ? withoutTimes(inner) : ""]];
			// Where a redirect led may name the second; what was asked for does not.
			if (key === "url" && inner !== input) return [[key, withoutTimes(inner)]];
			return [[key, coarse(inner, input)]];
		}),
	);
}

function keptHeaders(headers: readonly (readonly unknown[])[]) {
	return headers.flatMap(([name, value]): (readonly [string, unknown])[] =>
		typeof name === "string" && KEPT_HEADERS.has(name.toLowerCase())
			? [[name, withoutTimes(value)]]
			: [],
	);
}

function withoutTimes(value: unknown): unknown {
	return typeof value === "string" ? value.replace(TIME, "[time]") : value;
}
