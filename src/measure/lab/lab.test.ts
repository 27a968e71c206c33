import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { createSecureContext } from "node:tls";
import {
	certificatePem,
	makeCertificate,
	privateKeyPem,
} from "./certificate.ts";
import { createRandom } from "./random.ts";

test("P3: a stream is given by its name, and forks stand alone", () => {
	const a = createRandom("s");
	const b = createRandom("s");
	assert.deepEqual(
		Array.from({ length: 5 }, () => a.next()),
		Array.from({ length: 5 }, () => b.next()),
	);
	assert.equal(a.fork("x").next(), createRandom("s/x").next());
	assert.notEqual(createRandom("s").next(), createRandom("t").next());
});

test("draws have the moments they claim", () => {
	const random = createRandom("moments");
	const mean = (draw: () => number): number => {
		let sum = 0;
		for (let i = 0; i < 20_000; i++) sum += draw();
		return sum / 20_000;
	};
	assert.ok(Math.abs(mean(random.next) - 0.5) < 0.01);
	assert.ok(Math.abs(mean(() => random.exponential(3)) - 3) < 0.1);
	assert.ok(Math.abs(mean(() => random.normal() ** 2) - 1) < 0.05);
	assert.ok(Math.abs(mean(() => random.poisson(2.5)) - 2.5) < 0.06);
	assert.ok(Math.abs(mean(() => random.int(7)) - 3) < 0.05);
});

test("a made certificate is one that OpenSSL reads and whose signature holds", () => {
	const made = makeCertificate({
		keySeed: "leaf",
		subject: "shop.example",
		names: ["shop.example", "www.shop.example"],
		issuer: "Emulated Root",
		issuerKeySeed: "root",
		notBefore: new Date("2025-01-01T00:00:00Z"),
		notAfter: new Date("2051-01-01T00:00:00Z"),
	});
	const root = makeCertificate({
		keySeed: "root",
		subject: "Emulated Root",
		names: ["root.example"],
		issuer: "Emulated Root",
		issuerKeySeed: "root",
		notBefore: new Date("2025-01-01T00:00:00Z"),
		notAfter: new Date("2051-01-01T00:00:00Z"),
	});
	const leaf = new X509Certificate(made);
	assert.equal(leaf.subject, "CN=shop.example");
	assert.equal(leaf.subjectAltName, "DNS:shop.example, DNS:www.shop.example");
	assert.ok(leaf.verify(new X509Certificate(root).publicKey));
	assert.equal(leaf.verify(leaf.publicKey), false);
});

test("a certificate of any length is PEM that OpenSSL reads, lines of 64 included", () => {
	for (let length = 1; length < 50; length++) {
		const made = makeCertificate({
			keySeed: "leaf",
			subject: "a",
			names: ["a".repeat(length)],
			issuer: "a",
			issuerKeySeed: "leaf",
			notBefore: new Date("2025-01-01T00:00:00Z"),
			notAfter: new Date("2051-01-01T00:00:00Z"),
		});
		const pem = certificatePem(made);
		createSecureContext({ cert: pem, key: privateKeyPem("leaf") });
	}
});
