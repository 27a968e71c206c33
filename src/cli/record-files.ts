/** Files of the record, read and compared with what stands. */
import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import {
	compareRecord,
	type RecordChanges,
	type RecordFile,
	readRecordFile,
	type StandingEntry,
} from "../account/record/index.ts";
import { RasaiError } from "../base/index.ts";
import type { Context } from "./command.ts";

/** The record that ships with Rasai. */
const SHIPPED = [
	"pakistan-restrictions.csv",
	"other-countries.csv",
	"pakistan-x-ban-2024.json",
];
const MAX_FILE_BYTES = 256 * 1024 * 1024;

export interface ReadFile extends RecordFile {
	readonly file: string;
}

/** Reads files named on the command line, and the shipped ones where wanted. */
export async function readRecordFiles(
	context: Context,
	names: readonly string[],
	withShipped: boolean,
): Promise<readonly ReadFile[]> {
	const paths = [
		...(withShipped
			? SHIPPED.map((name) => join(context.shipped, "record", name))
			: []),
		...names.map((name) => resolve(context.cwd, name)),
	];
	const files: ReadFile[] = [];
	for (const path of paths) {
		const read = readRecordFile(await readText(path), await readParts(path));
		if (!read)
			throw new RasaiError(
				"source_unreadable",
				`${path} is no file of the record`,
				{
					hint: "It may be a dossier (JSON), a list of restrictions (CSV), Access Now's STOP (CSV), or entries as `rasai record list --json` prints them.",
				},
			);
		files.push({ file: basename(path), ...read });
	}
	return files;
}

async function readText(path: string): Promise<string> {
	const found = await stat(path).catch(() => undefined);
	if (!found?.isFile())
		throw new RasaiError("source_not_found", `${path} is not there`);
	if (found.size > MAX_FILE_BYTES)
		throw new RasaiError(
			"source_too_large",
			`${path} is over ${MAX_FILE_BYTES} bytes`,
		);
	return readFile(path, "utf8");
}

/** The structured parts of a dossier lie beside it: `ban.json`, `ban-parts.json`. */
async function readParts(path: string): Promise<string | undefined> {
	return path.endsWith(".json")
		? readFile(path.replace(/\.json$/, "-parts.json"), "utf8").catch(
				() => undefined,
			)
		: undefined;
}

/** What all the files together would change. An id that two files give goes with the first. */
export function changesOf(
	files: readonly RecordFile[],
	standing: ReadonlyMap<string, StandingEntry>,
): RecordChanges {
	const entries = new Map(
		files
			.flatMap((file) => file.entries)
			.reverse()
			.map((entry) => [entry.id, entry]),
	);
	return compareRecord(standing, [...entries.values()].reverse(), (id) =>
		files.some(({ isOfSource }) => isOfSource(id)),
	);
}
