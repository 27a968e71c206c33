/**
 * An entry of the record in the ledger. What names people, our words and the
 * addresses of sources lie outside the chain as texts that can be erased; the
 * rest (what kind, when, where, which claim) stays for ever.
 */
import { canonicalJson, RasaiError } from "../../base/index.ts";
import { isRecord } from "../../model/index.ts";
import type { LedgerDraft, LedgerEntry } from "../ledger/index.ts";
import type { RecordEntry, Source } from "./entry.ts";

/** Texts of an entry that can be erased. */
export const ENTRY_TEXTS = ["people", "words", "sources"] as const;
export type EntryText = (typeof ENTRY_TEXTS)[number];

/** An entry as it stands in the ledger. */
export interface StandingEntry {
	readonly entry: RecordEntry;
	/** The latest revision's place in the ledger. */
	readonly seq: number;
	readonly at: string;
	readonly author: string;
	/** Revisions, the first included. */
	readonly revisionCount: number;
	/** Texts that were erased from any revision; they stay away from later ones. */
	readonly erased: readonly EntryText[];
}

/** The ledger draft of an entry, without the texts in `erased`. */
export function draftOfEntry(
	entry: RecordEntry,
	author: string,
	standing?: Pick<StandingEntry, "seq" | "erased">,
): LedgerDraft {
	const { actor, proceeding, summary, note, quote, sources, ...rest } = entry;
	const { name, ...office } = actor;
	const { parties, ...court } = proceeding ?? {};
	const texts: Readonly<Record<EntryText, unknown>> = {
		people: name || parties ? { name, parties } : undefined,
		words: { summary, note, quote },
		sources,
	};
	return {
		kind: "record_entry",
		subject: entry.id,
		author,
		supersedes: standing?.seq,
		body: {
			...rest,
			actor: office,
			...(proceeding ? { proceeding: court } : {}),
		},
		texts: Object.fromEntries(
			ENTRY_TEXTS.filter(
				(text) => texts[text] !== undefined && !standing?.erased.includes(text),
			).map((text) => [text, canonicalJson(texts[text])]),
		),
	};
}

/** An entry read back from the ledger, with the texts that are still kept. Undefined where the ledger entry is no entry of the record. */
export function readSealed(
	ledgerEntry: Pick<LedgerEntry, "kind" | "body" | "texts">,
	texts: Readonly<Record<string, string>>,
):
	| { readonly entry: RecordEntry; readonly erased: readonly EntryText[] }
	| undefined {
	const { kind, body } = ledgerEntry;
	if (kind !== "record_entry" || !isRecord(body)) return undefined;
	const people = parse(texts["people"]);
	const words = parse(texts["words"]);
	const { name, parties } = people ?? {};
	const entry = {
		...body,
		actor: { ...(body["actor"] as object), ...(name ? { name } : {}) },
		...(isRecord(body["proceeding"])
			? {
					proceeding: {
						...body["proceeding"],
						...(parties ? { parties } : {}),
					},
				}
			: {}),
		summary: "",
		...words,
		sources: (parse(texts["sources"]) ?? []) as readonly Source[],
	} as unknown as RecordEntry;
	return {
		entry,
		erased: ENTRY_TEXTS.filter(
			(text) => text in ledgerEntry.texts && !(text in texts),
		),
	};
}

function parse(text: string | undefined): Record<string, unknown> | undefined {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch (cause) {
		throw new RasaiError(
			"workspace_damaged",
			"a text of the record is damaged",
			{
				cause,
				hint: "`rasai ledger verify` says which.",
			},
		);
	}
}

/** The record as it stands: takes the ledger's entries in order and keeps the latest of each. */
export interface StandingRecord {
	take(entry: LedgerEntry, texts: Readonly<Record<string, string>>): void;
	readonly entries: ReadonlyMap<string, StandingEntry>;
	/** Decisions of persons that an entry belongs to a restriction (`true`) or does not, by `entry restriction`. */
	readonly links: ReadonlyMap<string, boolean>;
}

export function standingRecord(): StandingRecord {
	const entries = new Map<string, StandingEntry>();
	const links = new Map<string, boolean>();
	return {
		entries,
		links,
		take(ledgerEntry, texts) {
			const { seq, at, author, kind, body } = ledgerEntry;
			if (kind === "record_link" && isRecord(body))
				links.set(
					linkKey(String(body["entry"]), String(body["restriction"])),
					body["linked"] === true,
				);
			const read = readSealed(ledgerEntry, texts);
			if (!read) return;
			const before = entries.get(read.entry.id);
			entries.set(read.entry.id, {
				entry: read.entry,
				seq,
				at,
				author,
				revisionCount: (before?.revisionCount ?? 0) + 1,
				erased: ENTRY_TEXTS.filter(
					(text) => read.erased.includes(text) || before?.erased.includes(text),
				),
			});
		},
	};
}

export function linkKey(entry: string, restriction: string): string {
	return `${entry} ${restriction}`;
}

/** A person's decision whether an entry belongs to a restriction. */
export function draftOfLink(
	entry: string,
	restriction: string,
	linked: boolean,
	author: string,
): LedgerDraft {
	return {
		kind: "record_link",
		subject: `${entry}/${restriction}`,
		author,
		body: { entry, restriction, linked },
		texts: {},
	};
}
