import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { isRecord, parseMeasurement } from "../../model/index.ts";
import { emptyFingerprints } from "../../reference/index.ts";
import { observe } from "./observe.ts";
import { scanRecord } from "./scan/index.ts";
import { measurementOf } from "./testing.ts";
import type { Observed } from "./types.ts";

const REAL_FOLDER = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/ooni/measurements",
);
const RECEIVED_AT = "2027-01-01T00:00:00Z";
/** Larger records only make the runs slower. */
const MAX_RECORD_BYTES = 40_000;
const RUNS = 4;

/** Values that a forger would put anywhere. */
const hostile = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		-1,
		1e308,
		0.1,
		"",
		[],
		{},
		"192.0.2.1",
		"::1%lo",
		"\u0000\u001b[31m",
		"a".repeat(3000),
		"مثال é 📰",
		{ format: "base64", data: "not base64!" },
		{ format: "base64", data: "/+8=" },
		{ toString: 1, valueOf: 1, length: 1e9 },
		"https://مثال.example.net/a?b=203.0.113.5",
		["A", ["B"]],
		"<title>é &amp; 203.0.113.5</title>",
	),
	fc.jsonValue({ maxDepth: 2, noUnicodeString: false }),
);

/** Which place of a record is replaced, and by what. */
const mutations = fc.array(fc.tuple(fc.nat(), hostile), {
	minLength: 1,
	maxLength: 8,
});

type Place = readonly [holder: Record<string, unknown>, key: string];

function placesIn(value: unknown, found: Place[] = []): readonly Place[] {
	if (typeof value !== "object" || value === null) return found;
	const holder = value as Record<string, unknown>;
	for (const key of Object.keys(holder)) {
		found.push([holder, key]);
		placesIn(holder[key], found);
	}
	return found;
}

function mutate(
	text: string,
	changes: readonly (readonly [number, unknown])[],
): string {
	const record: unknown = JSON.parse(text);
	const testKeys = isRecord(record) ? record["test_keys"] : undefined;
	for (const [at, value] of changes) {
		const places = placesIn(testKeys);
		const place = places[at % Math.max(1, places.length)];
		if (place !== undefined) place[0][place[1]] = structuredClone(value);
	}
	return JSON.stringify(record);
}

function observeRecord(record: unknown): Observed | undefined {
	const parsed = parseMeasurement(record, {
		receivedAt: RECEIVED_AT,
		uidHint: "fuzz",
	});
	if ("reject" in parsed) return undefined;
	return observe(parsed.measurement, {
		fingerprints: emptyFingerprints,
		seenCertificates: new Set(),
	});
}

function assertSound(observed: Observed): void {
	const { observations, problems } = observed;
	assert.ok(observations.length <= 2000 && problems.length <= 101);
	observations.forEach((observation, index) => {
		assert.equal(observation.position, index);
		for (const [name, value] of Object.entries(observation)) {
			if (typeof value === "number")
				assert.ok(Number.isFinite(value) && value >= 0, name);
			if (typeof value === "string")
				assert.ok(value.length <= 2048 && !/\p{Cc}|\p{Cs}/u.test(value), name);
		}
	});
	for (const problem of problems)
		assert.ok(!problem.includes("reading stopped"), problem);
}

function checkRecord(text: string): void {
	fc.assert(
		fc.property(mutations, (changes) => {
			const mutated = mutate(text, changes);
			const parsed = observeRecord(JSON.parse(mutated));
			if (parsed === undefined) return;
			assertSound(parsed);
			const scanned = scanRecord(Buffer.from(mutated));
			if (scanned !== undefined)
				assert.deepEqual(observeRecord(scanned), parsed);
		}),
		{ numRuns: RUNS },
	);
}

const goldenFiles = readdirSync("tests/golden", { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => join("tests/golden", entry.name, "measurement.json"));

test("P7: golden records changed in any place never stop the reading, and read alike scanned and parsed", () => {
	assert.ok(goldenFiles.length > 0);
	for (const file of goldenFiles) checkRecord(readFileSync(file, "utf8"));
});

test("P7: real records changed in any place never stop the reading, and read alike scanned and parsed", (t) => {
	if (!existsSync(REAL_FOLDER)) {
		t.skip(`RASAI_SHARED not found: ${REAL_FOLDER}`);
		return;
	}
	const files = readdirSync(REAL_FOLDER, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".json") && path !== "index.json")
		.map((path) => join(REAL_FOLDER, path))
		.filter((path) => statSync(path).size < MAX_RECORD_BYTES);
	assert.ok(files.length > 50);
	for (const file of files) checkRecord(readFileSync(file, "utf8"));
});

const KEYS = [
	"queries",
	"tcp_connect",
	"tls_handshakes",
	"quic_handshakes",
	"requests",
	"network_events",
	"control",
	"targets",
	"lookups",
	"bootstrap",
	"pings",
	"openvpn_handshake",
	"target",
	"sent",
	"received",
	"tor_logs",
	"summary",
	"simple",
	"download",
];
const TESTS = [
	"web_connectivity",
	"whatsapp",
	"telegram",
	"tor",
	"torsf",
	"openvpn",
	"dnscheck",
	"dnsping",
	"tlsping",
	"quicping",
	"echcheck",
	"sni_blocking",
	"http_header_field_manipulation",
	"http_invalid_request_line",
	"http_requests",
	"ndt",
	"dash",
	"browser_web",
	"constructor",
];

test("P7: any JSON under the keys of any test is read without an end", () => {
	const value = fc.oneof(
		hostile,
		fc.array(hostile, { maxLength: 4 }),
		fc.array(
			fc.dictionary(fc.constantFrom("a", "__proto__", "failure"), hostile),
		),
	);
	const keys = fc.dictionary(fc.constantFrom(...KEYS), value);
	fc.assert(
		fc.property(fc.constantFrom(...TESTS), keys, (testName, testKeys) => {
			assertSound(
				observe(measurementOf(testKeys, testName), {
					fingerprints: emptyFingerprints,
					seenCertificates: new Set(),
				}),
			);
		}),
		{ numRuns: 500 },
	);
});
