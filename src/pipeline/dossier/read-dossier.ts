/** The dossier of an incident, read from the record and from what was measured. */

import type { CostSources } from "../../account/costs/index.ts";
import {
	linksIn,
	linkTargetOf,
	type RecordIndex,
} from "../../account/record/index.ts";
import type { Incident } from "../../model/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import type { QueryReader } from "../../store/index.ts";
import { costOfIncident } from "../costs/incident-cost.ts";
import {
	type CheckRecordOptions,
	checkRecord,
	serviceNamer,
} from "../record/check-record.ts";
import { composeDossier } from "./compose.ts";
import { readMeasuredTrack } from "./measured.ts";
import type { Dossier } from "./types.ts";

export interface ReadDossierOptions {
	readonly services: ServiceRegistry;
	/** What whoever kept the record could not find out. */
	readonly questions?: readonly string[];
	/** What costs are estimated from; left out, the dossier has no estimate of ours. */
	readonly costs?: CostSources;
	/** Last day for a restriction that goes on: a day of UTC. */
	readonly today: string;
	/** What kept signals showed, for claims about the network itself. */
	readonly signalsThen?: CheckRecordOptions["signalsThen"];
	readonly signal?: AbortSignal | undefined;
}

/** Reads all that a dossier needs and composes it. */
export async function readDossier(
	reader: QueryReader,
	index: RecordIndex,
	incident: Incident,
	{
		services,
		questions = [],
		costs,
		today,
		signalsThen,
		signal,
	}: ReadDossierOptions,
): Promise<Dossier> {
	const serviceOf = serviceNamer(services);
	const links = linksIn(index, linkTargetOf(incident), { serviceOf });
	const names = incident.service?.split("; ") ?? [];
	const measured = await readMeasuredTrack(reader, incident, today, {
		services,
		signal,
	});
	const checks = await checkRecord(
		reader,
		links
			.filter(({ reason }) => reason !== "perhaps")
			.map(({ entry }) => entry),
		{ services, signalsThen, signal, ofStateOnly: true },
	);
	return composeDossier({
		incident,
		serviceName:
			[
				...new Set(
					names.map((name) => services.get(serviceOf(name))?.name ?? name),
				),
			].join(", ") || "Internet access",
		links,
		standingOf: index.get,
		measured,
		checks,
		serviceOf,
		questions,
		cost:
			costs &&
			costOfIncident(incident, {
				...costs,
				services,
				assumptions: {},
				now: `${today}T00:00:00Z`,
				scope: undefined,
			}),
	});
}
