/**
 * Which name an address was looked up for. Several names often share an
 * address (a CDN, a service with sixteen host names, a resolver that lies the
 * same lie about all), so the answer also follows the flow, the depth, or the
 * order in which a test went through its names.
 */

interface Entry {
	readonly hostname: string;
	readonly depth: number;
	/** Look-ups of one run of a test share it; runs follow each other. */
	readonly run: number;
	readonly bySystem: boolean;
}

/** Who found an address: the system resolver, only others, or nobody on record. */
export type Origin = "system" | "other" | "unknown";

/** What a name's look-up was, beside its answer. */
export interface Lookup {
	readonly depth: number;
	readonly flow: number | undefined;
	/** Seconds as written: look-ups of both families that were one call share it. */
	readonly end: unknown;
	readonly bySystem: boolean;
}

/** What tells names apart that share an address, where the record has it. */
export interface Clues {
	readonly depth?: number | undefined;
	readonly flow?: number | undefined;
	/** End of the look-up that came before. */
	readonly lookupEnd?: number | undefined;
}

export interface AddressBook {
	/** Notes that the name's look-up gave the address. */
	enter(ip: string, hostname: string, lookup: Lookup): void;
	/** The name that the address was connected to for, or undefined. Each call is one connection. */
	nameOf(ip: string, port: number, clues: Clues): string | undefined;
	/** Notes that a connection to an endpoint worked for a name. */
	connected(hostname: string, ip: string, port: number): void;
	originOf(ip: string): Origin;
	/** The only address that a name was reached at, or undefined where there is none or more than one. */
	onlyAddress(hostname: string, port: number): string | undefined;
}

export function createAddressBook(): AddressBook {
	const entries = new Map<string, Entry[]>();
	const namesByFlow = new Map<number, string>();
	const namesByEnd = new Map<unknown, string>();
	const reached = new Map<string, string>();
	const usedUp = new Set<string>();
	const portOfRun = new Map<number, number>();
	let run = 0;
	let lastHostname: string | undefined;
	let lastEnd: unknown;
	let lastMatched = 0;

	/** Tests of many names run each name and port by itself and write the runs one after another. */
	function nextOf(found: readonly Entry[], ip: string, port: number): Entry {
		const free = (entry: Entry): boolean =>
			(portOfRun.get(entry.run) ?? port) === port &&
			!usedUp.has(`${entry.run} ${ip}`);
		const next =
			found.find((entry) => entry.run >= lastMatched && free(entry)) ??
			found.find(free) ??
			(found[0] as Entry);
		usedUp.add(`${next.run} ${ip}`);
		portOfRun.set(next.run, port);
		lastMatched = next.run;
		return next;
	}

	return {
		enter(ip, hostname, { depth, flow, end, bySystem }) {
			if (hostname !== lastHostname || end !== lastEnd) {
				run++;
				lastHostname = hostname;
				lastEnd = end;
			}
			if (end !== undefined) namesByEnd.set(end, hostname);
			if (flow !== undefined && !namesByFlow.has(flow))
				namesByFlow.set(flow, hostname);
			const found = entries.get(ip);
			const entry: Entry = { hostname, depth, run, bySystem };
			if (found === undefined) entries.set(ip, [entry]);
			else if (found.length < MAX_ENTRIES) found.push(entry);
		},
		nameOf(ip, port, { depth, flow, lookupEnd }) {
			const found = entries.get(ip);
			if (found === undefined) return undefined;
			const first = found[0] as Entry;
			if (found.every((entry) => entry.hostname === first.hostname))
				return first.hostname;
			const clue =
				(flow === undefined ? undefined : namesByFlow.get(flow)) ??
				(lookupEnd === undefined ? undefined : namesByEnd.get(lookupEnd));
			if (clue !== undefined && found.some((e) => e.hostname === clue))
				return clue;
			if (depth !== undefined)
				return (found.find((entry) => entry.depth === depth) ?? first).hostname;
			return nextOf(found, ip, port).hostname;
		},
		originOf(ip) {
			const found = entries.get(ip);
			if (found === undefined) return "unknown";
			return found.some((entry) => entry.bySystem) ? "system" : "other";
		},
		connected(hostname, ip, port) {
			const key = `${hostname} ${port}`;
			const known = reached.get(key);
			reached.set(key, known === undefined || known === ip ? ip : SEVERAL);
		},
		onlyAddress(hostname, port) {
			const ip = reached.get(`${hostname} ${port}`);
			return ip === SEVERAL ? undefined : ip;
		},
	};
}

/** Look-ups remembered for one address; a forged record may list thousands. */
const MAX_ENTRIES = 64;
const SEVERAL = "";
