/**
 * What is wrong with a network, as data: the censor in the path and the faults
 * of the line. Nothing here says what a probe should make of it.
 */

/** What becomes of a question about a name. */
export type DnsAct =
	| {
			readonly kind: "answer";
			readonly ips: readonly string[];
			/** The true answer follows after this long: an injector answers first but stops nothing. */
			readonly trueAfterMs?: number;
	  }
	| {
			readonly kind: "nxdomain" | "servfail" | "refused" | "empty" | "silence";
	  };

export interface DnsRule {
	/** The name and all names below it; undefined: every name. */
	readonly name?: string;
	/** `resolver`: the provider's resolver lies. `path`: every question in clear text that passes is met. */
	readonly at: "resolver" | "path";
	readonly act: DnsAct;
}

/** What becomes of connections to an address. */
export interface AddressRule {
	readonly ips: readonly string[] | "all";
	/** Undefined: every port. */
	readonly port?: number;
	/** `reset`: accepted, then reset. `prohibit`: an ICMP message says that it is forbidden; with real packets only. */
	readonly act: "drop" | "refuse" | "reset" | "prohibit";
}

export type NameAct =
	| { readonly kind: "reset" | "drop" | "close" | "alert" | "garbage" }
	/** The true answer begins, and the reset comes after this many bytes of it. */
	| { readonly kind: "late_reset"; readonly afterBytes: number }
	| { readonly kind: "throttle"; readonly kbps: number };

/** Someone else answers the handshake in place of the site. */
export interface InterceptAct {
	readonly kind: "intercept";
	/** `self_signed`: for the right name. `wrong_name`: a trusted certificate for another. `strange_authority`: right name, signed by an authority of its own. */
	readonly certificate: "self_signed" | "wrong_name" | "strange_authority";
}

/** A page in clear text in place of the site's. */
export interface PageAct {
	readonly kind: "page";
	/** `block`: the known block page. `unknown_block`: one that nobody has seen yet, without a date. */
	readonly page: "block" | "unknown_block";
}

export interface RedirectAct {
	readonly kind: "redirect";
	readonly location: string;
}

export interface TlsRule {
	/** Server name and all below it; undefined: every name, and none. */
	readonly name?: string;
	readonly except?: string;
	readonly act: NameAct | InterceptAct;
}

export interface HttpRule {
	/** Host and all below it; undefined: every host. */
	readonly name?: string;
	readonly except?: string;
	readonly act: NameAct | PageAct | RedirectAct;
}

export interface LineCondition {
	/** Speed of the line downwards, for all connections together. */
	readonly kbps?: number;
	/** Chance for each piece of data, and each connection attempt, to need sending again. */
	readonly loss?: number;
	/** IPv6 packets go nowhere. */
	readonly ipv6Broken?: boolean;
}

/** A network as the probe meets it; empty: an honest one. */
export interface NetworkCondition {
	readonly dns?: readonly DnsRule[];
	readonly addresses?: readonly AddressRule[];
	readonly tls?: readonly TlsRule[];
	readonly http?: readonly HttpRule[];
	/** By address, whatever the name. */
	readonly throttled?: {
		readonly ips: readonly string[];
		readonly kbps: number;
	};
	/** UDP to port 443 is dropped: to these addresses, or to all. */
	readonly quicDropped?: readonly string[] | "all";
	readonly line?: LineCondition;
}

/** Whether `name` is `rule` or below it; an undefined rule means every name. */
export function isUnder(name: string, rule: string | undefined): boolean {
	return rule === undefined || name === rule || name.endsWith(`.${rule}`);
}
