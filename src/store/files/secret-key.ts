/** Keys that this installation makes for itself, once. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkspacePaths } from "./layout.ts";

export const SECRET_KEY_BYTES = 32;

/** The key of this name in `keys/`, made where there is none. */
export async function secretKey(
	{ keys }: Pick<WorkspacePaths, "keys">,
	name: string,
): Promise<Buffer> {
	const path = join(keys, `${name}.key`);
	await mkdir(keys, { recursive: true, mode: 0o700 });
	// Whoever is first makes it; all others read what is there.
	await writeFile(path, randomBytes(SECRET_KEY_BYTES), {
		mode: 0o600,
		flag: "wx",
		flush: true,
	}).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EEXIST") throw error;
	});
	return readFile(path);
}
