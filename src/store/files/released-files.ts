/**
 * Archived files whose bytes were let go to save room: hash and place are
 * kept in the index, the bytes can be fetched again from where they came. One
 * JSON object a line, only ever appended to; the last line of a hash holds.
 */
import { open, readFile } from "node:fs/promises";
import { isRecord } from "../../model/index.ts";

export class ReleasedFiles {
	readonly #path: string;
	readonly #hashes: Set<string>;

	private constructor(path: string, hashes: Set<string>) {
		this.#path = path;
		this.#hashes = hashes;
	}

	/** A line that was cut by a fault is passed over: the file it was about is looked for on the disk anyway. */
	static async open(path: string): Promise<ReleasedFiles> {
		const text = await readFile(path, "utf8").catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code === "ENOENT") return "";
				throw error;
			},
		);
		const hashes = new Set<string>();
		for (const line of text.split("\n")) {
			const { hash, held } = parseLine(line);
			if (hash === undefined) continue;
			if (held) hashes.delete(hash);
			else hashes.add(hash);
		}
		return new ReleasedFiles(path, hashes);
	}

	has(hash: string): boolean {
		return this.#hashes.has(hash);
	}

	/** Notes durably that the bytes are let go, or held again. */
	async note(hash: string, held: boolean, at: string): Promise<void> {
		const handle = await open(this.#path, "a", 0o600);
		try {
			// Begins with a line end, so that a line cut by a fault spoils no other.
			await handle.writeFile(`\n${JSON.stringify({ hash, held, at })}`);
			await handle.sync();
		} finally {
			await handle.close();
		}
		if (held) this.#hashes.delete(hash);
		else this.#hashes.add(hash);
	}
}

function parseLine(line: string): {
	readonly hash: string | undefined;
	readonly held: boolean;
} {
	try {
		const value: unknown = JSON.parse(line);
		if (isRecord(value) && typeof value["hash"] === "string")
			return { hash: value["hash"], held: value["held"] === true };
	} catch {
		// An empty line, or one that was cut.
	}
	return { hash: undefined, held: false };
}
