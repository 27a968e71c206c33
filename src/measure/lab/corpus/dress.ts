/**
 * What real records carry beside the facts: whole certificate chains, look-ups
 * of the resolvers themselves, events of every read and write, long headers.
 * Measured on real records: beside bodies, about 2 to 2.7 kB for each fact of
 * web_connectivity 0.5, 1.4 kB for each of telegram and signal.
 */
import { makeCertificate } from "../certificate.ts";
import type { Random } from "../random.ts";

type Json = Readonly<Record<string, unknown>>;

/** Base64 of certificates of usual size: those of today's authorities have 1.2 to 1.5 kB. */
export function makeChain(host: string, random: Random): readonly string[] {
	const authority = `Emulated CA ${random.int(9)}`;
	const length = random.chance(0.8) ? 2 : 3;
	return Array.from({ length }, (_, depth) => {
		const names = Array.from(
			{ length: 14 + random.int(depth === 0 ? 30 : 6) },
			(_, i) => `${random.hex(12)}${i}.${host}`,
		);
		const der = makeCertificate({
			keySeed: `${host}/${depth}`,
			subject: depth === 0 ? host : `${authority} ${depth}`,
			names: [host, ...names],
			issuer: `${authority} ${depth + 1}`,
			issuerKeySeed: authority,
			notBefore: new Date("2024-11-01T00:00:00Z"),
			notAfter: new Date("2026-11-01T00:00:00Z"),
		});
		return Buffer.from(der).toString("base64");
	});
}

/** Response headers of a site behind a content network. */
export function makeHeaders(random: Random): Readonly<Record<string, string>> {
	return {
		"Alt-Svc": 'h3=":443"; ma=86400',
		"Cache-Control": "max-age=60, private, must-revalidate",
		"Cf-Ray": `${random.hex(16)}-KHI`,
		"Content-Type": "text/html; charset=utf-8",
		Date: "Mon, 27 Jan 2025 10:00:00 GMT",
		Etag: `"${random.hex(32)}"`,
		Server: "emulated",
		"Set-Cookie": `session=${random.hex(80)}; Path=/; Expires=Tue, 28 Jan 2025 10:00:00 GMT; Secure; HttpOnly`,
		"Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
		Vary: "Accept-Encoding, Cookie",
		"X-Request-Id": random.hex(32),
		...(random.chance(0.4)
			? {
					"Content-Security-Policy": `default-src 'self'; script-src 'self' 'nonce-${random.hex(24)}' ${Array.from({ length: 12 }, () => `https://${random.hex(6)}.example`).join(" ")}; img-src * data:`,
				}
			: {}),
	};
}

/** The answer of a resolver as it came, base64. */
export function rawResponse(random: Random): string {
	return Buffer.from(random.hex(160 + random.int(240)), "hex").toString(
		"base64",
	);
}

/** What asking a resolver over HTTPS took: a connection of its own, event by event. */
export function resolverEvents(random: Random): Json {
	const address = "203.0.113.253:443";
	let t = 0.0006;
	const network_events = Array.from({ length: 26 }, (_, i) => {
		const t0 = t;
		t += random.between(0.0001, 0.02);
		return {
			address,
			failure: null,
			num_bytes: 20 + random.int(2300),
			operation: i % 3 === 0 ? "write" : "read",
			proto: "tcp",
			t0,
			t,
			transaction_id: 30_001,
		};
	});
	return {
		network_events,
		queries: [],
		requests: [],
		tcp_connect: [],
		tls_handshakes: [],
	};
}

/** Network events of the older tests, which tell of each step without saying whose it was. */
export function plainEvents(count: number, random: Random): readonly Json[] {
	const steps = [
		"http_transaction_start",
		"resolve_start",
		"resolve_done",
		"connect",
		"write",
		"read",
		"read",
		"http_transaction_done",
	];
	let t = 0;
	return Array.from({ length: count }, (_, i) => {
		t += random.exponential(0.01);
		return { failure: null, operation: steps[i % steps.length], t };
	});
}
