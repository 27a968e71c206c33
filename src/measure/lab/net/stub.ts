/** The resolver of an emulated device: asks the provider's over UDP, as a system's stub does, and fails in its words. */
import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { decode, encode, RECURSION_DESIRED } from "dns-packet";
import type { Route } from "../../probe/index.ts";

/**
 * How often a question is sent, and how long each is waited for. Together
 * longer than the probe waits, so that silence ends as its time limit; often
 * enough that a line which loses one piece in ten loses all of them less than
 * once in a thousand visits.
 */
const TRIES = 6;
const TRY_MS = 200;

/** Error code of `getaddrinfo`, by response code. */
const CODES: Readonly<Record<number, string>> = {
	3: "ENOTFOUND",
	0: "ENODATA",
};

export async function lookUpAt(
	resolver: Route,
	hostname: string,
): Promise<{ readonly addresses: readonly string[] }> {
	const both = await Promise.all(
		(["A", "AAAA"] as const).map((type) => ask(resolver, hostname, type)),
	);
	const addresses = both.flatMap((one) => one.addresses);
	if (addresses.length > 0) return { addresses };
	const { code } = both[0] as Asked;
	throw Object.assign(new Error(`${hostname}: ${code}`), { code });
}

interface Asked {
	readonly addresses: readonly string[];
	readonly code: string;
}

async function ask(
	resolver: Route,
	hostname: string,
	type: "A" | "AAAA",
): Promise<Asked> {
	const socket = createSocket("udp4");
	const id = randomInt(1, 65_536);
	const query = encode({
		type: "query",
		id,
		flags: RECURSION_DESIRED,
		questions: [{ type, name: hostname }],
	});
	try {
		for (let tries = 0; tries < TRIES; tries++) {
			socket.send(query, resolver.port, resolver.host);
			const answer = await once(socket, "message", {
				signal: AbortSignal.timeout(TRY_MS),
			}).catch(() => undefined);
			if (answer !== undefined) return read(answer[0] as Buffer);
		}
	} finally {
		socket.close();
	}
	return { addresses: [], code: "EAI_AGAIN" };
}

function read(bytes: Buffer): Asked {
	const addresses = (decode(bytes).answers ?? []).flatMap((answer) =>
		answer.type === "A" || answer.type === "AAAA" ? [answer.data] : [],
	);
	const rcode = bytes.readUInt16BE(2) & 0xf;
	return {
		addresses: rcode === 0 ? addresses : [],
		code: CODES[rcode] ?? "EAI_AGAIN",
	};
}
