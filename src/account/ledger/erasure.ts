/** Erasing: an entry that says which text is gone and why; the text itself is removed where it is kept. */
import { isRecord } from "../../model/index.ts";
import {
	ERASURE_REASONS,
	type ErasureReason,
	type LedgerDraft,
	type LedgerEntry,
} from "./types.ts";

export interface Erasure {
	/** The entry whose text it was. */
	readonly seq: number;
	readonly name: string;
	readonly reason: ErasureReason;
}

export function erasureDraft(erasure: Erasure, author: string): LedgerDraft {
	const { seq, name, reason } = erasure;
	return {
		kind: "erasure",
		subject: `${seq}/${name}`,
		author,
		body: { seq, name, reason },
		texts: {},
	};
}

/** The erasure that an entry tells of; undefined for every other entry. */
export function readErasure(entry: LedgerEntry): Erasure | undefined {
	if (entry.kind !== "erasure" || !isRecord(entry.body)) return undefined;
	const { seq, name, reason } = entry.body;
	const known = ERASURE_REASONS.find((one) => one === reason);
	return typeof seq === "number" && typeof name === "string" && known
		? { seq, name, reason: known }
		: undefined;
}

/** One key for a text of an entry. */
export function textKey(seq: number, name: string): string {
	return `${seq}/${name}`;
}
