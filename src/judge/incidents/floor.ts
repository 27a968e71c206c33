/**
 * The evidence floor of a changepoint (P4, P7). A probability alone never
 * makes an incident: a handful of sessions must stand behind it, in either
 * direction. Provisional, not validated on labels.
 */

/** Sessions that must show the new condition, on a network. */
export const NETWORK_SESSIONS = 3;
/** Hours that must hold them: one burst is no finding. */
export const NETWORK_HOURS = 2;
/** Sessions and networks behind a country's headline. */
export const COUNTRY_SESSIONS = 5;
export const COUNTRY_NETWORKS = 2;

/** Whether a network's changepoint may become an incident. */
export function reachesNetworkFloor(evidence: {
	readonly sessions: number;
	readonly hours: number;
}): boolean {
	return (
		evidence.sessions >= NETWORK_SESSIONS && evidence.hours >= NETWORK_HOURS
	);
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
