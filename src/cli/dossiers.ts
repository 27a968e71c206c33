/** Dossiers as commands and pages ask for them: composed from a workspace, in any of their forms. */
import { dayOf, formatInstant } from "../base/index.ts";
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
import type { QueryReader, Workspace } from "../store/index.ts";
import type { Context } from "./command.ts";
import { readCostSources } from "./costs.ts";
import { findIncident, openQuestions } from "./dossier-inputs.ts";
import { readServices } from "./shipped.ts";

export const DOSSIER_FORMATS = ["md", "json", "html", "pdf"] as const;
export type DossierFormat = (typeof DOSSIER_FORMATS)[number];

/** The dossier of the incident that an id leads to. Throws `not_found`. */
export async function composeDossierOf(
	context: Context,
	reader: QueryReader,
	workspace: Pick<Workspace, "paths" | "config">,
	id: string,
): Promise<Dossier> {
	const { incident, index } = await findIncident(context, workspace, id);
	return readDossier(reader, index, incident, {
		services: await readServices(context),
		questions: await openQuestions(context, incident),
		costs: await readCostSources(context, workspace),
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
