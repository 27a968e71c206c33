import assert from "node:assert/strict";
import { isIP } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { mappedIpv4, parseIpv4, parseIpv6 } from "./ip.ts";

test("addresses become numbers", () => {
	assert.equal(parseIpv4("0.0.0.0"), 0);
	assert.equal(parseIpv4("192.0.2.1"), 0xc0000201);
	assert.equal(parseIpv4("255.255.255.255"), 0xffffffff);
	assert.deepEqual(
		[...(parseIpv6("2001:db8::ff00:42:8329") ?? [])],
		[0x20010db8, 0, 0xff00, 0x00428329],
	);
	assert.deepEqual([...(parseIpv6("::") ?? [])], [0, 0, 0, 0]);
	assert.equal(
		mappedIpv4(parseIpv6("::ffff:192.0.2.1") ?? new Uint32Array(4)),
		0xc0000201,
	);
});

test("every address in the sense of node:net is one, and nothing else but leading zeros", () => {
	const text = fc.oneof(
		fc.ipV4(),
		fc.ipV6(),
		fc
			.array(
				fc.constantFrom("1", "ff", "0", ":", "::", ".", "256", "12345", "g"),
				{
					maxLength: 12,
				},
			)
			.map((parts) => parts.join("")),
	);
	fc.assert(
		fc.property(text, (ip) => {
			if (/(^|\.)0\d/.test(ip)) return;
			assert.equal(parseIpv4(ip) !== undefined, isIP(ip) === 4, ip);
			assert.equal(parseIpv6(ip) !== undefined, isIP(ip) === 6, ip);
		}),
		{ numRuns: 5000 },
	);
});
