/**
 * Snapshots of reference data: a folder of files each, named by content, and
 * which one is in use. What the files mean is `reference`'s business, which
 * also names the snapshot; here they are only kept whole.
 */
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError } from "../../base/index.ts";
import { syncFolder, unfinishedName, writeFileAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

export interface KeptSnapshot {
	readonly id: string;
	/** By name, like `test-lists/pk.csv`; at most one folder deep. */
	readonly files: ReadonlyMap<string, Uint8Array>;
	/** Kept as `manifest.json`. */
	readonly manifest: unknown;
}

const CURRENT = "current";
const MANIFEST = "manifest.json";

/** Keeps a snapshot, durably and whole or not at all. One that is kept already stays as it is. */
export async function writeSnapshot(
	paths: Pick<WorkspacePaths, "reference">,
	snapshot: KeptSnapshot,
): Promise<void> {
	if (!/^[0-9a-f]{8,64}$/.test(snapshot.id))
		throw new RasaiError(
			"reference_invalid",
			`${snapshot.id} is no snapshot id`,
		);
	const folder = join(paths.reference, snapshot.id);
	if ((await listSnapshots(paths)).includes(snapshot.id)) return;
	const temporary = unfinishedName(folder);
	try {
		for (const [name, content] of snapshot.files) {
			if (!/^[\w.-]+(\/[\w.-]+)?$/.test(name) || name.includes(".."))
				throw new RasaiError("reference_invalid", `${name} is no file name`);
			await writeFileAtomically(join(temporary, name), content);
		}
		await writeFileAtomically(
			join(temporary, MANIFEST),
			`${JSON.stringify(snapshot.manifest, undefined, "\t")}\n`,
		);
		await rename(temporary, folder);
		await syncFolder(paths.reference);
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}

/** Ids of the snapshots that are kept. */
export async function listSnapshots(
	paths: Pick<WorkspacePaths, "reference">,
): Promise<readonly string[]> {
	const names = await readdir(paths.reference).catch(() => []);
	return names.filter((name) => /^[0-9a-f]{8,64}$/.test(name)).sort();
}

/** Reads a snapshot; throws `reference_missing`. Whether it is what its id says is checked by `reference`. */
export async function readSnapshot(
	paths: Pick<WorkspacePaths, "reference">,
	id: string,
): Promise<KeptSnapshot> {
	const folder = join(paths.reference, id);
	try {
		const files = new Map<string, Uint8Array>();
		const entries = await readdir(folder, {
			withFileTypes: true,
			recursive: true,
		});
		for (const entry of entries) {
			const path = join(entry.parentPath, entry.name);
			if (entry.isFile() && path !== join(folder, MANIFEST))
				files.set(path.slice(folder.length + 1), await readFile(path));
		}
		const manifest: unknown = JSON.parse(
			await readFile(join(folder, MANIFEST), "utf8"),
		);
		return { id, files, manifest };
	} catch (cause) {
		throw new RasaiError(
			"reference_missing",
			`the reference snapshot ${id} cannot be read`,
			{ cause, hint: "Run `rasai reference update`." },
		);
	}
}

/** The snapshot in use; undefined before the first. */
export async function currentSnapshot(
	paths: Pick<WorkspacePaths, "reference">,
): Promise<string | undefined> {
	const text = await readFile(join(paths.reference, CURRENT), "utf8").catch(
		() => "",
	);
	return text.trim() || undefined;
}

/** Makes a kept snapshot the one in use. */
export async function useSnapshot(
	paths: Pick<WorkspacePaths, "reference">,
	id: string,
): Promise<void> {
	if (!(await listSnapshots(paths)).includes(id))
		throw new RasaiError("reference_missing", `there is no snapshot ${id}`);
	await writeFileAtomically(join(paths.reference, CURRENT), `${id}\n`);
}
