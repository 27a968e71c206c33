/** The ledger's signing key: made once, 0600, never exported. */
import { readFile } from "node:fs/promises";
import {
	createPrivateKeyPem,
	createSigner,
	type Signer,
} from "../../../account/ledger/index.ts";
import { RasaiError } from "../../../base/index.ts";
import { writeFileAtomically } from "../atomic.ts";
import type { LedgerPaths } from "./paths.ts";

/** The signer of an existing key; undefined where there is none. */
export async function readSigner(
	paths: LedgerPaths,
): Promise<Signer | undefined> {
	try {
		return createSigner(await readFile(paths.key, "utf8"));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}

/** The signer; makes the key for an empty ledger. Throws `workspace_damaged` where a ledger has lost its key. */
export async function obtainSigner(
	paths: LedgerPaths,
	isEmpty: boolean,
): Promise<Signer> {
	const signer = await readSigner(paths);
	if (signer) return signer;
	if (!isEmpty)
		throw new RasaiError(
			"workspace_damaged",
			`the ledger's key ${paths.key} is missing`,
			{
				hint: "Bring it back from a backup. Without it nothing can be added; what is there can still be read.",
			},
		);
	const pem = createPrivateKeyPem();
	await writeFileAtomically(paths.key, pem, 0o600);
	return createSigner(pem);
}
