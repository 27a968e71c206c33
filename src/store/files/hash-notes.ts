/**
 * Something that holds of some archived files, by hash: that their bytes were
 * let go to save room, that the bucket holds them. One JSON object a line, only
 * ever appended to; the last line of a hash holds.
 */
import { open, readFile } from "node:fs/promises";
import { isRecord } from "../../model/index.ts";

export class HashNotes {
	readonly #path: string;
	readonly #field: string;
	readonly #marks: boolean;
	readonly #hashes = new Set<string>();

	private constructor(path: string, field: string, marks: boolean) {
		this.#path = path;
		this.#field = field;
		this.#marks = marks;
	}

	/**
	 * Reads what was noted: a file has it while `field` of its last line is
	 * `marks`. A line that was cut by a fault is passed over.
	 */
	static async open(
		path: string,
		field: string,
		marks: boolean,
	): Promise<HashNotes> {
		const text = await readFile(path, "utf8").catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code === "ENOENT") return "";
				throw error;
			},
		);
		const notes = new HashNotes(path, field, marks);
		for (const line of text.split("\n")) {
			const value = parseLine(line);
			if (value && typeof value["hash"] === "string")
				notes.#take(value["hash"], value[field] === true);
		}
		return notes;
	}

	has(hash: string): boolean {
		return this.#hashes.has(hash);
	}

	/** Notes the field of a file durably. */
	async note(hash: string, value: boolean, at: string): Promise<void> {
		const handle = await open(this.#path, "a", 0o600);
		try {
			// Begins with a line end, so that a line cut by a fault spoils no other.
			await handle.writeFile(
				`\n${JSON.stringify({ hash, [this.#field]: value, at })}`,
			);
			await handle.sync();
		} finally {
			await handle.close();
		}
		this.#take(hash, value);
	}

	#take(hash: string, value: boolean): void {
		if (value === this.#marks) this.#hashes.add(hash);
		else this.#hashes.delete(hash);
	}
}

function parseLine(
	line: string,
): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return isRecord(value) ? value : undefined;
	} catch {
		// An empty line, or one that was cut.
		return undefined;
	}
}
