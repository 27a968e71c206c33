import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeRecord } from "./decode.ts";

const decode = (json: string, whole?: boolean) =>
	decodeRecord(Buffer.from(json), whole);

test("a record of a usual test is scanned, any other and one asked for whole is parsed", () => {
	const json = `{"test_keys":{"agent":"a"},"test_name":"web_connectivity"}`;
	const scanned = decode(json);
	assert.ok("value" in scanned && scanned.isScanned);
	const whole = decode(json, true);
	assert.ok("value" in whole && !whole.isScanned);
	assert.deepEqual(whole.value, JSON.parse(json));
	const other = decode(json.replace("web_connectivity", "ndt"));
	assert.ok("value" in other && !other.isScanned);
});

test("P7: what is wrong is named without a word of the record", () => {
	const reject = (bytes: Uint8Array) => {
		const decoded = decodeRecord(bytes);
		assert.ok("reject" in decoded);
		return decoded.reject;
	};
	assert.deepEqual(reject(Buffer.from('{"secret": 12')), {
		reason: "json_invalid",
		message: "not valid JSON: it ends before the value does",
	});
	assert.equal(reject(Buffer.from('{"secret" 12}')).message, "not valid JSON");
	assert.equal(reject(Buffer.from("  \n ")).message, "nothing but blanks");
	assert.equal(reject(Buffer.from('{"a":"\0"}')).reason, "nul_bytes");
	assert.equal(
		reject(Buffer.from('\ufeff{"a":1}', "utf16le")).reason,
		"encoding_invalid",
	);
});

test("a byte order mark does no harm", () => {
	const decoded = decodeRecord(Buffer.from('\ufeff{"a":1}'));
	assert.deepEqual("value" in decoded && decoded.value, { a: 1 });
});
