import assert from "node:assert/strict";
import test from "node:test";
import { readVersions, versionProbe } from "./quic.ts";

function answer(sent: Buffer): Buffer {
	// RFC 8999, section 6: the connection ids come back exchanged, and version 0.
	return Buffer.concat([
		Buffer.from([0x80, 0, 0, 0, 0, 8]),
		sent.subarray(15, 23),
		Buffer.from([8]),
		sent.subarray(6, 14),
		Buffer.from([0, 0, 0, 1, 0x6b, 0x33, 0x43, 0xcf]),
	]);
}

test("an answer with the exchanged connection ids names the server's versions", () => {
	const sent = versionProbe();
	assert.equal(sent.length, 1200);
	assert.deepEqual(readVersions(answer(sent), sent), ["00000001", "6b3343cf"]);
});

test("an answer to another packet, or one cut short, is none", () => {
	const sent = versionProbe();
	assert.equal(readVersions(answer(versionProbe()), sent), undefined);
	for (let length = 0; length < 27; length++)
		assert.equal(
			readVersions(answer(sent).subarray(0, length), sent),
			undefined,
		);
});
