/** Changing the manifest: one change at a time, only while holding the lock. */
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RasaiError } from "../../base/index.ts";
import type { Workspace } from "../files/index.ts";
import { isRunning, unfinishedOwner } from "../files/index.ts";
import {
	EMPTY_MANIFEST,
	type Manifest,
	type Partition,
	partitionFile,
	readManifest,
	writeManifest,
} from "./manifest.ts";

export interface ManifestChange {
	readonly set?: ReadonlyMap<string, Partition> | undefined;
	readonly remove?: readonly string[] | undefined;
	readonly runs?: Manifest["runs"] | undefined;
	readonly current?: Manifest["current"] | undefined;
	readonly pages?: Manifest["pages"] | undefined;
}

/** How long a replaced file stays for readers that still use it. */
const RETIRED_MS = 60_000;

/** The manifest as this process, the only writer, keeps it. */
export class ManifestKeeper {
	readonly #workspace: Workspace;
	#manifest: Manifest;
	#retired: { readonly path: string; readonly atMs: number }[] = [];
	#turn: Promise<void> = Promise.resolve();

	private constructor(workspace: Workspace, manifest: Manifest) {
		this.#workspace = workspace;
		this.#manifest = manifest;
	}

	/** Opens it. With `toRebuild` one that cannot be read counts as empty, and nothing beside it is touched before `clear`. */
	static async open(
		workspace: Workspace,
		toRebuild: boolean,
	): Promise<ManifestKeeper> {
		const { derived } = workspace.paths;
		try {
			const manifest = await readManifest(derived);
			await clearLeftovers(derived, manifest);
			return new ManifestKeeper(workspace, manifest);
		} catch (error) {
			const damaged =
				error instanceof RasaiError && error.code === "store_damaged";
			if (!damaged || !toRebuild) throw error;
			return new ManifestKeeper(workspace, EMPTY_MANIFEST);
		}
	}

	get manifest(): Manifest {
		return this.#manifest;
	}

	/** Commits a change. Replaced files are deleted a while later. */
	async commit(change: ManifestChange): Promise<void> {
		const turn = this.#turn.then(() => this.#commit(change));
		this.#turn = turn.catch(() => {});
		await turn;
	}

	/** Forgets everything and deletes its files. */
	async clear(): Promise<void> {
		await this.#workspace.assertWritable();
		const derived = this.#workspace.paths.derived;
		const generation = this.#manifest.generation + 1;
		this.#manifest = { ...EMPTY_MANIFEST, generation };
		await writeManifest(derived, this.#manifest);
		await clearLeftovers(derived, this.#manifest);
	}

	async #commit(change: ManifestChange): Promise<void> {
		await this.#workspace.assertWritable();
		const before = this.#manifest;
		const folders = Object.keys(before.partitions);
		for (const folder of change.set?.keys() ?? [])
			if (!Object.hasOwn(before.partitions, folder)) folders.push(folder);
		const gone = new Set(change.remove);
		// Made without a prototype, V8 keeps it as a hash table from the start: else each of thousands of names is a new shape of object.
		const partitions: Record<string, Partition> = Object.create(null);
		for (const folder of folders.sort()) {
			const partition = change.set?.get(folder) ?? before.partitions[folder];
			if (partition !== undefined && !gone.has(folder))
				partitions[folder] = partition;
		}
		const after: Manifest = {
			...before,
			generation: before.generation + 1,
			partitions,
			runs: change.runs ?? before.runs,
			current: change.current ?? before.current,
			...(change.pages ? { pages: change.pages } : {}),
		};
		await writeManifest(this.#workspace.paths.derived, after);
		this.#manifest = after;
		await this.#retire(before, change);
	}

	async #retire(before: Manifest, change: ManifestChange): Promise<void> {
		const derived = this.#workspace.paths.derived;
		const nowMs = this.#workspace.clock().getTime();
		const touched = [...(change.set?.keys() ?? []), ...(change.remove ?? [])];
		for (const folder of touched) {
			const old = before.partitions[folder];
			const now = this.#manifest.partitions[folder];
			if (old && old.sha256 !== now?.sha256)
				this.#retired.push({
					path: join(derived, partitionFile(folder, old)),
					atMs: nowMs,
				});
		}
		if (change.pages && before.pages)
			this.#retired.push({
				path: join(derived, before.pages.file),
				atMs: nowMs,
			});
		const due = this.#retired.filter((file) => nowMs - file.atMs > RETIRED_MS);
		this.#retired = this.#retired.filter((file) => !due.includes(file));
		const inUse = filesOf(this.#manifest, derived);
		for (const file of due)
			if (!inUse.has(file.path)) await rm(file.path, { force: true });
	}
}

/** Every file that a manifest lists. */
export function filesOf(
	manifest: Manifest,
	derived: string,
): ReadonlySet<string> {
	const files = Object.entries(manifest.partitions).map(([folder, partition]) =>
		join(derived, partitionFile(folder, partition)),
	);
	if (manifest.pages) files.push(join(derived, manifest.pages.file));
	return new Set(files);
}

/**
 * Deletes what a killed writer left: partitions that are in no manifest, and
 * unfinished files, shards and temporary folders of processes that are gone.
 */
export async function clearLeftovers(
	derived: string,
	manifest: Manifest,
): Promise<void> {
	const inUse = filesOf(manifest, derived);
	await clear(derived, (path, name) => {
		const owner =
			unfinishedOwner(name) ??
			(dirname(path) === join(derived, "tmp") ? name : undefined);
		if (owner !== undefined) return isRunning(owner) ? "keep" : "delete";
		return /\.(parquet|duckdb)$/.test(name) && !inUse.has(path)
			? "delete"
			: "look inside";
	});
}

async function clear(
	folder: string,
	judge: (path: string, name: string) => "keep" | "delete" | "look inside",
): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		const verdict = judge(path, entry.name);
		if (verdict === "delete") await rm(path, { recursive: true, force: true });
		if (verdict === "look inside" && entry.isDirectory())
			await clear(path, judge);
	}
}
