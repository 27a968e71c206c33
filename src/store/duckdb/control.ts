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
 *                 (these and resolution by the hour, which is their key)
 *   speed         download speed of the name, kbit/s: the day's median, as ok_count
 *   instrument    runs of one instrument (the key: test name, then versions and
 *                 platform) that did, and did not, get through to a target
 *
 * A session that both worked and failed counts as worked.
 */

import { addDays } from "../../base/index.ts";
import {
	CONTROL_NETWORKS,
	DEFECT_NETWORKS,
	OUTAGE_SPAN_HOURS,
	WIDE_HOUR,
} from "../../judge/verdicts/index.ts";

const BY_HOUR = "kind IN ('resolution', 'tcp', 'tls', 'http')";

/**
 * How many networks of each country agree over several days: a network counts
 * as ok where sessions that worked outnumber those that failed. What fewer
 * networks saw than a control needs is left out. Then, of the hours of the last
 * day in which a name may have been down everywhere, and of that day (keys as in `NetworkControlRow`),
 * how the networks fared that are ok over the days: only hours in which, some
 * country or none left out, as many of them failed as a control needs, and no
 * fewer than got through. `control` stands behind FROM here and below: rows of
 * the control table.
 */
export function controlWindowQuery(control: string, lastDay: string): string {
	const since = `${addDays(lastDay, -1)}T${24 - OUTAGE_SPAN_HOURS}`;
	return `
WITH counted AS (
	SELECT kind, hostname, key, cc, asn, ok_count, failed_count,
		CASE WHEN ${BY_HOUR} AND key <> '' THEN split_part(key, 'T', 2) ELSE '0' END::INTEGER AS hour_of_day
	FROM ${control}
	WHERE kind NOT IN ('speed', 'instrument')
), network AS (
	SELECT kind, hostname, CASE WHEN ${BY_HOUR} THEN '' ELSE key END AS place, cc, asn,
		sum(ok_count) > sum(failed_count) AS ok
	FROM counted
	GROUP BY ALL
), country AS (
	SELECT kind, hostname, place AS key, cc,
		count(*) FILTER (ok) AS ok_networks, count(*) FILTER (NOT ok) AS failed_networks
	FROM network
	GROUP BY ALL
), doubtful AS (
	SELECT kind, hostname
	FROM counted
	WHERE ${BY_HOUR} AND key >= '${since}' AND failed_count >= ok_count
	GROUP BY kind, hostname
	HAVING count(*) >= ${CONTROL_NETWORKS}
), look AS (
	SELECT counted.kind AS kind, counted.hostname AS hostname, counted.cc AS cc, counted.asn AS asn, ok_count, failed_count,
		hour_of_day - CASE WHEN counted.key < '${lastDay}' THEN 24 ELSE 0 END AS hour
	FROM counted
	JOIN network ON counted.kind = network.kind AND counted.hostname = network.hostname
		AND counted.cc = network.cc AND counted.asn = network.asn
	WHERE network.ok AND network.place = '' AND counted.${BY_HOUR} AND counted.key >= '${since}'
		AND (counted.kind, counted.hostname) IN (SELECT kind, hostname FROM doubtful)
), seen AS (
${hourSpans()}
), fared AS (
	SELECT kind, hostname, key, cc, asn, sum(ok_count) > sum(failed_count) AS ok
	FROM seen
	GROUP BY ALL
), hourly AS (
	SELECT kind, hostname, key, cc,
		count(*) FILTER (ok) AS ok_networks, count(*) FILTER (NOT ok) AS failed_networks
	FROM fared
	GROUP BY ALL
), whole AS (
	SELECT kind, hostname, key, cc, ok_networks, failed_networks,
		sum(ok_networks) OVER (PARTITION BY kind, hostname, key) AS all_ok,
		sum(failed_networks) OVER (PARTITION BY kind, hostname, key) AS all_failed
	FROM hourly
), outage AS (
	SELECT kind, hostname, key, cc, ok_networks, failed_networks
	FROM whole
	QUALIFY bool_or(all_failed - failed_networks >= ${CONTROL_NETWORKS} AND all_failed - failed_networks >= all_ok - ok_networks)
		OVER (PARTITION BY kind, hostname, key)
		OR bool_or(all_failed >= ${CONTROL_NETWORKS} AND all_failed >= all_ok) OVER (PARTITION BY kind, hostname, key)
)
SELECT kind, hostname, key, cc, ok_networks, failed_networks FROM (
	SELECT kind, hostname, key, cc, ok_networks, failed_networks
	FROM country
	QUALIFY sum(ok_networks + failed_networks) OVER (PARTITION BY kind, hostname, key) >= ${CONTROL_NETWORKS}
	UNION ALL
	SELECT kind, hostname, key, cc, ok_networks, failed_networks
	FROM outage
) AS told
ORDER BY kind, hostname, key, cc`;
}

/** Every look put to its own hour, to all hours that it is near to, and to the day: an outage is seen where many look, and where few do. */
function hourSpans(): string {
	const put = (shift: number, key: string): string => `
	SELECT kind, hostname, cc, asn, ok_count, failed_count, ${key} AS key
	FROM look
	WHERE hour + ${shift} BETWEEN 0 AND 23`;
	const shifts = Array.from(
		{ length: 2 * OUTAGE_SPAN_HOURS + 1 },
		(_, i) => i - OUTAGE_SPAN_HOURS,
	);
	return [
		put(0, "hour::VARCHAR"),
		put(0, `'${WIDE_HOUR}'`),
		...shifts.map((shift) =>
			put(shift, `'${WIDE_HOUR}' || (hour + ${shift})::VARCHAR`),
		),
	].join("\n\tUNION ALL");
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
