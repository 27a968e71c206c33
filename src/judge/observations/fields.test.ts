import assert from "node:assert/strict";
import { test } from "node:test";
import {
	endpointOf,
	failureOf,
	hostnameOf,
	ipOf,
	millisecondsOf,
	portOf,
	urlParts,
} from "./fields.ts";

test("an endpoint is an address and a port in either notation", () => {
	assert.deepEqual(endpointOf("192.0.2.1:443"), { ip: "192.0.2.1", port: 443 });
	assert.deepEqual(endpointOf("[2001:db8::1]:80"), {
		ip: "2001:db8::1",
		port: 80,
	});
	for (const bad of ["192.0.2.1", ":443", "a:443", "192.0.2.1:99999", "", 7])
		assert.equal(endpointOf(bad), undefined, String(bad));
});

test("an address with a zone is none", () => {
	assert.equal(ipOf("fe80::1%eth0"), undefined);
	assert.equal(ipOf("fe80::1"), "fe80::1");
});

test("a port may be a text, and nothing beside whole numbers up to 65535", () => {
	assert.equal(portOf("443"), 443);
	for (const bad of ["", "x", -1, 1.5, 65_536, Number.NaN, null, {}])
		assert.equal(portOf(bad), undefined, String(bad));
});

test("times that no measurement can have are unknown", () => {
	assert.equal(millisecondsOf(0.0123456789), 12.346);
	for (const bad of [-1, 1e9, Number.NaN, Number.POSITIVE_INFINITY, "1", null])
		assert.equal(millisecondsOf(bad), undefined, String(bad));
});

test("a failure is kept unchanged, but for addresses in it", () => {
	assert.equal(failureOf("connection_reset"), "connection_reset");
	assert.equal(
		failureOf("unknown_failure: dial 198.51.100.4:1: no"),
		"unknown_failure: dial [scrubbed]:1: no",
	);
	for (const none of [null, undefined, false, ""])
		assert.equal(failureOf(none), undefined);
	assert.equal(failureOf({ a: 1 }), "unknown_failure: not a text");
});

test("a host name is lower case and ASCII, or empty", () => {
	assert.equal(hostnameOf("WWW.Example.ORG."), "www.example.org");
	assert.equal(hostnameOf("مثال.example.net"), "xn--mgbh0fb.example.net");
	for (const bad of ["a b", `${"a".repeat(250)}.org`, 7, null])
		assert.equal(hostnameOf(bad), "");
});

test("a URL is taken apart without trusting it", () => {
	const parts = (url: string): unknown => Object.values(urlParts(url));
	assert.deepEqual(parts("HTTPS://u:p@Example.org/x:1"), [
		"https",
		"example.org",
		443,
	]);
	assert.deepEqual(parts("http://[2001:db8::1]:8080/"), [
		"http",
		"2001:db8::1",
		8080,
	]);
	assert.deepEqual(parts("http://example.org?a"), ["http", "example.org", 80]);
	assert.deepEqual(parts("constructor://example.org"), [
		"constructor",
		"example.org",
		0,
	]);
	assert.deepEqual(parts("no url"), ["", "", 0]);
});
