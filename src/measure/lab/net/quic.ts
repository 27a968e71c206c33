/** The least of QUIC: a server that names its versions to whoever asks in another (RFC 9000, section 6.1), and silence. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Running } from "./listeners.ts";

const VERSION_1 = 1;

export function openQuicServer(): Promise<Running> {
	return open((bytes) => {
		if (bytes.length < 1200 || ((bytes[0] ?? 0) & 0x80) === 0) return undefined;
		const to = connectionId(bytes, 5);
		const from = connectionId(bytes, 5 + to.length);
		const head = Buffer.alloc(5);
		head[0] = 0x80;
		const version = Buffer.alloc(4);
		version.writeUInt32BE(VERSION_1);
		return Buffer.concat([head, from, to, version]);
	});
}

/** A connection id with the byte of its length before it. */
function connectionId(bytes: Buffer, at: number): Buffer {
	return bytes.subarray(at, at + 1 + (bytes[at] ?? 0));
}

/** Takes everything and answers nothing. */
export function openSilence(): Promise<Running> {
	return open(() => undefined);
}

async function open(
	reply: (bytes: Buffer) => Buffer | undefined,
): Promise<Running> {
	const socket = createSocket("udp4");
	socket.on("message", (bytes, from) => {
		const answer = reply(bytes);
		if (answer !== undefined)
			socket.send(answer, from.port, from.address, () => {});
	});
	socket.bind(0, "127.0.0.1");
	await once(socket, "listening");
	return {
		port: socket.address().port,
		close: async () => void socket.close(),
	};
}
