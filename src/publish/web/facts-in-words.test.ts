import assert from "node:assert/strict";
import test from "node:test";
import type { Observation } from "../../model/index.ts";
import { factDuration, factOutcome, factSubject } from "./facts-in-words.ts";

const base = { position: 0, vantage: "probe", role: "", depth: 0 } as const;
const say = (fact: Observation) => `${factSubject(fact)}: ${factOutcome(fact)}`;

test("P1: facts are told as what happened, layer by layer", () => {
	assert.equal(
		say({
			...base,
			layer: "dns",
			hostname: "x.example",
			queryType: "A",
			engine: "udp",
			resolver: "203.0.113.1:53",
			answers: [{ ip: "198.51.100.4", asn: 64508 }, { cname: "y.example" }],
		}),
		"looked up x.example (A) with a resolver over UDP 203.0.113.1:53: 198.51.100.4 (AS64508) and y.example",
	);
	assert.equal(
		say({
			...base,
			layer: "tcp",
			ip: "2001:db8::1",
			port: 443,
			failure: "generic_timeout_error",
		}),
		"connected to [2001:db8::1]:443: no answer came in time",
	);
	assert.equal(
		say({
			...base,
			layer: "tls",
			ip: "198.51.100.4",
			port: 443,
			serverName: "",
			verified: true,
			certificates: [],
		}),
		"began TLS with 198.51.100.4:443, naming no server: completed, and the certificate was accepted",
	);
	assert.equal(
		say({
			...base,
			layer: "http",
			hostname: "x.example",
			method: "GET",
			url: "https://x.example/",
			statusCode: 200,
			bodyBytes: 5120,
			title: "Notice",
			headerNames: [],
			fingerprints: ["known_page"],
			pageMarks: [],
		}),
		"asked for https://x.example/ (GET): answered with status 200; 5,120 bytes; title “Notice”; known page: known_page",
	);
	assert.equal(
		say({ ...base, layer: "app", name: "bootstrap_percent", number: 85 }),
		"bootstrap percent: 85",
	);
});

test("durations are whole milliseconds, and left out where not known", () => {
	const fact = { ...base, layer: "app", name: "a" } as const;
	assert.equal(factDuration({ ...fact, durationMs: 1234.6 }), "in 1,235 ms");
	assert.equal(factDuration(fact), "");
});
