/**
 * Verification in named steps. Lines are handed in one by one, so a ledger of
 * any size is checked in constant memory, but for one number an entry. Every
 * step fails closed: what cannot be checked is not verified, and a step says
 * where the first fault lies.
 */
import { isRecord } from "../../model/index.ts";
import { isCommittedTo } from "./commitments.ts";
import { trackCurrent } from "./current.ts";
import { readErasure, textKey } from "./erasure.ts";
import { createHeadVerifier, type HeadVerifier } from "./heads.ts";
import { isHeadLine, NO_HASH, readLine } from "./lines.ts";
import type {
	ErasureReason,
	KeptText,
	KnownHead,
	LedgerEntry,
	LedgerHead,
} from "./types.ts";

/** Where in the chain's file. */
export interface LedgerPlace {
	/** From 1. */
	readonly line: number;
	/** First byte of the line. */
	readonly offset: number;
	/** The entry it holds, where it can be read. */
	readonly seq?: number | undefined;
}

export const VERIFY_STEPS = {
	lines: "Every line can be read.",
	hashes: "Every line has the hash that it states.",
	chain: "Every line names the line before, and no entry is missing.",
	times: "Time never goes back.",
	supersedes: "An entry replaces only the latest of its own kind and subject.",
	texts: "Every text is as it was committed to, or was erased by an entry.",
	key: "The key that is expected signed the ledger, or signed the change to the key that did.",
	signature:
		"The last line is a signed head, and so is the line behind every change of the key, signed with the key before.",
	known: "Every head that is known from elsewhere is on the chain.",
} as const;
export type VerifyStep = keyof typeof VERIFY_STEPS;

export interface StepResult {
	readonly step: VerifyStep;
	readonly ok: boolean;
	/** What was found; for a failed step the first fault. */
	readonly found: string;
	readonly place: LedgerPlace | undefined;
	readonly faultCount: number;
}

export interface LedgerReport {
	readonly ok: boolean;
	readonly steps: readonly StepResult[];
	readonly entryCount: number;
	readonly headCount: number;
	readonly textCount: number;
	/** Texts erased, by reason. */
	readonly erased: Readonly<Partial<Record<ErasureReason, number>>>;
	/** The last head: write it down to check later that nothing before it was changed or cut off. */
	readonly head: KnownHead | undefined;
	readonly keyId: string | undefined;
	/** The public key that signs now, as an entry states it: what others need to check a copy. */
	readonly publicKey: string | undefined;
}

export interface VerifyOptions {
	/** The public key that the ledger must be signed with: SPKI, DER, base64. */
	readonly publicKey: string | undefined;
	readonly knownHeads?: readonly KnownHead[];
}

/** The texts that are kept for an entry. */
export type TextsOf = (seq: number) => readonly KeptText[];

export interface LedgerVerifier {
	/** The next line, without its line break. */
	line(bytes: Buffer, offset: number, textsOf: TextsOf): void;
	/** A fault that the reader of the files met. */
	fault(step: VerifyStep, found: string, place?: LedgerPlace): void;
	report(): LedgerReport;
}

interface First {
	readonly found: string;
	readonly place: LedgerPlace | undefined;
	count: number;
}

export function createLedgerVerifier(options: VerifyOptions): LedgerVerifier {
	const faults = new Map<VerifyStep, First>();
	const fault = (step: VerifyStep, found: string, place?: LedgerPlace) => {
		const first = faults.get(step);
		if (first) first.count += 1;
		else faults.set(step, { found, place, count: 1 });
	};
	const texts = verifyTexts(fault);
	const current = trackCurrent();
	const unseen = new Map(
		(options.knownHeads ?? []).map((head) => [head.hash, head]),
	);
	let [lineCount, entryCount, headCount] = [0, 0, 0];
	let previous = NO_HASH;
	let previousAt = "";
	let nextSeq = 0;
	const keys = verifyKeys(fault);
	let last: SignedHead | undefined;

	function takeEntry(entry: LedgerEntry, place: LedgerPlace, textsOf: TextsOf) {
		entryCount += 1;
		if (entry.seq !== nextSeq)
			fault("chain", `entry ${entry.seq} where ${nextSeq} is due`, place);
		nextSeq = entry.seq + 1;
		const wrong = current.take(entry);
		if (wrong) fault("supersedes", wrong, place);
		if (entry.kind === "key" && isRecord(entry.body))
			keys.take(String(entry.body["publicKey"]));
		texts.take(entry, textsOf(entry.seq), place);
		last = undefined;
	}

	function takeHead(head: LedgerHead, hash: string, place: LedgerPlace) {
		headCount += 1;
		if (head.head !== nextSeq - 1)
			fault(
				"chain",
				`a head over entry ${head.head} after ${nextSeq - 1}`,
				place,
			);
		if (unseen.get(hash)?.seq === head.head) unseen.delete(hash);
		last = { head, hash, place, key: keys.next(head, place) };
	}

	return {
		fault,
		line(bytes, offset, textsOf) {
			lineCount += 1;
			const { stated, intact, value } = readLine(bytes);
			const place = {
				line: lineCount,
				offset,
				seq: value && !isHeadLine(value) ? value.seq : undefined,
			};
			if (!intact) fault("hashes", "the line is not what its hash says", place);
			if (!value) {
				fault("lines", "not a ledger line", place);
				previous = stated;
				return;
			}
			if (value.prev !== previous)
				fault("chain", "it does not follow the line before", place);
			previous = stated;
			if (previousAt !== "" && Date.parse(value.at) < Date.parse(previousAt))
				fault("times", `${value.at} after ${previousAt}`, place);
			previousAt = value.at;
			if (isHeadLine(value)) takeHead(value, stated, place);
			else takeEntry(value, place, textsOf);
		},
		report() {
			if (lineCount > 0) keys.finish(options.publicKey, last);
			const { keyId, publicKey } = keys.current();
			texts.finish();
			for (const { seq, hash } of unseen.values())
				fault("known", `no head over entry ${seq} with hash ${hash}`);
			const found: Readonly<Record<VerifyStep, string>> = {
				lines: `${lineCount} lines`,
				hashes: `${lineCount} lines`,
				chain: `${entryCount} entries`,
				times: previousAt ? `up to ${previousAt}` : "no entry",
				supersedes: `${entryCount} entries`,
				texts: texts.found(),
				key: `key ${keyId ?? "none"}`,
				signature: last ? `signed at ${last.head.at}` : "an empty ledger",
				known: `${options.knownHeads?.length ?? 0} known heads`,
			};
			const steps = (Object.keys(VERIFY_STEPS) as VerifyStep[]).map(
				(step): StepResult => {
					const first = faults.get(step);
					return {
						step,
						ok: !first,
						found: first?.found ?? found[step],
						place: first?.place,
						faultCount: first?.count ?? 0,
					};
				},
			);
			return {
				ok: steps.every(({ ok }) => ok),
				steps,
				entryCount,
				headCount,
				textCount: texts.count(),
				erased: texts.erased(),
				head: last && { seq: last.head.head, hash: last.hash },
				keyId,
				publicKey,
			};
		},
	};
}

interface SignedHead {
	readonly head: LedgerHead;
	readonly hash: string;
	readonly place: LedgerPlace;
	/** The public key that must have signed it. */
	readonly key: string | undefined;
}

/**
 * Who signed is checked on the last head, which covers every line before it,
 * and on the head behind every change of the key: whoever trusts one key of
 * the ledger can then trust the one after it.
 */
function verifyKeys(fault: LedgerVerifier["fault"]) {
	/** Keys that the chain names, and whether a signature of theirs was seen. */
	const hasSigned = new Map<string, boolean>();
	let isUnsigned = false;
	let current: string | undefined;
	let coming: string | undefined;

	function check(head: LedgerHead, place: LedgerPlace, key: string): void {
		const verifier = readVerifier(key);
		if (!verifier) fault("key", "the key cannot be read", place);
		else if (verifier.verify(head)) hasSigned.set(key, true);
		else unsigned("the signature does not fit", place);
	}

	function unsigned(found: string, place?: LedgerPlace): void {
		isUnsigned = true;
		fault("signature", found, place);
	}

	return {
		take(publicKey: string) {
			hasSigned.set(publicKey, hasSigned.get(publicKey) ?? false);
			if (current === undefined) current = publicKey;
			else coming = publicKey;
		},
		/** The key that must have signed the next head. */
		next(head: LedgerHead, place: LedgerPlace): string | undefined {
			const signing = current;
			if (coming === undefined) return signing;
			if (signing !== undefined) check(head, place, signing);
			current = coming;
			coming = undefined;
			return signing;
		},
		finish(expected: string | undefined, last: SignedHead | undefined) {
			if (!last) unsigned("the last line is no head");
			else if (last.key === undefined)
				fault("key", "no entry names the ledger's key");
			else check(last.head, last.place, last.key);
			const has = hasSigned.get(expected ?? "");
			if (expected === undefined)
				fault(
					"key",
					"no key to compare with was given: anybody may have signed",
				);
			else if (has === undefined || !(has || isUnsigned))
				fault(
					"key",
					"the ledger is signed with other keys than the one expected",
				);
		},
		current: () => ({
			publicKey: current,
			keyId: current === undefined ? undefined : readVerifier(current)?.keyId,
		}),
	};
}

function readVerifier(publicKey: string): HeadVerifier | undefined {
	try {
		return createHeadVerifier(publicKey);
	} catch {
		return undefined;
	}
}

function verifyTexts(fault: LedgerVerifier["fault"]) {
	const missing = new Map<string, LedgerPlace>();
	const erased: Partial<Record<ErasureReason, number>> = {};
	let kept = 0;
	let erasedCount = 0;

	function takeErasure(entry: LedgerEntry, place: LedgerPlace) {
		const erasure = readErasure(entry);
		if (!erasure) return fault("texts", "an erasure that says nothing", place);
		const key = textKey(erasure.seq, erasure.name);
		if (!missing.delete(key))
			return fault("texts", `text ${key} was to be erased and is there`, place);
		erased[erasure.reason] = (erased[erasure.reason] ?? 0) + 1;
		erasedCount += 1;
	}

	return {
		take(entry: LedgerEntry, texts: readonly KeptText[], place: LedgerPlace) {
			let own = 0;
			for (const [name, commitment] of Object.entries(entry.texts)) {
				const text = texts.find((one) => one.name === name);
				if (!text) {
					missing.set(textKey(entry.seq, name), place);
					continue;
				}
				own += 1;
				if (isCommittedTo(commitment, text)) kept += 1;
				else
					fault(
						"texts",
						`text ${textKey(entry.seq, name)} is not what was committed to`,
						place,
					);
			}
			if (own < texts.length)
				fault(
					"texts",
					`entry ${entry.seq} has a text twice, or one that it does not name`,
					place,
				);
			if (entry.kind === "erasure") takeErasure(entry, place);
		},
		finish() {
			for (const [key, place] of missing)
				fault("texts", `text ${key} is missing and no entry erased it`, place);
		},
		count: () => kept,
		erased: () => erased,
		found: () =>
			erasedCount === 0
				? `${kept} texts`
				: `${kept} texts; erased: ${erasedCount} (${Object.entries(erased)
						.map(([reason, count]) => `${reason} ${count}`)
						.join(", ")})`,
	};
}
