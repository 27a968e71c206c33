/** Signed heads: Ed25519 (RFC 8032), keys and signatures as Node gives them. */
import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	sign,
	verify,
} from "node:crypto";
import { canonicalJson, RasaiError, sha256Hex } from "../../base/index.ts";
import type { LedgerHead } from "./types.ts";

export interface Signer {
	/** First 16 hex digits of the SHA-256 of the public key's DER form. */
	readonly keyId: string;
	/** Public key: SPKI, DER, base64. */
	readonly publicKey: string;
	sign(head: Omit<LedgerHead, "key" | "signature">): LedgerHead;
}

/** A new private key: PKCS #8, PEM. */
export function createPrivateKeyPem(): string {
	return generateKeyPairSync("ed25519")
		.privateKey.export({ type: "pkcs8", format: "pem" })
		.toString();
}

/** Signs with a private key (PEM). Throws `workspace_damaged` where it is none of this kind. */
export function createSigner(privateKeyPem: string): Signer {
	const privateKey = readKey(() => createPrivateKey(privateKeyPem));
	const publicKey = createPublicKey(privateKey)
		.export({ type: "spki", format: "der" })
		.toString("base64");
	const key = keyIdOf(publicKey);
	return {
		keyId: key,
		publicKey,
		sign(head) {
			const unsigned = { ...head, key };
			return {
				...unsigned,
				signature: sign(null, signedBytes(unsigned), privateKey).toString(
					"base64",
				),
			};
		},
	};
}

export interface HeadVerifier {
	readonly keyId: string;
	verify(head: LedgerHead): boolean;
}

/** Checks heads against a public key (SPKI, DER, base64). Throws `workspace_damaged` where it is none of this kind. */
export function createHeadVerifier(publicKey: string): HeadVerifier {
	const key = readKey(() =>
		createPublicKey({
			key: Buffer.from(publicKey, "base64"),
			format: "der",
			type: "spki",
		}),
	);
	const keyId = keyIdOf(publicKey);
	return {
		keyId,
		verify({ signature, ...unsigned }) {
			return (
				unsigned.key === keyId &&
				verify(
					null,
					signedBytes(unsigned),
					key,
					Buffer.from(signature, "base64"),
				)
			);
		},
	};
}

function readKey(read: () => KeyObject): KeyObject {
	let key: KeyObject | undefined;
	try {
		key = read();
	} catch (cause) {
		throw new RasaiError(
			"workspace_damaged",
			"the ledger's key is unreadable",
			{
				cause,
			},
		);
	}
	if (key.asymmetricKeyType !== "ed25519")
		throw new RasaiError(
			"workspace_damaged",
			"the ledger's key is no Ed25519 key",
		);
	return key;
}

function keyIdOf(publicKey: string): string {
	return sha256Hex(Buffer.from(publicKey, "base64")).slice(0, 16);
}

function signedBytes({
	head,
	prev,
	at,
	key,
}: Omit<LedgerHead, "signature">): Buffer {
	return Buffer.from(canonicalJson({ head, prev, at, key }));
}
