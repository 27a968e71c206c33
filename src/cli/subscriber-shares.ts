/** The shares of subscribers that an operator put into the workspace. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RasaiError } from "../base/index.ts";
import {
	parseSubscriberShares,
	type SubscriberShares,
} from "../reference/index.ts";
import type { Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";

const FILE = "shares.csv";

/** Undefined where the workspace has no `shares.csv`. What of it cannot be used is said, and the rest is used. */
export async function readShares(
	context: Context,
	{ paths }: Pick<Workspace, "paths">,
): Promise<SubscriberShares | undefined> {
	const path = join(paths.dir, FILE);
	const text = await readText(path, context.signal);
	if (text === undefined) return undefined;
	const shares = parseSubscriberShares(text);
	for (const problem of shares.problems) context.say(`${FILE}: ${problem}`);
	return shares;
}

async function readText(
	path: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	try {
		return await readFile(path, { encoding: "utf8", signal });
	} catch (cause) {
		if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
			return undefined;
		throw new RasaiError("source_unreadable", `${path} cannot be read`, {
			cause,
		});
	}
}
