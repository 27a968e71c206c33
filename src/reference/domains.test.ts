import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normaliseHost, registrableDomain, targetOfHost } from "./domains.ts";

test("a host is written in lower case, punycode, without port, brackets or trailing dot", () => {
	assert.equal(normaliseHost("WWW.Example.COM."), "www.example.com");
	assert.equal(normaliseHost("example.com:8443"), "example.com");
	assert.equal(normaliseHost(" example.com "), "example.com");
	assert.equal(normaliseHost("bücher.example"), "xn--bcher-kva.example");
	assert.equal(normaliseHost("xn--bcher-kva.example"), "xn--bcher-kva.example");
	assert.equal(normaliseHost("a_b.example"), "a_b.example");
});

test("IP literals stay themselves", () => {
	assert.equal(normaliseHost("192.0.2.7"), "192.0.2.7");
	assert.equal(normaliseHost("192.0.2.7:443"), "192.0.2.7");
	assert.equal(normaliseHost("[2001:DB8::1]:443"), "2001:db8::1");
	assert.equal(normaliseHost("2001:DB8::1"), "2001:db8::1");
	assert.equal(registrableDomain("192.0.2.7"), "192.0.2.7");
	assert.equal(registrableDomain("[2001:db8::1]"), "2001:db8::1");
	assert.equal(targetOfHost("192.0.2.7"), "192.0.2.7");
});

test("what is no host becomes empty", () => {
	for (const text of ["", "a b", "http://x/", "[oops]", "..", "a..b", "\u0000"])
		assert.equal(normaliseHost(text), "", JSON.stringify(text));
	assert.equal(normaliseHost("a.".repeat(200)), "");
});

test("the registrable domain follows the public suffix list, sites under shared hosts apart", () => {
	assert.equal(registrableDomain("news.bbc.co.uk"), "bbc.co.uk");
	assert.equal(registrableDomain("www.example.com"), "example.com");
	assert.equal(registrableDomain("a.blogspot.com"), "a.blogspot.com");
	assert.equal(registrableDomain("x.y.github.io"), "y.github.io");
	assert.equal(registrableDomain("localhost"), "localhost");
});

test("a target is the host without a leading www", () => {
	assert.equal(targetOfHost("www.example.com"), "example.com");
	assert.equal(targetOfHost("WWW.example.com:80"), "example.com");
	assert.equal(targetOfHost("www2.example.com"), "www2.example.com");
	assert.equal(targetOfHost("www.com"), "www.com");
});

test("any text gives a host that is its own normal form, and never a throw", () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const host = normaliseHost(text);
			assert.equal(normaliseHost(host), host);
			registrableDomain(text);
			targetOfHost(text);
		}),
	);
});
