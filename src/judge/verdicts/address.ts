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

/**
 * The IPv4 address inside one of the well-known NAT64 prefix (RFC 6052), as
 * networks without IPv4 give for sites that have nothing else; other addresses
 * as they are. A helper elsewhere knows the site by the former only.
 */
export function untranslated(ip: string): string {
	if (!ip.startsWith("64:")) return ip;
	const match = /^64:ff9b::(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/i.exec(ip);
	if (match === null) return ip;
	const [high, low] = [match[1] ?? "0", match[2] ?? "0"].map((group) =>
		Number.parseInt(group, 16),
	) as [number, number];
	return [high >>> 8, high & 255, low >>> 8, low & 255].join(".");
}

/**
 * An address of the range set aside for benchmarks (RFC 2544). Programs that
 * tunnel a device's traffic answer look-ups with these and take the
 * connections themselves.
 */
export function isTunnelsOwn(ip: string): boolean {
	return ip.startsWith("198.18.") || ip.startsWith("198.19.");
}

/** The address is the asker's own machine: loopback, or the unspecified address. */
export function isOwnMachine(ip: string): boolean {
	return isLoopback(ip) || ip === "0.0.0.0" || ip === "::";
}
