/** Segments of submissions as files: reading their lines and checking them. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { RasaiError } from "../../base/index.ts";
import type { WorkspacePaths } from "./layout.ts";

/** `2026-11-24T11`, from the name of a segment. */
export function hourOf(path: string): string {
	return basename(path).slice(0, 13);
}

export interface PackedSegment {
	/** Its file's name, which ends in the hash of its bytes. */
	readonly name: string;
	readonly path: string;
	readonly bytes: number;
	readonly sha256: string;
}

/** Segments that are packed and never change again, those put aside included. */
export async function packedSegments({
	archive,
}: Pick<WorkspacePaths, "archive">): Promise<readonly PackedSegment[]> {
	const segments: PackedSegment[] = [];
	for (const folder of ["sealed", "done"]) {
		const below = join(archive, "submissions", folder);
		for (const name of await readdir(below).catch(() => [])) {
			const sha256 = /-([0-9a-f]{64})\.jsonl\.gz$/.exec(name)?.[1];
			const path = join(below, name);
			// One that is put aside meanwhile is found where it then is, now or the next time.
			const found = sha256 && (await stat(path).catch(() => undefined));
			if (found) segments.push({ name, path, bytes: found.size, sha256 });
		}
	}
	return segments;
}

/** Complete lines of a segment; the open one may grow and end in a part of one. Throws `workspace_damaged` where a packed one is not what was packed. */
export async function* linesOf(
	path: string,
	signal?: AbortSignal,
): AsyncGenerator<string> {
	let chunks: AsyncIterable<Buffer> = createReadStream(
		path,
		signal ? { signal } : {},
	);
	if (path.endsWith(".gz")) {
		await checkHash(path);
		const unpacked = createGunzip();
		// What goes wrong in the source ends the unpacking with its error.
		pipeline(chunks, unpacked).catch(() => {});
		chunks = unpacked;
	}
	let rest = Buffer.alloc(0);
	for await (const chunk of chunks) {
		rest = Buffer.concat([rest, chunk]);
		let start = 0;
		for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
			yield rest.toString("utf8", start, end);
			start = end + 1;
		}
		rest = rest.subarray(start);
	}
}

async function checkHash(path: string): Promise<void> {
	const digest = createHash("sha256");
	for await (const chunk of createReadStream(path))
		digest.update(chunk as Buffer);
	if (!path.endsWith(`-${digest.digest("hex")}.jsonl.gz`))
		throw new RasaiError(
			"workspace_damaged",
			`${path} is not the segment that was packed`,
		);
}
