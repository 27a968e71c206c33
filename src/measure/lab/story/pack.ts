/** Measurements packed as OONI packs them: gzipped JSON Lines, one file per day and test. */
import { gzipSync } from "node:zlib";
import { emulateStory, type StoryItem, type StoryOptions } from "./emulate.ts";

export interface PackedFile {
	/** Path relative to the archive's root. */
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly measurements: number;
}

/** The files of the story of this seed, one at a time: a day of a test is what is held in memory. */
export function* packStory(
	seed: string,
	options: StoryOptions = {},
): Generator<PackedFile> {
	yield* packItems(emulateStory(seed, options));
}

function* packItems(items: Iterable<StoryItem>): Generator<PackedFile> {
	const open = new Map<string, string[]>();
	const close = function* (except: string | undefined): Generator<PackedFile> {
		for (const [path, lines] of open) {
			if (path === except) continue;
			open.delete(path);
			yield {
				path,
				bytes: gzipSync(lines.join("")),
				measurements: lines.length,
			};
		}
	};
	for (const { path, measurement } of items) {
		yield* close(path);
		const lines = open.get(path) ?? [];
		lines.push(`${JSON.stringify(measurement)}\n`);
		open.set(path, lines);
	}
	yield* close(undefined);
}
