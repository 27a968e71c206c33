/**
 * What network events say of one flow: when its handshake and its exchange
 * began and ended, and what was read in them and how fast.
 */
import type { Volume } from "../../model/index.ts";
import { countOf, elapsedMs, type Row } from "./fields.ts";

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

export function createFlow(address: unknown): FlowEvents {
	return {
		address,
		handshake: createPhase(),
		exchange: createPhase(),
		received: 0,
	};
}

/** Adds what one event says. */
export function readEvent(
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
