/** The record as it stands with its revisions, read again only when the ledger changed. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
	type StandingRecord,
	standingRecord,
} from "../../account/record/index.ts";
import {
	readLedger,
	readProtectedNames,
	type WorkspacePaths,
} from "../../store/index.ts";
import { publishableRecord } from "../record/index.ts";
import { type Revision, trackRevisions } from "./revisions.ts";

export interface EditedRecord extends StandingRecord {
	revisionsOf(entry: string): readonly Revision[];
}

export interface RecordCache {
	/** Everything, for those who may edit. */
	whole(): Promise<EditedRecord>;
	/** What may be shown to everybody. */
	publishable(): Promise<EditedRecord>;
}

export function cacheRecord(paths: WorkspacePaths): RecordCache {
	const whole = remember(
		() => markOf(paths),
		() => readAll(paths),
	);
	return {
		whole,
		publishable: remember(
			async () =>
				`${await markOf(paths)} ${readProtectedNames(paths).join("\n")}`,
			async () => {
				const record = await whole();
				return {
					...record,
					...publishableRecord(record, readProtectedNames(paths)),
				};
			},
		),
	};
}

/** Keeps what `make` gave for as long as `markOf` gives the same. */
function remember<T>(
	markOf: () => Promise<string>,
	make: () => Promise<T>,
): () => Promise<T> {
	let kept: { readonly mark: string; readonly value: Promise<T> } | undefined;
	return async () => {
		const mark = await markOf();
		if (kept?.mark !== mark) kept = { mark, value: make() };
		const { value } = kept;
		value.catch(() => {
			if (kept?.value === value) kept = undefined;
		});
		return value;
	};
}

async function readAll(paths: WorkspacePaths): Promise<EditedRecord> {
	const record = standingRecord();
	const revisions = trackRevisions();
	for await (const { entry, texts } of readLedger(paths)) {
		record.take(entry, texts);
		revisions.take(entry);
	}
	return { ...record, revisionsOf: revisions.of };
}

/** An entry makes the chain longer; an erasure puts another file among the texts. */
async function markOf({ ledger }: WorkspacePaths): Promise<string> {
	const [chain, texts] = await Promise.all(
		["chain.log", "texts"].map((name) =>
			stat(join(ledger, name), { bigint: true }).catch(() => undefined),
		),
	);
	return `${chain?.size} ${texts?.mtimeNs}`;
}
