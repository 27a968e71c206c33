/**
 * Which archive files are in the partitions, and which days each has rows in:
 * what makes an import resumable, and what names the files to read again when
 * a partition is damaged. Append-only, one JSON object a line.
 */
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../files/atomic.ts";

export interface Source {
	readonly file: string;
	/** The file was read to its end. */
	readonly complete: boolean;
	readonly parts: readonly string[];
}

function pathOf(derived: string): string {
	return join(derived, "sources.jsonl");
}

/** Every line that was completely written. A lost one only means that a file is read again. */
export async function readSources(derived: string): Promise<readonly Source[]> {
	const text = await readFile(pathOf(derived), "utf8").catch(() => "");
	return text.split("\n").flatMap((line): readonly Source[] => {
		try {
			return [JSON.parse(line) as Source];
		} catch {
			return [];
		}
	});
}

export async function appendSources(
	derived: string,
	sources: readonly Source[],
): Promise<void> {
	if (sources.length === 0) return;
	const handle = await open(pathOf(derived), "a", 0o600);
	try {
		// Begins on a line of its own: the last append may have been cut by a fault.
		const text = sources
			.map((source) => `\n${JSON.stringify(source)}`)
			.join("");
		await handle.appendFile(`${text}\n`);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

export async function writeSources(
	derived: string,
	sources: readonly Source[],
): Promise<void> {
	if (sources.length === 0) await rm(pathOf(derived), { force: true });
	else
		await writeFileAtomically(
			pathOf(derived),
			sources.map((source) => `${JSON.stringify(source)}\n`).join(""),
		);
}
