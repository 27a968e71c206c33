/**
 * Whether an address can be on the internet that a measurement was made on.
 * The emulated internet lives in the documentation ranges (RFC 5737, RFC
 * 3849), which on the real one are as good as forged.
 */
import { isBogon, isLoopback } from "../../base/index.ts";
import { worldOf } from "../../model/index.ts";

const DOCUMENTATION = ["192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"];

/** The address cannot be on the internet that a probe of this country measures. */
export function isOffInternet(ip: string, cc: string): boolean {
	if (
		worldOf(cc) === "emulated" &&
		DOCUMENTATION.some((prefix) => ip.startsWith(prefix))
	)
		return false;
	return isBogon(ip);
}

/** The address is the asker's own machine: loopback, or the unspecified address. */
export function isOwnMachine(ip: string): boolean {
	return isLoopback(ip) || ip === "0.0.0.0" || ip === "::";
}
