import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { sha256Hex } from "../../../base/index.ts";
import { scanRecord } from "./scan.ts";
import { SOURCE_HASH } from "./scan-program.ts";

const GOLDEN = join("tests", "golden");
const records = readdirSync(GOLDEN, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) =>
		readFileSync(join(GOLDEN, entry.name, "measurement.json"), "utf8"),
	)
	.map((text) => JSON.stringify(JSON.parse(text)));

/** Keys of which only the presence is kept. */
const PRESENCE = new Set(["x_doh", "x_control_request"]);

/** Whatever was scanned must be what JSON.parse gives in that place. */
function assertPart(scanned: unknown, parsed: unknown, path: string): void {
	if (Buffer.isBuffer(scanned)) {
		assert.deepEqual(scanned, Buffer.from(String(parsed), "utf8"), path);
	} else if (Array.isArray(scanned)) {
		assert.ok(Array.isArray(parsed) && parsed.length === scanned.length, path);
		for (const [index, item] of scanned.entries())
			assertPart(item, parsed[index], `${path}[${index}]`);
	} else if (typeof scanned === "object" && scanned !== null) {
		assert.ok(typeof parsed === "object" && parsed !== null, path);
		assert.ok(!Array.isArray(parsed), path);
		for (const [key, item] of Object.entries(scanned))
			if (PRESENCE.has(key))
				assert.equal(
					item !== undefined,
					(parsed as Record<string, unknown>)[key] !== undefined,
				);
			else if (item !== undefined)
				assertPart(item, Reflect.get(parsed, key), `${path}.${key}`);
	} else assert.ok(Object.is(scanned, parsed), path);
}

function parse(bytes: Buffer): { readonly value: unknown } | undefined {
	try {
		return { value: JSON.parse(bytes.toString("utf8")) };
	} catch {
		return undefined;
	}
}

/** Scans, and checks that what came, if anything, is right. */
function scanChecked(bytes: Buffer): boolean {
	const scanned = scanRecord(bytes);
	if (scanned === undefined) return false;
	const parsed = parse(bytes);
	assert.ok(parsed, `not JSON, but scanned: ${bytes}`);
	assertPart(scanned, parsed.value, "record");
	return true;
}

const recordOf = (testKeys: string): Buffer =>
	Buffer.from(`{"test_keys":${testKeys},"test_name":"web_connectivity"}`);
const withBody = (body: string): Buffer =>
	recordOf(`{"requests":[{"response":{"body":${body}}}]}`);
const withFailure = (value: string): Buffer =>
	recordOf(`{"queries":[{"failure":${value}}]}`);

test("the program is compiled from its source as it stands", () => {
	const source = readFileSync("src/judge/observations/scan/scan.as");
	assert.equal(SOURCE_HASH, sha256Hex(source), "run node scripts/programs.mjs");
});

test("golden records are scanned, and hold what JSON.parse reads", () => {
	const scanned = records.filter((text) => scanChecked(Buffer.from(text)));
	assert.ok(scanned.length > records.length / 2);
});

test("a record laid out over lines is scanned like one without blanks", () => {
	for (const text of records) {
		const laidOut = Buffer.from(JSON.stringify(JSON.parse(text), null, "\t"));
		assert.equal(scanChecked(laidOut), scanChecked(Buffer.from(text)));
	}
});

test("P7: bytes changed, left out or repeated anywhere give what JSON.parse gives, or are left to it", () => {
	const piece = fc.constantFrom(
		...['"', "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", " "],
		...["\n", "\0", "\x1f", "é", "\\u", "\\ud83d", "\\u0000", "null", "1e5"],
		...['"t":1,', '"failure":"x",', '"body":"y",', '"\\u0074":1,', "/"],
	);
	const change = fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		drop: fc.nat({ max: 6 }),
		put: fc.oneof(fc.constant(""), piece),
	});
	fc.assert(
		fc.property(
			fc.constantFrom(...records),
			fc.array(change, { minLength: 1, maxLength: 3 }),
			(text, changes) => {
				let changed = text;
				for (const { at, drop, put } of changes) {
					const place = Math.floor(at * changed.length);
					changed = changed.slice(0, place) + put + changed.slice(place + drop);
				}
				scanChecked(Buffer.from(changed));
			},
		),
		{ numRuns: 3000 },
	);
});

test("P7: any value may stand where the shapes expect another", () => {
	const keys = fc.dictionary(
		fc.constantFrom(
			...["queries", "requests", "tcp_connect", "tls_handshakes", "control"],
			...["network_events", "x_doh", "blocking", "__proto__"],
		),
		fc.oneof(
			fc.jsonValue(),
			fc.array(
				fc.dictionary(
					fc.constantFrom(
						...["answers", "response", "request", "status", "tags", "t"],
						...["peer_certificates", "address", "__proto__"],
					),
					fc.jsonValue(),
				),
			),
			fc.dictionary(
				fc.constantFrom("dns", "tcp_connect", "http_request", "ip_info"),
				fc.dictionary(fc.string(), fc.jsonValue()),
			),
		),
	);
	fc.assert(
		fc.property(keys, (testKeys) => {
			const json = JSON.stringify(testKeys);
			// A key with an escape could be any key, so it is left to JSON.parse.
			assert.ok(scanChecked(recordOf(json)) || json.includes("\\"));
		}),
		{ numRuns: 1000 },
	);
});

test("strings are read with all their escapes, and bodies as bytes", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "binary" }),
			fc.nat({ max: 2 }),
			(text, shift) => {
				const json = JSON.stringify(text);
				const units = text
					.split("")
					.map((unit, at) =>
						(at + shift) % 3 === 0
							? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
							: JSON.stringify(unit).slice(1, -1),
					);
				const escaped = `"${units.join("")}"`;
				for (const form of [json, escaped]) {
					assert.ok(scanChecked(withBody(form)));
					assert.ok(scanChecked(withFailure(form)));
				}
			},
		),
	);
});

test("lone surrogates become the replacement character in bodies", () => {
	for (const body of [
		'"\\ud83d"',
		'"\\ude00\\ud83d"',
		'"\\ud83d\\u0041"',
		'"\\ud83d\\ud83d\\ude00"',
		'"\\ud83d\\n"',
	])
		assert.ok(scanChecked(withBody(body)), body);
});

test("numbers are those of JSON.parse, to the last bit", () => {
	const written = fc.oneof(
		fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
		fc
			.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 20 }))
			.map(([whole, decimals]) => {
				const digits = whole.toString().padStart(decimals + 1, "0");
				const point = digits.length - decimals;
				return decimals === 0
					? digits
					: `${digits.slice(0, point)}.${digits.slice(point)}`;
			}),
		fc.constantFrom("-0", "-0.0", "0e9", "1E400", "9007199254740993"),
	);
	fc.assert(
		fc.property(written, (number) => {
			assert.ok(scanChecked(withFailure(number)), number);
		}),
		{ numRuns: 2000 },
	);
});

test("what is no JSON is left to JSON.parse", () => {
	for (const value of [
		...["01", "+1", ".5", "1.", "1e", "-", "- 1", "0x1", "nul", "nullx"],
		...["True", "'a'", '"a', '"\\x"', '"\\u12"', '"\\u12g4"', '"\t"', "[1,]"],
		...["[1 2]", '{"a":1,}', '{"a"}', "{a:1}", "[", "{", "]", "", "//", "NaN"],
	]) {
		assert.ok(!scanChecked(withFailure(value)), value);
		assert.ok(!scanChecked(recordOf(`{"other":${value}}`)), value);
		assert.ok(!scanChecked(withBody(value)), value);
	}
	assert.ok(!scanChecked(Buffer.from(`${withFailure("1")}x`)));
});

test("of a key given twice the last counts", () => {
	const twice = recordOf(
		'{"queries":[{"failure":"a"}],"queries":[{"failure":"b","failure":null}],"blocking":{"a":1},"blocking":"dns"}',
	);
	assert.ok(scanChecked(twice));
});

test("what the program cannot hold is left to JSON.parse", () => {
	const deep = (depth: number): string =>
		`{"other":${"[".repeat(depth)}${"]".repeat(depth)}}`;
	assert.ok(scanChecked(recordOf(deep(900))));
	assert.ok(!scanChecked(recordOf(deep(5000))));
	const long = `"${"a".repeat(9 * 1024 * 1024)}"`;
	assert.ok(!scanChecked(withBody(long)));
	const many = `{"network_events":[${"{},".repeat(100_000)}{}]}`;
	assert.ok(!scanChecked(recordOf(many)));
	assert.ok(!scanChecked(Buffer.from([0x22, 0xff, 0x22])));
});

test("texts stay right when more were seen than are remembered", () => {
	for (let round = 0; round < 40; round++) {
		const names = Array.from(
			{ length: 1000 },
			(_, index) => `{"hostname":"host-${round * 1000 + index}.example"}`,
		);
		assert.ok(scanChecked(recordOf(`{"queries":[${names.join()}]}`)));
	}
});
