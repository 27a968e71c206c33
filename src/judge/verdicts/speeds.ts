/**
 * Median download speeds of the window. They are asked for with every page
 * that was loaded, so lists are sorted once and answers are kept.
 */
import type { NetworkControl, Speed, SpeedRow } from "./types.ts";

const NOTHING: Speed = { medianKbps: 0, count: 0 };

interface NetworkSpeeds {
	/** Of all hosts, slowest first. */
	readonly kbps: readonly number[];
	/** Where a host stands in it. */
	readonly placeOf: ReadonlyMap<string, number>;
}

interface HostSpeeds {
	/** By network, slowest first. */
	readonly rows: readonly SpeedRow[];
	/** Answers given, by the country left out. */
	readonly without: Map<string, Speed>;
}

/** Rows name each host once a network. */
export function speedControl(
	speeds: Iterable<SpeedRow>,
): Pick<NetworkControl, "speedElsewhere" | "speedOfNetwork"> {
	const sorted = [...speeds].sort((a, b) => a.kbps - b.kbps);
	const networks = mapValues(
		group(sorted, ({ cc, asn }) => `${cc} ${asn}`),
		(rows): NetworkSpeeds => ({
			kbps: rows.map(({ kbps }) => kbps),
			placeOf: new Map(rows.map(({ hostname }, place) => [hostname, place])),
		}),
	);
	const hosts = mapValues(
		group(sorted, ({ hostname }) => hostname),
		(rows): HostSpeeds => ({ rows, without: new Map() }),
	);
	return {
		speedElsewhere(hostname, exceptCc) {
			const host = hosts.get(hostname);
			if (host === undefined) return NOTHING;
			const known = host.without.get(exceptCc);
			if (known !== undefined) return known;
			const rest = host.rows.filter(({ cc }) => cc !== exceptCc);
			const speed = {
				medianKbps: rest[rest.length >> 1]?.kbps ?? 0,
				count: rest.length,
			};
			host.without.set(exceptCc, speed);
			return speed;
		},
		speedOfNetwork(cc, asn, exceptHostname) {
			const network = networks.get(`${cc} ${asn}`);
			if (network === undefined) return NOTHING;
			const { kbps, placeOf } = network;
			const left = placeOf.get(exceptHostname);
			const count = left === undefined ? kbps.length : kbps.length - 1;
			const middle = count >> 1;
			const at = left === undefined || middle < left ? middle : middle + 1;
			return { medianKbps: count === 0 ? 0 : (kbps[at] ?? 0), count };
		},
	};
}

function group(
	rows: readonly SpeedRow[],
	keyOf: (row: SpeedRow) => string,
): ReadonlyMap<string, readonly SpeedRow[]> {
	const groups = new Map<string, SpeedRow[]>();
	for (const row of rows) {
		const known = groups.get(keyOf(row));
		if (known) known.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return groups;
}

function mapValues<From, To>(
	map: ReadonlyMap<string, From>,
	change: (value: From) => To,
): ReadonlyMap<string, To> {
	return new Map([...map].map(([key, value]) => [key, change(value)]));
}
