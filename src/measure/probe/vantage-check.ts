/**
 * Is this network fit to measure from? Asked once at the start of a run, so
 * that a captive portal, a program that reads TLS on this very machine, or no
 * internet at all is never taken for a restriction (P10).
 */
import { fetchAside } from "./aside.ts";
import { issuerOf } from "./tls.ts";
import { createTrace, type Limits } from "./trace.ts";
import type { Innocent, Vantage } from "./vantage.ts";

export type VantageFault =
	| "no_internet"
	| "captive_portal"
	| "tls_interception";

export interface VantageReport {
	/** What makes results from here worthless; undefined where nothing was found. */
	readonly fault: VantageFault | undefined;
	/** Kinds of tunnel that this machine has up; results are then of the tunnel's network. */
	readonly tunnels: readonly string[];
	/** Who signed the certificates that innocent sites presented, where nobody trusted does. */
	readonly interceptor: string | undefined;
}

export interface CheckOptions {
	readonly nowMs: () => number;
	/** Names of this machine's network interfaces that are up. */
	readonly interfaces: readonly string[];
	readonly limits?: Partial<Limits> | undefined;
	readonly signal?: AbortSignal | undefined;
}

const TUNNEL = /^(tun|tap|wg|ppp|utun|ipsec|nordlynx|proton|tailscale|zt)/i;

/** Looks at innocent sites, by clear text and by TLS. */
export async function checkVantage(
	vantage: Vantage,
	options: CheckOptions,
): Promise<VantageReport> {
	const trace = createTrace(options.nowMs, options.limits, options.signal);
	const look = {
		limitMs: trace.limits.httpMs,
		maxBytes: 65_536,
		guarded: true,
	};
	const pages = vantage.innocents.flatMap(({ check }) => check ?? []);
	const plain = Promise.all(
		pages.map(async ({ url, status }) => {
			const request = {
				method: "GET",
				url: new URL(url),
				headers: [],
			} as const;
			const answer = await fetchAside(trace, vantage, request, look);
			return answer.failure !== undefined
				? "failed"
				: answer.status === status
					? "as_known"
					: "other_page";
		}),
	);
	const secure = Promise.all(
		vantage.innocents.map(({ hostname }: Innocent) =>
			fetchAside(
				trace,
				vantage,
				{ method: "GET", url: new URL(`https://${hostname}/`), headers: [] },
				{ ...look, verify: false },
			),
		),
	);
	const [seen, handshakes] = [await plain, await secure];
	const reached = handshakes.filter(({ chain }) => chain.length > 0);
	const untrusted = reached.filter(({ faults }) => faults.length > 0);
	// One site may be intercepted by the state; all of them are by something near.
	const all = reached.length > 1 && untrusted.length === reached.length;
	const leaf = untrusted[0]?.chain[0];
	return {
		fault: faultOf({
			asked: vantage.innocents.length > 0,
			reached: reached.length > 0 || seen.includes("as_known"),
			otherPage: seen.includes("other_page") && !seen.includes("as_known"),
			allSignedByOther: all,
		}),
		tunnels: options.interfaces.filter((name) => TUNNEL.test(name)),
		interceptor:
			all && leaf !== undefined
				? issuerOf(Buffer.from(leaf, "base64"))
				: undefined,
	};
}

function faultOf(seen: {
	readonly asked: boolean;
	readonly reached: boolean;
	readonly otherPage: boolean;
	readonly allSignedByOther: boolean;
}): VantageFault | undefined {
	if (seen.otherPage) return "captive_portal";
	if (seen.asked && !seen.reached) return "no_internet";
	return seen.allSignedByOther ? "tls_interception" : undefined;
}
