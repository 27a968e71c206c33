/**
 * Which verdicts and signals detection has seen: for each day the hash of its partition.
 * Derived like what it lies beside: without it everything is looked at again.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { World } from "../../model/index.ts";
import { writeFileAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

/** SHA-256 of the partition of verdicts, by world and day. */
export type SeenDays = Readonly<
	Record<World, Readonly<Record<string, string>>> & {
		/** SHA-256 of the index of kept signals; absent where there were none. */
		readonly signals?: string | undefined;
	}
>;

const seenPath = (paths: Pick<WorkspacePaths, "derived">): string =>
	join(paths.derived, "detected.json");

export async function writeSeenDays(
	paths: Pick<WorkspacePaths, "derived">,
	seen: SeenDays,
): Promise<void> {
	await writeFileAtomically(seenPath(paths), `${JSON.stringify(seen)}\n`);
}

/** Undefined where detection never ended, or its note was lost. */
export async function readSeenDays(
	paths: Pick<WorkspacePaths, "derived">,
): Promise<SeenDays | undefined> {
	try {
		return JSON.parse(await readFile(seenPath(paths), "utf8")) as SeenDays;
	} catch {
		return undefined;
	}
}
