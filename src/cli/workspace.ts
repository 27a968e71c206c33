/** Opening what a workspace holds, and closing it whatever happens. */
import { readdir } from "node:fs/promises";
import { RasaiError } from "../base/index.ts";
import { type ImportTarget, openReference } from "../pipeline/index.ts";
import {
	type Archive,
	createWorkspace,
	openClickhouseReader,
	openReader,
	openStore,
	type Reader,
	type Workspace,
} from "../store/index.ts";
import { openArchiveOf } from "./bucket.ts";
import { clickhouseOf } from "./clickhouse.ts";
import type { Context } from "./command.ts";
import { readServices } from "./shipped.ts";

/**
 * Makes the workspace where there is none, and says so. Gives whether it did.
 * A folder with other things in it is left alone: throws `usage`.
 */
export async function ensureWorkspace(context: Context): Promise<boolean> {
	const names: readonly string[] = await readdir(context.workspace).catch(
		() => [],
	);
	if (names.includes("version")) return false;
	if (names.length > 0 && !names.includes("config.toml"))
		throw new RasaiError(
			"usage",
			`${context.workspace} is no workspace and holds other things`,
			{ hint: "Name an empty or a new folder with --workspace." },
		);
	await createWorkspace(context.workspace);
	context.say(`Made a workspace in ${context.workspace}`);
	return true;
}

/** The derived tables of a workspace, within the memory that its settings allow, or ClickHouse's where that is named. */
export async function openReaderOf(workspace: Workspace): Promise<Reader> {
	const { threads, memoryMb } = workspace.config.store;
	const address = await clickhouseOf(workspace);
	if (address) return openClickhouseReader(address);
	return openReader(workspace, { threads, memoryLimitMb: memoryMb });
}

/** The context of work within a program that holds the workspace already: what opens it gets that one, and closing leaves it open. */
export function sharing(context: Context, workspace: Workspace): Context {
	return {
		...context,
		openForWriting: async () => ({ ...workspace, close: async () => {} }),
	};
}

/** Calls `work` with the derived tables. */
export async function withReader<Result>(
	context: Context,
	work: (reader: Reader, workspace: Workspace) => Promise<Result>,
): Promise<Result> {
	const workspace = await context.openForReading();
	const reader = await openReaderOf(workspace);
	try {
		return await work(reader, workspace);
	} finally {
		reader.close();
		await workspace.close();
	}
}

/** Calls `work` with the raw archive, to read. */
export async function withArchive<Result>(
	context: Context,
	work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
	const workspace = await context.openForReading();
	try {
		return await work(await openArchiveOf(workspace));
	} finally {
		await workspace.close();
	}
}

/** Calls `work` with the workspace held for writing. */
export async function withWriting<Result>(
	context: Context,
	work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
	const workspace = await context.openForWriting();
	try {
		return await work(workspace);
	} finally {
		await workspace.close();
	}
}

/** Calls `work` with all that imports and judgements work on. */
export async function withTarget<Result>(
	context: Context,
	work: (target: ImportTarget, workspace: Workspace) => Promise<Result>,
	{ toRebuild = false } = {},
): Promise<Result> {
	return withWriting(context, async (workspace) => {
		const store = await openStore(workspace, {
			code: context.version,
			toRebuild,
		});
		try {
			const target: ImportTarget = {
				paths: workspace.paths,
				archive: await openArchiveOf(workspace),
				store,
				reference: await openReference(
					workspace.paths,
					await readServices(context),
				),
				clock: context.clock,
			};
			return await work(target, workspace);
		} finally {
			store.close();
		}
	});
}
