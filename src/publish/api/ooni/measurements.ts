/** OONI's list of measurements and its raw measurement, answered from our tables in OONI's shape. */
import { z } from "zod";
import { formatInstant } from "../../../base/index.ts";
import {
	joinSql,
	type QueryReader,
	type Sql,
	sql,
} from "../../../store/index.ts";
import { licencesOf, licenceText } from "../../terms/index.ts";
import { itemOperation } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem } from "../problems.ts";
import { rawOf } from "../resources/measurement.ts";
import {
	DAY_MS,
	instantOf,
	selected,
	selectionParams,
	worldSelected,
} from "./selection.ts";
import { ANOMALY, CONFIRMED, FAILURE } from "./states.ts";

const MOST_ROWS = 10_000;
const USUAL_DAYS = 30;

const flag = z.enum(["true", "false"]);
const versions = z
	.string()
	.max(500)
	.optional()
	.describe("Versions, with commas between.");
const reportId = z.string().min(3).max(300).describe("A session.");

const ORDERS: Readonly<Record<string, Sql>> = {
	measurement_start_time: sql`measured_at`,
	test_start_time: sql`measured_at`,
	probe_cc: sql`cc`,
	probe_asn: sql`asn`,
	test_name: sql`test_name`,
	input: sql`input`,
};

interface Found {
	readonly uid: string;
	readonly measuredAt: string;
	readonly cc: string;
	readonly asn: number;
	readonly reportId: string;
	readonly testName: string;
	readonly input: string;
	readonly state: string;
	readonly mechanism: string;
	readonly anomaly: boolean;
	readonly confirmed: boolean;
	readonly failure: boolean;
}

export const ooniMeasurements = itemOperation({
	id: "ooniListMeasurements",
	path: "/ooni/api/v1/measurements",
	tag: "OONI",
	summary: "Measurements, in the shape of OONI's API",
	description:
		"`confirmed` is our state `blocked`; `anomaly` is `blocked`, `likely_blocked`, `throttled` or `impaired`; `failure` is `insufficient`. `scores.rasai` has our own words. `category_code` and `ooni_run_link_id` are not known here. The last 30 days where none are named.",
	params: z.object({
		...selectionParams,
		report_id: reportId.optional(),
		confirmed: flag.optional().describe("Only such ones, or only others."),
		anomaly: flag.optional().describe("Only such ones, or only others."),
		failure: flag.optional().describe("Only such ones, or only others."),
		software_version: versions,
		test_version: versions,
		engine_version: versions,
		order_by: z
			.enum(Object.keys(ORDERS) as [string])
			.default("measurement_start_time")
			.describe("What they are sorted by."),
		order: z
			.enum(["asc", "desc", "ASC", "DESC"])
			.default("desc")
			.describe("Sorted up or down."),
		limit: z.coerce
			.number()
			.int()
			.min(0)
			.max(MOST_ROWS)
			.default(100)
			.describe("Measurements on a page, at most."),
		offset: z.coerce
			.number()
			.int()
			.min(0)
			.max(1_000_000)
			.default(0)
			.describe("Measurements passed over."),
	}),
	answerName: "OoniMeasurements",
	answer: z.object({
		metadata: z.object({
			count: z.int().describe("-1: not counted."),
			pages: z.int(),
			current_page: z.int(),
			limit: z.int(),
			offset: z.int(),
			next_url: z.string().nullable(),
			query_time: z.number(),
			licence: z.string(),
			emulated: z.boolean(),
		}),
		results: z.array(
			z.object({
				measurement_uid: z.string(),
				measurement_url: z.string(),
				measurement_start_time: z.iso.datetime(),
				report_id: z.string(),
				probe_cc: z.string(),
				probe_asn: z.string().regex(/^AS\d+$/),
				test_name: z.string(),
				input: z.string().nullable(),
				anomaly: z.boolean(),
				confirmed: z.boolean(),
				failure: z.boolean(),
				scores: z.object({
					rasai: z.object({ state: z.string(), mechanism: z.string() }),
				}),
			}),
		),
	}),
	problems: ["emulated-data"],
	points: 3,
	read: async (asked, params) => {
		const { deps } = asked;
		const startedMs = deps.clock().getTime();
		const world = worldSelected(asked, params);
		const times = timesOf(params, startedMs);
		const isDown = params.order.toLowerCase() === "desc";
		const order = ORDERS[params.order_by] ?? sql`measured_at`;
		const direction = isDown ? sql`DESC` : sql`ASC`;
		const days = times.days && param.range(times.days);
		const found = await deps.reader.query<Found>(
			{ world, days },
			sql`
			SELECT DISTINCT uid, measured_at, cc, asn, report_id, test_name, input,
				measurement_state AS state, measurement_mechanism AS mechanism,
				(${ANOMALY})::BOOLEAN AS anomaly, (${CONFIRMED})::BOOLEAN AS confirmed,
				(${FAILURE})::BOOLEAN AS failure
			FROM verdicts
			WHERE ${joinSql(
				[
					selected(params),
					...times.conditions,
					...(params.report_id === undefined
						? []
						: [sql`report_id = ${params.report_id}`]),
					...flagSql(params.confirmed, CONFIRMED),
					...flagSql(params.anomaly, ANOMALY),
					...flagSql(params.failure, FAILURE),
					...versionSql(params, times.days),
				],
				" AND ",
			)}
			ORDER BY ${order} ${direction}, uid ${direction}
			LIMIT ${params.limit} OFFSET ${params.offset}`,
		);
		const licences = await licencesOf(deps, { world, days }, false);
		return {
			value: {
				metadata: {
					count: -1,
					pages: -1,
					current_page: -1,
					limit: params.limit,
					offset: params.offset,
					next_url:
						found.length < params.limit || params.limit === 0
							? null
							: nextUrl(asked.url, params),
					query_time: (deps.clock().getTime() - startedMs) / 1000,
					licence: licenceText(licences),
					emulated: world === "emulated",
				},
				results: found.map((row) => ooniRow(row, asked.url.origin)),
			},
		};
	},
});

/** OONI's rules: after `since`, up to and with `until`; a month where neither they nor a session are named. */
function timesOf(
	params: {
		readonly since?: string | undefined;
		readonly until?: string | undefined;
		readonly report_id?: string | undefined;
	},
	nowMs: number,
): {
	readonly conditions: readonly Sql[];
	readonly days?: readonly [string, string];
} {
	const { since, until, report_id } = params;
	if (report_id !== undefined && since === undefined && until === undefined)
		return { conditions: [] };
	const untilMs =
		until === undefined
			? Math.ceil((nowMs + 1) / DAY_MS) * DAY_MS
			: instantOf("until", until);
	const sinceMs =
		since === undefined
			? untilMs - USUAL_DAYS * DAY_MS
			: instantOf("since", since);
	if (sinceMs >= untilMs)
		throw new ApiProblem("invalid-parameter", {
			parameters: [{ name: "since", problem: "is not before `until`" }],
		});
	const [from, to] = [
		formatInstant(new Date(sinceMs)),
		formatInstant(new Date(untilMs)),
	];
	const days = [from.slice(0, 10), to.slice(0, 10)] as const;
	return {
		days,
		conditions: [
			sql`day >= ${days[0]}::DATE AND day <= ${days[1]}::DATE`,
			sql`measured_at > ${from}::TIMESTAMP AND measured_at <= ${to}::TIMESTAMP`,
		],
	};
}

function flagSql(
	wanted: "true" | "false" | undefined,
	condition: Sql,
): readonly Sql[] {
	if (wanted === undefined) return [];
	return [wanted === "true" ? condition : sql`NOT (${condition})`];
}

function versionSql(
	params: {
		readonly software_version?: string | undefined;
		readonly test_version?: string | undefined;
		readonly engine_version?: string | undefined;
	},
	days: readonly [string, string] | undefined,
): readonly Sql[] {
	const wanted = [
		...oneOf(sql`software_version`, params.software_version),
		...oneOf(sql`test_version`, params.test_version),
		...oneOf(sql`engine_version`, params.engine_version),
	];
	if (wanted.length === 0) return [];
	const within =
		days === undefined
			? sql`true`
			: sql`day >= ${days[0]}::DATE AND day <= ${days[1]}::DATE`;
	return [
		sql`uid IN (SELECT uid FROM measurements WHERE ${joinSql([within, ...wanted], " AND ")})`,
	];
}

function oneOf(column: Sql, listed: string | undefined): readonly Sql[] {
	return listed === undefined
		? []
		: [sql`${column} = ANY(${listed.split(",")})`];
}

function ooniRow(row: Found, origin: string) {
	return {
		measurement_uid: row.uid,
		measurement_url: `${origin}/ooni/api/v1/raw_measurement?measurement_uid=${encodeURIComponent(row.uid)}`,
		measurement_start_time: row.measuredAt,
		report_id: row.reportId,
		probe_cc: row.cc,
		probe_asn: `AS${row.asn}`,
		test_name: row.testName,
		input: row.input === "" ? null : row.input,
		anomaly: row.anomaly,
		confirmed: row.confirmed,
		failure: row.failure,
		scores: { rasai: { state: row.state, mechanism: row.mechanism } },
	};
}

function nextUrl(
	url: URL,
	{ limit, offset }: { readonly limit: number; readonly offset: number },
): string {
	const next = new URL(url);
	next.searchParams.set("limit", String(limit));
	next.searchParams.set("offset", String(offset + limit));
	return next.href;
}

export const ooniRaw = itemOperation({
	id: "ooniRawMeasurement",
	path: "/ooni/api/v1/raw_measurement",
	tag: "OONI",
	summary: "A measurement as it was received",
	description: "By its uid, or by its session and input.",
	params: z.object({
		measurement_uid: param.uid.optional(),
		report_id: reportId.optional(),
		input: selectionParams.input,
	}),
	answerName: "RawMeasurement",
	answer: z.looseObject({}),
	problems: ["emulated-data", "not-found", "no-longer-held"],
	points: 5,
	read: async (asked, { measurement_uid, report_id, input }) => {
		if (measurement_uid === undefined && report_id === undefined)
			throw new ApiProblem("invalid-parameter", {
				parameters: [
					{ name: "measurement_uid", problem: "or `report_id` is needed" },
				],
			});
		const uid =
			measurement_uid ??
			(await uidOfSession(asked.deps.reader, report_id ?? "", input ?? ""));
		if (uid === undefined)
			throw new ApiProblem("not-found", {
				detail: "No such session and input.",
			});
		return {
			value: undefined,
			text: { type: "application/json", body: await rawOf(asked, uid) },
		};
	},
});

async function uidOfSession(
	reader: QueryReader,
	report: string,
	input: string,
): Promise<string | undefined> {
	for (const world of ["real", "emulated"] as const) {
		const [row] = await reader.query<{ readonly uid: string }>(
			{ world },
			sql`SELECT uid FROM measurements WHERE report_id = ${report} AND input = ${input} ORDER BY measured_at, uid LIMIT 1`,
		);
		if (row !== undefined) return row.uid;
	}
	return undefined;
}
