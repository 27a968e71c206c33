/**
 * How the sources that are followed are doing: a small file that the follower
 * replaces after every round and every page reads. It is no evidence, only a
 * heartbeat, so it lies among the run files and may be lost.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

/**
 * `ok`: read, and as fresh as it should be. `quiet`: the source delivers, but
 * nothing of this country. `late`: the source itself delivers nothing new, to
 * anyone. `failing`: it could not be read. `paused`: we did not ask (the disk
 * is full).
 */
export const SOURCE_STATES = [
	"ok",
	"quiet",
	"late",
	"failing",
	"paused",
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

export interface SourceStatus {
	/** As pages name it: `OONI`. */
	readonly source: string;
	readonly cc: string;
	readonly state: SourceState;
	/** When it was last read to the end; null before the first time. */
	readonly checkedAt: string | null;
	/** The newest hour of this country that the source has delivered. */
	readonly newestAt: string | null;
	/** The newest hour of any country. */
	readonly sourceNewestAt: string | null;
	/** Hours between `newestAt` and the last check; null where either is unknown. */
	readonly lagHours: number | null;
	/** Since when it has been other than `ok`. */
	readonly since: string | null;
	/** What is wrong, in a sentence; empty for `ok`. */
	readonly problem: string;
}

export interface FollowStatus {
	/** When the follower last ended a round, whatever came of it. */
	readonly heartbeatAt: string;
	/** When the next round is due; after it the follower is not running. */
	readonly nextAt: string;
	readonly sources: readonly SourceStatus[];
}

const statusPath = (paths: Pick<WorkspacePaths, "run">): string =>
	join(paths.run, "sources.json");

export async function writeFollowStatus(
	paths: Pick<WorkspacePaths, "run">,
	status: FollowStatus,
): Promise<void> {
	await writeFileAtomically(statusPath(paths), `${JSON.stringify(status)}\n`);
}

/** Undefined where nothing was ever followed, or the file was lost. */
export async function readFollowStatus(
	paths: Pick<WorkspacePaths, "run">,
): Promise<FollowStatus | undefined> {
	try {
		return JSON.parse(
			await readFile(statusPath(paths), "utf8"),
		) as FollowStatus;
	} catch {
		return undefined;
	}
}
