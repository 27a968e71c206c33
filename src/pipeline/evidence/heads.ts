/** Heads of the ledger for others to keep: who has yesterday's can tell today whether anything before it was changed. */
import type { KnownHeads } from "../../account/evidence/index.ts";
import { dayOf } from "../../base/index.ts";
import {
	ledgerStamp,
	readChainBytes,
	type WorkspacePaths,
} from "../../store/index.ts";
import { indexChain } from "./chain.ts";

/** The last head of each day, those that bundles hang on, and the keys that were revoked; newest first. */
export async function knownHeads(
	paths: Pick<WorkspacePaths, "ledger" | "keys">,
	signal?: AbortSignal,
): Promise<KnownHeads> {
	const { entries, heads } = indexChain(await readChainBytes(paths, signal));
	const ofDay = new Map(heads.map((head) => [dayOf(head.at), head.hash]));
	const kept = new Set(ofDay.values());
	for (const { kind, body } of entries)
		if (kind === "bundle")
			kept.add(
				(body as { readonly head: { readonly hash: string } }).head.hash,
			);
	return {
		schema: "rasai-heads/1",
		heads: heads
			.filter(({ hash }) => kept.has(hash))
			.map(({ at, entry, hash }) => ({ at, entry, hash }))
			.reverse(),
		revoked: entries.flatMap(({ kind, subject, body }) => {
			const { revokedAt, reason } = body as {
				readonly revokedAt?: string;
				readonly reason?: string;
			};
			return kind === "evidence_key" && revokedAt !== undefined
				? [{ key: subject, at: revokedAt, reason: reason ?? "" }]
				: [];
		}),
	};
}

/** The same, read again only when the ledger has changed. */
export function cacheHeads(
	paths: Pick<WorkspacePaths, "ledger" | "keys">,
): () => Promise<KnownHeads> {
	let held: Promise<KnownHeads> | undefined;
	let heldStamp: string | undefined;
	return async () => {
		const stamp = await ledgerStamp(paths);
		if (held === undefined || stamp !== heldStamp) {
			heldStamp = stamp;
			held = knownHeads(paths);
		}
		return held;
	};
}
