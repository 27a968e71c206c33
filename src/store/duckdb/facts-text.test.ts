import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../../model/index.ts";
import {
	FACT_LAYERS,
	factsText,
	fieldsOf,
	readFactsText,
} from "./facts-text.ts";

/** An observation of each layer with every field that its type has: a field that is added must be added to the text. */
type Full = {
	readonly [L in Observation["layer"]]: Required<
		Extract<Observation, { readonly layer: L }>
	>;
};

const SHARED = {
	position: 3,
	vantage: "probe",
	role: "chat",
	depth: 1,
	flow: 7,
	failure: "connection_reset",
	startMs: 0,
	durationMs: 12.25,
	classic: false,
	fetchBody: true,
} as const;
const VOLUME = {
	readBytes: 0,
	readCount: 2,
	writtenBytes: 3,
	writeCount: 4,
	longestGapMs: 5.5,
	readSpanMs: 1e21,
} as const;

const FULL: Full = {
	dns: {
		...SHARED,
		layer: "dns",
		hostname: "a.example",
		queryType: "A",
		engine: "udp",
		resolver: "192.0.2.1:53",
		answers: [
			{ ip: "198.51.100.1", asn: 0, cname: undefined },
			{ ip: undefined, asn: undefined, cname: "b.example" },
			{ ip: "2001:db8::1", asn: undefined, cname: undefined },
		],
		rcode: 0,
		duplicate: true,
	},
	tcp: {
		...SHARED,
		layer: "tcp",
		ip: "198.51.100.1",
		port: 443,
		hostname: "",
	},
	tls: {
		...SHARED,
		...VOLUME,
		layer: "tls",
		ip: "198.51.100.1",
		port: 443,
		hostname: "a.example",
		serverName: "a.example",
		outerServerName: "front.example",
		ech: "grease",
		verified: false,
		tlsVersion: "TLSv1.3",
		cipherSuite: "TLS_AES_128_GCM_SHA256",
		alpn: "h2",
		certificates: ["aa", "bb"],
		leaf: {
			matchesName: false,
			selfSigned: true,
			issuer: 'quote " and \u0001',
			notBeforeAt: "2024-01-01T00:00:00Z",
			notAfterAt: "2025-01-01T00:00:00Z",
		},
		lastOperation: "read_3",
	},
	http: {
		...SHARED,
		...VOLUME,
		layer: "http",
		hostname: "a.example",
		ip: "198.51.100.1",
		port: 443,
		method: "GET",
		url: "https://a.example/",
		alpn: "h2",
		statusCode: 451,
		bodyBytes: 0,
		bodyTruncated: false,
		bodyHash: "cc",
		title: "\ud83d\ude00",
		headerNames: ["date"],
		location: "/",
		server: "",
		fingerprints: ["f"],
		pageMarks: [],
	},
	quic: {
		...SHARED,
		layer: "quic",
		ip: "198.51.100.1",
		port: 443,
		hostname: "a.example",
		serverName: "a.example",
		certificates: [],
	},
	app: { ...SHARED, layer: "app", name: "tor", number: -1.5, text: "\t" },
};

test("P1: facts written as text come back with every field they had", () => {
	const whole = Object.values(FULL);
	assert.deepEqual(readFactsText(factsText(whole)), whole);
	fc.assert(
		fc.property(
			fc.constantFrom(...FACT_LAYERS),
			fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
			(layer, keeps) => {
				const some = Object.fromEntries(
					Object.entries(FULL[layer]).filter(
						([field], index) =>
							field === "layer" || NEEDED.has(field) || keeps[index],
					),
				) as unknown as Observation;
				const [read] = readFactsText(factsText([some]));
				assert.deepEqual(known(read), some);
			},
		),
	);
});

/** Fields that every observation of their layer has and that are read as lists. */
const NEEDED: ReadonlySet<string> = new Set(["answers"]);

function known(observation: Observation | undefined): unknown {
	return Object.fromEntries(
		Object.entries(observation ?? {}).filter(
			([, value]) => value !== undefined,
		),
	);
}

test("the values of a text stand where the view of observations looks for them", () => {
	for (const layer of FACT_LAYERS) {
		const fields = fieldsOf(layer);
		assert.deepEqual(
			[...fields].sort(),
			Object.keys(FULL[layer]).sort(),
			layer,
		);
		const [values] = JSON.parse(factsText([FULL[layer]])) as unknown[][];
		const record = FULL[layer] as unknown as Readonly<Record<string, unknown>>;
		fields.forEach((field, at) => {
			if (field === "answers" || field === "leaf") return;
			assert.deepEqual(values?.[at], record[field], `${layer} ${field}`);
		});
	}
});
