/**
 * Copies of cited pages, one WARC file each, named by the hash of its bytes.
 * They are other people's texts: kept as evidence, never published, and
 * erasable, since the ledger holds their hash and nothing else.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError, sha256Hex } from "../../../base/index.ts";
import { syncFolder, writeFileAtomically } from "../atomic.ts";
import type { WorkspacePaths } from "../layout.ts";

/** What is known of a copy without opening it. */
export interface KeptSource {
	/** SHA-256 of the WARC file. */
	readonly hash: string;
	/** As cited. */
	readonly url: string;
	/** Where redirects led. */
	readonly finalUrl: string;
	readonly fetchedAt: string;
	readonly status: number;
	/** Of the page's body. */
	readonly bodyBytes: number;
}

type PrivateFolder = Pick<WorkspacePaths, "private">;

const folderOf = (paths: PrivateFolder) => join(paths.private, "sources");
const fileOf = (paths: PrivateFolder, hash: string, ending: string) =>
	join(folderOf(paths), `${hash}.${ending}`);

/** Keeps a copy. What tells of it is written last: without it a copy does not count. */
export async function keepSource(
	paths: PrivateFolder,
	warc: Uint8Array,
	about: Omit<KeptSource, "hash">,
): Promise<KeptSource> {
	const kept = { hash: sha256Hex(warc), ...about };
	await writeFileAtomically(fileOf(paths, kept.hash, "warc.gz"), warc);
	await writeFileAtomically(
		fileOf(paths, kept.hash, "json"),
		`${JSON.stringify(kept)}\n`,
	);
	return kept;
}

/** All copies, the oldest first. */
export async function listSources(
	paths: PrivateFolder,
): Promise<readonly KeptSource[]> {
	const names: readonly string[] = await readdir(folderOf(paths)).catch(
		() => [],
	);
	const kept = await Promise.all(
		names
			.filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
			.map(
				async (name) =>
					JSON.parse(
						await readFile(join(folderOf(paths), name), "utf8"),
					) as KeptSource,
			),
	);
	return kept.sort((a, b) =>
		a.fetchedAt === b.fetchedAt
			? a.hash.localeCompare(b.hash)
			: a.fetchedAt.localeCompare(b.fetchedAt),
	);
}

/** Erases a copy. Throws `not_found`. */
export async function eraseSource(
	paths: PrivateFolder,
	hash: string,
): Promise<KeptSource> {
	const kept = (await listSources(paths)).find((one) => one.hash === hash);
	if (!kept)
		throw new RasaiError("not_found", `no copy has the hash ${hash}`, {
			hint: "`rasai source list` shows what is kept.",
		});
	for (const ending of ["warc.gz", "json"])
		await rm(fileOf(paths, hash, ending), { force: true });
	await syncFolder(folderOf(paths));
	return kept;
}

/** The bytes of a copy's WARC file, checked against their hash. Throws `not_found` or `workspace_damaged`. */
export async function readSource(
	paths: PrivateFolder,
	hash: string,
): Promise<Buffer> {
	const bytes = await readFile(fileOf(paths, hash, "warc.gz")).catch(
		() => undefined,
	);
	if (!bytes) throw new RasaiError("not_found", `no copy has the hash ${hash}`);
	if (sha256Hex(bytes) !== hash)
		throw new RasaiError(
			"workspace_damaged",
			`the copy ${hash} is not what its name says`,
		);
	return bytes;
}
