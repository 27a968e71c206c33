import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { readPlainCertificate } from "./certificate-der.ts";
import { decodeCertificate, decodeWithOpenssl } from "./certificates.ts";

const GOLDEN = join("tests", "golden");
const REAL = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/ooni/measurements",
);

/** Certificates of all records below a folder. */
function certificatesBelow(folder: string): readonly Buffer[] {
	const found = new Set<string>();
	for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }))
		if (path.endsWith(".json"))
			for (const [, text] of readFileSync(join(folder, path), "utf8").matchAll(
				/"(MII[\w+/]{200,}={0,2})"/g,
			))
				found.add(text as string);
	return [...found].map((text) => Buffer.from(text, "base64"));
}

const assertSame = (der: Buffer): void =>
	assert.deepEqual(
		decodeCertificate(der),
		decodeWithOpenssl(der),
		der.toString("base64"),
	);

test("certificates of golden records are read, as OpenSSL reads them", () => {
	const certificates = certificatesBelow(GOLDEN);
	assert.ok(certificates.length > 3);
	for (const der of certificates) {
		assert.ok(readPlainCertificate(der));
		assertSame(der);
	}
});

test("nearly all real certificates are usual, and read as OpenSSL reads them", (t) => {
	if (!existsSync(REAL)) {
		t.skip(`RASAI_SHARED not found: ${REAL}`);
		return;
	}
	const certificates = certificatesBelow(REAL);
	const usual = certificates.filter(readPlainCertificate);
	assert.ok(usual.length > 0.9 * certificates.length);
	certificates.forEach(assertSame);
});

test("P7: a certificate changed anywhere is read as OpenSSL reads it", () => {
	const change = fc.record({
		at: fc.nat(),
		to: fc.integer({ min: 0, max: 255 }),
	});
	fc.assert(
		fc.property(
			fc.constantFrom(...certificatesBelow(GOLDEN)),
			fc.array(change, { minLength: 1, maxLength: 3 }),
			fc.nat({ max: 3 }),
			(der, changes, cut) => {
				const changed = Buffer.from(der.subarray(0, der.length - cut));
				for (const { at, to } of changes) changed[at % changed.length] = to;
				assertSame(changed);
			},
		),
		{ numRuns: 2000 },
	);
});

const element = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
	const content = Buffer.concat(parts);
	const { length } = content;
	const head =
		length < 0x80
			? [tag, length]
			: length < 0x100
				? [tag, 0x81, length]
				: [tag, 0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from(head), content]);
};
const hex = (digits: string): Buffer => Buffer.from(digits, "hex");
const id = (digits: string): Buffer => element(0x06, hex(digits));

interface Attribute {
	readonly type: string;
	readonly tag: number;
	readonly value: string;
}

function nameOf(attributes: readonly Attribute[]): Buffer {
	const sets = attributes.map(({ type, tag, value }) =>
		element(0x31, element(0x30, id(type), element(tag, Buffer.from(value)))),
	);
	return element(0x30, ...sets);
}

/** A certificate with these names and times, a key and a signature of nothing. */
function certificateOf(
	issuer: readonly Attribute[],
	subject: readonly Attribute[],
	times: readonly (readonly [tag: number, text: string])[],
	altNames: readonly (readonly [tag: number, content: Uint8Array])[],
): Buffer {
	const algorithm = element(0x30, id("2a8648ce3d040302"));
	const bits = element(0x03, hex("0004"));
	const san = element(
		0x30,
		...altNames.map(([tag, content]) => element(tag, content)),
	);
	const signed = element(
		0x30,
		element(0xa0, element(0x02, hex("02"))),
		element(0x02, hex("01")),
		algorithm,
		nameOf(issuer),
		element(
			0x30,
			...times.map(([tag, text]) => element(tag, Buffer.from(text))),
		),
		nameOf(subject),
		element(0x30, algorithm, bits),
		element(
			0xa3,
			element(0x30, element(0x30, id("551d11"), element(0x04, san))),
		),
	);
	return element(0x30, signed, algorithm, bits);
}

test("P7: any names and times are read as OpenSSL reads them", () => {
	const text = fc.oneof(
		fc.string({ maxLength: 20 }),
		fc.string({ maxLength: 12, unit: "grapheme" }),
		fc.constantFrom("Cloudflare, Inc.", "#1", " a ", 'a "b" <c>; d\\', ""),
	);
	const attributes = fc.array(
		fc.record({
			type: fc.constantFrom("550403", "550406", "55040a", "550411", "2a03"),
			tag: fc.constantFrom(0x0c, 0x0c, 0x0c, 0x13, 0x16, 0x1e),
			value: text,
		}),
		{ maxLength: 2 },
	);
	const digits = fc
		.date({ min: new Date("1940-01-01"), max: new Date("2070-01-01") })
		.filter((date) => !Number.isNaN(date.getTime()))
		.map((date) => date.toISOString().replace(/[-T:]|\..*/g, ""));
	const time = fc.oneof(
		digits.map((long) => [0x17, `${long.slice(2)}Z`] as const),
		digits.map((long) => [0x18, `${long}Z`] as const),
		fc.constantFrom(
			[0x17, "240230000000Z"] as const,
			[0x17, "2402100000Z"] as const,
			[0x18, "20240210000000+0100"] as const,
		),
	);
	const altName = fc.oneof(
		fc
			.constantFrom("a.example", "*.A.example", "b-1.example", "a,b", "é")
			.map((name) => [0x82, Buffer.from(name)] as const),
		fc
			.uint8Array({ minLength: 4, maxLength: 4 })
			.map((bytes) => [0x87, bytes] as const),
		fc
			.uint8Array({ minLength: 15, maxLength: 16 })
			.map((bytes) => [0x87, bytes] as const),
		fc.constant([0x86, Buffer.from("https://DNS:x.example")] as const),
	);
	let usual = 0;
	fc.assert(
		fc.property(
			attributes,
			attributes,
			fc.tuple(time, time),
			fc.array(altName, { maxLength: 2 }),
			(issuer, subject, times, altNames) => {
				const der = certificateOf(issuer, subject, times, altNames);
				if (readPlainCertificate(der)) usual++;
				assertSame(der);
			},
		),
		{ numRuns: 2000 },
	);
	assert.ok(usual > 50, `${usual} were usual`);
});
