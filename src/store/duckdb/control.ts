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
 *
 * A session that both worked and failed counts as worked.
 */
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
		},
	]),
);

/** Addresses that cannot be on the internet: plain HTTP from them proves nothing about a name. */
const NOT_PUBLIC =
	"^(0|10|127|169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|22[4-9]|2[3-5][0-9])\\.|^(::|f[cdef])";

/** The control rows of the measurements in one Parquet file. */
export function controlQuery(measurements: string): string {
	return `
WITH fact AS (
	SELECT uid, probe_cc AS cc, probe_asn AS asn,
		CASE WHEN report_id = '' THEN uid ELSE report_id END AS session,
		unnest(from_json(facts, ${FACTS})) AS o
	FROM read_parquet(${quote(measurements)})
	WHERE NOT conflict AND probe_asn <> 0 AND probe_cc <> 'ZZ'
), probe AS (
	SELECT uid, cc, asn, session, o.* FROM fact WHERE o.vantage = 'probe'
), address_as AS (
	SELECT uid, a.ip AS ip, max(a.asn) AS address_asn
	FROM (SELECT uid, unnest(o.answers) AS a FROM fact WHERE o.layer = 'dns')
	WHERE a.ip IS NOT NULL AND a.asn > 0
	GROUP BY ALL
), served AS (
	SELECT uid, cc, asn, session, serverName AS hostname, ip, failure IS NULL AND verified AS worked
	FROM probe
	WHERE layer = 'tls' AND serverName <> '' AND ip IS NOT NULL
	UNION ALL
	SELECT uid, cc, asn, session, hostname, ip, true AS worked
	FROM probe
	WHERE layer = 'http' AND starts_with(url, 'http://') AND ip IS NOT NULL
		AND failure IS NULL AND statusCode BETWEEN 200 AND 399
		AND NOT regexp_matches(ip, ${quote(NOT_PUBLIC)})
), said AS (
	SELECT 'address' AS kind, hostname, ip AS key, cc, asn, session, worked FROM served
	UNION ALL
	SELECT 'asn', hostname, address_asn::VARCHAR, cc, asn, session, worked
	FROM served JOIN address_as USING (uid, ip)
	UNION ALL
	SELECT 'resolution', hostname, '', cc, asn, session, failure IS NULL
	FROM probe WHERE layer = 'dns' AND engine = 'getaddrinfo'
	UNION ALL
	SELECT layer, coalesce(nullif(hostname, ''), serverName), '', cc, asn, session,
		failure IS NULL AND (layer <> 'tls' OR coalesce(verified, false))
	FROM probe WHERE layer IN ('tcp', 'tls', 'http') AND depth = 0
), by_session AS (
	SELECT kind, hostname, key, cc, asn, session, bool_or(worked) AS worked
	FROM said WHERE hostname <> '' AND worked IS NOT NULL
	GROUP BY ALL
)
SELECT kind, hostname, key, cc, asn,
	count(*) FILTER (worked)::INTEGER AS ok_count,
	count(*) FILTER (NOT worked)::INTEGER AS failed_count
FROM by_session
GROUP BY ALL
ORDER BY kind, hostname, key, cc, asn`;
}

/**
 * How many networks of each country agree over several days: a network counts
 * as ok where sessions that worked outnumber those that failed.
 */
export function controlWindowQuery(files: readonly string[]): string {
	return `
WITH network AS (
	SELECT kind, hostname, key, cc, asn, sum(ok_count) > sum(failed_count) AS ok
	FROM read_parquet([${files.map(quote).join(", ")}], hive_partitioning = false)
	GROUP BY kind, hostname, key, cc, asn
)
SELECT kind, hostname, key, cc,
	count(*) FILTER (ok) AS ok_networks, count(*) FILTER (NOT ok) AS failed_networks
FROM network
GROUP BY ALL
ORDER BY kind, hostname, key, cc`;
}
