import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyFingerprints } from "../reference/index.ts";
import { readFacts } from "./facts.ts";

const CONTEXT = {
	fingerprints: emptyFingerprints,
	seenCertificates: new Set<string>(),
	receivedAt: "2025-06-01T00:00:00Z",
};

function read(json: string, uidHint?: string) {
	const bytes = Buffer.from(json);
	return readFacts({ bytes, member: "", line: 1, uidHint }, CONTEXT);
}

function factsOf(json: string, uidHint?: string) {
	const result = read(json, uidHint);
	assert.ok("facts" in result);
	return result.facts;
}

const RECORD = {
	input: "https://page.example/é",
	measurement_start_time: "2025-02-03 10:00:00",
	probe_asn: "AS64496",
	probe_cc: "QZ",
	probe_network_name: "Réseau \u0007émulé",
	test_keys: { queries: [] },
	test_name: "web_connectivity",
};

test("texts of the header are decoded and freed of control characters, however the record was read", () => {
	const plain = factsOf(JSON.stringify(RECORD), "uid-1").header;
	assert.equal(plain.input, "https://page.example/é");
	assert.equal(plain.probeNetworkName, "Réseau émulé");
	const escaped = JSON.stringify(RECORD).replace(/é/g, "\\u00e9");
	assert.deepEqual(factsOf(escaped, "uid-1").header, plain);
});

test("a record without a uid is named by its content, not by how it is written", () => {
	const json = JSON.stringify(RECORD);
	const other = JSON.stringify(
		Object.fromEntries(Object.entries(RECORD).reverse()),
	).replace(/é/g, "\\u00e9");
	const { uid } = factsOf(json).header;
	assert.match(uid, /^h[0-9a-f]{40}$/);
	assert.equal(factsOf(other).header.uid, uid);
	assert.notEqual(factsOf(json.replace("64496", "64497")).header.uid, uid);
	assert.notEqual(factsOf(other).recordHash, factsOf(json).recordHash);
});

test("a record that breaks its reader is a reject, not an exception", () => {
	const deep = JSON.stringify({ ...RECORD, extra: "@" }).replace(
		'"@"',
		"[".repeat(50_000) + "]".repeat(50_000),
	);
	const result = read(deep);
	assert.ok("reject" in result);
	assert.equal(result.reject.reason, "observation_failed");
});
