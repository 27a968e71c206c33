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
} from "../../judge/verdicts/index.ts";

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
