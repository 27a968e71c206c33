/**
 * The shape of the store that is served: who measures what, where and when,
 * and what is blocked. Sessions of thirty measurements on networks of twelve
 * countries of very unequal size; four in ten measurements are of services;
 * a few targets of each country are blocked for good on most of its networks,
 * and a few for twenty days at a time. Every choice is a hash of what it is
 * about, so that the same number of rows is always the same rows.
 */
import { LAYERS } from "../../src/model/index.ts";
import type { ServiceRegistry } from "../../src/reference/index.ts";
import { quote } from "../../src/store/duckdb/engine.ts";
import type { Column } from "../../src/store/duckdb/schema.ts";
import type { RunKey } from "../../src/store/index.ts";

export const FACTS_TEXTS = 1000;
export const COUNTRIES = [
	"PK",
	"IR",
	"TR",
	"RU",
	"IN",
	"ID",
	"EG",
	"KZ",
	"BD",
	"ET",
	"MM",
	"VE",
] as const;
const SITES = 1500;
const SESSION_SIZE = 30;
const NETWORKS_EACH = 40;
/** Networks of country number n have the numbers from here on, and a hundred for each country before. */
export const FIRST_ASN = 65_000;

/** A number from 0 to 1, from what is hashed. */
const share = (...of: readonly string[]): string =>
	`(hash(${of.join(", ")}) % 1000003) / 1000003.0`;

/** Tables that the statements of a day read: countries, targets and texts of facts. */
export function shapeStatements(
	{ services }: ServiceRegistry,
	facts: readonly string[],
): readonly string[] {
	const served = services.flatMap(({ id, functions }) =>
		functions.flatMap(({ id: name, targets }) =>
			targets.map((target) => [target, id, name] as const),
		),
	);
	const sites = Array.from(
		{ length: SITES },
		(_, n) => [`www.site-${n}.example`, "", ""] as const,
	);
	// Each country measures two thirds of what the one before does.
	let low = 0;
	const all = COUNTRIES.reduce((sum, _, n) => sum + (2 / 3) ** n, 0);
	const countries = COUNTRIES.map((cc, n) => {
		const from = low;
		low += (2 / 3) ** n / all;
		return `(${n}, ${quote(cc)}, ${from}, ${low})`;
	});
	const targets = [...served, ...sites].map(
		(row, n) => `(${n}, ${row.map(quote).join(", ")})`,
	);
	return [
		`CREATE TABLE country AS SELECT * FROM (VALUES ${countries.join(", ")}) t (n, cc, low, high)`,
		`CREATE TABLE target AS SELECT * FROM (VALUES ${targets.join(", ")}) t (t, target, service, "function")`,
		`CREATE TABLE text AS SELECT * FROM (VALUES ${facts.map((text, n) => `(${n}, ${quote(text)})`).join(", ")}) t (n, facts)`,
		`CREATE MACRO served() AS ${served.length}`,
	];
}

/** Makes the table `chosen`: a row a measurement of the day, from number `from` of the store on. */
export function rowsOfDay(day: string, from: number, count: number): string {
	const at = `DATE ${quote(day)}`;
	return `
CREATE OR REPLACE TABLE chosen AS
WITH session AS (
	SELECT s, cc, (${FIRST_ASN} + 100 * n + floor(${NETWORKS_EACH} * pow(${share("s", "'network'")}, 2)))::UINTEGER AS asn,
		(${at} + to_seconds((floor(86000 * ${share("s", "'time'")}))::BIGINT))::TIMESTAMP AS began_at
	FROM (SELECT unnest(range(${from} // ${SESSION_SIZE}, ${from + count} // ${SESSION_SIZE} + 1)) AS s)
	JOIN country ON ${share("s", "'country'")} >= low AND ${share("s", "'country'")} < high
), measured AS (
	SELECT i, s, cc, asn, began_at, began_at + to_seconds(i % ${SESSION_SIZE} * 12) AS measured_at,
		(CASE WHEN ${share("i", "'kind'")} < 0.4
			THEN floor(served() * pow(${share("i", "'target'")}, 1.5))
			ELSE served() + floor(${SITES} * pow(${share("i", "'target'")}, 2)) END)::INTEGER AS t,
		${share("i", "'luck'")} AS luck
	FROM (SELECT unnest(range(${from}, ${from + count})) AS i)
	JOIN session ON s = i // ${SESSION_SIZE}
), known AS (
	SELECT *, hash(cc, target) % 100 AS ban, hash(target) % 2 = 0 AS by_dns,
		date_diff('day', DATE '2024-01-01', ${at}) AS day_number
	FROM measured JOIN target USING (t)
)
SELECT * EXCLUDE (measured_at), least(measured_at, ${at} + to_seconds(86399))::TIMESTAMP AS measured_at,
	strftime(measured_at, '%Y%m%d%H%M%S.') || lpad((i % 1000000)::VARCHAR, 6, '0') || '_' || cc || '_webconnectivity_' || format('{:016x}', hash(i)) AS uid,
	strftime(began_at, '%Y%m%dT%H%M%SZ_webconnectivity_') || cc || '_' || asn || '_n1_' || format('{:016x}', hash(s)) AS report_id,
	CASE
		WHEN luck < 0.02 THEN 'insufficient'
		WHEN luck < 0.04 THEN 'impaired'
		WHEN luck < 0.05 THEN 'down'
		WHEN asn % 10 < 7 AND (ban < 3 OR (ban < 8 AND (day_number + hash(target) % 120) % 120 < 20))
			THEN CASE WHEN luck < 0.4 THEN 'blocked' ELSE 'likely_blocked' END
		ELSE 'ok' END AS state
FROM known`;
}

/** Rows of `measurements` out of `chosen`. */
export function measurementsOfDay(columns: readonly Column[]): string {
	const values: Readonly<Record<string, string>> = {
		uid: "uid",
		measured_at: "measured_at",
		test_name: "'web_connectivity'",
		test_version: "'0.5.28'",
		software_name: "'bench'",
		software_version: "'3.' || hash(s) % 20",
		engine_version: "'3.' || hash(s) % 20",
		platform:
			"['android', 'ios', 'linux', 'windows'][(hash(s) % 4 + 1)::INTEGER]",
		network_type: "['wifi', 'mobile'][(hash(s) % 2 + 1)::INTEGER]",
		input: "'https://' || target || '/'",
		report_id: "report_id",
		probe_cc: "cc",
		probe_asn: "asn",
		probe_network_name: "'Network ' || asn",
		resolver_asn: "asn",
		resolver_ip: "'192.0.2.' || asn % 250",
		resolver_network_name: "'Network ' || asn",
		runtime_ms: "(hash(i) % 20000)::BIGINT",
		probe_said: "'false'",
		file_hash: "sha256((i // 2000)::VARCHAR)",
		member: "''",
		line: "(i % 2000 + 1)::INTEGER",
		record_hash: "sha256(uid)",
		facts_hash: "sha256(uid || 'facts')",
		conflict: "false",
		problems: "[]::VARCHAR[]",
		facts: "replace(facts, '{host}', target)",
	};
	return `SELECT ${columns.map(({ name }) => `${values[name]} AS ${name}`).join(", ")}
		FROM chosen JOIN text ON text.n = i % ${FACTS_TEXTS}
		ORDER BY cc, asn, uid, facts_hash`;
}

/** Rows of `control` out of `chosen`: what each network saw of each name. */
export function controlOfDay(): string {
	return `SELECT kind, target AS hostname, '' AS key, cc, asn,
		(count(DISTINCT s) FILTER (state = 'ok'))::INTEGER AS ok_count,
		(count(DISTINCT s) FILTER (state <> 'ok'))::INTEGER AS failed_count
	FROM chosen CROSS JOIN (SELECT unnest(['resolution', 'tcp', 'tls', 'http']) AS kind)
	GROUP BY kind, target, cc, asn
	ORDER BY kind, hostname, key, cc`;
}

/** Rows of `verdicts` out of `chosen`: blocked names are met by forged answers or by resets. */
export function verdictsOfDay(run: RunKey): string {
	const banned = "state IN ('blocked', 'likely_blocked')";
	const layers = LAYERS.flatMap((layer) => {
		const [restricts, rule, good] =
			layer === "dns"
				? ["by_dns", "dns.nxdomain", "dns.address_agrees"]
				: ["NOT by_dns", "tls.reset_by_name", "tls.verified"];
		const silent = layer === "quic" || layer === "http";
		const met = `${banned} AND ${layer === "dns" || layer === "tls" ? restricts : "false"}`;
		const ruled =
			layer === "tcp"
				? "tcp.connected"
				: layer === "dns"
					? good
					: "tls.verified";
		return silent
			? [
					`'insufficient' AS ${layer}_state`,
					`'' AS ${layer}_rule`,
					`'none' AS ${layer}_evidence`,
				]
			: [
					`CASE WHEN ${met} THEN state WHEN ${banned} THEN 'ok' ELSE state END AS ${layer}_state`,
					`CASE WHEN ${met} THEN ${quote(rule)} ELSE ${quote(ruled)} END AS ${layer}_rule`,
					`CASE WHEN state = 'insufficient' THEN 'none' ELSE 'scored' END AS ${layer}_evidence`,
				];
	});
	const mechanism = `CASE WHEN NOT ${banned} THEN '' WHEN by_dns THEN 'dns.injection.nxdomain' ELSE 'tls.reset.sni' END`;
	return `SELECT uid, measured_at, cc, asn, 'Network ' || asn AS network_name, asn AS resolver_asn, report_id,
		'web_connectivity' AS test_name, 'https://' || target || '/' AS input, target, service, "function",
		false AS via_redirect, state, ${mechanism} AS mechanism,
		CASE WHEN ${banned} THEN 'network' ELSE 'unknown' END AS locus,
		${layers.join(", ")},
		CASE WHEN NOT ${banned} THEN ['tls.verified'] WHEN by_dns THEN ['dns.nxdomain'] ELSE ['tls.reset_by_name'] END AS fired,
		'networks' AS control, state AS measurement_state, ${mechanism} AS measurement_mechanism,
		CASE WHEN ${banned} THEN 'The name was met by interference that other networks do not show.' ELSE 'The page came as elsewhere.' END AS why,
		${quote(run.ruleset)} AS ruleset, ${quote(run.reference)} AS reference
	FROM chosen
	ORDER BY cc, target, asn, measured_at, uid`;
}
