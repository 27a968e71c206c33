/** A text file that a command reads whole, within limits. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { messageOf, RasaiError } from "../base/index.ts";
import type { Context } from "./command.ts";

const MOST_BYTES = 256 * 1024 * 1024;

/** Reads it. Throws RasaiError `source_too_large` or `source_unreadable`. */
export async function readText(
	path: string,
	{ cwd, signal }: Pick<Context, "cwd" | "signal">,
): Promise<string> {
	const full = resolve(cwd, path);
	try {
		if ((await stat(full)).size > MOST_BYTES)
			throw new RasaiError(
				"source_too_large",
				`${path} is larger than ${MOST_BYTES / 1024 / 1024} MB`,
			);
		return await readFile(full, { encoding: "utf8", signal });
	} catch (error) {
		if (error instanceof RasaiError) throw error;
		const isMissing =
			error instanceof Error && "code" in error && error.code === "ENOENT";
		throw new RasaiError(
			"source_unreadable",
			`${path}: ${isMissing ? "there is no such file" : messageOf(error)}`,
			{ cause: error },
		);
	}
}
