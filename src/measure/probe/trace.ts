/** The notebook of one measurement: every row in the order it happened, with times since the beginning. */
import { setMaxListeners } from "node:events";
import type {
	ConnectRow,
	EventRow,
	FlowStamp,
	HandshakeRow,
	QueryRow,
	RequestRow,
} from "./rows.ts";

export interface Trace {
	readonly queries: QueryRow[];
	/** Late and second answers. */
	readonly duplicates: QueryRow[];
	readonly connects: ConnectRow[];
	readonly handshakes: HandshakeRow[];
	readonly requests: RequestRow[];
	readonly events: EventRow[];
	/** Listening that goes on after its answer was used; the measurement ends when it does. */
	readonly lingering: Promise<void>[];
	readonly limits: Limits;
	readonly signal: AbortSignal | undefined;
	/** Seconds since the measurement began, to the microsecond. */
	now(): number;
	/** The next number of a series: OONI counts each kind of flow from its own start. */
	nextFlow(kind: FlowKind): number;
}

export type FlowKind = "system" | "udp" | "doh" | "clear" | "tls" | "cause";

/** Time limits of web_connectivity 0.5, in milliseconds, and its size limit. */
export interface Limits {
	readonly dnsMs: number;
	/** How long a UDP look-up listens on for late or second answers. */
	readonly lateDnsMs: number;
	readonly connectMs: number;
	readonly tlsMs: number;
	/** Round trip and body. */
	readonly httpMs: number;
	readonly helperMs: number;
	/** Wait for an address of higher priority before another one fetches. */
	readonly priorityMs: number;
	readonly bodyBytes: number;
	readonly redirects: number;
	/** Wait before a failure is looked into. */
	readonly backOffMs: number;
}

export const STANDARD_LIMITS: Limits = {
	dnsMs: 4_000,
	lateDnsMs: 500,
	connectMs: 10_000,
	tlsMs: 10_000,
	httpMs: 10_000,
	helperMs: 30_000,
	priorityMs: 500,
	bodyBytes: 524_288,
	redirects: 10,
	backOffMs: 1_000,
};

/** Where OONI starts to count, by kind of flow; causes are ours. */
const FIRST: Readonly<Record<FlowKind, number>> = {
	system: 10_000,
	udp: 20_000,
	doh: 30_000,
	clear: 40_000,
	tls: 50_000,
	cause: 60_000,
};

export function createTrace(
	nowMs: () => number,
	limits: Partial<Limits> = {},
	signal?: AbortSignal,
): Trace {
	const startedMs = nowMs();
	// Every look-up and connection of every measurement of a run listens to one signal.
	if (signal !== undefined) setMaxListeners(0, signal);
	const last = { ...FIRST };
	return {
		...emptyLists(),
		limits: { ...STANDARD_LIMITS, ...limits },
		signal,
		now: () => Math.round((nowMs() - startedMs) * 1000) / 1e6,
		nextFlow: (kind) => ++last[kind],
	};
}

/** A notebook of its own with the same clock and numbers, for what is not part of the visit. */
export function traceBeside(trace: Trace): Trace {
	return { ...trace, ...emptyLists() };
}

function emptyLists() {
	return {
		queries: [],
		duplicates: [],
		connects: [],
		handshakes: [],
		requests: [],
		events: [],
		lingering: [],
	};
}

/** Notes an event without length or address, at one instant. */
export function mark(
	trace: Trace,
	stamp: FlowStamp,
	operation: string,
	failure: string | null = null,
): void {
	const t = trace.now();
	trace.events.push({ operation, failure, t0: t, t, ...stamp });
}
