/**
 * The control: the same target seen from where the censor is not. Two
 * sources, never blended silently: the helper's view inside the measurement,
 * and what many networks of other countries agreed on in a trailing window.
 */
import type {
	HttpObservation,
	MeasurementHeader,
	Observation,
} from "../../model/index.ts";
import { isOffInternet, untranslated } from "./address.ts";
import { speedControl } from "./speeds.ts";
import { inputHost } from "./targets.ts";
import type { NetworkControl, NetworkControlRow, SpeedRow } from "./types.ts";

/**
 * Networks that must agree before what they saw counts as a control (P7: one
 * forged row must never make one). Provisional.
 */
export const CONTROL_NETWORKS = 3;

/** Countries that such networks must be in before a name counts as down elsewhere: one that blocks it is no outage. Provisional. */
const OUTAGE_COUNTRIES = 2;

/** Hours before and after an hour in which few looked, within which an outage counts as the same. Provisional. */
export const OUTAGE_SPAN_HOURS = 2;

/** Before an hour: those about it are meant too. Alone: the whole day. */
export const WIDE_HOUR = "~";

/** Seen from the control: it worked, it failed there too, or nobody looked. */
export type ControlOutcome = "ok" | "failed" | "none";

export interface HelperView {
	/** A helper answered. */
	readonly present: boolean;
	/** Host of the input, which is what a helper is asked about. */
	readonly hostname: string;
	/** `resolved`, `empty` (the name exists, without addresses), `failed`, or `none` where it did not look. */
	readonly resolution: "resolved" | "empty" | "failed" | "none";
	readonly addresses: ReadonlySet<string>;
	readonly asns: ReadonlySet<number>;
	readonly hasIpv4: boolean;
	/** By `ip:port`. */
	readonly tcp: ReadonlyMap<string, boolean>;
	/** By `ip:port`: undefined failure means a verified handshake for the host. */
	readonly tls: ReadonlyMap<string, string | undefined>;
	readonly http: HttpObservation | undefined;
}

/** The key of an endpoint: a translated address counts as the one it stands for. */
export function endpointOf(ip: string, port: number): string {
	return `${untranslated(ip)}:${port}`;
}

/** Reads the helper's view out of a measurement's observations. */
export function helperView(
	header: MeasurementHeader,
	observations: readonly Observation[],
): HelperView {
	const addresses = new Set<string>();
	const asns = new Set<number>();
	const tcp = new Map<string, boolean>();
	const tls = new Map<string, string | undefined>();
	let http: HttpObservation | undefined;
	let resolution: HelperView["resolution"] = "none";
	let present = false;
	for (const seen of observations) {
		if (seen.vantage !== "helper") continue;
		switch (seen.layer) {
			case "app":
				if (seen.name === "control") present = seen.failure === undefined;
				break;
			case "dns":
				for (const answer of seen.answers) {
					if (answer.ip !== undefined) addresses.add(answer.ip);
					if (answer.asn) asns.add(answer.asn);
				}
				if (addresses.size > 0) resolution = "resolved";
				else resolution = seen.failure === undefined ? "empty" : "failed";
				break;
			case "tcp":
				if (isTried(seen, header.probeCc))
					tcp.set(endpointOf(seen.ip, seen.port), seen.failure === undefined);
				break;
			case "tls":
				if (isTried(seen, header.probeCc))
					tls.set(endpointOf(seen.ip, seen.port), seen.failure);
				break;
			case "http":
				http = seen;
				break;
			case "quic":
				break;
		}
	}
	return {
		present,
		hostname: inputHost(header.input),
		resolution: present ? resolution : "none",
		addresses,
		asns,
		hasIpv4: [...addresses].some((ip) => !ip.includes(":")),
		tcp,
		tls,
		http: present ? http : undefined,
	};
}

/** Behind an address that is not of the internet, or of a translator, the helper met another machine than the probe did. */
function isTried({ ip }: { readonly ip: string }, cc: string): boolean {
	return untranslated(ip) === ip && !isOffInternet(ip, cc);
}

/** How the end of the redirect chain went for the helper. */
export function chainOutcome(view: HelperView): ControlOutcome {
	if (!view.present || view.http === undefined) return "none";
	return view.http.failure === undefined ? "ok" : "failed";
}

interface Tally {
	ok: number;
	failed: number;
}

const NOBODY: Readonly<Tally> = { ok: 0, failed: 0 };

interface Countries {
	readonly all: Tally;
	readonly byCc: Map<string, Tally>;
}

/**
 * Builds the networks' view from rows of the control table. Look-ups leave out
 * the networks of `exceptCc`: a national block must not confirm itself.
 */
export function buildNetworkControl(
	rows: Iterable<NetworkControlRow>,
	speeds: Iterable<SpeedRow> = [],
): NetworkControl {
	type ByHost = Map<string, Map<string, Countries>>;
	const kinds: Record<NetworkControlRow["kind"], ByHost> = {
		address: new Map(),
		asn: new Map(),
		resolution: new Map(),
		tcp: new Map(),
		tls: new Map(),
		http: new Map(),
	};
	for (const row of rows) {
		const host = entryOf(kinds[row.kind], row.hostname, () => new Map());
		const { all, byCc } = entryOf(host, row.key, () => ({
			all: { ok: 0, failed: 0 },
			byCc: new Map<string, Tally>(),
		}));
		for (const tally of [
			all,
			entryOf(byCc, row.cc, () => ({ ok: 0, failed: 0 })),
		]) {
			tally.ok += row.okNetworks;
			tally.failed += row.failedNetworks;
		}
	}
	const outside = (
		kind: NetworkControlRow["kind"],
		hostname: string,
		key: string,
		exceptCc: string,
	): Readonly<Tally> => {
		const countries = kinds[kind].get(hostname)?.get(key);
		if (countries === undefined) return NOBODY;
		const { all, byCc } = countries;
		const { ok, failed } = byCc.get(exceptCc) ?? NOBODY;
		return { ok: all.ok - ok, failed: all.failed - failed };
	};
	/** The hours about an instant, or its day, if networks of other countries that usually reach the name failed in them. */
	const outage = (
		kind: NetworkControlRow["kind"],
		hostname: string,
		exceptCc: string,
		hour: number,
	): Readonly<Tally> | undefined => {
		const hours = kinds[kind].get(hostname);
		for (const key of [`${hour}`, `${WIDE_HOUR}${hour}`, WIDE_HOUR]) {
			const countries = hours?.get(key);
			if (countries === undefined) continue;
			const tally = outside(kind, hostname, key, exceptCc);
			const failedIn = [...countries.byCc].filter(
				([cc, { failed }]) => cc !== exceptCc && failed > 0,
			);
			if (
				failedIn.length >= OUTAGE_COUNTRIES &&
				tally.failed >= CONTROL_NETWORKS &&
				tally.failed >= tally.ok
			)
				return tally;
		}
		return undefined;
	};
	const control: NetworkControl = {
		at(measuredAt) {
			const hour = Number(measuredAt.slice(11, 13));
			return {
				...control,
				resolution: (hostname, exceptCc) =>
					outage("resolution", hostname, exceptCc, hour) ??
					control.resolution(hostname, exceptCc),
				reach: (hostname, layer, exceptCc) =>
					outage(layer, hostname, exceptCc, hour) ??
					control.reach(hostname, layer, exceptCc),
			};
		},
		networksForAddress: (hostname, ip, exceptCc) =>
			outside("address", hostname, ip, exceptCc).ok,
		networksForAsn: (hostname, asn, exceptCc) =>
			outside("asn", hostname, String(asn), exceptCc).ok,
		resolution: (hostname, exceptCc) =>
			outside("resolution", hostname, "", exceptCc),
		reach: (hostname, layer, exceptCc) =>
			outside(layer, hostname, "", exceptCc),
		...speedControl(speeds),
	};
	return control;
}

function entryOf<Key, Value>(
	map: Map<Key, Value>,
	key: Key,
	make: () => Value,
): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}

/** What the networks say as a control: a clear majority of at least CONTROL_NETWORKS, else nothing. */
export function networksOutcome(tally: {
	readonly ok: number;
	readonly failed: number;
}): ControlOutcome {
	if (tally.ok >= CONTROL_NETWORKS && tally.ok >= 2 * tally.failed) return "ok";
	if (tally.failed >= CONTROL_NETWORKS && tally.failed >= 2 * tally.ok)
		return "failed";
	return "none";
}
