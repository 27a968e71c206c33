/** Finding damage: every partition's bytes against the hash the manifest has of it. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
	type Progress,
	silentProgress,
	throwIfAborted,
} from "../../base/index.ts";
import { type Manifest, partitionFile } from "./manifest.ts";
import { hashFile } from "./partitions.ts";
import { readSources } from "./sources.ts";

export interface Damage {
	/** Under `derived/`. */
	readonly file: string;
	/** `missing`, or what is wrong with the bytes. */
	readonly problem: string;
	/**
	 * What remakes it. `import`: read these archive files again (`dropDays`
	 * first). `judge`: judge the day again. `rebuild`: certificates or rejects,
	 * whose archive files are not known one by one.
	 */
	readonly remedy: "import" | "judge" | "rebuild";
	/** The day concerned, `WORLD/DAY`; empty where it is not about one. */
	readonly part: string;
	/** Hashes of the archive files that the day was made from. */
	readonly archiveFiles: readonly string[];
}

export async function findDamage(
	derived: string,
	manifest: Manifest,
	options: {
		readonly progress?: Progress | undefined;
		readonly signal?: AbortSignal | undefined;
	} = {},
): Promise<readonly Damage[]> {
	const progress = options.progress ?? silentProgress;
	const sources = await readSources(derived);
	const entries = Object.entries(manifest.partitions);
	const damages: Damage[] = [];
	for (const [done, [folder, partition]] of entries.entries()) {
		throwIfAborted(options.signal);
		progress.update({ done, total: entries.length, unit: "partitions" });
		const file = partitionFile(folder, partition);
		const problem = await problemOf(join(derived, file), partition);
		if (problem === undefined) continue;
		const day = /\/day=(.*)$/.exec(folder)?.[1];
		const [world, table] = folder.split("/");
		const part = day === undefined ? "" : `${world}/${day}`;
		const facts = table === "measurements" || table === "control";
		damages.push({
			file,
			problem,
			remedy: day === undefined ? "rebuild" : facts ? "import" : "judge",
			part,
			archiveFiles: facts
				? sources
						.filter((source) => source.parts.includes(part))
						.map((source) => source.file)
				: [],
		});
	}
	return damages;
}

async function problemOf(
	path: string,
	expected: { readonly bytes: number; readonly sha256: string },
): Promise<string | undefined> {
	const found = await stat(path).catch(() => undefined);
	if (!found) return "missing";
	if (found.size !== expected.bytes)
		return `${found.size} bytes instead of ${expected.bytes}`;
	return (await hashFile(path)) === expected.sha256
		? undefined
		: "its content changed";
}
