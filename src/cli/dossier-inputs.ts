/** What a dossier is made from, read for the command line. */
import {
	documentedIncidentOf,
	indexRecord,
	type RecordIndex,
} from "../account/record/index.ts";
import { nearest, RasaiError } from "../base/index.ts";
import type { Incident } from "../model/index.ts";
import { readRecord } from "../pipeline/index.ts";
import type { Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";
import { readRecord as readShippedRecord } from "./shipped.ts";

/** The record of a workspace, arranged to be asked. */
export async function readIndex(
	context: Context,
	{ paths }: Pick<Workspace, "paths">,
): Promise<RecordIndex> {
	const index = indexRecord(await readRecord(paths, context.signal));
	if (index.entryCount === 0)
		context.say("The record is empty. Next: rasai record import --shipped");
	return index;
}

/** The incident of an id. Throws `not_found`. */
export function findIncident(index: RecordIndex, id: string): Incident {
	const found = documentedIncidentOf(index, id);
	if (found) return found;
	const near = nearest(
		id,
		index.restrictions().map(({ entry }) => entry.id),
	);
	throw new RasaiError("not_found", `no incident has the id ${id}`, {
		hint: near
			? `Did you mean ${near}?`
			: "`rasai record list --type restriction` shows what is documented.",
	});
}

/** Questions that whoever kept the shipped record could not answer, about an incident. */
export async function openQuestions(
	context: Context,
	{ id, aliases, entries }: Incident,
): Promise<readonly string[]> {
	const ids = [id, ...aliases, ...entries];
	const { dossiers } = await readShippedRecord(context);
	return dossiers
		.filter(({ relatedRecordIds }) =>
			relatedRecordIds.some((one) => ids.includes(one)),
		)
		.flatMap((dossier) => dossier.openQuestions);
}
