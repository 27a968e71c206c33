/**
 * Files split between machines by a hash of their own names, without a queue:
 * every machine works out its part by itself. A file that two of them read is
 * harmless, since rows are merged without repeats.
 */
import { sha256Hex } from "../base/index.ts";
import type { ArchiveFile } from "../gather/archives/index.ts";
import { usageError } from "./parse.ts";

export interface Part {
	/** From 1. */
	readonly number: number;
	readonly of: number;
}

/** Reads `2/5`. Throws `usage`. */
export function readPart(text: string | undefined): Part | undefined {
	if (text === undefined) return undefined;
	const [, number = "", of = ""] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
	const part = { number: Number(number), of: Number(of) };
	if (part.number < 1 || part.number > part.of)
		throw usageError(`--part: ${text} is no part`, "Example: --part 2/5");
	return part;
}

/** The files of a part: by the last piece of their names, which is the same wherever they are kept. */
export async function* filesOfPart(
	files: AsyncIterable<ArchiveFile>,
	part: Part | undefined,
): AsyncGenerator<ArchiveFile> {
	for await (const file of files)
		if (part === undefined || isOfPart(file.name, part)) yield file;
}

function isOfPart(name: string, { number, of }: Part): boolean {
	const last = name.split("/").findLast((piece) => piece !== "") ?? "";
	return Number.parseInt(sha256Hex(last).slice(0, 12), 16) % of === number - 1;
}
