/** What a censor reads of a connection: the server name of a TLS hello, or the host of a request in clear text. */

export type FirstBytes =
	| { readonly kind: "more" }
	/** `name` is empty where none is stated. */
	| { readonly kind: "tls" | "http"; readonly name: string }
	| { readonly kind: "other" };

const HANDSHAKE_RECORD = 22;
const RECORD_HEAD_BYTES = 5;
const SERVER_NAME = 0;
const MAX_BYTES = 16_384;

/** Reads as much of a client's first bytes as is there. */
export function readFirstBytes(bytes: Buffer): FirstBytes {
	if (bytes.length === 0) return { kind: "more" };
	if (bytes.length > MAX_BYTES) return { kind: "other" };
	if (bytes[0] !== HANDSHAKE_RECORD) return readRequest(bytes);
	if (bytes.length < RECORD_HEAD_BYTES) return { kind: "more" };
	const end = RECORD_HEAD_BYTES + bytes.readUInt16BE(3);
	if (bytes.length < end) return { kind: "more" };
	try {
		return {
			kind: "tls",
			name: serverName(bytes.subarray(RECORD_HEAD_BYTES, end)),
		};
	} catch {
		return { kind: "other" };
	}
}

function readRequest(bytes: Buffer): FirstBytes {
	const text = bytes.toString("latin1");
	if (!text.includes("\r\n\r\n")) return { kind: "more" };
	const host = /\r\nhost: *([^\r:]+)/i.exec(text)?.[1] ?? "";
	return { kind: "http", name: host.toLowerCase() };
}

/** The server name in a ClientHello (RFC 8446, section 4.1.2; RFC 6066, section 3). Throws RangeError where it is cut short. */
function serverName(hello: Buffer): string {
	// Type, length, version and random.
	let at = 4 + 2 + 32;
	at += 1 + hello.readUInt8(at); // session
	at += 2 + hello.readUInt16BE(at); // cipher suites
	at += 1 + hello.readUInt8(at); // compression
	const end = at + 2 + hello.readUInt16BE(at);
	at += 2;
	while (at + 4 <= end) {
		const type = hello.readUInt16BE(at);
		const length = hello.readUInt16BE(at + 2);
		at += 4;
		if (type === SERVER_NAME)
			// List length and type of name come before the name's own length.
			return hello
				.toString("latin1", at + 5, at + 5 + hello.readUInt16BE(at + 3))
				.toLowerCase();
		at += length;
	}
	return "";
}
