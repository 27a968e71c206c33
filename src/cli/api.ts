/** The API of a workspace's site: what it needs beside what pages are made from. */
import {
	type RawMeasurement,
	type RecordCache,
	readRawMeasurement,
} from "../pipeline/index.ts";
import { createApi, type SiteDeps } from "../publish/index.ts";
import {
	type Archive,
	createSqlConsole,
	type Workspace,
} from "../store/index.ts";
import { openArchiveOf } from "./bucket.ts";
import type { Context } from "./command.ts";

/** Parts of the site that are made with the API. */
export function apiParts(
	context: Context,
	workspace: Workspace,
	record: RecordCache,
	site: SiteDeps,
): Pick<SiteDeps, "api" | "console" | "fileName"> {
	const { pointsPerMinute, sqlConsole } = workspace.config.api;
	const console = sqlConsole ? createSqlConsole(workspace.paths) : undefined;
	const archive = archiveOf(workspace, () => site.reader.generation());
	return {
		console,
		fileName: archive.nameOf,
		api: (mount) =>
			createApi(
				{
					...site,
					entries: async () =>
						[...(await record.publishable()).entries.values()].map(
							({ entry }) => entry,
						),
					raw: async (place: RawMeasurement, signal) =>
						readRawMeasurement(
							await archive.holding(place.fileHash),
							place,
							signal,
						),
					fileName: archive.nameOf,
					console,
					version: context.version,
					pointsPerMinute,
				},
				mount,
			),
	};
}

/** The raw archive, opened when first asked for, and again for a file that came in since. */
function archiveOf(workspace: Workspace, generation: () => Promise<number>) {
	const names = new Map<string, string>();
	let opened: Promise<Archive> | undefined;
	let openedAt: number | undefined;
	const open = (at: number): Promise<Archive> => {
		openedAt = at;
		opened = openArchiveOf(workspace);
		return opened;
	};
	const holding = async (hash: string): Promise<Archive> => {
		const now = await generation();
		const archive = await (opened ?? open(now));
		if (openedAt === now || (await archive.get(hash))) return archive;
		return open(now);
	};
	return {
		holding,
		async nameOf(hash: string): Promise<string | undefined> {
			const known = names.get(hash);
			if (known !== undefined) return known;
			const entry = await (await holding(hash)).get(hash);
			if (entry !== undefined) names.set(hash, entry.name);
			return entry?.name;
		},
	};
}
