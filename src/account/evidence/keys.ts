/**
 * Keys of evidence: an offline root certifies short-lived signing keys. Who
 * verifies trusts the root's fingerprint, had from elsewhere.
 */
import {
	createPrivateKey,
	createPublicKey,
	type KeyObject,
	sign,
} from "node:crypto";
import { RasaiError, sha256Hex } from "../../base/index.ts";
import { type Certificate, certifiedText } from "./verifier/index.ts";

export interface EvidenceSigner {
	readonly certificate: Certificate;
	/** Ed25519, base64. */
	sign(text: string): string;
}

/** Public key of a private one (PEM): SPKI, DER, base64. Throws `workspace_damaged` where it is no Ed25519 key. */
export function publicKeyOf(pem: string): string {
	return createPublicKey(readKey(pem))
		.export({ type: "spki", format: "der" })
		.toString("base64");
}

/** SHA-256 of a public key's DER form: what is compared by eye. */
export function keyFingerprint(publicKey: string): string {
	return sha256Hex(Buffer.from(publicKey, "base64"));
}

/** The root says that a key may sign from one instant until another. */
export function certify(
	rootPem: string,
	key: Pick<Certificate, "from" | "publicKey" | "until">,
): Certificate {
	return {
		from: key.from,
		publicKey: key.publicKey,
		root: publicKeyOf(rootPem),
		signature: signText(readKey(rootPem), certifiedText(key)),
		until: key.until,
	};
}

/** Signs with a private key (PEM). Throws `workspace_damaged` where the certificate is another key's. */
export function createEvidenceSigner(
	pem: string,
	certificate: Certificate,
): EvidenceSigner {
	const key = readKey(pem);
	if (publicKeyOf(pem) !== certificate.publicKey)
		throw new RasaiError(
			"workspace_damaged",
			"the certificate of the evidence key is another key's",
		);
	return { certificate, sign: (text) => signText(key, text) };
}

const signText = (key: KeyObject, text: string): string =>
	sign(null, Buffer.from(text), key).toString("base64");

function readKey(pem: string): KeyObject {
	try {
		const key = createPrivateKey(pem);
		if (key.asymmetricKeyType === "ed25519") return key;
	} catch (cause) {
		throw new RasaiError("workspace_damaged", "an evidence key is unreadable", {
			cause,
		});
	}
	throw new RasaiError(
		"workspace_damaged",
		"an evidence key is no Ed25519 key",
	);
}
