import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyFingerprints } from "../../reference/index.ts";
import { readChain } from "./chain.ts";
import { createDraft, type Draft } from "./draft.ts";
import { measurementOf } from "./testing.ts";

/** Made for this test: www.example.org, *.cdn.example.org, 192.0.2.10 and 2001:db8::10, signed by "Emulated Root". */
const SITE =
	"MIIB2DCCAX6gAwIBAgIUR+zwtt7USz2Q6j4Frwv4zRti3X4wCgYIKoZIzj0EAwIwMTEXMBUGA1UECgwORW11bGF0ZWQgVHJ1c3QxFjAUBgNVBAMMDUVtdWxhdGVkIFJvb3QwHhcNMjYxMTI0MDYzNDIwWhcNMjkwMjI2MDYzNDIwWjAaMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5vcmcwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATsoM0jDilqVyoaoKaMYkFvNmj4mIlCd7YcsJZ/a3MjMprss/eFnudr7HlunHfoCDxLTjgEyuUlf9D33bb+dqO5o4GKMIGHMEUGA1UdEQQ+MDyCD3d3dy5leGFtcGxlLm9yZ4IRKi5jZG4uZXhhbXBsZS5vcmeHBMAAAgqHECABDbgAAAAAAAAAAAAAABAwHQYDVR0OBBYEFPmREADiIIYATvViQCMdXpFirISVMB8GA1UdIwQYMBaAFD/odLPSItL+F1LAvM09ugK8J292MAoGCCqGSM49BAMCA0gAMEUCIDX35zcO6kWlcgMTRekY+ceBzZKTUox6RFRA1KrWhVmeAiEA5gpGb2wZ2KuukU8XrGDzrRg9M4ZrOUjFrxiVJIK9+8k=";
/** Made for this test: "Filter Gateway" of "Gateway of QZ", signed by itself. */
const GATEWAY =
	"MIIB1jCCAXygAwIBAgIUQyXDg59HYR8+NePfJUEkUpLuFWkwCgYIKoZIzj0EAwIwMTEWMBQGA1UECgwNR2F0ZXdheSBvZiBRWjEXMBUGA1UEAwwORmlsdGVyIEdhdGV3YXkwHhcNMjYxMTI0MDYzNDIwWhcNMzYxMTIxMDYzNDIwWjAxMRYwFAYDVQQKDA1HYXRld2F5IG9mIFFaMRcwFQYDVQQDDA5GaWx0ZXIgR2F0ZXdheTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFGLIT3yX4z/VkutyR7GVWbnwGRuZHSZCIYXtBjKFhqG7xT7c3rcRvGCnvHogHWjQmVuqRS+LoWVVslWe4tVhLOjcjBwMB0GA1UdDgQWBBQR0uP7xxji8A5f2uQyeSvVgA20azAfBgNVHSMEGDAWgBQR0uP7xxji8A5f2uQyeSvVgA20azAPBgNVHRMBAf8EBTADAQH/MB0GA1UdEQQWMBSCEmZpbHRlci5leGFtcGxlLm5ldDAKBggqhkjOPQQDAgNIADBFAiEAo2qRFdm1SXOeObSeYeX40/NckA02WCbEytRWxXLc4M4CIHyNBDcOMWw9lFfMlQxMtLZn9Umc+4EVrMkhCVG4qs7Y";

function draftOf(seenCertificates = new Set<string>()): Draft {
	return createDraft(measurementOf({}), {
		fingerprints: emptyFingerprints,
		seenCertificates,
	});
}

const matchesName = (name: string): boolean | undefined =>
	readChain(draftOf(), [SITE], name, "").leaf?.matchesName;

test("the leaf is good for the names in it, as RFC 6125 says", () => {
	for (const name of [
		"www.example.org",
		"a.cdn.example.org",
		"192.0.2.10",
		"2001:db8::10",
	])
		assert.equal(matchesName(name), true, name);
	for (const name of [
		"example.org",
		"cdn.example.org",
		"a.b.cdn.example.org",
		"192.0.2.11",
		"",
	])
		assert.equal(matchesName(name), false, name);
});

test("a certificate without alternative names is good for its common name", () => {
	const { leaf } = readChain(draftOf(), [GATEWAY], "filter.example.net", "");
	assert.equal(leaf?.matchesName, true);
	assert.equal(leaf?.selfSigned, true);
	assert.equal(leaf?.issuer, "Filter Gateway");
});

test("a certificate is given out once a process, and the leaf's facts always", () => {
	const seen = new Set<string>();
	const first = draftOf(seen);
	const again = draftOf(seen);
	const one = readChain(first, [SITE, GATEWAY], "www.example.org", "");
	const two = readChain(again, [SITE, GATEWAY], "www.example.org", "");
	assert.deepEqual(two, one);
	assert.equal(first.certificates.length, 2);
	assert.equal(again.certificates.length, 0);
	assert.deepEqual([...seen].sort(), [...one.hashes].sort());
});

test("P3: the leaf's facts do not depend on what was given out before by another process", () => {
	const hashes = readChain(draftOf(), [SITE], "www.example.org", "").hashes;
	const { leaf } = readChain(draftOf(new Set(hashes)), [SITE], "x", "");
	assert.equal(leaf?.issuer, "Emulated Root");
});

test("a certificate is read in both forms that probes write", () => {
	const written = { data: SITE, format: "base64" };
	assert.deepEqual(
		readChain(draftOf(), [written], "x", ""),
		readChain(draftOf(), [SITE], "x", ""),
	);
});

test("P7: what is no certificate is noted and does not take the others with it", () => {
	const draft = draftOf();
	const { hashes, leaf } = readChain(
		draft,
		["@@@", 7, null, { data: 7, format: "base64" }, "", "AAAA", SITE],
		"www.example.org",
		"tls_handshakes[0]",
	);
	assert.equal(hashes.length, 2);
	assert.equal(leaf, undefined);
	assert.equal(draft.problems.length, 5);
	assert.equal(
		draft.problems[0],
		"tls_handshakes[0].peer_certificates[0]: bad base64, no size of a certificate, or one too many",
	);
	assert.equal(draft.certificates[0]?.problem, "not an X.509 certificate");
	assert.equal(draft.certificates[1]?.problem, undefined);
});
