import assert from "node:assert/strict";
import { test } from "node:test";
import { indexEvents } from "./event-index.ts";
import { lastOperationOf, volumeOf } from "./events.ts";

type Event = Readonly<Record<string, unknown>>;

const event = (operation: string, t: number, more: Event = {}): Event => ({
	operation,
	t,
	failure: null,
	...more,
});
const read = (t: number, bytes: number, more: Event = {}): Event =>
	event("read", t, { num_bytes: bytes, ...more });
const write = (t: number, bytes: number, more: Event = {}): Event =>
	event("write", t, { num_bytes: bytes, ...more });

test("bytes of the handshake are told apart from bytes of the exchange", () => {
	const of = { transaction_id: 7 };
	const { byFlow } = indexEvents([
		event("connect", 1, { address: "192.0.2.1:443", ...of }),
		event("tls_handshake_start", 1, of),
		write(1.1, 300, of),
		read(1.2, 1000, of),
		event("tls_handshake_done", 1.3, of),
		event("http_transaction_start", 1.3, of),
		write(1.4, 200, of),
		read(1.5, 10, of),
		read(1.9, 20, of),
		event("http_transaction_done", 2, of),
		read(2.1, 99, of),
	]);
	const flow = byFlow.get(7);
	assert.deepEqual(volumeOf(flow?.handshake), {
		readBytes: 1000,
		readCount: 1,
		writtenBytes: 300,
		writeCount: 1,
		longestGapMs: undefined,
		readSpanMs: 0,
	});
	assert.deepEqual(volumeOf(flow?.exchange), {
		readBytes: 30,
		readCount: 2,
		writtenBytes: 200,
		writeCount: 1,
		longestGapMs: 400,
		readSpanMs: 400,
	});
	assert.equal(flow?.exchange.startMs, 1300);
	assert.equal(flow?.exchange.doneMs, 2000);
});

test("a read that failed is no operation: nothing came back before the reset", () => {
	const { single } = indexEvents([
		event("tls_handshake_start", 1),
		write(1.1, 300),
		event("read", 1.2, { failure: "connection_reset" }),
		event("tls_handshake_done", 1.2),
	]);
	assert.equal(lastOperationOf(single?.handshake), "write_1");
	assert.equal(volumeOf(single?.handshake).readBytes, 0);
});

test("where no event tells of bytes, nothing is known of them", () => {
	const { single } = indexEvents([
		event("tls_handshake_start", 1),
		event("tls_handshake_done", 2),
	]);
	assert.deepEqual(volumeOf(single?.handshake), {});
	assert.equal(lastOperationOf(single?.handshake), undefined);
});

test("samples go on counting where single reads are no longer kept", () => {
	const { single } = indexEvents([
		event("connect", 1, { address: "192.0.2.1:80" }),
		write(1, 100),
		read(1.5, 1000),
		event("bytes_received_cumulative", 1.6, { num_bytes: 1000 }),
		event("bytes_received_cumulative", 3.5, { num_bytes: 1000 }),
		event("bytes_received_cumulative", 4, { num_bytes: 5000 }),
		event("bytes_received_cumulative", 4.5, { num_bytes: 4000 }),
	]);
	const volume = volumeOf(single?.exchange);
	assert.equal(volume.readBytes, 5000);
	assert.equal(volume.longestGapMs, 2500);
	assert.equal(volume.readSpanMs, 2500);
});

test("flows without an id are told apart by their connects", () => {
	const index = indexEvents([
		event("http_transaction_start", 0.1),
		event("resolve_start", 0.2),
		event("resolve_done", 0.3),
		event("connect", 0.4, { address: "192.0.2.1:443" }),
		event("tls_handshake_start", 0.4),
		write(0.5, 1),
		event("tls_handshake_done", 0.6),
		event("http_transaction_done", 0.9),
		event("connect", 0.45, { address: "192.0.2.2:443" }),
		event("tls_handshake_start", 0.5),
		event("tls_handshake_done", 0.7),
	]);
	assert.equal(index.byHandshakeEnd.get(0.6)?.address, "192.0.2.1:443");
	assert.equal(index.byHandshakeEnd.get(0.7)?.address, "192.0.2.2:443");
	assert.equal(index.byExchange.get(0.1), index.byExchange.get(0.9));
	assert.equal(index.byExchange.get(0.9)?.exchange.startMs, 100);
	assert.equal(index.resolveStarts.get(0.3), 200);
	assert.equal(index.lookupOfConnect.get(0.4), 0.3);
});

test("an exchange over the open connection keeps its address, a new look-up does not", () => {
	const index = indexEvents([
		event("connect", 0.1, { address: "192.0.2.1:80" }),
		event("http_transaction_start", 0.2),
		event("http_transaction_done", 0.3),
		event("http_transaction_start", 0.4),
		event("resolve_start", 0.5),
		event("resolve_done", 0.6, { failure: "dns_nxdomain_error" }),
		event("http_transaction_done", 0.7),
	]);
	assert.equal(index.byExchange.get(0.3)?.address, "192.0.2.1:80");
	assert.equal(index.byExchange.get(0.7)?.address, undefined);
});

test("P7: events that are none are passed over", () => {
	assert.equal(indexEvents("no list").single, undefined);
	const { byFlow } = indexEvents([
		null,
		7,
		event("read", -1),
		event("read", 1, { num_bytes: -5, transaction_id: 1 }),
		{ t: 1 },
		{ operation: "read", t: "1" },
	]);
	assert.deepEqual(volumeOf(byFlow.get(1)?.exchange), {});
});
