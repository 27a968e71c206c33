/**
 * What a mirror holds: every file with its hash, signed. Who has the site's
 * key can tell whether a copy from anybody is the site's own, and which files
 * of an older copy are to be fetched again.
 */
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { canonicalJson, RasaiError, sha256Hex } from "../../base/index.ts";

export const MANIFEST_FILE = "mirror.json";
export const SIGNATURE_FILE = "mirror.sig.json";

export interface MirrorFile {
	/** Relative to the mirror's folder, with `/`. */
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
}

export interface MirrorManifest {
	readonly format: "rasai-mirror-1";
	readonly siteName: string;
	/** UTC ISO 8601: everything in the mirror is as of then. */
	readonly madeAt: string;
	/** In order of their paths; the manifest and its signature are not among them. */
	readonly files: readonly MirrorFile[];
}

export interface MirrorSignature {
	/** Ed25519 public key: SPKI, DER, base64. */
	readonly publicKey: string;
	/** Over the bytes of the manifest: base64. */
	readonly signature: string;
}

export const manifestText = (manifest: MirrorManifest): string =>
	`${canonicalJson(manifest)}\n`;

/** Signs the manifest's text with a private key (PKCS #8, PEM). */
export function signManifest(text: string, keyPem: string): MirrorSignature {
	const key = createPrivateKey(keyPem);
	return {
		publicKey: createPublicKey(key)
			.export({ type: "spki", format: "der" })
			.toString("base64"),
		signature: sign(null, Buffer.from(text), key).toString("base64"),
	};
}

/** First 16 hex digits of the SHA-256 of the key's DER form: what people compare. */
export const fingerprintOf = (publicKey: string): string =>
	sha256Hex(Buffer.from(publicKey, "base64")).slice(0, 16);

/** Whether the signature is of this text. A key that is none makes it false. */
export function isSigned(text: string, signed: MirrorSignature): boolean {
	try {
		return verify(
			null,
			Buffer.from(text),
			createPublicKey({
				key: Buffer.from(signed.publicKey, "base64"),
				format: "der",
				type: "spki",
			}),
			Buffer.from(signed.signature, "base64"),
		);
	} catch {
		return false;
	}
}

const SAFE_PATH = /^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/;

/** Reads a manifest from anybody. Throws RasaiError `source_unreadable` with what is wrong. */
export function readManifest(text: string): MirrorManifest {
	const value = parse(text, MANIFEST_FILE) as Partial<MirrorManifest> | null;
	const fault = faultOf(value);
	if (fault !== undefined)
		throw new RasaiError("source_unreadable", `${MANIFEST_FILE}: ${fault}`);
	return value as MirrorManifest;
}

/** Reads a signature from anybody. Throws as `readManifest`. */
export function readSignature(text: string): MirrorSignature {
	const value = parse(text, SIGNATURE_FILE) as Partial<MirrorSignature> | null;
	if (
		typeof value?.publicKey !== "string" ||
		typeof value.signature !== "string"
	)
		throw new RasaiError(
			"source_unreadable",
			`${SIGNATURE_FILE}: no public key and signature`,
		);
	return value as MirrorSignature;
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new RasaiError("source_unreadable", `${file} is no JSON`, { cause });
	}
}

function faultOf(value: Partial<MirrorManifest> | null): string | undefined {
	if (value?.format !== "rasai-mirror-1") return "unknown format";
	if (typeof value.madeAt !== "string" || typeof value.siteName !== "string")
		return "it does not say whose it is and of when";
	if (!Array.isArray(value.files)) return "it lists no files";
	const seen = new Set<string>();
	for (const one of value.files as readonly Partial<MirrorFile>[]) {
		if (typeof one?.path !== "string" || !SAFE_PATH.test(one.path))
			return `${JSON.stringify(one?.path)} is no path within a mirror`;
		if (!/^[0-9a-f]{64}$/.test(one.sha256 ?? ""))
			return `${one.path} has no SHA-256`;
		if (!Number.isSafeInteger(one.bytes) || (one.bytes as number) < 0)
			return `${one.path} has no size`;
		const folded = one.path.toLowerCase();
		if (seen.has(folded)) return `${one.path} is listed twice`;
		seen.add(folded);
	}
	return undefined;
}
