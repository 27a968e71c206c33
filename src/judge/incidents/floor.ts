/**
 * The evidence floor of a changepoint (P4, P7). A probability alone never
 * makes an incident: a handful of sessions must stand behind it, in either
 * direction. Provisional, not validated on labels.
 */

/** Sessions that must show the new condition, on a network. */
export const NETWORK_SESSIONS = 3;
/** Hours that must hold them: one burst is no finding. */
export const LEAST_HOURS = 2;
/** Sessions and networks behind a country's headline. */
export const COUNTRY_SESSIONS = 5;
export const COUNTRY_NETWORKS = 2;

/** Whether enough stands behind a changepoint for it to be raised. */
export function reachesFloor(
	evidence: { readonly sessions: number; readonly hours: number },
	leastSessions = NETWORK_SESSIONS,
): boolean {
	return evidence.sessions >= leastSessions && evidence.hours >= LEAST_HOURS;
}

/** Whether an incident may be worded for the country. */
export function reachesCountryFloor(evidence: {
	readonly sessions: number;
	readonly networks: number;
}): boolean {
	return (
		evidence.sessions >= COUNTRY_SESSIONS &&
		evidence.networks >= COUNTRY_NETWORKS
	);
}
