/**
 * Single raw records that stay when the file they came in is let go: the
 * measurements that incidents rest on. Named by the SHA-256 of their bytes,
 * which is also what the measurements table calls them by (`record_hash`).
 */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError, sha256Hex } from "../../base/index.ts";
import { writeFileAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

type Paths = Pick<WorkspacePaths, "archive">;

const recordPath = (paths: Paths, hash: string): string =>
	join(paths.archive, "records", hash.slice(0, 2), hash);

/** Keeps a record; gives its hash. What is kept already is left as it is. */
export async function keepRecord(
	paths: Paths,
	bytes: Uint8Array,
): Promise<string> {
	const hash = sha256Hex(bytes);
	const path = recordPath(paths, hash);
	const there = await stat(path).then(
		() => true,
		() => false,
	);
	if (!there) await writeFileAtomically(path, bytes);
	return hash;
}

/** A kept record's bytes; undefined where it is not kept. Throws `workspace_damaged` where they are not what was kept. */
export async function readKeptRecord(
	paths: Paths,
	hash: string,
): Promise<Uint8Array | undefined> {
	const bytes = await readFile(recordPath(paths, hash)).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === "ENOENT") return undefined;
			throw error;
		},
	);
	if (bytes && sha256Hex(bytes) !== hash)
		throw new RasaiError(
			"workspace_damaged",
			`${recordPath(paths, hash)} is not the record that was kept`,
		);
	return bytes;
}
