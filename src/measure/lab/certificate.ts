/**
 * Self-made X.509 certificates for emulation: Ed25519, signed by a key that
 * is derived from a text, so that the same text gives the same bytes (RFC
 * 5280 for the structure, RFC 8410 for Ed25519 in it). Never for real use:
 * whoever knows the text knows the key.
 */
import {
	createHash,
	createPrivateKey,
	createPublicKey,
	sign,
} from "node:crypto";

export interface CertificateRequest {
	/** Text the subject's key is derived from. */
	readonly keySeed: string;
	/** Common name of the subject. */
	readonly subject: string;
	/** DNS names of the subjectAltName. */
	readonly names: readonly string[];
	/** Common name of the issuer and the text its key is derived from; the subject's own where it signs itself. */
	readonly issuer: string;
	readonly issuerKeySeed: string;
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** It may sign others' certificates (basicConstraints). */
	readonly isAuthority?: boolean;
}

const TAG = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	utf8String: 0x0c,
	sequence: 0x30,
	set: 0x31,
	generalizedTime: 0x18,
	dnsName: 0x82,
	version: 0xa0,
	extensions: 0xa3,
} as const;

const OID_ED25519 = Buffer.from("06032b6570", "hex");
const OID_COMMON_NAME = Buffer.from("0603550403", "hex");
const OID_SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const OID_BASIC_CONSTRAINTS = Buffer.from("0603551d13", "hex");
/** PKCS #8 frame of an Ed25519 private key; the 32 key bytes follow (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** A certificate's bytes as PEM. */
export function certificatePem(certificate: Uint8Array): string {
	const base64 = Buffer.from(certificate).toString("base64");
	return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
}

/** The private key derived from a text, as PEM. */
export function privateKeyPem(keySeed: string): string {
	return privateKey(keySeed)
		.export({ format: "pem", type: "pkcs8" })
		.toString();
}

/** The certificate's DER bytes. */
export function makeCertificate(request: CertificateRequest): Uint8Array {
	const algorithm = der(TAG.sequence, OID_ED25519);
	const serial = createHash("sha256")
		.update(`${request.keySeed}/${request.notBefore.toISOString()}`)
		.digest()
		.subarray(0, 8);
	serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
	const body = der(
		TAG.sequence,
		der(TAG.version, der(TAG.integer, Buffer.from([2]))),
		der(TAG.integer, serial),
		algorithm,
		commonName(request.issuer),
		der(TAG.sequence, time(request.notBefore), time(request.notAfter)),
		commonName(request.subject),
		createPublicKey(privateKey(request.keySeed)).export({
			format: "der",
			type: "spki",
		}),
		der(
			TAG.extensions,
			der(
				TAG.sequence,
				der(
					TAG.sequence,
					OID_SUBJECT_ALT_NAME,
					der(
						TAG.octetString,
						der(
							TAG.sequence,
							...request.names.map((name) =>
								der(TAG.dnsName, Buffer.from(name, "ascii")),
							),
						),
					),
				),
				...(request.isAuthority ? [AUTHORITY] : []),
			),
		),
	);
	const signature = sign(null, body, privateKey(request.issuerKeySeed));
	return der(
		TAG.sequence,
		body,
		algorithm,
		der(TAG.bitString, Buffer.from([0]), signature),
	);
}

function privateKey(seed: string) {
	const bytes = createHash("sha256").update(seed).digest();
	return createPrivateKey({
		key: Buffer.concat([PKCS8_PREFIX, bytes]),
		format: "der",
		type: "pkcs8",
	});
}

function commonName(name: string): Buffer {
	return der(
		TAG.sequence,
		der(
			TAG.set,
			der(
				TAG.sequence,
				OID_COMMON_NAME,
				der(TAG.utf8String, Buffer.from(name, "utf8")),
			),
		),
	);
}

function time(date: Date): Buffer {
	const digits = date.toISOString().replace(/[-:T]|\.\d+/g, "");
	return der(TAG.generalizedTime, Buffer.from(digits, "ascii"));
}

/** Critical basicConstraints of an authority (RFC 5280, section 4.2.1.9). */
const AUTHORITY = der(
	TAG.sequence,
	OID_BASIC_CONSTRAINTS,
	der(TAG.boolean, Buffer.from([0xff])),
	der(
		TAG.octetString,
		der(TAG.sequence, der(TAG.boolean, Buffer.from([0xff]))),
	),
);

/** Tag, length and content in distinguished encoding. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	const length = content.length;
	if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
	const octets: number[] = [];
	for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
	return Buffer.concat([
		Buffer.from([tag, 0x80 | octets.length, ...octets]),
		content,
	]);
}
