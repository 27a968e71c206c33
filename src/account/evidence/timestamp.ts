/**
 * Time-stamps by RFC 3161: an authority signs a hash and the time at which it
 * saw it. The one part of evidence that needs more than the platform: CMS is
 * read by pkijs.
 */
import { webcrypto } from "node:crypto";
import { Integer, OctetString } from "asn1js";
import * as pkijs from "pkijs";
import { messageOf, sha256Hex } from "../../base/index.ts";
import type { Stamp } from "./verifier/index.ts";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const COMMON_NAME = "2.5.4.3";
const GRANTED = [pkijs.PKIStatus.granted, pkijs.PKIStatus.grantedWithMods];

/** Node's WebCrypto and the browser's, whose types pkijs wants, differ in name only. */
type PlatformCrypto = ConstructorParameters<
	typeof pkijs.CryptoEngine
>[0]["crypto"];

const engine = new pkijs.CryptoEngine({
	name: "node",
	crypto: webcrypto as unknown as PlatformCrypto,
});

/** What is posted to an authority: a text's hash, a number used once, and that its certificate is wanted. */
export function stampRequest(text: string, nonce: Uint8Array): Uint8Array {
	const request = new pkijs.TimeStampReq({
		version: 1,
		messageImprint: new pkijs.MessageImprint({
			hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 }),
			hashedMessage: new OctetString({
				valueHex: Buffer.from(sha256Hex(text), "hex"),
			}),
		}),
		nonce: new Integer({ valueHex: nonceBytes(nonce) }),
		certReq: true,
	});
	return new Uint8Array(request.toSchema().toBER());
}

/** A positive number: the first bit would be a sign. */
const nonceBytes = (nonce: Uint8Array): Uint8Array =>
	Uint8Array.from([0x40 | ((nonce[0] ?? 0) & 0x3f), ...nonce.subarray(1)]);

export interface StampTrust {
	/** Certificates of authorities that are trusted: PEM, one or more. */
	readonly trustedPem: string;
	/** The number that was sent, where the answer is a fresh one. */
	readonly nonce?: Uint8Array;
}

/**
 * Checks a time-stamp response over some bytes. Gives the time and who says it.
 * Throws where anything does not fit: another hash, a signature, a certificate
 * that is not for time-stamping or that no trusted one stands behind.
 */
export async function checkStamp(
	response: Uint8Array,
	stamped: Uint8Array,
	{ trustedPem, nonce }: StampTrust,
): Promise<Stamp> {
	const { status, timeStampToken } = pkijs.TimeStampResp.fromBER(response);
	if (!GRANTED.includes(status.status) || !timeStampToken)
		throw new Error("the authority refused");
	const signed = new pkijs.SignedData({ schema: timeStampToken.content });
	const info = tokenInfo(signed);
	const { hashAlgorithm, hashedMessage } = info.messageImprint;
	if (
		hashAlgorithm.algorithmId !== SHA256 ||
		Buffer.from(hashedMessage.valueBlock.valueHexView).toString("hex") !==
			sha256Hex(stamped)
	)
		throw new Error("it stamps something else");
	if (
		nonce &&
		!sameBytes(info.nonce?.valueBlock.valueHexView, nonceBytes(nonce))
	)
		throw new Error("it answers another request");
	const result = await signed
		.verify(
			{
				signer: 0,
				data: Uint8Array.from(stamped).buffer,
				trustedCerts: certificatesOf(trustedPem),
				checkChain: true,
				checkDate: info.genTime,
				extendedMode: true,
			},
			engine,
		)
		.catch((cause: unknown) => {
			throw new Error(`no trusted authority signed it: ${messageOf(cause)}`);
		});
	const { signatureVerified, signerCertificateVerified, signerCertificate } =
		result;
	if (!signatureVerified || !signerCertificateVerified || !signerCertificate)
		throw new Error("no trusted authority signed it");
	if (!isForStamping(signerCertificate))
		throw new Error("its certificate is not one for time-stamping");
	return {
		at: info.genTime.toISOString().replace(".000Z", "Z"),
		by: nameOf(signerCertificate),
	};
}

function tokenInfo({ encapContentInfo }: pkijs.SignedData): pkijs.TSTInfo {
	const { eContentType, eContent } = encapContentInfo;
	if (eContentType !== pkijs.id_eContentType_TSTInfo || !eContent)
		throw new Error("it holds no time-stamp");
	return pkijs.TSTInfo.fromBER(eContent.getValue());
}

function certificatesOf(pem: string): pkijs.Certificate[] {
	const found = [
		...pem.matchAll(
			/-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/g,
		),
	].map(([, text = ""]) =>
		pkijs.Certificate.fromBER(Uint8Array.from(Buffer.from(text, "base64"))),
	);
	if (found.length === 0) throw new Error("no trusted certificate was given");
	return found;
}

function isForStamping({ extensions }: pkijs.Certificate): boolean {
	const usage = extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
	return (
		usage?.critical === true &&
		usage.parsedValue instanceof pkijs.ExtKeyUsage &&
		usage.parsedValue.keyPurposes.join() === TIME_STAMPING
	);
}

function nameOf({ subject }: pkijs.Certificate): string {
	const name = subject.typesAndValues.find(({ type }) => type === COMMON_NAME);
	return String(name?.value.valueBlock.value ?? "an authority without a name");
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
	return a !== undefined && Buffer.from(a).equals(b);
}
