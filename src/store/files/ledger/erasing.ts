/**
 * Erasing in an order that survives a crash: the intent is noted, the entry
 * that tells of the erasure is appended, the text is removed, the note goes.
 * Who opens the ledger next finishes what the note says, if the entry was
 * acknowledged.
 */
import { readFile, rm } from "node:fs/promises";
import { type Erasure, readErasure } from "../../../account/ledger/index.ts";
import { syncFolder, writeFileAtomically } from "../atomic.ts";
import { type LedgerFolders, ledgerPaths } from "./paths.ts";
import { readLedger } from "./read.ts";
import { removeText } from "./texts.ts";

export async function noteErasure(
	folders: LedgerFolders,
	erasure: Erasure,
): Promise<void> {
	await writeFileAtomically(
		ledgerPaths(folders).erasing,
		JSON.stringify(erasure),
	);
}

export async function finishErasure(
	folders: LedgerFolders,
	{ seq, name }: Pick<Erasure, "seq" | "name">,
): Promise<void> {
	const paths = ledgerPaths(folders);
	await removeText(paths, seq, name);
	await rm(paths.erasing, { force: true });
	await syncFolder(folders.ledger);
}

/** Finishes an erasure that a crash interrupted. */
export async function resumeErasure(folders: LedgerFolders): Promise<void> {
	const { erasing } = ledgerPaths(folders);
	const note = await readFile(erasing, "utf8").catch(() => undefined);
	if (note === undefined) return;
	const { seq, name } = JSON.parse(note) as Erasure;
	for await (const { entry } of readLedger(folders)) {
		const erasure = readErasure(entry);
		if (erasure?.seq === seq && erasure.name === name)
			return finishErasure(folders, erasure);
	}
	await rm(erasing, { force: true });
}
