/**
 * Is a name slowed down? The same object is fetched from the same address,
 * under the suspect name and under a control name, in turns, so that a slow
 * server, a slow line and lost packets meet both alike. What is left is the
 * name. After Xue et al., "Throttling Twitter" (IMC 2021), with an interval.
 */

import { PAGE_HEADERS } from "./addresses.ts";
import { addressOf, connect } from "./connection.ts";
import { exchange, type HttpAnswer } from "./http.ts";
import type { FlowStamp } from "./rows.ts";
import { shakeHands } from "./tls.ts";
import { type Trace, traceBeside } from "./trace.ts";
import type { Endpoint, Vantage } from "./vantage.ts";

export interface Transfer {
	readonly under: "suspect" | "control";
	readonly bytes: number;
	readonly seconds: number;
	/** Longest silence between two pieces, in seconds. */
	readonly longest_stall: number;
	readonly failure: string | null;
}

export interface Throttling {
	readonly suspect: string;
	readonly control: string;
	readonly address: string;
	readonly url: string;
	readonly transfers: readonly Transfer[];
	/**
	 * Speed under the suspect name as a share of that under the control name, in
	 * percent: middle and ends of a 95% interval over the pairs. Absent where
	 * there were too few pairs, or too little to fetch.
	 */
	readonly ratio?: number;
	readonly ratio_low?: number;
	readonly ratio_high?: number;
	/** Why there is no ratio. */
	readonly why_not?: string;
}

export interface ThrottleOptions {
	readonly endpoint: Endpoint;
	/** What to fetch; its host is what the request names in every transfer. */
	readonly url: URL;
	readonly suspect: string;
	readonly control: string;
	readonly maxBytes?: number;
	readonly maxSeconds?: number;
}

/** Provisional: enough pairs for an interval, bytes for a speed beyond the first round trips. */
const PAIRS = 6;
const MIN_PAIRS = 4;
/** Where the interval leaves it open, more are fetched: up to so many, of so much in all. */
const MAX_PAIRS = 20;
const MAX_TOTAL_BYTES = 12 * 1024 * 1024;
/** An interval on one side of this, in percent, leaves nothing open: a name at less than half the speed is slowed. */
const OPEN_PERCENT = 50;
const MAX_BYTES = 512 * 1024;
const MIN_BYTES = 64 * 1024;
const MAX_SECONDS = 8;

/** Fetches in turns and compares, and goes on where a noisy line leaves the answer open. At most 12 MB and a pair are read. */
export async function compareSpeeds(
	parent: Trace,
	vantage: Vantage,
	options: ThrottleOptions,
): Promise<Throttling> {
	const { suspect, control, endpoint, url } = options;
	const trace = traceBeside(parent);
	const transfers: Transfer[] = [];
	for (let pair = 0; pair < MAX_PAIRS; pair++) {
		// A-B, B-A, A-B…: whoever goes first meets a line at rest.
		const order = ["suspect", "control"] as const;
		for (const under of pair % 2 === 0 ? order : order.toReversed()) {
			if (trace.signal?.aborted) break;
			transfers.push(await transfer(trace, vantage, under, options));
		}
		// Both names refused, or nothing to fetch: more pairs would say no more.
		if (pair === 0 && transfers.every(({ bytes }) => bytes < MIN_BYTES)) break;
		const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
		if (total > MAX_TOTAL_BYTES) break;
		if (pair + 1 >= PAIRS && !isOpen(compare(transfers))) break;
	}
	return {
		suspect,
		control,
		address: addressOf(endpoint),
		// What a redirect put behind the question mark may name the visitor.
		url: `${url.origin}${url.pathname}`,
		transfers,
		...compare(transfers),
	};
}

async function transfer(
	trace: Trace,
	vantage: Vantage,
	under: Transfer["under"],
	options: ThrottleOptions,
): Promise<Transfer> {
	const stamp: FlowStamp = {
		transaction_id: trace.nextFlow("cause"),
		tags: ["speed"],
	};
	const failed = (failure: string): Transfer => ({
		under,
		bytes: 0,
		seconds: 0,
		longest_stall: 0,
		failure,
	});
	const connection = await connect(trace, vantage, options.endpoint, stamp);
	if (typeof connection === "string") return failed(connection);
	try {
		const handshake = await shakeHands(trace, vantage, connection, {
			serverName: under === "suspect" ? options.suspect : options.control,
			alpn: [],
			verify: false,
		});
		if (handshake.failure !== undefined) return failed(handshake.failure);
		const since = trace.now();
		let [bytes, last, stall] = [0, since, 0];
		const answer: HttpAnswer = await exchange(
			connection,
			handshake.socket,
			{ method: "GET", url: options.url, headers: PAGE_HEADERS },
			{
				alpn: "",
				limitMs: (options.maxSeconds ?? MAX_SECONDS) * 1000,
				maxBytes: options.maxBytes ?? MAX_BYTES,
				signal: trace.signal,
				onData(length) {
					const at = trace.now();
					stall = Math.max(stall, at - last);
					last = at;
					bytes += length;
				},
			},
		);
		return {
			under,
			bytes: answer.status < 400 ? bytes : 0,
			seconds: trace.now() - since,
			longest_stall: stall,
			failure: answer.failure ?? null,
		};
	} finally {
		connection.close();
	}
}

function isOpen({ ratio_low, ratio_high }: Partial<Throttling>): boolean {
	return (
		ratio_low !== undefined &&
		ratio_high !== undefined &&
		ratio_low < OPEN_PERCENT &&
		ratio_high >= OPEN_PERCENT
	);
}

/** Student's t, two-sided 95%, by degrees of freedom from 3 (Fisher and Yates' table). */
const T_95 = [
	3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16,
	2.145, 2.131, 2.12, 2.11, 2.101, 2.093,
];

/**
 * The interval of a ratio from pairs: the mean of the logarithms of each
 * pair's ratio, give or take t times its standard error.
 */
export function compare(
	transfers: readonly Transfer[],
): Pick<Throttling, "ratio" | "ratio_low" | "ratio_high" | "why_not"> {
	const speeds = (under: Transfer["under"]): readonly number[] =>
		transfers
			.filter((one) => one.under === under)
			.map(({ bytes, seconds }) => (seconds > 0 ? bytes / seconds : 0));
	const [suspect, control] = [speeds("suspect"), speeds("control")];
	const most = Math.max(0, ...transfers.map(({ bytes }) => bytes));
	if (most < MIN_BYTES) return { why_not: "too little to fetch" };
	const logs = suspect.flatMap((speed, index) => {
		const other = control[index] ?? 0;
		return speed > 0 && other > 0 ? [Math.log(speed / other)] : [];
	});
	const t = T_95[logs.length - MIN_PAIRS];
	if (t === undefined) return { why_not: "too few transfers worked" };
	const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
	const variance =
		logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (logs.length - 1);
	const margin = t * Math.sqrt(variance / logs.length);
	const percent = (log: number): number => Math.round(100 * Math.exp(log));
	return {
		ratio: percent(mean),
		ratio_low: percent(mean - margin),
		ratio_high: Math.min(1_000_000, percent(mean + margin)),
	};
}
