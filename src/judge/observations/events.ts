/**
 * Network events read into flows: when a handshake and an exchange began and
 * ended, and what was read in them and how fast. Events name their flow by
 * `transaction_id`; those of older probes name nothing, but stand in the order
 * of each connection's life, so that a `connect` begins a new flow.
 */
import { isRecord, type Volume } from "../../model/index.ts";
import {
	countOf,
	elapsedMs,
	flowOf,
	listOf,
	millisecondsOf,
	type Row,
} from "./fields.ts";

/** Far above what a probe writes; what comes after is not read. */
const MAX_EVENTS = 20_000;

/** One stretch of a connection: its handshake, or the exchange after it. */
export interface Phase {
	startMs: number | undefined;
	doneMs: number | undefined;
	readBytes: number;
	readCount: number;
	writtenBytes: number;
	writeCount: number;
	firstReadMs: number | undefined;
	lastReadMs: number | undefined;
	longestGapMs: number | undefined;
	lastMove: "read" | "write" | undefined;
}

export interface FlowEvents {
	/** `ip:port` the flow connected to. */
	address: unknown;
	readonly handshake: Phase;
	readonly exchange: Phase;
	/** Bytes received on the connection since it began, as last sampled. */
	received: number;
}

export interface EventIndex {
	readonly byFlow: ReadonlyMap<number, FlowEvents>;
	/** Flows without an id, by the instant their handshake was done, in seconds as written. */
	readonly byHandshakeEnd: ReadonlyMap<number, FlowEvents>;
	/** Flows without an id, by the instants their HTTP transaction began and was done. */
	readonly byExchange: ReadonlyMap<number, FlowEvents>;
	/** When the look-up that was done at an instant had begun. */
	readonly resolveStarts: ReadonlyMap<number, number>;
	/** The end of the look-up that came before a connect, by the instant of the connect, both as written. */
	readonly lookupOfConnect: ReadonlyMap<number, number>;
	/** The only flow, where there is just one. */
	readonly single: FlowEvents | undefined;
}

/** What begins a new flow where flows have no id. */
const FLOW_STARTS: ReadonlySet<string> = new Set([
	"http_transaction_start",
	"resolve_start",
	"connect",
]);

const NO_EVENTS: EventIndex = {
	byFlow: new Map(),
	byHandshakeEnd: new Map(),
	byExchange: new Map(),
	resolveStarts: new Map(),
	lookupOfConnect: new Map(),
	single: undefined,
};

function createPhase(): Phase {
	return {
		startMs: undefined,
		doneMs: undefined,
		readBytes: 0,
		readCount: 0,
		writtenBytes: 0,
		writeCount: 0,
		firstReadMs: undefined,
		lastReadMs: undefined,
		longestGapMs: undefined,
		lastMove: undefined,
	};
}

function createFlow(address: unknown): FlowEvents {
	return {
		address,
		handshake: createPhase(),
		exchange: createPhase(),
		received: 0,
	};
}

/** Reads `network_events`. Events that cannot be read are passed over: they only add to what rows say. */
export function indexEvents(value: unknown): EventIndex {
	const events = listOf(value);
	if (events.length === 0) return NO_EVENTS;
	const byFlow = new Map<number, FlowEvents>();
	const byHandshakeEnd = new Map<number, FlowEvents>();
	const byExchange = new Map<number, FlowEvents>();
	const resolveStarts = new Map<number, number>();
	const lookupOfConnect = new Map<number, number>();
	let first: FlowEvents | undefined;
	let flows = 0;
	// State of the flows that have no id, in order of appearance.
	let current: FlowEvents | undefined;
	let exchangeStart: number | undefined;
	let resolveStartMs: number | undefined;
	let resolved: number | undefined;

	for (let index = 0; index < events.length && index < MAX_EVENTS; index++) {
		const event = events[index];
		if (!isRecord(event)) continue;
		const t = event["t"];
		const atMs = millisecondsOf(t);
		const operation = event["operation"];
		if (atMs === undefined || typeof operation !== "string") continue;
		// Two flows may share a microsecond, but not the instant as written.
		const at = t as number;
		const id = flowOf(event);
		let flow = id === undefined ? current : byFlow.get(id);
		if (
			flow === undefined ||
			(id === undefined && FLOW_STARTS.has(operation))
		) {
			// An exchange may go over the connection that is open already.
			const address =
				operation === "http_transaction_start" ? flow?.address : undefined;
			flow = createFlow(address);
			flows++;
			first ??= flow;
			if (id === undefined) current = flow;
			else byFlow.set(id, flow);
		}
		if (id === undefined) {
			if (operation === "http_transaction_start") {
				exchangeStart = at;
				resolved = undefined;
			} else if (operation === "resolve_start") resolveStartMs = atMs;
			else if (operation === "resolve_done") {
				resolved = at;
				if (resolveStartMs !== undefined) resolveStarts.set(at, resolveStartMs);
			} else if (operation === "connect" && resolved !== undefined)
				lookupOfConnect.set(at, resolved);
		}
		readEvent(flow, operation, event, atMs);
		if (id !== undefined) continue;
		if (operation.endsWith("_handshake_done")) byHandshakeEnd.set(at, flow);
		else if (operation === "http_transaction_done") {
			flow.exchange.startMs = millisecondsOf(exchangeStart);
			if (exchangeStart !== undefined) byExchange.set(exchangeStart, flow);
			byExchange.set(at, flow);
			exchangeStart = undefined;
		}
	}
	return {
		byFlow,
		byHandshakeEnd,
		byExchange,
		resolveStarts,
		lookupOfConnect,
		single: flows === 1 ? first : undefined,
	};
}

function readEvent(
	flow: FlowEvents,
	operation: string,
	event: Row,
	atMs: number,
): void {
	switch (operation) {
		case "connect":
			flow.address = event["address"];
			return;
		case "tls_handshake_start":
		case "quic_handshake_start":
			flow.handshake.startMs = atMs;
			return;
		case "tls_handshake_done":
		case "quic_handshake_done":
			flow.handshake.doneMs = atMs;
			return;
		case "http_transaction_start":
			flow.exchange.startMs ??= atMs;
			return;
		case "http_transaction_done":
			flow.exchange.doneMs = atMs;
			return;
		case "read":
		case "read_from":
			readBytes(phaseAt(flow), event, atMs);
			return;
		case "write":
		case "write_to":
			writeBytes(phaseAt(flow), event);
			return;
		case "bytes_received_cumulative":
			sampleReceived(flow, event, atMs);
	}
}

/** The stretch that bytes belong to now. Bytes after the exchange was done are no part of it. */
function phaseAt(flow: FlowEvents): Phase | undefined {
	const { handshake, exchange } = flow;
	if (handshake.startMs !== undefined && handshake.doneMs === undefined)
		return handshake;
	return exchange.doneMs === undefined ? exchange : undefined;
}

function readBytes(phase: Phase | undefined, event: Row, atMs: number): void {
	const bytes = countOf(event["num_bytes"], 1);
	if (phase === undefined || bytes === undefined || event["failure"]) return;
	phase.readBytes += bytes;
	phase.readCount++;
	phase.lastMove = "read";
	markRead(phase, atMs);
}

function writeBytes(phase: Phase | undefined, event: Row): void {
	const bytes = countOf(event["num_bytes"], 1);
	if (phase === undefined || bytes === undefined || event["failure"]) return;
	phase.writtenBytes += bytes;
	phase.writeCount++;
	phase.lastMove = "write";
}

function markRead(phase: Phase, atMs: number): void {
	phase.firstReadMs ??= atMs;
	const gapMs = elapsedMs(phase.lastReadMs, atMs);
	if (gapMs !== undefined && gapMs > (phase.longestGapMs ?? -1))
		phase.longestGapMs = gapMs;
	phase.lastReadMs = Math.max(phase.lastReadMs ?? 0, atMs);
}

/**
 * Samples of what the connection has received go on after the probe has
 * stopped keeping single reads (OONI keeps the first 64). One that is above
 * the last shows that something came in between, at the latest now.
 */
function sampleReceived(flow: FlowEvents, event: Row, atMs: number): void {
	const bytes = countOf(event["num_bytes"], 1);
	if (bytes === undefined || bytes <= flow.received) return;
	const { handshake, exchange } = flow;
	const counted = handshake.readBytes + exchange.readBytes;
	flow.received = bytes;
	if (bytes <= counted || handshakeRuns(handshake)) return;
	exchange.readBytes = bytes - handshake.readBytes;
	markRead(exchange, atMs);
}

function handshakeRuns(handshake: Phase): boolean {
	return handshake.startMs !== undefined && handshake.doneMs === undefined;
}

/** What was moved in a stretch; nothing where no event tells, since then nothing is known. */
export function volumeOf(phase: Phase | undefined): Volume {
	if (phase === undefined || (phase.readBytes === 0 && phase.writeCount === 0))
		return NO_VOLUME;
	const counted = phase.readCount > 0 || phase.writeCount > 0;
	return {
		readBytes: phase.readBytes,
		readCount: counted ? phase.readCount : undefined,
		writtenBytes: counted ? phase.writtenBytes : undefined,
		writeCount: counted ? phase.writeCount : undefined,
		longestGapMs: phase.longestGapMs,
		readSpanMs: elapsedMs(phase.firstReadMs, phase.lastReadMs),
	};
}

const NO_VOLUME: Volume = {};

/** `read_3` or `write_1`: the last operation that moved bytes, and the how-manieth of its kind. */
export function lastOperationOf(phase: Phase | undefined): string | undefined {
	if (phase?.lastMove === undefined) return undefined;
	return phase.lastMove === "read"
		? `read_${phase.readCount}`
		: `write_${phase.writeCount}`;
}
