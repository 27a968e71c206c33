/**
 * Requests that are not the measurement itself: to the helper, to a DoH
 * resolver, to a page that tells captive portals. They go by the same way as
 * the measurement but leave no rows in it.
 */
import { isIP } from "node:net";
import { connect } from "./connection.ts";
import { lookupBySystem } from "./dns.ts";
import { exchange, type HttpAnswer, type HttpRequest } from "./http.ts";
import type { FlowStamp } from "./rows.ts";
import { shakeHands } from "./tls.ts";
import { type Trace, traceBeside } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

export interface AsideOptions {
	readonly limitMs: number;
	readonly maxBytes: number;
	/** False: whoever answers is spoken to, so that it can be seen who that is. */
	readonly verify?: boolean;
	/** For a destination that no operator named: private addresses are refused. */
	readonly guarded?: boolean;
}

const STAMP: FlowStamp = { transaction_id: 0, tags: [] };
const NOTHING = {
	status: 0,
	headers: [],
	body: Buffer.alloc(0),
	truncated: false,
};

export type AsideAnswer = HttpAnswer & {
	/** Certificates that were presented, leaf first. */
	readonly chain: readonly string[];
	/** All that the verifier had to say. */
	readonly faults: readonly string[];
};

/** Sends one request, trying the name's addresses in turn. Never throws. */
export async function fetchAside(
	parent: Trace,
	vantage: Vantage,
	request: HttpRequest,
	options: AsideOptions,
): Promise<AsideAnswer> {
	const trace = traceBeside(parent);
	const { url } = request;
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const found =
		isIP(host) === 0
			? await lookupBySystem(trace, vantage, host, STAMP)
			: [host];
	const addresses = options.guarded
		? found.filter((ip) => vantage.permits(ip))
		: found;
	let failure = trace.queries[0]?.failure ?? "dns_no_answer";
	let seen: Pick<AsideAnswer, "chain" | "faults"> = { chain: [], faults: [] };
	for (const ip of addresses) {
		const connection = await connect(
			trace,
			vantage,
			{ ip, port: portOf(url) },
			STAMP,
		);
		if (typeof connection === "string") {
			failure = connection;
			continue;
		}
		try {
			const secure =
				url.protocol === "https:"
					? await shakeHands(trace, vantage, connection, {
							serverName: isIP(host) === 0 ? host : "",
							verifyName: host,
							alpn: [],
							verify: options.verify !== false,
						})
					: undefined;
			const row = trace.handshakes.at(-1);
			seen = {
				chain: row?.peer_certificates.map(({ data }) => data) ?? [],
				faults: row?.x_verification ?? [],
			};
			if (secure?.failure !== undefined) {
				failure = secure.failure;
				continue;
			}
			const answer = await exchange(
				connection,
				secure?.socket ?? connection.stream,
				request,
				{
					alpn: "",
					limitMs: options.limitMs,
					maxBytes: options.maxBytes,
					signal: parent.signal,
				},
			);
			return { ...answer, ...seen };
		} finally {
			connection.close();
		}
	}
	return { ...NOTHING, failure, ...seen };
}

/** The port of a URL, stated or by its scheme. */
export function portOf(url: URL): number {
	return url.port === ""
		? url.protocol === "https:"
			? 443
			: 80
		: Number(url.port);
}
