/** What a judgement rests on beside the facts, under one name. */
import { canonicalJson, sha256Hex } from "../base/index.ts";
import { type CompiledAsn, compileAsn, emptyAsn } from "./asn.ts";
import { emptyFingerprints, parseFingerprints } from "./fingerprints.ts";
import type {
	AsnDatabase,
	ReferenceSnapshot,
	ServiceRegistry,
} from "./types.ts";

/** Puts the parts together; `hash` is made of theirs and so depends on contents only (P3). */
export function snapshotOf(
	parts: Omit<ReferenceSnapshot, "hash">,
): ReferenceSnapshot {
	const hash = sha256Hex(
		canonicalJson({
			fingerprints: parts.fingerprints.hash,
			services: parts.services.hash,
			asn: parts.asn.hash,
		}),
	);
	return { ...parts, hash };
}

/** Gives a file of a kept snapshot by its name, undefined where it has none. */
export type SnapshotReader = (name: string) => string | undefined;

/**
 * Reads the fingerprints and the IP-to-AS data of a kept snapshot; what it
 * lacks is empty. Compiling the latter takes seconds: who has kept the result
 * of `compileSnapshotAsn` hands it in as `asn`.
 */
export function openSnapshot(
	read: SnapshotReader,
	services: ServiceRegistry,
	asn?: AsnDatabase,
): ReferenceSnapshot {
	const dns = read("fingerprints_dns.csv");
	const http = read("fingerprints_http.csv");
	return snapshotOf({
		fingerprints:
			dns === undefined && http === undefined
				? emptyFingerprints
				: parseFingerprints({ dns: dns ?? "", http: http ?? "" }),
		services,
		asn: asn ?? compileSnapshotAsn(read) ?? emptyAsn,
	});
}

/** The IP-to-AS data of a kept snapshot, compiled; undefined where it has none. */
export function compileSnapshotAsn(
	read: SnapshotReader,
): CompiledAsn | undefined {
	const texts = ["asn-ipv4.csv", "asn-ipv6.csv"].flatMap(
		(name) => read(name) ?? [],
	);
	return texts.length === 0 ? undefined : compileAsn(...texts).database;
}
