/** Our states in OONI's words, as conditions on `measurement_state`, and OONI's kinds of blocking from a mechanism. */
import { sql } from "../../../store/index.ts";

/** Sure: a known block page or forged answer. */
export const CONFIRMED = sql`measurement_state = 'blocked'`;
/** Something was wrong that may be blocking; OONI counts what is confirmed here too in its lists, apart in its aggregation. */
export const ANOMALY = sql`measurement_state IN ('blocked', 'likely_blocked', 'throttled', 'impaired')`;
/** The measurement says nothing. */
export const FAILURE = sql`measurement_state = 'insufficient'`;

export const BLOCKING_TYPE = sql`CASE
	WHEN measurement_mechanism = '' THEN ''
	WHEN starts_with(measurement_mechanism, 'dns') THEN 'dns'
	WHEN starts_with(measurement_mechanism, 'tcp') THEN 'tcp_ip'
	WHEN starts_with(measurement_mechanism, 'http.blockpage') THEN 'http-diff'
	ELSE 'http-failure' END`;
