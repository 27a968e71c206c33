/** Incidents as commands read them, and detection as commands run it. */
import { availableParallelism } from "node:os";
import { indexRecord, type RecordIndex } from "../account/record/index.ts";
import type { Incident } from "../model/index.ts";
import {
	type DetectOptions,
	type DetectSummary,
	detectIncidents,
	type IncidentBook,
	openIncidentBook,
	openReference,
	readPublishableRecord,
	readStanding,
	runOf,
	serviceNamer,
} from "../pipeline/index.ts";
import { Ledger, type Workspace } from "../store/index.ts";
import { openArchiveOf } from "./bucket.ts";
import { loadStore } from "./clickhouse.ts";
import type { Context } from "./command.ts";
import { visible } from "./output.ts";
import { readServices } from "./shipped.ts";
import { openReaderOf } from "./workspace.ts";

/** All incidents of a workspace, and the record that some of them rest on. */
export interface KnownIncidents {
	readonly book: IncidentBook;
	readonly index: RecordIndex;
}

export async function readIncidents(
	context: Context,
	{ paths }: Pick<Workspace, "paths">,
): Promise<KnownIncidents> {
	const index = indexRecord(await readPublishableRecord(paths, context.signal));
	const book = openIncidentBook(
		await readStanding(paths, context.signal),
		index,
		serviceNamer(await readServices(context)),
	);
	return { book, index };
}

/** All incidents of a workspace. */
export async function readBook(
	context: Context,
	workspace: Pick<Workspace, "paths">,
): Promise<IncidentBook> {
	return (await readIncidents(context, workspace)).book;
}

/** Runs detection on a workspace that is held for writing. */
export async function runDetection(
	context: Context,
	workspace: Workspace,
	options: DetectOptions = {},
): Promise<DetectSummary> {
	const { paths } = workspace;
	await loadStore(context, workspace);
	const { snapshot } = await openReference(paths, await readServices(context));
	const reader = await openReaderOf(workspace);
	const ledger = await Ledger.open(workspace);
	try {
		return await detectIncidents(
			{
				reader,
				ledger,
				paths,
				archive: await openArchiveOf(workspace),
				clock: context.clock,
				run: runOf({ reference: snapshot }),
			},
			{
				workers: workspace.config.import.workers || availableParallelism(),
				signal: context.signal,
				...options,
			},
		);
	} finally {
		await ledger.close();
		reader.close();
	}
}

/** Says which incidents are told otherwise than before. */
export function sayRevised(
	context: Context,
	revised: readonly Incident[],
): void {
	for (const { id, status, reason } of revised)
		context.say(visible(`${id}: ${status}. ${reason}`));
}
