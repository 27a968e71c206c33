/**
 * The keys that most tests share (OONI's df- formats). Used by every family,
 * and alone for tests that Rasai does not know.
 */

import { readQueries } from "./dns.ts";
import type { Draft } from "./draft.ts";
import type { Row } from "./fields.ts";
import { readRequests } from "./http.ts";
import { createReading, type Reading, type ReadingOptions } from "./reading.ts";
import { readConnects } from "./tcp.ts";
import { readHandshakes, readQuicHandshakes } from "./tls.ts";

/** Reads the standard keys in the order in which a visit meets the layers. */
export function readStandard(
	draft: Draft,
	keys: Row,
	options: ReadingOptions = {},
): void {
	const reading = createReading(draft, keys, options);
	readQueries(reading, keys["queries"]);
	readEndpoints(reading, keys);
}

/** Reads what was done with the addresses that the look-ups gave. */
export function readEndpoints(reading: Reading, keys: Row): void {
	readConnects(reading, keys["tcp_connect"]);
	readHandshakes(reading, keys["tls_handshakes"]);
	readQuicHandshakes(reading, keys["quic_handshakes"]);
	readRequests(reading, keys["requests"]);
}
