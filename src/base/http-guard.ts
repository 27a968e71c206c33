/**
 * Which addresses a request may go to. A URL may come from an operator, a
 * redirect or a feed; none of these may lead us into a private network
 * (server-side request forgery, P7). A name is checked as it is resolved, and
 * the connection gets none but the addresses that passed, so that a second
 * look-up cannot give another answer than the checked one.
 */
import { lookup as dnsLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { RasaiError } from "./errors.ts";
import { isBogon, isLoopback } from "./ip.ts";

export interface AddressPolicy {
	/** Origins (`http://10.0.0.5:9000`) that the operator runs: their addresses are not checked. */
	readonly allowedOrigins?: readonly string[];
	/** Lets requests go to this machine: for tests and for services beside us. */
	readonly allowLoopback?: boolean;
	/** Resolves a name to addresses; the system's resolver by default. */
	readonly resolve?: (hostname: string) => Promise<readonly string[]>;
}

export interface AddressGuard {
	/** Throws where the URL can be refused before any name is resolved. */
	check(url: URL): void;
	/** A resolver for requests to this URL's origin that gives permitted addresses only. */
	lookup(url: URL): LookupFunction;
	/** Whether the operator vouches for this URL's origin. */
	trusts(url: URL): boolean;
}

export function createAddressGuard(policy: AddressPolicy): AddressGuard {
	const trusted = new Set(
		(policy.allowedOrigins ?? []).map((origin) => new URL(origin).origin),
	);
	const resolve = policy.resolve ?? resolveWithSystem;
	const trusts = (url: URL): boolean => trusted.has(url.origin);
	const permits = (url: URL, address: string): boolean =>
		isIP(address) !== 0 &&
		(trusts(url) ||
			!isBogon(address) ||
			(policy.allowLoopback === true && isLoopback(address)));
	return {
		trusts,
		check(url) {
			if (url.protocol !== "http:" && url.protocol !== "https:")
				throw new RasaiError(
					"http_blocked_address",
					`${url.protocol} is not HTTP or HTTPS`,
				);
			if (url.username !== "" || url.password !== "")
				throw new RasaiError("usage", `${url.host}: credentials in a URL`);
			const literal = url.hostname.replace(/^\[|\]$/g, "");
			if (isIP(literal) !== 0 && !permits(url, literal))
				throw blockedAddress(url);
		},
		lookup: (url) => (hostname, options, callback) => {
			resolve(hostname).then(
				(addresses) => {
					const allowed = addresses
						.filter((address) => permits(url, address))
						.map((address) => ({ address, family: isIP(address) }));
					const [first] = allowed;
					if (first === undefined) callback(blockedAddress(url), "", 0);
					else if (options.all) callback(null, allowed);
					else callback(null, first.address, first.family);
				},
				(error: NodeJS.ErrnoException) => callback(error, "", 0),
			);
		},
	};
}

function blockedAddress(url: URL): RasaiError {
	return new RasaiError(
		"http_blocked_address",
		`${url.host} is not on the public Internet`,
		{
			hint: "An own server can be named as an allowed origin in the configuration.",
		},
	);
}

async function resolveWithSystem(hostname: string): Promise<readonly string[]> {
	const found = await dnsLookup(hostname, { all: true });
	return found.map(({ address }) => address);
}
