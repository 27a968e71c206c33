/**
 * Certificate chains: `peer_certificates` of handshakes. Each certificate is
 * named by the SHA-256 of its DER bytes and given to the store once; what the
 * leaf says goes with the handshake.
 */
import { remember, sha256Hex } from "../../base/index.ts";
import type { LeafCertificate } from "../../model/index.ts";
import { binaryOf, decodeBase64 } from "./bytes.ts";
import {
	type CertificateFacts,
	decodeCertificate,
	leafOf,
} from "./certificates.ts";
import { type Draft, note } from "./draft.ts";
import { listOf } from "./fields.ts";

/** No public chain is longer than six. */
const MAX_CHAIN = 16;
/** The largest in the wild, with thousands of names, have some 60 kB. */
const MAX_DER_BYTES = 128 * 1024;
/** Certificates that one measurement may bring in. The most varied honest ones bring some thirty. */
const MAX_NEW = 500;
/** Certificates remembered by a process; all are forgotten past it. */
const MAX_REMEMBERED = 4000;
/** Longest base64 text remembered: what is larger is rare, or a forger's. */
const LONGEST_REMEMBERED = 8192;

export interface Chain {
	/** SHA-256 of each, leaf first. */
	readonly hashes: readonly string[];
	readonly leaf: LeafCertificate | undefined;
}

const NO_CHAIN: Chain = { hashes: [], leaf: undefined };

/** The certificate that base64 text holds; undefined where it is none. */
interface Read {
	readonly sha256: string;
	readonly der: Buffer;
	/** Decoded when first asked for: many may come that are not wanted. */
	facts(): CertificateFacts;
}

/** Reads a chain. `name` is what the leaf is matched with: the SNI or address asked for. */
export function readChain(
	draft: Draft,
	value: unknown,
	name: string,
	path: string,
): Chain {
	const items = listOf(value);
	if (items.length === 0) return NO_CHAIN;
	const hashes: string[] = [];
	let leaf: LeafCertificate | undefined;
	for (let index = 0; index < items.length && index < MAX_CHAIN; index++) {
		const item = items[index];
		const data = typeof item === "string" ? item : binaryOf(item);
		const read = data === undefined ? undefined : readOnce(data);
		if (read === undefined || !giveOnce(draft, read)) {
			const reason = "bad base64, no size of a certificate, or one too many";
			note(draft, `${path}.peer_certificates[${index}]: ${reason}`);
			continue;
		}
		hashes.push(read.sha256);
		if (index === 0) leaf = leafOf(read.facts(), name);
	}
	if (items.length > MAX_CHAIN)
		note(draft, `${path}.peer_certificates: more than ${MAX_CHAIN}, cut`);
	return { hashes, leaf };
}

function readOnce(data: string): Read | undefined {
	return data.length > LONGEST_REMEMBERED ? read(data) : remembered(data);
}

const remembered = remember(MAX_REMEMBERED, read);

function read(data: string): Read | undefined {
	const der = decodeBase64(data);
	if (der === undefined || der.length === 0 || der.length > MAX_DER_BYTES)
		return undefined;
	let facts: CertificateFacts | undefined;
	return {
		sha256: sha256Hex(der),
		der,
		facts() {
			facts ??= decodeCertificate(der);
			return facts;
		},
	};
}

/** Gives a certificate to the store where it was not given before; false where the measurement has brought in too many. */
function giveOnce(draft: Draft, read: Read): boolean {
	const { sha256, der } = read;
	const { seenCertificates } = draft.context;
	if (seenCertificates.has(sha256)) return true;
	if (draft.certificates.length === MAX_NEW) return false;
	seenCertificates.add(sha256);
	const facts = read.facts();
	draft.certificates.push({
		sha256,
		der,
		subject: facts.subject,
		issuer: facts.issuer,
		names: facts.names,
		notBeforeAt: facts.notBeforeAt,
		notAfterAt: facts.notAfterAt,
		selfSigned: facts.selfSigned,
		problem: facts.problem,
	});
	return true;
}
