/**
 * Look-ups: by the system's resolver, by UDP to a resolver of our choice, and
 * by DoH. Each notes its rows. UDP listens on for a moment after the first
 * answer: an injected answer wins the race, and the true one comes after it.
 */

import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import {
	type Answer,
	decode,
	encode,
	type Packet,
	RECURSION_DESIRED,
} from "dns-packet";
import { addressOf } from "./connection.ts";
import { codeOf, failureOfError, INTERRUPTED, TIMEOUT } from "./failure.ts";
import type { AnswerRow, FlowStamp, QueryRow } from "./rows.ts";
import { mark, type Trace } from "./trace.ts";
import type { Endpoint, Vantage } from "./vantage.ts";

export const ADDRESS_TYPES = ["A", "AAAA"] as const;
export type AddressType = (typeof ADDRESS_TYPES)[number];

/** Asks the system's resolver; recorded as one query of type ANY, as OONI does. */
export async function lookupBySystem(
	trace: Trace,
	vantage: Vantage,
	hostname: string,
	stamp: FlowStamp,
): Promise<readonly string[]> {
	const t0 = trace.now();
	mark(trace, stamp, "resolve_start");
	const found = await withLimit(
		trace,
		vantage.systemLookup(hostname),
		trace.limits.dnsMs,
	);
	const addresses = "value" in found ? found.value.addresses : [];
	const cname = "value" in found ? found.value.cname : undefined;
	const failure =
		"failure" in found
			? found.failure
			: addresses.length === 0
				? "dns_no_answer"
				: null;
	mark(trace, stamp, "resolve_done", failure);
	const answers = addresses.map(addressRow);
	trace.queries.push({
		...queryRow(hostname, "ANY", "getaddrinfo", ""),
		answers:
			cname === undefined
				? nullIfEmpty(answers)
				: [{ answer_type: "CNAME", hostname: cname, ttl: null }, ...answers],
		failure,
		...("failure" in found && found.code
			? { getaddrinfo_error: found.code }
			: {}),
		t0,
		t: trace.now(),
		...stamp,
	});
	return addresses;
}

type Settled<T> =
	| { readonly value: T }
	| { readonly failure: string; readonly code?: string | undefined };

async function withLimit<T>(
	trace: Trace,
	work: Promise<T>,
	limitMs: number,
): Promise<Settled<T>> {
	let timer: NodeJS.Timeout | undefined;
	let onAbort: (() => void) | undefined;
	const limit = new Promise<Settled<T>>((resolve) => {
		timer = setTimeout(resolve, limitMs, { failure: TIMEOUT });
		onAbort = () => resolve({ failure: INTERRUPTED });
		trace.signal?.addEventListener("abort", onAbort, { once: true });
	});
	const done = work.then(
		(value) => ({ value }),
		(error: unknown) => ({
			failure: failureOfError(error),
			code: codeOf(error),
		}),
	);
	const settled = await Promise.race([done, limit]);
	clearTimeout(timer);
	if (onAbort) trace.signal?.removeEventListener("abort", onAbort);
	return settled;
}

/** Asks one resolver over UDP for one type. Late and second answers are kept in the trace. */
export async function lookupByUdp(
	trace: Trace,
	vantage: Vantage,
	query: { readonly hostname: string; readonly type: AddressType },
	resolver: Endpoint,
	stamp: FlowStamp,
): Promise<readonly string[]> {
	const { hostname, type } = query;
	const id = randomInt(1, 65_536);
	const t0 = trace.now();
	const row = queryRow(hostname, type, "udp", addressOf(resolver));
	const finish = (reading: Reading): readonly string[] => {
		trace.queries.push({
			...row,
			...reading.row,
			t0,
			t: trace.now(),
			...stamp,
		});
		return reading.addresses;
	};
	const socket = createSocket(resolver.ip.includes(":") ? "udp6" : "udp4");
	const route = vantage.route(resolver, "udp");
	return new Promise((resolve) => {
		let answered = false;
		const settle = (reading: Reading): void => {
			if (answered) return;
			answered = true;
			clearTimeout(timer);
			resolve(finish(reading));
		};
		const fail = (failure: string): void => {
			settle({ row: { answers: null, failure }, addresses: [] });
			close();
		};
		const onAbort = (): void => fail(INTERRUPTED);
		const close = (): void => {
			trace.signal?.removeEventListener("abort", onAbort);
			socket.removeAllListeners().on("error", () => {});
			try {
				socket.close();
			} catch {
				// Closed already.
			}
		};
		const timer = setTimeout(fail, trace.limits.dnsMs, TIMEOUT);
		trace.signal?.addEventListener("abort", onAbort, { once: true });
		socket.on("error", (error) => fail(failureOfError(error)));
		socket.on("message", (bytes) => {
			const reading = readResponse(bytes, { id, hostname, type });
			if (reading === undefined) return;
			if (answered) {
				const t = trace.now();
				trace.duplicates.push({ ...row, ...reading.row, t0, t, ...stamp });
				return;
			}
			trace.lingering.push(
				new Promise((listened) =>
					setTimeout(() => {
						close();
						listened();
					}, trace.limits.lateDnsMs),
				),
			);
			settle(reading);
		});
		socket.connect(route.port, route.host, () => {
			socket.send(encodeQuery(id, hostname, type), (error) => {
				if (error) fail(failureOfError(error));
			});
		});
	});
}

/** The bytes of a query. */
export function encodeQuery(
	id: number,
	hostname: string,
	type: AddressType,
): Buffer {
	return encode({
		type: "query",
		id,
		flags: RECURSION_DESIRED,
		questions: [{ type, name: hostname }],
	});
}

export interface Reading {
	readonly row: Pick<QueryRow, "answers" | "failure"> & Partial<QueryRow>;
	readonly addresses: readonly string[];
}

/** What a response says; undefined where it is none to this query. */
export function readResponse(
	bytes: Buffer,
	query: {
		readonly id: number;
		readonly hostname: string;
		readonly type: AddressType;
	},
): Reading | undefined {
	let packet: Packet & { readonly rcode?: string };
	try {
		packet = decode(bytes);
	} catch {
		return undefined;
	}
	const question = packet.questions?.[0];
	if (
		packet.type !== "response" ||
		packet.id !== query.id ||
		question?.type !== query.type ||
		question.name.toLowerCase() !== query.hostname.toLowerCase()
	)
		return undefined;
	const answers = (packet.answers ?? []).flatMap(answerRow);
	const addresses = answers.flatMap(({ ipv4, ipv6 }) => ipv4 ?? ipv6 ?? []);
	// The last four bits of the flags: the packet's own field is a text.
	const rcode = bytes.readUInt16BE(2) & 0xf;
	return {
		row: {
			answers: nullIfEmpty(answers),
			failure:
				RCODES[rcode] ?? (addresses.length === 0 ? "dns_no_answer" : null),
			rcode,
			raw_response: bytes.toString("base64"),
		},
		addresses: rcode === 0 ? addresses : [],
	};
}

/** RFC 1035, section 4.1.1; what is not here and not 0 is a server that misbehaves. */
const RCODES: Readonly<Record<number, string>> = {
	...Object.fromEntries(
		[1, 4, ...Array.from({ length: 10 }, (_, i) => i + 6)].map((code) => [
			code,
			"dns_server_misbehaving",
		]),
	),
	2: "dns_servfail_error",
	3: "dns_nxdomain_error",
	5: "dns_refused_error",
};

function answerRow(answer: Answer): AnswerRow[] {
	if (answer.type === "A")
		return [{ answer_type: "A", ipv4: answer.data, ttl: answer.ttl ?? null }];
	if (answer.type === "AAAA")
		return [
			{ answer_type: "AAAA", ipv6: answer.data, ttl: answer.ttl ?? null },
		];
	if (answer.type === "CNAME")
		return [
			{ answer_type: "CNAME", hostname: answer.data, ttl: answer.ttl ?? null },
		];
	return [];
}

function addressRow(ip: string): AnswerRow {
	return ip.includes(":")
		? { answer_type: "AAAA", ipv6: ip, ttl: null }
		: { answer_type: "A", ipv4: ip, ttl: null };
}

export function queryRow(
	hostname: string,
	type: QueryRow["query_type"],
	engine: QueryRow["engine"],
	resolver: string,
) {
	return {
		hostname,
		query_type: type,
		engine,
		resolver_address: resolver,
		resolver_hostname: null,
		resolver_port: null,
	} as const;
}

function nullIfEmpty(answers: readonly AnswerRow[]) {
	return answers.length === 0 ? null : answers;
}
