/** What an incident cost, with its service told by the registry. */
import {
	type CostEstimate,
	type EstimateOptions,
	estimateCost,
	eventOfIncident,
} from "../../account/costs/index.ts";
import type { Incident } from "../../model/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import { serviceNamer } from "../record/check-record.ts";

export interface IncidentCostOptions extends EstimateOptions {
	readonly services: ServiceRegistry;
	/** An ongoing incident runs until then. */
	readonly now: string;
	/** Share of the country, where whoever asks knows it. */
	readonly scope: number | undefined;
}

/** Undefined where no method covers the kind of the incident. */
export function costOfIncident(
	incident: Incident,
	{ services, now, scope, ...options }: IncidentCostOptions,
): CostEstimate | undefined {
	const event = eventOfIncident(incident, {
		now,
		scope,
		serviceOf: serviceNamer(services),
	});
	return event && estimateCost(event, options);
}
