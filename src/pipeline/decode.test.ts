import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeRecord } from "./decode.ts";

/** The value with all its texts, keys included, decoded as the encoding says. */
function decodeTexts(value: unknown, encoding: BufferEncoding): unknown {
	const decode = (text: string): string =>
		Buffer.from(text, encoding).toString("utf8");
	if (typeof value === "string") return decode(value);
	if (Array.isArray(value))
		return value.map((item) => decodeTexts(item, encoding));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [
			decode(key),
			decodeTexts(item, encoding),
		]),
	);
}

test("a record read byte by byte holds the same texts as one read as UTF-8", () => {
	fc.assert(
		fc.property(
			fc.jsonValue({ stringUnit: "grapheme" }),
			fc.boolean(),
			(value, escaped) => {
				const json = JSON.stringify({ value });
				const text = escaped
					? json.replace(
							/[\u007f-\uffff]/g,
							(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
						)
					: json.replace(/</g, "\\u003c");
				const decoded = decodeRecord(Buffer.from(text));
				assert.ok("value" in decoded);
				assert.deepEqual(
					decodeTexts(decoded.value, decoded.encoding),
					JSON.parse(text),
				);
			},
		),
	);
});

test("escapes of ASCII are read byte by byte, escapes beyond it are not", () => {
	const encodingOf = (json: string): string => {
		const decoded = decodeRecord(Buffer.from(json));
		return "encoding" in decoded ? decoded.encoding : decoded.reject.reason;
	};
	assert.equal(encodingOf(String.raw`{"a":"\u003c\u007f"}`), "utf8");
	assert.equal(encodingOf(String.raw`{"é":"\u003c\u007f"}`), "latin1");
	assert.equal(encodingOf(String.raw`{"é":"\u00e9"}`), "utf8");
	assert.equal(encodingOf(String.raw`{"é":"\u2028"}`), "utf8");
	assert.equal(encodingOf(String.raw`{"é":"\u0080"}`), "utf8");
	assert.equal(encodingOf(String.raw`{"é":"\\u2028"}`), "latin1");
	assert.equal(encodingOf(String.raw`{"é":"\\\u2028"}`), "utf8");
	assert.equal(encodingOf(String.raw`{"é":"\u00`), "json_invalid");
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
