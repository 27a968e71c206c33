/** What a dossier is made from, read for the command line. */
import {
	indexRecord,
	type RecordDossier,
	type RecordIndex,
} from "../account/record/index.ts";
import { nearest, RasaiError } from "../base/index.ts";
import type { Incident } from "../model/index.ts";
import {
	type IncidentBook,
	openIncidentBook,
	readPublishableRecord,
	readStanding,
	serviceNamer,
} from "../pipeline/index.ts";
import type { Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";
import { readServices } from "./shipped.ts";

/** The record of a workspace, arranged to be asked. */
export async function readIndex(
	context: Context,
	{ paths }: Pick<Workspace, "paths">,
): Promise<RecordIndex> {
	const index = indexRecord(await readPublishableRecord(paths, context.signal));
	if (index.entryCount === 0)
		context.say("The record is empty. Next: rasai record import --shipped");
	return index;
}

/** The incident that an id leads to, and the record beside it. Throws `not_found`. */
export async function findIncident(
	context: Context,
	workspace: Pick<Workspace, "paths">,
	id: string,
): Promise<{ readonly incident: Incident; readonly index: RecordIndex }> {
	const index = await readIndex(context, workspace);
	const book = openIncidentBook(
		await readStanding(workspace.paths, context.signal),
		index,
		serviceNamer(await readServices(context)),
	);
	return { incident: incidentOf(book, id), index };
}

/** The incident that an id leads to. Throws `not_found`, with the id that was perhaps meant. */
export function incidentOf(book: IncidentBook, id: string): Incident {
	const incident = book.get(id);
	if (incident) return incident;
	const near = nearest(id, book.ids);
	throw new RasaiError("not_found", `no incident has the id ${id}`, {
		hint: near
			? `Did you mean ${near}?`
			: "`rasai incident list` shows what there is.",
	});
}

/** Questions that whoever kept the shipped record could not answer, about an incident. */
export function openQuestions(
	dossiers: readonly RecordDossier[],
	{ id, aliases, entries }: Incident,
): readonly string[] {
	const ids = [id, ...aliases, ...entries];
	return dossiers
		.filter(({ relatedRecordIds }) =>
			relatedRecordIds.some((one) => ids.includes(one)),
		)
		.flatMap((dossier) => dossier.openQuestions);
}
