/** What a judgement rests on beside the facts, under one name. */
import { canonicalJson, sha256Hex } from "../base/index.ts";
import type { ReferenceSnapshot } from "./types.ts";

/** Puts the parts together; `hash` is made of theirs and so depends on contents only. */
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
