/** Every operation, in the order of the document. */
import { ooniAggregation } from "./ooni/aggregation.ts";
import { ooniMeasurements, ooniRaw } from "./ooni/measurements.ts";
import type { Operation } from "./operation.ts";
import { askSql, listSqlTables } from "./resources/console.ts";
import {
	getProblem,
	getStatus,
	listLicences,
	listRejectsOperation,
} from "./resources/house.ts";
import {
	getIncident,
	listIncidents,
	listRevisions,
} from "./resources/incidents.ts";
import { explainMeasurement, getRaw } from "./resources/measurement.ts";
import {
	listCountries,
	listNetworks,
	listServices,
} from "./resources/places.ts";
import { listEntries, listRestrictions } from "./resources/record.ts";
import {
	listCellsOperation,
	listDays,
	listMeasurements,
} from "./resources/tables.ts";

export const OPERATIONS: readonly Operation[] = [
	getStatus,
	listCountries,
	listNetworks,
	listServices,
	listIncidents,
	getIncident,
	listRevisions,
	listDays,
	listCellsOperation,
	listMeasurements,
	explainMeasurement,
	getRaw,
	listRestrictions,
	listEntries,
	listRejectsOperation,
	listLicences,
	getProblem,
	askSql,
	listSqlTables,
	ooniMeasurements,
	ooniAggregation,
	ooniRaw,
];

export const TAGS: Readonly<Record<string, string>> = {
	House: "How the house is doing, its terms, and what it could not read.",
	Places: "Countries, networks and services.",
	Incidents:
		"Real-world restrictions, measured or documented, with their revisions.",
	Series: "What networks say of services and targets, by day and by hour.",
	Measurements: "Single measurements, and why each was judged as it was.",
	Record:
		"What officials, courts and others said and did: documented, not measured.",
	SQL: "Questions in SQL.",
	OONI: "The shape of OONI's API, so that its clients work with another base address.",
};
