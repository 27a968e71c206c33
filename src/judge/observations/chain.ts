/**
 * Certificate chains: `peer_certificates` of handshakes. Each certificate is
 * named by the SHA-256 of its DER bytes and given to the store once; what the
 * leaf says goes with the handshake.
 */
import { sha256Hex } from "../../base/index.ts";
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
/** Certificates of one measurement that are recognised when they come again. */
const MAX_HASHED = 32;
/** Certificates that one measurement may bring in. The most varied honest ones bring some thirty. */
const MAX_NEW = 500;
/** Decoded certificates remembered by a process; all are forgotten past it. */
const MAX_REMEMBERED = 4000;

export interface Chain {
	/** SHA-256 of each, leaf first. */
	readonly hashes: readonly string[];
	readonly leaf: LeafCertificate | undefined;
}

const NO_CHAIN: Chain = { hashes: [], leaf: undefined };

/** What this process has decoded and hashed, beside the set of what it has given out. */
const remembered = new WeakMap<Set<string>, Memory>();

interface Memory {
	/** By SHA-256. */
	readonly facts: Map<string, CertificateFacts>;
	/** SHA-256 of certificates given out, by their base64 text. */
	readonly hashes: Map<string, string>;
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
		const sha256 = data === undefined ? undefined : hashOnce(draft, data);
		if (data === undefined || sha256 === undefined) {
			const reason = "bad base64, no size of a certificate, or one too many";
			note(draft, `${path}.peer_certificates[${index}]: ${reason}`);
			continue;
		}
		hashes.push(sha256);
		if (index === 0) leaf = leafOf(decodeOnce(draft, data, sha256), name);
	}
	if (items.length > MAX_CHAIN)
		note(draft, `${path}.peer_certificates: more than ${MAX_CHAIN}, cut`);
	return { hashes, leaf };
}

/** The hash of a certificate, which is given to the store where it is new to this process. Undefined: it is none. */
function hashOnce(draft: Draft, data: string): string | undefined {
	const { hashedCertificates, context } = draft;
	for (const known of hashedCertificates)
		if (known.data === data) return known.sha256;
	const memory = memoryOf(context.seenCertificates);
	const before = memory.hashes.get(data);
	if (before !== undefined && context.seenCertificates.has(before))
		return before;
	const der = decodeBase64(data);
	if (der === undefined || der.length === 0 || der.length > MAX_DER_BYTES)
		return undefined;
	const sha256 = sha256Hex(der);
	if (hashedCertificates.length < MAX_HASHED)
		hashedCertificates.push({ data, sha256 });
	if (!context.seenCertificates.has(sha256)) {
		if (draft.certificates.length === MAX_NEW) return undefined;
		context.seenCertificates.add(sha256);
		const facts = decodeOnce(draft, data, sha256);
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
	}
	if (memory.hashes.size >= MAX_REMEMBERED) memory.hashes.clear();
	memory.hashes.set(data, sha256);
	return sha256;
}

function decodeOnce(
	draft: Draft,
	data: string,
	sha256: string,
): CertificateFacts {
	const { facts: known } = memoryOf(draft.context.seenCertificates);
	let facts = known.get(sha256);
	if (facts === undefined) {
		facts = decodeCertificate(Buffer.from(data, "base64"));
		if (known.size >= MAX_REMEMBERED) known.clear();
		known.set(sha256, facts);
	}
	return facts;
}

function memoryOf(seenCertificates: Set<string>): Memory {
	let memory = remembered.get(seenCertificates);
	if (memory === undefined) {
		memory = { facts: new Map(), hashes: new Map() };
		remembered.set(seenCertificates, memory);
	}
	return memory;
}
