/** Dossiers as commands and pages ask for them: composed from a workspace, in any of their forms. */
import type { CostSources } from "../account/costs/index.ts";
import type { RecordDossier, RecordIndex } from "../account/record/index.ts";
import { dayOf, formatInstant } from "../base/index.ts";
import type { Incident } from "../model/index.ts";
import {
	type Dossier,
	openSignalsThen,
	readDossier,
} from "../pipeline/index.ts";
import {
	dossierDocument,
	toHtml,
	toMarkdown,
	toPdf,
} from "../publish/exports/index.ts";
import type { ServiceRegistry } from "../reference/index.ts";
import type { QueryReader, Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";
import { readCostSources } from "./costs.ts";
import { findIncident, openQuestions } from "./dossier-inputs.ts";
import { readRecord, readServices } from "./shipped.ts";

export const DOSSIER_FORMATS = ["md", "json", "html", "pdf"] as const;
export type DossierFormat = (typeof DOSSIER_FORMATS)[number];

/** What all dossiers of a workspace share: read once for many. */
export interface DossierSources {
	readonly services: ServiceRegistry;
	/** Those that ship, with what whoever kept them could not find out. */
	readonly shipped: readonly RecordDossier[];
	readonly costs: CostSources;
}

export async function readDossierSources(
	context: Context,
	workspace: Pick<Workspace, "config">,
): Promise<DossierSources> {
	return {
		services: await readServices(context),
		shipped: (await readRecord(context)).dossiers,
		costs: await readCostSources(context, workspace),
	};
}

/** The dossier of the incident that an id leads to. Throws `not_found`. */
export async function composeDossierOf(
	context: Context,
	reader: QueryReader,
	workspace: Pick<Workspace, "paths" | "config">,
	id: string,
): Promise<Dossier> {
	const { incident, index } = await findIncident(context, workspace, id);
	const sources = await readDossierSources(context, workspace);
	return composeFrom(context, reader, workspace, sources, incident, index);
}

/** The dossier of an incident, from what was read already. */
export async function composeFrom(
	context: Context,
	reader: QueryReader,
	workspace: Pick<Workspace, "paths">,
	{ services, shipped, costs }: DossierSources,
	incident: Incident,
	index: RecordIndex,
): Promise<Dossier> {
	return readDossier(reader, index, incident, {
		services,
		questions: openQuestions(shipped, incident),
		costs,
		today: dayOf(formatInstant(context.clock())),
		signalsThen: await openSignalsThen(workspace.paths),
		signal: context.signal,
	});
}

export async function renderDossier(
	dossier: Dossier,
	format: DossierFormat,
): Promise<string | Uint8Array> {
	if (format === "json") return `${JSON.stringify(dossier)}\n`;
	const document = dossierDocument(dossier);
	switch (format) {
		case "md":
			return toMarkdown(document);
		case "html":
			return toHtml(document);
		case "pdf":
			return toPdf(document);
	}
}
