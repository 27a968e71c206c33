import { stat } from "node:fs/promises";
import { type LedgerFolders, ledgerPaths } from "./paths.ts";

/** Differs whenever the ledger has grown: for what is made from it and kept. */
export async function ledgerStamp(folders: LedgerFolders): Promise<string> {
	return stat(ledgerPaths(folders).chain).then(
		({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
		() => "absent",
	);
}
