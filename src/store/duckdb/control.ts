/**
 * The control table: what each network saw of a hostname, a day at a time
 * (P7: one row an hour's worth of forged sessions can never outvote other
 * networks, since a window counts distinct networks, not sessions). Measurements
 * flagged as conflicting, and those of unknown network or country, are left out.
 *
 *   address, asn  the address (or its AS) served the name: a TLS handshake
 *                 verified for it, or plain HTTP answered with 2xx or 3xx
 *   resolution    the system resolver gave an answer for the name
 *   tcp tls http  the layer worked for the name itself (not behind a redirect)
 *   speed         download speed of the name, kbit/s: the day's median, as ok_count
 *   instrument    runs of one instrument (the key: test name, then versions and
 *                 platform) that did, and did not, get through to a target
 *
 * A session that both worked and failed counts as worked.
 */

import {
	CONTROL_NETWORKS,
	DEFECT_NETWORKS,
	SPEED_MIN_BYTES,
} from "../../judge/verdicts/index.ts";
import { SESSION_TEXT } from "../session.ts";
import { quote } from "./engine.ts";

const FACTS = quote(
	JSON.stringify([
		{
			layer: "VARCHAR",
			vantage: "VARCHAR",
			depth: "INTEGER",
			failure: "VARCHAR",
			hostname: "VARCHAR",
			ip: "VARCHAR",
			engine: "VARCHAR",
			answers: [{ ip: "VARCHAR", asn: "UINTEGER" }],
			serverName: "VARCHAR",
			verified: "BOOLEAN",
			statusCode: "INTEGER",
			url: "VARCHAR",
			readBytes: "DOUBLE",
			readSpanMs: "DOUBLE",
		},
	]),
);

/** Addresses that cannot be on the internet: plain HTTP from them proves nothing about a name. */
const NOT_PUBLIC =
	"^(0|10|127|169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|22[4-9]|2[3-5][0-9])\\.|^(::|f[cdef])";

/** The host that an input names; empty where it names none. */
const HOST =
	"lower(regexp_extract(input, '^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)', 1))";
/** What a run of an instrument was about: the host as targets are named, or the test itself. */
const TARGET = `CASE WHEN host = '' OR test_name = 'openvpn' THEN test_name
	WHEN starts_with(host, 'www.') AND contains(host[5:], '.') THEN host[5:]
	ELSE host END`;
/** Whether a run got through: to a page where it asked for one, else in every exchange. Null where it had none. */
const GOT_THROUGH = `CASE
	WHEN host <> '' AND len(list_filter(facts, lambda o: o.layer = 'http')) > 0
	THEN len(list_filter(facts, lambda o: o.layer = 'http' AND o.failure IS NULL)) > 0
	ELSE list_bool_and(list_transform(
		list_filter(facts, lambda o: o.layer IN ('tls', 'http', 'app')), lambda o: o.failure IS NULL
	)) END`;

/**
 * Observations of a measurement, and answers to its look-ups, that are looked
 * at: far more than honest ones have, so that hostile thousands fill no memory.
 */
const MOST_FACTS = 1000;
const MOST_ANSWERS = 64;

const WORKED = "o.failure IS NULL AND coalesce(o.verified, false)";

/**
 * The control rows of the measurements in one Parquet file. One pass, in which
 * nothing is kept but the counts: every observation is spread out into what it
 * says, the run as a whole beside them, and that is counted by session.
 */
export function controlQuery(measurements: string): string {
	return `
WITH measurement AS NOT MATERIALIZED (
	SELECT probe_cc AS cc, probe_asn AS asn, from_json(facts, ${FACTS}) AS facts, test_name, ${HOST} AS host,
		test_name || chr(10) || concat_ws(' ', test_version, software_name, software_version, platform) AS instrument,
		hash(${SESSION_TEXT}) AS session, hash(uid) AS run
	FROM read_parquet(${quote(measurements)}, hive_partitioning = false)
	WHERE NOT conflict AND probe_asn <> 0 AND probe_cc <> 'ZZ'
), told AS NOT MATERIALIZED (
	SELECT cc, asn, session, run, instrument, host, ${TARGET} AS target,
		list_filter(facts, lambda o: o.vantage = 'probe')[:${MOST_FACTS}] AS facts,
		list_filter(
			flatten(list_transform(list_filter(facts, lambda o: o.layer = 'dns'), lambda o: o.answers)),
			lambda a: a.asn > 0
		)[:${MOST_ANSWERS}] AS answers
	FROM measurement
), fact AS NOT MATERIALIZED (
	SELECT cc, asn, session, run, answers, unnest(list_append(facts, ${RUN_AS_FACT})) AS o FROM told
), said AS NOT MATERIALIZED (
	SELECT cc, asn, CASE o.layer WHEN 'run' THEN run ELSE session END AS session, unnest(CASE
		WHEN o.layer = 'dns' AND o.engine = 'getaddrinfo' THEN [
			${saying("resolution", "o.hostname", "''", "o.failure IS NULL")}
		]
		WHEN o.layer = 'tcp' THEN [
			${saying("tcp", atDepth0("o.hostname"), "''", "o.failure IS NULL")}
		]
		WHEN o.layer = 'tls' THEN [
			${saying("tls", atDepth0("coalesce(nullif(o.hostname, ''), o.serverName)"), "''", WORKED)},
			${saying("address", "o.serverName", "o.ip", WORKED)},
			${saying("asn", "o.serverName", ADDRESS_AS, WORKED)}
		]
		WHEN o.layer = 'http' AND ${SERVED_PLAINLY} THEN [
			${saying("http", atDepth0("o.hostname"), "''", "true")},
			${saying("address", "o.hostname", "o.ip", "true")},
			${saying("asn", "o.hostname", ADDRESS_AS, "true")},
			${SPEED}
		]
		WHEN o.layer = 'http' THEN [
			${saying("http", atDepth0("o.hostname"), "''", "o.failure IS NULL")},
			${SPEED}
		]
		WHEN o.layer = 'run' THEN [
			${saying("instrument", "o.hostname", "o.url", "o.verified")}
		]
	END, recursive := true)
	FROM fact
), by_session AS NOT MATERIALIZED (
	SELECT kind, hostname, key, cc, asn, session, bool_or(worked) AS worked, kbps
	FROM said WHERE hostname <> '' AND key IS NOT NULL AND worked IS NOT NULL
	GROUP BY kind, hostname, key, cc, asn, session, kbps
)
SELECT kind, hostname, key, cc, asn,
	(CASE WHEN kind = 'speed' THEN greatest(1, round(median(kbps))) ELSE count(*) FILTER (worked) END)::INTEGER AS ok_count,
	count(*) FILTER (NOT worked)::INTEGER AS failed_count
FROM by_session
GROUP BY kind, hostname, key, cc, asn
ORDER BY kind, hostname, key, cc, asn`;
}

/** The AS of the observation's address, as the measurement's own look-ups state it. */
const ADDRESS_AS =
	"list_filter(answers, lambda a: a.ip = o.ip)[1].asn::VARCHAR";

/** Plain HTTP was answered from a public address. */
const SERVED_PLAINLY = `starts_with(o.url, 'http://') AND o.failure IS NULL
	AND o.statusCode BETWEEN 200 AND 399 AND NOT regexp_matches(o.ip, ${quote(NOT_PUBLIC)})`;

/** What the run as a whole says, in the form of an observation. */
const RUN_AS_FACT = `{
	'layer': 'run', 'vantage': 'probe', 'depth': 0, 'failure': NULL::VARCHAR, 'hostname': target, 'ip': NULL::VARCHAR,
	'engine': NULL::VARCHAR, 'answers': NULL::STRUCT(ip VARCHAR, asn UINTEGER)[], 'serverName': NULL::VARCHAR,
	'verified': ${GOT_THROUGH}, 'statusCode': NULL::INTEGER, 'url': instrument, 'readBytes': NULL::DOUBLE,
	'readSpanMs': NULL::DOUBLE
}`;

/** The download's speed, where enough was read to tell. */
const SPEED = `{
	'kind': 'speed', 'hostname': o.hostname, 'key': '',
	'worked': CASE WHEN o.readBytes >= ${SPEED_MIN_BYTES} AND o.readSpanMs > 0 THEN true END,
	'kbps': o.readBytes * 8 / o.readSpanMs
}`;

function saying(
	kind: string,
	hostname: string,
	key: string,
	worked: string,
): string {
	return `{'kind': '${kind}', 'hostname': ${hostname}, 'key': ${key}, 'worked': ${worked}, 'kbps': NULL::DOUBLE}`;
}

function atDepth0(hostname: string): string {
	return `CASE WHEN o.depth = 0 THEN ${hostname} END`;
}

/**
 * How many networks of each country agree over several days: a network counts
 * as ok where sessions that worked outnumber those that failed. What fewer
 * networks saw than a control needs is left out. `control` stands behind FROM
 * here and below: rows of the control table.
 */
export function controlWindowQuery(control: string): string {
	return `
WITH network AS (
	SELECT kind, hostname, key, cc, asn, sum(ok_count) > sum(failed_count) AS ok
	FROM ${control}
	WHERE kind NOT IN ('speed', 'instrument')
	GROUP BY kind, hostname, key, cc, asn
), country AS (
	SELECT kind, hostname, key, cc,
		count(*) FILTER (ok) AS ok_networks, count(*) FILTER (NOT ok) AS failed_networks
	FROM network
	GROUP BY ALL
)
SELECT * FROM country
QUALIFY sum(ok_networks + failed_networks) OVER (PARTITION BY kind, hostname, key) >= ${CONTROL_NETWORKS}
ORDER BY kind, hostname, key, cc`;
}

/** Median download speed of every host on every network over several days. */
export function speedWindowQuery(control: string): string {
	return `
SELECT hostname, cc, asn, median(ok_count)::DOUBLE AS kbps
FROM ${control}
WHERE kind = 'speed'
GROUP BY hostname, cc, asn
ORDER BY hostname, cc, asn`;
}

/**
 * How every instrument fared with the targets that some instrument failed on
 * nearly everywhere, over several days. A network counts as failed where most
 * of the runs on it did.
 */
export function instrumentWindowQuery(control: string): string {
	return `
WITH network AS (
	SELECT hostname AS target, split_part(key, chr(10), 1) AS test_name, split_part(key, chr(10), 2) AS instrument,
		cc, asn, sum(failed_count) > sum(ok_count) AS failed
	FROM ${control}
	WHERE kind = 'instrument'
	GROUP BY ALL
), fared AS (
	SELECT test_name, target, instrument,
		count(*)::INTEGER AS networks, count(DISTINCT cc)::INTEGER AS countries,
		(count(*) FILTER (failed))::INTEGER AS failed_networks
	FROM network
	GROUP BY ALL
)
SELECT * FROM fared
QUALIFY bool_or(networks >= ${DEFECT_NETWORKS} AND 2 * failed_networks > networks) OVER (PARTITION BY test_name, target)
ORDER BY test_name, target, instrument`;
}
