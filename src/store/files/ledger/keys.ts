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

/** The signer of a key file; undefined where there is none. */
export async function readSigner(path: string): Promise<Signer | undefined> {
	try {
		return createSigner(await readFile(path, "utf8"));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}

/** Makes the key of an empty ledger. Throws `workspace_damaged` where a ledger has lost its key. */
export async function makeSigner(
	paths: LedgerPaths,
	isEmpty: boolean,
): Promise<Signer> {
	if (!isEmpty)
		throw new RasaiError(
			"workspace_damaged",
			`the ledger's key ${paths.key} is missing`,
			{
				hint: "Bring it back from a backup. Without it nothing can be added; what is there can still be read.",
			},
		);
	return writeKey(paths.key);
}

/** Makes a key and keeps it at `path`. */
export async function writeKey(path: string): Promise<Signer> {
	const pem = createPrivateKeyPem();
	await writeFileAtomically(path, pem, 0o600);
	return createSigner(pem);
}
