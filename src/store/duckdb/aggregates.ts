/**
 * Verdicts counted: cells by hour and layer, and days for the pages. Both are
 * pure functions of one partition of verdicts. A session is a `report_id`; a
 * measurement without one is its own. Sessions are counted where they said
 * anything (any state but `insufficient`), since only those carry evidence (P4).
 */
import { LAYERS, STATES } from "../../model/index.ts";
import { SESSION_TEXT } from "../session.ts";

const STATE_COUNTS = STATES.map(
	(state) => `count(*) FILTER (state = '${state}')::INTEGER AS ${state}_count`,
);

/** Rule that decided the target: that of the first layer which has the target's state. */
const DECIDING_RULE = `CASE ${LAYERS.map(
	(layer) =>
		`WHEN ${layer}_evidence = 'scored' AND ${layer}_state = state THEN ${layer}_rule`,
).join(" ")} ELSE '' END`;

/** Cells of verdicts, as what stands behind FROM gives them: one a target, network, layer and hour. Layers that are masked or saw nothing are left out. */
export function cellsQuery(verdicts: string): string {
	const said = [
		`{'layer': 'all', 'state': state, 'rule': ${DECIDING_RULE}, 'evidence': 'scored'}`,
		...LAYERS.map(
			(layer) =>
				`{'layer': '${layer}', 'state': ${layer}_state, 'rule': ${layer}_rule, 'evidence': ${layer}_evidence}`,
		),
	];
	return `
WITH said AS (
	SELECT cc, asn, resolver_asn, target, service, function, measured_at,
		hash(${SESSION_TEXT}) AS session, unnest([${said.join(", ")}], recursive := true)
	FROM ${verdicts}
	WHERE target <> ''
)
SELECT cc, asn,
	(CASE WHEN layer = 'dns' THEN resolver_asn ELSE 0 END)::UINTEGER AS resolver_asn,
	target, service, function, layer, date_trunc('hour', measured_at) AS hour,
	${STATE_COUNTS.join(", ")},
	count(*)::INTEGER AS measurement_count,
	${distinct("session", "state <> 'insufficient'")} AS session_count,
	${distinct("session", "state IN ('blocked', 'likely_blocked', 'throttled')")} AS restricted_session_count,
	${distinct("said.resolver_asn", "true")} AS resolver_count,
	coalesce(histogram(rule) FILTER (rule <> ''), MAP {})::MAP(VARCHAR, INTEGER) AS rules
FROM said
WHERE evidence = 'scored'
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY cc, target, asn, 3, layer, hour, service, function`;
}

/** Groups are small and many: a list of each is cheaper than DuckDB's own distinct counts, which hash every group's key once more. */
function distinct(value: string, where: string): string {
	return `coalesce(len(list_distinct(list(${value}) FILTER (${where}))), 0)::INTEGER`;
}

/** States from the weakest claim to the strongest: between equal counts the stronger is shown. */
const RANK = `list_position(['insufficient', 'impaired', 'ok', 'down', 'throttled', 'likely_blocked', 'blocked'], state)`;

/** The day of verdicts that are all of one day: one a target and network. */
export function dailyQuery(verdicts: string): string {
	return `
WITH verdict AS (
	SELECT *, ${SESSION_TEXT} AS session
	FROM ${verdicts}
	WHERE target <> ''
), network AS (
	SELECT cc, asn, max({'n': n, 'name': network_name}).name AS network_name
	FROM (SELECT cc, asn, network_name, count(*) AS n FROM verdict WHERE network_name <> '' GROUP BY ALL)
	GROUP BY ALL
), mechanism AS (
	SELECT cc, asn, target, service, function, max({'n': n, 'name': mechanism}).name AS mechanism
	FROM (
		SELECT cc, asn, target, service, function, mechanism, count(*) AS n
		FROM verdict WHERE mechanism <> '' GROUP BY ALL
	)
	GROUP BY ALL
), witness AS (
	SELECT cc, asn, target, service, function, max({'n': n, 'rank': rank, 'last': last}).last.uid AS witness_uid
	FROM (
		SELECT cc, asn, target, service, function, ${RANK} AS rank, count(*) AS n,
			max({'at': measured_at, 'uid': uid}) AS last
		FROM verdict GROUP BY ALL
	)
	GROUP BY ALL
), counted AS (
	SELECT cc, asn, target, service, function,
		${STATE_COUNTS.join(", ")},
		count(*)::INTEGER AS measurement_count,
		${distinct("session", "state <> 'insufficient'")} AS session_count,
		${distinct("session", "state IN ('blocked', 'likely_blocked')")} AS blocked_session_count,
		${distinct("session", "state = 'ok'")} AS ok_session_count,
		min(measured_at)::DATE AS day,
		max(measured_at) AS last_measured_at
	FROM verdict GROUP BY ALL
)
SELECT day, cc, asn, coalesce(network_name, '') AS network_name, target, service, function,
	blocked_count, likely_blocked_count, throttled_count, impaired_count, down_count, ok_count,
	insufficient_count, measurement_count, session_count, blocked_session_count, ok_session_count,
	coalesce(mechanism, '') AS mechanism, last_measured_at, witness_uid
FROM counted
LEFT JOIN network USING (cc, asn)
LEFT JOIN mechanism USING (cc, asn, target, service, function)
JOIN witness USING (cc, asn, target, service, function)
ORDER BY cc, service, target, asn, day, function`;
}
