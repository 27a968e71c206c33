/** Where measurements come from: countries and networks; and the services they are about. */
import { z } from "zod";
import { sha256Hex } from "../../../base/index.ts";
import { countryName } from "../../../reference/index.ts";
import { SESSION, sql } from "../../../store/index.ts";
import { freeMeasurements, licencesOf } from "../../terms/index.ts";
import { pageOf } from "../cursor.ts";
import { type Listing, listOperation, type Row } from "../operation.ts";
import * as param from "../parameters.ts";

const count = z.int().min(0);

/** A list that is short enough to be read at once. */
export function shortListing(
	listing: Pick<Listing, "world" | "licences">,
	read: () => Promise<readonly Row[]>,
	keyOf: (row: Row) => string,
): Listing {
	return {
		...listing,
		page: async (cursor, limit) => pageOf(await read(), keyOf, cursor, limit),
		stamp: async () => sha256Hex(JSON.stringify(await read())),
	};
}

export const listCountries = listOperation({
	id: "listCountries",
	path: "/api/v1/countries",
	tag: "Places",
	summary: "Countries with measurements",
	params: z.object({ ...param.listParams.shape, world: param.world }),
	rowName: "Country",
	row: z.object({
		cc: z.string(),
		name: z.string().describe("In English."),
		networkCount: count,
		measurementCount: count,
		firstOn: z.iso.date(),
		lastOn: z.iso.date(),
		lastMeasuredAt: z.iso.datetime(),
	}),
	problems: ["emulated-data"],
	points: 1,
	read: (asked, { world: named, commercial }) => {
		const { deps } = asked;
		const world = param.shown(asked, named);
		return shortListing(
			{ world, licences: () => licencesOf(deps, { world }, commercial) },
			async () => {
				// Sessions are few and hold the same days; only what is left out needs the measurements.
				const rows = commercial
					? await deps.cached.query<Row>(
							{ world },
							sql`SELECT probe_cc AS cc, count(DISTINCT probe_asn)::INTEGER AS network_count,
								count(*)::INTEGER AS measurement_count, min(day) AS first_on, max(day) AS last_on,
								max(measured_at) AS last_measured_at
								FROM measurements WHERE ${await freeMeasurements(deps, { world })}
								GROUP BY cc ORDER BY cc`,
						)
					: await deps.cached.query<Row>(
							{ world },
							sql`SELECT cc, count(DISTINCT asn)::INTEGER AS network_count,
								sum(measurement_count)::INTEGER AS measurement_count, min(day) AS first_on,
								max(day) AS last_on, max(last_measured_at) AS last_measured_at
								FROM sessions GROUP BY cc ORDER BY cc`,
						);
				return rows.map((row) => ({
					...row,
					name: countryName(String(row["cc"])),
				}));
			},
			(row) => String(row["cc"]),
		);
	},
});

export const listNetworks = listOperation({
	id: "listNetworks",
	path: "/api/v1/networks",
	tag: "Places",
	summary: "Networks of a country",
	description:
		"Networks that measured in the days asked for, by their number. The last 30 days that there are measurements of, where none are named.",
	params: z.object({
		...param.listParams.shape,
		cc: param.cc,
		since: param.since.optional(),
		until: param.until.optional(),
	}),
	rowName: "Network",
	row: z.object({
		cc: z.string(),
		asn: count,
		networkName: z
			.string()
			.describe("As a measurement calls it; empty where none does."),
		measurementCount: count,
		sessionCount: count.describe("Distinct sessions."),
		lastMeasuredAt: z.iso.datetime(),
	}),
	problems: ["emulated-data"],
	points: 1,
	read: async (asked, params) => {
		const { deps } = asked;
		const world = param.worldAsked(asked, params.cc);
		const days = await param.daysAsked(asked, world, params);
		const source = { world, cc: params.cc, days };
		return shortListing(
			{ world, licences: () => licencesOf(deps, source, params.commercial) },
			async () =>
				deps.cached.query<Row>(
					{ world },
					params.commercial
						? sql`SELECT probe_cc AS cc, probe_asn AS asn, max(probe_network_name) AS network_name,
							count(*)::INTEGER AS measurement_count,
							count(DISTINCT ${SESSION})::INTEGER AS session_count,
							max(measured_at) AS last_measured_at
							FROM measurements WHERE ${await freeMeasurements(deps, source)}
							GROUP BY probe_cc, probe_asn ORDER BY asn`
						: sql`SELECT cc, asn, max(network_name) AS network_name,
							sum(measurement_count)::INTEGER AS measurement_count,
							count(DISTINCT session)::INTEGER AS session_count,
							max(last_measured_at) AS last_measured_at
							FROM sessions
							WHERE cc = ${params.cc} AND day >= ${days.since}::DATE AND day < ${days.until}::DATE
							GROUP BY cc, asn ORDER BY asn`,
				),
			(row) => String(row["asn"]),
		);
	},
});

export const listServices = listOperation({
	id: "listServices",
	path: "/api/v1/services",
	tag: "Places",
	summary: "Services and the targets that stand for them",
	params: param.listParams,
	rowName: "Service",
	row: z.object({
		id: z.string(),
		name: z.string(),
		category: z.string(),
		domains: z.array(z.string()),
		tests: z.array(z.string()).describe("OONI's tests that test it directly."),
		functions: z.array(
			z.object({
				id: z.string(),
				name: z.string(),
				targets: z.array(z.string()),
				role: z.enum(["any_of", "all_of"]),
			}),
		),
		aliases: z.array(z.string()),
	}),
	problems: [],
	points: 1,
	read: ({ deps }) =>
		shortListing(
			{ world: "real", licences: async () => new Set(["CC-BY-4.0"] as const) },
			async () => deps.services.services.map((one) => ({ ...one })),
			(row) => String(row["id"]),
		),
});
