/** A scenario: what is done to a network or a server, and what a probe there must therefore find. */
import type { Layer, Locus, State } from "../../../model/index.ts";
import type { NetworkCondition, ServerFault } from "../net/index.ts";

/** What a censor goes by. */
export type Cause = "dns" | "address" | "server_name" | "host";

/** Written from what is done, never from what a probe said. */
export interface Expectation {
	readonly state: State;
	/** The deepest node that is true and can be known; null: no interference is to be claimed. */
	readonly mechanism: string | null;
	/** Left out where a measurement cannot tell it. */
	readonly cause?: Cause;
	readonly locus?: Locus;
	/** States of layers that do not decide the whole. */
	readonly layers?: Readonly<Partial<Record<Layer, State>>>;
}

/** One measurement of a scenario. */
export interface Case {
	/** Tells the cases of a scenario apart; empty where there is one. */
	readonly label: string;
	readonly url: string;
	readonly asn: number;
	readonly network: NetworkCondition;
	readonly faults: Readonly<Record<string, ServerFault>>;
	readonly helperIsDown: boolean;
	/** An ordinary visit instead of all that web_connectivity does. */
	readonly quiet: boolean;
	readonly compareSpeeds: boolean;
	readonly askQuic: boolean;
	/** Another name of a site, by its first one. */
	readonly alsoCalled?: Readonly<Record<string, string>>;
	readonly expect: Expectation;
}

export interface Scenario {
	readonly id: string;
	/** What is done, in a sentence. */
	readonly truth: string;
	/** Why the facts of one measurement do not show the whole truth, where so. */
	readonly undecidable?: string;
	/** Only the form with real packets can do it. */
	readonly needsPackets?: true;
	readonly cases: readonly Case[];
}

/** A provider of the emulated country. */
export const HOME_ASN = 64496;

/** A case with everything else as usual. */
export function caseOf(
	parts: Pick<Case, "url" | "expect"> & Partial<Case>,
): Case {
	return {
		label: "",
		asn: HOME_ASN,
		network: {},
		faults: {},
		helperIsDown: false,
		quiet: false,
		compareSpeeds: false,
		askQuic: false,
		...parts,
	};
}

/** The case with its site under another name, that of a real site for instance: what is done by the site's name is done by that one. */
export function caseNamed(one: Case, name: string): Case {
	const { hostname } = new URL(one.url);
	const renamed = (value: unknown): string =>
		JSON.stringify(value).replaceAll(
			JSON.stringify(hostname),
			JSON.stringify(name),
		);
	const url = new URL(one.url);
	url.hostname = name;
	return {
		...one,
		url: url.href,
		network: JSON.parse(renamed(one.network)) as NetworkCondition,
		alsoCalled: { [hostname]: name },
	};
}

/** A scenario of one case. */
export function scenario(
	id: string,
	truth: string,
	parts: Parameters<typeof caseOf>[0] &
		Pick<Scenario, "undecidable" | "needsPackets">,
): Scenario {
	const { undecidable, needsPackets, ...rest } = parts;
	return {
		id,
		truth,
		...(needsPackets && { needsPackets }),
		...(undecidable === undefined ? {} : { undecidable }),
		cases: [caseOf(rest)],
	};
}

export const OK: Expectation = { state: "ok", mechanism: null };
export const DOWN: Expectation = { state: "down", mechanism: null };
/** The network is unfit to measure from. */
export const UNFIT: Expectation = { state: "insufficient", mechanism: null };
/** The server itself turns visitors away. */
export const REFUSED_BY_SITE: Expectation = { ...OK, locus: "server_side" };

export function blocked(
	mechanism: string,
	more: Pick<Expectation, "cause" | "locus"> = {},
): Expectation {
	return { state: "blocked", mechanism, ...more };
}

export function likely(
	mechanism: string,
	more: Pick<Expectation, "cause" | "locus"> = {},
): Expectation {
	return { state: "likely_blocked", mechanism, ...more };
}

export function impaired(mechanism: string | null): Expectation {
	return { state: "impaired", mechanism };
}
