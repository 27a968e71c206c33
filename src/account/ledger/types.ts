/** The lines of the ledger, and what may be written into it. */

/** What an entry is about. A kind is a public contract: never renamed, never re-used. */
export const LEDGER_KINDS = [
	/** The public key that signs from here on: the first entry, and every change of the key, which the key before signs. */
	"key",
	/** An entry of the record, or its correction. */
	"record_entry",
	/** A second person's approval of the record entry that stands just before it. */
	"review",
	/** A person's decision that a record entry belongs to an incident, or does not. */
	"record_link",
	/** An incident's id, and each revision of the incident. */
	"incident",
	/** A person's judgement of a measurement. */
	"label",
	/** An alert that was sent. */
	"alert",
	/** An evidence bundle that was issued. */
	"bundle",
	/** The certificate of a key that signs evidence, or its revocation. */
	"evidence_key",
	/** A text of an earlier entry was erased. */
	"erasure",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Why a text was erased. Closed, since a reason in free words might name whom it protects. */
export const ERASURE_REASONS = [
	"request",
	"safety",
	"law",
	"mistake",
	"licence",
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** One entry. All of it is public and stays for ever: whatever names or may name a person belongs into a text. */
export interface LedgerEntry {
	/** Counts from 0 without a gap. */
	readonly seq: number;
	/** Hash of the line before; 64 zeros for the first. */
	readonly prev: string;
	/** UTC, never earlier than the entry before. */
	readonly at: string;
	readonly kind: LedgerKind;
	/** What it is about, by its id: a record entry's, an incident's. */
	readonly subject: string;
	/** Who wrote it, by pseudonym. Whose pseudonym it is stands in the private store. */
	readonly author: string;
	/** The entry that this one replaces: of the same kind and subject, and the latest until now. */
	readonly supersedes?: number;
	/** Any JSON value. */
	readonly body: unknown;
	/** Commitments to the texts that lie outside the chain, by name. */
	readonly texts: Readonly<Record<string, string>>;
}

/** A signature over everything before it. What no head covers was never acknowledged. */
export interface LedgerHead {
	/** The last entry it covers. */
	readonly head: number;
	/** Hash of the line before. */
	readonly prev: string;
	readonly at: string;
	/** Id of the key. */
	readonly key: string;
	/** Ed25519 over the canonical JSON of the other members, base64. */
	readonly signature: string;
}

/** A text outside the chain. Erasing it leaves its commitment, which without the salt tells nothing. */
export interface KeptText {
	readonly seq: number;
	readonly name: string;
	/** 32 random bytes in hex. */
	readonly salt: string;
	readonly text: string;
}

/** What is to be written as an entry. */
export interface LedgerDraft {
	readonly kind: LedgerKind;
	readonly subject: string;
	readonly author: string;
	readonly supersedes?: number | undefined;
	readonly body: unknown;
	/** Texts to be kept outside the chain, by name. */
	readonly texts: Readonly<Record<string, string>>;
}

/** Where the chain ends. */
export interface LedgerTip {
	/** Of the last entry; -1 for an empty chain. */
	readonly seq: number;
	/** Of the last line. */
	readonly hash: string;
	/** Of the last line; empty for an empty chain. */
	readonly at: string;
}

/** Names a state of the ledger: what a reader writes down to check later that nothing before it was changed. */
export interface KnownHead {
	readonly seq: number;
	readonly hash: string;
}
