/** OONI's counts over one or two dimensions, from our tables. */
import { z } from "zod";
import { addDays, csvLines, formatInstant } from "../../../base/index.ts";
import { joinSql, type Sql, sql } from "../../../store/index.ts";
import { licencesOf, licenceText } from "../../terms/index.ts";
import { itemOperation } from "../operation.ts";
import * as param from "../parameters.ts";
import { ApiProblem } from "../problems.ts";
import {
	DAY_MS,
	instantOf,
	selected,
	selectionParams,
	worldSelected,
} from "./selection.ts";
import { ANOMALY, BLOCKING_TYPE, CONFIRMED, FAILURE } from "./states.ts";

const USUAL_DAYS = 180;

const AXES: Readonly<Record<string, Sql>> = {
	blocking_type: sql`blocking_type`,
	domain: sql`domain`,
	input: sql`input`,
	probe_asn: sql`asn`,
	probe_cc: sql`cc`,
	test_name: sql`test_name`,
};
const AXIS_NAMES = [...Object.keys(AXES), "measurement_start_day"] as [string];

const GRAINS = ["hour", "day", "week", "month", "year"] as const;
type Grain = (typeof GRAINS)[number];
/** Days up to which grains may be asked for, the usual one first: OONI's own rule. */
const GRAINS_UP_TO: readonly (readonly [
	days: number,
	grains: readonly Grain[],
])[] = [
	[7, ["hour", "day"]],
	[30, ["day", "week"]],
	[365, ["day", "week", "month"]],
	[Number.POSITIVE_INFINITY, ["day", "week", "month", "year"]],
];

/** Start of the hour, day, week (from Sunday, as OONI's) and so on. */
const STARTS: Readonly<Record<Grain, (time: Sql) => Sql>> = {
	hour: (time) => sql`date_trunc('hour', ${time})`,
	day: (time) => sql`date_trunc('day', ${time})`,
	week: (time) =>
		sql`(date_trunc('day', ${time}) - to_days(dayofweek(${time})::INTEGER))::TIMESTAMP`,
	month: (time) => sql`date_trunc('month', ${time})::TIMESTAMP`,
	year: (time) => sql`date_trunc('year', ${time})::TIMESTAMP`,
};

const count = z.int().min(0);
const counts = z.object({
	anomaly_count: count,
	confirmed_count: count,
	failure_count: count,
	ok_count: count,
	measurement_count: count,
	measurement_start_day: z.string().optional(),
	blocking_type: z.string().optional(),
	domain: z.string().optional(),
	input: z.string().optional(),
	probe_cc: z.string().optional(),
	probe_asn: count.optional(),
	test_name: z.string().optional(),
});

const axis = z
	.enum(AXIS_NAMES)
	.optional()
	.describe("A dimension to count over.");

export const ooniAggregation = itemOperation({
	id: "ooniAggregation",
	path: "/ooni/api/v1/aggregation",
	tag: "OONI",
	summary: "Counts of measurements, in the shape of OONI's API",
	description:
		"Words as for the list of measurements, but that `anomaly_count` leaves out what is confirmed. From `since` on, before `until`, by whole hours, days, weeks or months. The last 180 days where none are named.",
	params: z.object({
		...selectionParams,
		axis_x: axis,
		axis_y: axis,
		time_grain: z
			.enum([...GRAINS, "auto"])
			.default("auto")
			.describe("How finely time is cut."),
		format: z
			.enum(["JSON", "CSV", "json", "csv"])
			.default("JSON")
			.describe("As JSON or as CSV."),
		download: z
			.enum(["true", "false"])
			.default("false")
			.describe("`true`: as a file to be saved."),
	}),
	answerName: "OoniAggregation",
	answer: z.object({
		v: z.literal(0),
		dimension_count: z.int().min(0).max(2),
		db_stats: z.object({
			row_count: count,
			bytes: count,
			total_row_count: count,
			elapsed_seconds: z.number(),
		}),
		result: z.union([z.array(counts), counts]),
		licence: z.string(),
		emulated: z.boolean(),
	}),
	problems: ["emulated-data"],
	points: 3,
	csv: true,
	read: async (asked, params) => {
		const { deps } = asked;
		const startedMs = deps.clock().getTime();
		const world = worldSelected(asked, params);
		const axes = [params.axis_x, params.axis_y].filter(
			(name) => name !== undefined,
		);
		if (axes.length === 2 && axes[0] === axes[1])
			throw new ApiProblem("invalid-parameter", {
				parameters: [{ name: "axis_y", problem: "is the same as `axis_x`" }],
			});
		const time = timeOf(params, startedMs);
		const rows = (
			await deps.reader.query<Readonly<Record<string, unknown>>>(
				{ world, days: param.range([firstDayOf(time), time.days[1]]) },
				countsSql(selected(params), time, axes),
			)
		).map((row) => ooniCounts(row, axes, time.grain));
		const licence = licenceText(
			await licencesOf(deps, { world, days: param.range(time.days) }, false),
		);
		const result = axes.length === 0 ? (rows[0] ?? {}) : rows;
		return {
			value: {
				v: 0,
				dimension_count: axes.length,
				db_stats: {
					row_count: rows.length,
					bytes: 0,
					total_row_count: rows.length,
					elapsed_seconds: (deps.clock().getTime() - startedMs) / 1000,
				},
				result,
				licence,
				emulated: world === "emulated",
			},
			...(params.format.toUpperCase() === "CSV"
				? { text: { type: "text/csv", body: countsCsv(rows, axes) } }
				: {}),
			...(params.download === "true"
				? { fileName: "ooni-aggregate-data" }
				: {}),
		};
	},
});

interface Time {
	readonly grain: Grain;
	readonly from: string;
	readonly to: string;
	readonly days: readonly [string, string];
}

function timeOf(
	params: {
		readonly since?: string | undefined;
		readonly until?: string | undefined;
		readonly time_grain: Grain | "auto";
	},
	nowMs: number,
): Time {
	const untilMs =
		params.until === undefined ? nowMs : instantOf("until", params.until);
	const sinceMs =
		params.since === undefined
			? nowMs - USUAL_DAYS * DAY_MS
			: instantOf("since", params.since);
	if (sinceMs >= untilMs)
		throw new ApiProblem("invalid-parameter", {
			parameters: [{ name: "since", problem: "is not before `until`" }],
		});
	const days = (untilMs - sinceMs) / DAY_MS;
	const [, grains = GRAINS] = GRAINS_UP_TO.find(([most]) => days <= most) ?? [];
	const grain =
		params.time_grain === "auto" ? (grains[0] ?? "day") : params.time_grain;
	if (!grains.includes(grain))
		throw new ApiProblem("invalid-parameter", {
			parameters: [
				{
					name: "time_grain",
					problem: `can be ${grains.join(", ")} or auto for so many days`,
				},
			],
		});
	const [from, to] = [
		formatInstant(new Date(sinceMs)),
		formatInstant(new Date(untilMs)),
	];
	return { grain, from, to, days: [from.slice(0, 10), to.slice(0, 10)] };
}

/** A week, month or year may begin before the first day asked for: at most so many days. */
const DAYS_BEFORE: Readonly<Record<Grain, number>> = {
	hour: 0,
	day: 0,
	week: 6,
	month: 30,
	year: 365,
};

function firstDayOf({ grain, days }: Time): string {
	return addDays(days[0], -DAYS_BEFORE[grain]);
}

/** Counts of distinct measurements; a measurement has a row for each of its targets. */
function countsSql(where: Sql, time: Time, axes: readonly string[]): Sql {
	const start = STARTS[time.grain];
	const columns = axes.map((name) =>
		name === "measurement_start_day"
			? start(sql`measured_at`)
			: (AXES[name] ?? sql`NULL`),
	);
	const named = columns.map((column, index) =>
		index === 0 ? sql`${column} AS x` : sql`${column} AS y`,
	);
	const domain = axes.includes("domain") ? sql`target` : sql`''`;
	const own = axes.includes("domain") ? sql`NOT via_redirect` : sql`true`;
	return sql`
		SELECT ${joinSql([...named, sql`1 AS one`], ", ")},
			(count(*) FILTER (${ANOMALY} AND NOT ${CONFIRMED}))::INTEGER AS anomaly_count,
			(count(*) FILTER (${CONFIRMED}))::INTEGER AS confirmed_count,
			(count(*) FILTER (${FAILURE}))::INTEGER AS failure_count,
			(count(*) FILTER (NOT ${ANOMALY} AND NOT ${FAILURE}))::INTEGER AS ok_count,
			count(*)::INTEGER AS measurement_count
		FROM (
			SELECT DISTINCT uid, measured_at, cc, asn, test_name, input, ${domain} AS domain,
				measurement_state, ${BLOCKING_TYPE} AS blocking_type
			FROM verdicts
			WHERE ${where} AND ${own} AND day <= ${time.days[1]}::DATE
				AND day >= ${start(sql`${time.from}::TIMESTAMP`)}::DATE
				AND ${start(sql`measured_at`)} >= ${start(sql`${time.from}::TIMESTAMP`)}
				AND ${start(sql`measured_at`)} < ${start(sql`${time.to}::TIMESTAMP`)}
		)
		${
			axes.length === 0
				? sql``
				: sql`GROUP BY ${joinSql(
						axes.map((_, i) => (i === 0 ? sql`x` : sql`y`)),
						", ",
					)} ORDER BY ALL`
		}`;
}

type Counts = Readonly<Record<string, string | number>>;

function ooniCounts(
	row: Readonly<Record<string, unknown>>,
	axes: readonly string[],
	grain: Grain,
): Counts {
	const at = (index: number, name: string) => {
		const value = row[index === 0 ? "x" : "y"] as string | number;
		return name !== "measurement_start_day" || grain === "hour"
			? value
			: String(value).slice(0, 10);
	};
	return {
		anomaly_count: row["anomalyCount"] as number,
		confirmed_count: row["confirmedCount"] as number,
		failure_count: row["failureCount"] as number,
		ok_count: row["okCount"] as number,
		measurement_count: row["measurementCount"] as number,
		...Object.fromEntries(axes.map((name, index) => [name, at(index, name)])),
	};
}

function countsCsv(rows: readonly Counts[], axes: readonly string[]): string {
	const names = [
		"anomaly_count",
		"confirmed_count",
		"failure_count",
		"measurement_count",
		"ok_count",
		...axes,
	].sort();
	return csvLines([
		names,
		...rows.map((row) => names.map((name) => row[name])),
	]);
}
