/** Kept inputs: a file a reader, a JSON text a line, in which every character is a byte. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join("tests", "fuzz", "corpus");

const pathOf = (name: string): string =>
	join(FOLDER, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.jsonl`);

/** What is kept for a reader; by the name `all` for every reader. */
export function readCorpus(name: string): readonly Buffer[] {
	const path = pathOf(name);
	if (!existsSync(path)) return [];
	return readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => Buffer.from(JSON.parse(line), "latin1"));
}

/** Replaces what is kept for a reader. */
export function writeCorpus(reader: string, inputs: readonly Buffer[]): void {
	const lines = inputs.map((bytes) =>
		JSON.stringify(bytes.toString("latin1")).replaceAll(
			/[\u007f-\u00ff]/g,
			(char) => `\\u00${char.charCodeAt(0).toString(16)}`,
		),
	);
	if (lines.length === 0) rmSync(pathOf(reader), { force: true });
	else writeFileSync(pathOf(reader), `${lines.join("\n")}\n`);
}
