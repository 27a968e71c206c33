/** What faults leave in a workspace: torn ends of files, unfinished files of programs that are gone, folders that are missing. */
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { unfinishedOwner } from "./atomic.ts";
import { endOfLines } from "./cut-tail.ts";
import type { WorkspacePaths } from "./layout.ts";
import { ledgerPaths } from "./ledger/paths.ts";
import { findTip } from "./ledger/tip.ts";
import { isRunning } from "./process-mark.ts";
import { submissionsFolder } from "./submissions.ts";
import { visitorReportsFolder } from "./visitor-reports.ts";

export interface Leftovers {
	/** Files whose last write was torn off, and by how many bytes. */
	readonly torn: readonly { readonly path: string; readonly bytes: number }[];
	/** Files and folders that nobody will finish. */
	readonly unfinished: readonly string[];
}

/** Looks for both. Only true while nobody writes. Throws `workspace_damaged` where the ledger's end is damaged and not torn. */
export async function findLeftovers(paths: WorkspacePaths): Promise<Leftovers> {
	const lines = [
		join(submissionsFolder(paths), "open"),
		visitorReportsFolder(paths),
	];
	const ends: (readonly [path: string, endOf: typeof endOfLines])[] = [
		[join(paths.archive, "index.jsonl"), endOfLines],
		[ledgerPaths(paths).chain, endOfLedger],
		...(await Promise.all(lines.map(filesIn)))
			.flat()
			.map((path) => [path, endOfLines] as const),
	];
	const torn = [];
	for (const [path, endOf] of ends) {
		const size = await sizeOf(path);
		const bytes = size === undefined ? 0 : size - (await endOf(path));
		if (bytes > 0) torn.push({ path, bytes });
	}
	const names = await readdir(paths.dir, {
		recursive: true,
		withFileTypes: true,
	});
	const unfinished = names
		.filter(({ name }) => {
			const owner = unfinishedOwner(name);
			return owner !== undefined && !isRunning(owner);
		})
		.map(({ parentPath, name }) => join(parentPath, name))
		.sort();
	return { torn, unfinished };
}

/** Folders of a workspace that are not there: those that can be made anew, and those that only a back-up has. */
export async function missingFolders(paths: WorkspacePaths): Promise<{
	readonly empty: readonly string[];
	readonly kept: readonly string[];
}> {
	const { archive, ledger, keys, derived, reference, run } = paths;
	const missing = async (folders: readonly string[]) => {
		const sizes = await Promise.all(folders.map(sizeOf));
		return folders.filter((_, at) => sizes[at] === undefined);
	};
	return {
		empty: await missing([derived, reference, run, paths.private]),
		kept: await missing([archive, ledger, keys]),
	};
}

async function endOfLedger(path: string): Promise<number> {
	const handle = await open(path, "r");
	try {
		return (await findTip(handle, undefined)).end;
	} finally {
		await handle.close();
	}
}

const filesIn = (folder: string): Promise<readonly string[]> =>
	readdir(folder, { withFileTypes: true }).then(
		(entries) =>
			entries
				.filter((entry) => entry.isFile())
				.map(({ name }) => join(folder, name)),
		() => [],
	);

const sizeOf = (path: string): Promise<number | undefined> =>
	stat(path).then(
		({ size }) => size,
		() => undefined,
	);
