/**
 * Tests that try one endpoint again and again: tcpping, tlsping,
 * simplequicping, quicping; and stunreachability, which asks it once. The
 * facts of each try stand by themselves.
 *
 * App facts: `pings_sent`, `pings_answered`, `pings_unexpected` (quicping:
 * answers to no question), `stun_binding` (text: the server asked).
 */
import { addApp } from "./app.ts";
import type { Draft } from "./draft.ts";
import {
	failureOf,
	listOf,
	type Row,
	rowOf,
	rowsOf,
	textOf,
} from "./fields.ts";
import { createReading } from "./reading.ts";
import { readStandard } from "./standard.ts";
import { readConnect } from "./tcp.ts";
import { readHandshake, readQuicHandshake } from "./tls.ts";

/** The tests try ten times. */
const MAX_PINGS = 500;

export function pingsOf(draft: Draft): readonly Row[] {
	return rowsOf(draft, draft.measurement.testKeys["pings"], "pings")
		.slice(0, MAX_PINGS)
		.filter((row) => row !== undefined);
}

export function addCounts(draft: Draft, sent: number, answered: number): void {
	addApp(draft, { name: "pings_sent", number: sent });
	addApp(draft, { name: "pings_answered", number: answered });
}

/** tcpping, tlsping and simplequicping: each ping holds a connect, a handshake, or both. */
export function observePings(draft: Draft): void {
	let sent = 0;
	let answered = 0;
	for (const ping of pingsOf(draft)) {
		const path = `pings[${sent}].`;
		const reading = createReading(draft, ping, { path });
		let failed = false;
		let tried = false;
		for (const [key, read] of STEPS) {
			// Before 2022-06-22 each step was a list.
			const value = ping[key];
			for (const item of Array.isArray(value) ? value : [value]) {
				const row = rowOf(item);
				if (Object.keys(row).length === 0) continue;
				tried = true;
				const failure = row["failure"] ?? rowOf(row["status"])["failure"];
				if (failureOf(failure) !== undefined) failed = true;
				read(reading, row, key);
			}
		}
		sent++;
		if (tried && !failed) answered++;
	}
	addCounts(draft, sent, answered);
}

const STEPS = [
	["tcp_connect", readConnect],
	["tls_handshake", readHandshake],
	["tls_handshakes", readHandshake],
	["quic_handshake", readQuicHandshake],
] as const;

/** quicping provokes a version negotiation; there is no handshake to describe. */
export function observeQuicping(draft: Draft): void {
	const pings = pingsOf(draft);
	const answered = pings.filter(
		(ping) =>
			failureOf(ping["failure"]) === undefined &&
			listOf(ping["responses"]).some(
				(response) => failureOf(rowOf(response)["failure"]) === undefined,
			),
	);
	addCounts(draft, pings.length, answered.length);
	const unexpected = listOf(draft.measurement.testKeys["unexpected_responses"]);
	addApp(draft, { name: "pings_unexpected", number: unexpected.length });
}

export function observeStun(draft: Draft): void {
	const keys = draft.measurement.testKeys;
	readStandard(draft, keys);
	addApp(draft, {
		name: "stun_binding",
		failure: failureOf(keys["failure"]),
		text:
			textOf(keys["endpoint"], 256) ||
			textOf(draft.measurement.input, 256) ||
			undefined,
	});
}
