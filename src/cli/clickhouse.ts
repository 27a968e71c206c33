/** The ClickHouse servers that a workspace's settings, or `--store`, name. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { RasaiError } from "../base/index.ts";
import {
	type ClickhouseAddress,
	type LoadSummary,
	loadClickhouse,
	readClickhouseAddress,
	type Workspace,
} from "../store/index.ts";
import type { Context } from "./command.ts";

/** Where judged rows are read from; undefined for the workspace's own tables. */
export async function clickhouseOf({
	config,
	paths,
}: Pick<Workspace, "config" | "paths">): Promise<
	ClickhouseAddress | undefined
> {
	const { engine, passwordFile } = config.store;
	if (engine === "") return undefined;
	if (passwordFile === "") return readClickhouseAddress(engine);
	const path = resolve(paths.dir, passwordFile);
	const password = await readFile(path, "utf8").catch((cause: unknown) => {
		throw new RasaiError("config_invalid", `${path} cannot be read`, { cause });
	});
	return readClickhouseAddress(engine, password.trim());
}

/** Brings ClickHouse to what the workspace holds, where one is named. */
export async function loadStore(
	context: Context,
	workspace: Workspace,
): Promise<LoadSummary | undefined> {
	const address = await clickhouseOf(workspace);
	if (address === undefined) return undefined;
	const progress = context.progress("Loading");
	const summary = await loadClickhouse(workspace, address, {
		signal: context.signal,
		progress,
		replicated: workspace.config.store.replicated,
	});
	progress.finish();
	return summary;
}
