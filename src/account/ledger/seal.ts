/** From drafts to lines: numbers, links, commitments, and the head that signs them. */
import { canonicalJson, formatInstant, RasaiError } from "../../base/index.ts";
import { commitTo, createSalt } from "./commitments.ts";
import type { Signer } from "./heads.ts";
import { NO_HASH, writeLine } from "./lines.ts";
import {
	type KeptText,
	LEDGER_KINDS,
	type LedgerDraft,
	type LedgerEntry,
	type LedgerTip,
} from "./types.ts";

/** Lines are read whole, so each has a limit. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export const EMPTY_TIP: LedgerTip = { seq: -1, hash: NO_HASH, at: "" };

/** A pseudonym or a program's name: never a person's. */
export const PSEUDONYM = /^[a-z0-9][a-z0-9-]{0,39}$/;

export interface SealedBatch {
	readonly entries: readonly LedgerEntry[];
	/** Chain lines without line breaks; the last is the signed head. */
	readonly lines: readonly string[];
	/** To be kept outside the chain, and durable before it. */
	readonly texts: readonly KeptText[];
	readonly tip: LedgerTip;
}

/** Seals drafts behind `tip`. Throws `invalid_record` for a draft that the ledger does not take; nothing is sealed then. */
export function sealBatch(
	tip: LedgerTip,
	drafts: readonly LedgerDraft[],
	now: Date,
	signer: Signer,
): SealedBatch {
	for (const draft of drafts) checkDraft(draft);
	const at = laterOf(tip.at, now);
	const entries: LedgerEntry[] = [];
	const lines: string[] = [];
	const texts: KeptText[] = [];
	let { seq, hash } = tip;
	for (const draft of drafts) {
		seq += 1;
		const kept = Object.entries(draft.texts).map(([name, text]) => ({
			seq,
			name,
			salt: createSalt(),
			text,
		}));
		const entry: LedgerEntry = {
			seq,
			prev: hash,
			at,
			kind: draft.kind,
			subject: draft.subject,
			author: draft.author,
			...(draft.supersedes === undefined
				? {}
				: { supersedes: draft.supersedes }),
			body: draft.body,
			texts: Object.fromEntries(
				kept.map(({ name, salt, text }) => [name, commitTo(salt, text)]),
			),
		};
		const written = writeLine(entry);
		entries.push(entry);
		lines.push(written.line);
		texts.push(...kept);
		hash = written.hash;
	}
	const head = writeLine(signer.sign({ head: seq, prev: hash, at }));
	lines.push(head.line);
	return { entries, lines, texts, tip: { seq, hash: head.hash, at } };
}

/** The ledger's own time never goes back, whatever the machine's clock does. */
function laterOf(previous: string, now: Date): string {
	return previous !== "" && Date.parse(previous) > now.getTime()
		? previous
		: formatInstant(now);
}

/** Throws `invalid_record` with every fault of a draft. */
export function checkDraft(draft: LedgerDraft): void {
	const faults: string[] = [];
	if (!LEDGER_KINDS.includes(draft.kind)) faults.push("kind: unknown");
	if (!/^[\x21-\x7e]{1,200}$/.test(draft.subject))
		faults.push("subject: not 1 to 200 letters, digits and signs");
	if (!PSEUDONYM.test(draft.author))
		faults.push("author: not a pseudonym of a-z, 0-9 and dashes");
	if (draft.body === undefined) faults.push("body: missing");
	else if (Buffer.byteLength(canonicalJson(draft.body)) > MAX_BODY_BYTES)
		faults.push(`body: over ${MAX_BODY_BYTES} bytes`);
	for (const [name, text] of Object.entries(draft.texts)) {
		if (!/^[a-z][a-z0-9_]{0,39}$/.test(name)) faults.push(`text name: ${name}`);
		if (Buffer.byteLength(text) > MAX_TEXT_BYTES)
			faults.push(`text ${name}: over ${MAX_TEXT_BYTES} bytes`);
	}
	if (faults.length > 0)
		throw new RasaiError(
			"invalid_record",
			`the ledger does not take ${draft.subject.slice(0, 80)}: ${faults.join("; ")}`,
		);
}
