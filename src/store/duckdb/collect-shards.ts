/** Shards of another machine's workspace, taken over whole: what it read need not be read again. */
import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { throwIfAborted } from "../../base/index.ts";
import { syncFolder, unfinishedName } from "../files/atomic.ts";
import type { WorkspacePaths } from "../files/index.ts";
import { checkShard, listShards } from "./shards.ts";

/**
 * Copies the shards that tell of any file not `known` yet. Gives how many.
 * Throws `store_damaged` where one is not as long as it was written.
 */
export async function collectShards(
	from: Pick<WorkspacePaths, "derived">,
	to: Pick<WorkspacePaths, "derived">,
	known: ReadonlySet<string>,
	signal?: AbortSignal,
): Promise<number> {
	const root = join(to.derived, "shards");
	await mkdir(root, { recursive: true, mode: 0o700 });
	let count = 0;
	for (const shard of await listShards(from.derived)) {
		throwIfAborted(signal);
		const { complete } = shard.content;
		if (complete.length > 0 && complete.every((file) => known.has(file)))
			continue;
		const folder = join(root, basename(shard.folder));
		if (await exists(folder)) continue;
		await checkShard(shard);
		const temporary = unfinishedName(folder);
		try {
			await cp(shard.folder, temporary, { recursive: true });
			await rename(temporary, folder);
		} finally {
			await rm(temporary, { recursive: true, force: true });
		}
		count++;
	}
	await syncFolder(root);
	return count;
}

const exists = (path: string): Promise<boolean> =>
	stat(path).then(
		() => true,
		() => false,
	);
