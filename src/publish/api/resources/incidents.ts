/** Incidents as they are told now, and as they were told before. */
import { z } from "zod";
import {
	CAUSE_FINDINGS,
	CAUSE_GROUNDS,
	INCIDENT_BASES,
	INCIDENT_KINDS,
	INCIDENT_SCOPES,
	INCIDENT_STATUSES,
	type Incident,
	SIGNAL_ACCESSES,
	STATES,
	worldOf,
} from "../../../model/index.ts";
import {
	joinTerms,
	LICENCES,
	type LicenceId,
	licenceText,
	termsOfIncidents,
} from "../../terms/index.ts";
import type { Asked } from "../api-deps.ts";
import { itemOperation, listOperation, type Row } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem } from "../problems.ts";
import { shortListing } from "./places.ts";

const count = z.int().min(0);
const instant = z.iso.datetime();

const bracket = z
	.object({
		earliest: instant.nullable().describe("Null: before the first data."),
		at: instant.nullable().describe("The likeliest instant."),
		latest: instant.describe("Exclusive."),
	})
	.describe("When something changed.");

const part = z.number().min(0);
const access = z
	.enum(SIGNAL_ACCESSES)
	.nullable()
	.describe("Null: both, or not told apart.");

const shownSignal = z
	.object({
		source: z.string(),
		measure: z.string(),
		gauge: z.string().describe("Signals of one gauge are one witness."),
		area: z.string().nullable().describe("ISO 3166-2, or as the source says."),
		asn: count.nullable(),
		access,
		falls: z
			.array(
				z.object({
					onset: bracket,
					ending: bracket.nullable(),
					depth: part,
					restoredPartially: z.boolean(),
				}),
			)
			.describe("Empty: it did not fall."),
		level: part.nullable().describe("Part of the usual value, by the median."),
		lowest: part.nullable(),
		licence: z.string(),
		verified: z.boolean(),
	})
	.describe("What one signal shows of an outage.");

const cause = z
	.object({
		found: z.enum(CAUSE_FINDINGS),
		ground: z.enum(CAUSE_GROUNDS).nullable(),
		entries: z.array(z.string()).describe("Entries that speak for it."),
		against: z.array(z.string()),
		why: z.string(),
	})
	.describe("Why the network failed, never from a signal alone.");

const incident = z
	.object({
		id: z.string(),
		aliases: z.array(z.string()).describe("Ids that lead here."),
		cc: z.string(),
		service: z.string().nullable(),
		kind: z.enum(INCIDENT_KINDS),
		status: z.enum(INCIDENT_STATUSES),
		basis: z.enum(INCIDENT_BASES),
		scope: z.enum(INCIDENT_SCOPES),
		areas: z.array(z.string()),
		access: access.optional(),
		signals: z.array(shownSignal).nullish().describe("Of an outage."),
		cause: cause.nullish().describe("Of an outage."),
		targets: z.array(z.string()),
		networks: z.array(
			z.object({
				asn: count,
				state: z.enum(STATES),
				onset: bracket.nullable(),
				ending: bracket.nullable(),
				mechanism: z.string().nullable(),
				sessions: count,
				of: count,
			}),
		),
		onset: bracket,
		ending: bracket.nullable(),
		detectableAt: instant.nullable(),
		endDetectableAt: instant.nullable(),
		mechanism: z.string().nullable(),
		counts: z.object({
			sessions: count,
			of: count,
			networks: count,
			measurements: count,
		}),
		witness: z
			.string()
			.nullable()
			.describe("Uid of a measurement that shows it."),
		confounds: z
			.array(z.string())
			.describe(
				"What else explains the change: with any, it is no restriction.",
			),
		entries: z
			.array(z.string())
			.describe("Ids of entries of the record about it."),
		revision: z.int().min(1),
		revisedAt: instant,
		reason: z.string(),
		mergedInto: z.string().nullable(),
		ruleset: z.string().nullable(),
		reference: z.string().nullable(),
	})
	.describe("One real-world restriction, measured or documented.");

/** What an incident rests on: the record, its country's measurements where it was measured, and signals of others. */
const licencesOfIncident = async (
	{ deps }: Asked,
	incident: Incident,
): Promise<ReadonlySet<LicenceId>> =>
	joinTerms(await termsOfIncidents(deps, [incident])).licences;

const isFree = (licences: ReadonlySet<LicenceId>): boolean =>
	[...licences].every((id) => LICENCES[id].commercial);

async function incidentsAsked(
	asked: Asked,
	params: {
		readonly cc?: string | undefined;
		readonly service?: string | undefined;
		readonly status?: Incident["status"] | undefined;
		readonly kind?: Incident["kind"] | undefined;
		readonly commercial: boolean;
	},
): Promise<readonly Incident[]> {
	const { cc, service, status, kind } = params;
	const world = param.worldAsked(asked, cc);
	const found = (await asked.deps.incidents())
		.list({ cc, service, status: status && [status] })
		.filter((one) => worldOf(one.cc) === world)
		.filter((one) => kind === undefined || one.kind === kind);
	if (!params.commercial) return found;
	const free = await Promise.all(
		found.map(async (one) => isFree(await licencesOfIncident(asked, one))),
	);
	return found.filter((_, index) => free[index]);
}

export const listIncidents = listOperation({
	id: "listIncidents",
	path: "/api/v1/incidents",
	tag: "Incidents",
	summary: "Incidents, ongoing ones first, then the newest",
	description:
		"What `outage_not_restriction` and a non-empty `confounds` mark is no restriction. Below the evidence floor an incident has the status `suspicion`: it is not enough data, and no news.",
	params: z.object({
		...param.listParams.shape,
		cc: param.cc.optional(),
		service: z
			.string()
			.min(1)
			.max(100)
			.optional()
			.describe("Id of a service, or a domain."),
		status: z
			.enum(INCIDENT_STATUSES)
			.optional()
			.describe("Only of this status."),
		kind: z.enum(INCIDENT_KINDS).optional().describe("Only of this kind."),
	}),
	rowName: "Incident",
	row: incident,
	problems: ["emulated-data"],
	points: 1,
	read: (asked, params) =>
		shortListing(
			{
				world: param.worldAsked(asked, params.cc),
				licences: async () =>
					joinTerms(
						await termsOfIncidents(
							asked.deps,
							await incidentsAsked(asked, params),
						),
					).licences,
			},
			async () =>
				(await incidentsAsked(asked, params)).map((one) => ({ ...one }) as Row),
			(row) => String(row["id"]),
		),
});

/** The incident of an id, where it may be shown to who asks. */
async function incidentOf(asked: Asked, id: string): Promise<Incident> {
	const found = (await asked.deps.incidents()).get(id);
	if (found === undefined)
		throw new ApiProblem("not-found", { detail: `No incident ${id}.` });
	param.shown(asked, worldOf(found.cc));
	return found;
}

const id = z
	.string()
	.min(1)
	.max(200)
	.describe(
		"Id of an incident, an alias, or an entry of the record it is about.",
	);

export const getIncident = itemOperation({
	id: "getIncident",
	path: "/api/v1/incidents/{id}",
	tag: "Incidents",
	summary: "One incident",
	description:
		"Ids of incidents never die: where two were merged, the old id gives the incident that it was merged into, and `Content-Location` says its id.",
	params: z.object({ id }),
	answerName: "IncidentAnswer",
	answer: z.object({
		licence: z.string(),
		emulated: z.boolean(),
		incident,
	}),
	problems: ["emulated-data", "not-found"],
	points: 1,
	read: async (asked, params) => {
		const found = await incidentOf(asked, params.id);
		return {
			location: `/api/v1/incidents/${encodeURIComponent(found.id)}`,
			value: {
				licence: licenceText(await licencesOfIncident(asked, found)),
				emulated: worldOf(found.cc) === "emulated",
				incident: found,
			},
		};
	},
});

export const listRevisions = itemOperation({
	id: "listRevisions",
	path: "/api/v1/incidents/{id}/revisions",
	tag: "Incidents",
	summary: "Everything an incident was told as, oldest first",
	params: z.object({ id }),
	answerName: "RevisionsAnswer",
	answer: z.object({
		licence: z.string(),
		emulated: z.boolean(),
		revisions: z
			.array(incident)
			.describe("Empty for an incident that only the record tells of."),
	}),
	problems: ["emulated-data", "not-found"],
	points: 1,
	read: async (asked, params) => {
		const found = await incidentOf(asked, params.id);
		const book = await asked.deps.incidents();
		return {
			value: {
				licence: licenceText(await licencesOfIncident(asked, found)),
				emulated: worldOf(found.cc) === "emulated",
				revisions: book.revisions(found.id).map((one) => one.incident),
			},
		};
	},
});
