/** `rasai series`: what happened to series of counts or values that somebody brings along. */
import type { SeriesKey } from "../../judge/series/index.ts";
import {
	FIELDS,
	parseColumns,
	type RejectedRow,
	readSeriesTable,
	readValueTable,
	reportSeries,
	reportValues,
	type SeriesReport,
} from "../../pipeline/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, printTable, visible } from "../output.ts";
import { readText } from "../read-text.ts";

/** Rejected rows named on stderr; JSON has them all. */
const NAMED_ROWS = 10;

async function detect(context: Context, args: Args): Promise<ExitCode> {
	const path = args.operands[0] ?? "";
	const text = await readText(path, context);
	const columns = parseColumns(args.list("columns"));
	if (args.flag("value")) {
		const table = readValueTable(text, columns);
		report(context, path, table, { series: reportValues(table.items) });
	} else {
		const table = readSeriesTable(text, columns);
		report(context, path, table, reportSeries(table.items, table.cellHours));
	}
	return 0;
}

function report(
	context: Context,
	path: string,
	table: {
		readonly rowCount: number;
		readonly rejected: readonly RejectedRow[];
	},
	found: {
		readonly series: readonly SeriesReport[];
		readonly pooled?: readonly SeriesReport[];
	},
): void {
	for (const { line, reason } of table.rejected.slice(0, NAMED_ROWS))
		context.say(`${visible(path)}:${line}: ${visible(reason)}`);
	if (table.rejected.length > 0)
		context.say(
			`${table.rejected.length} of ${count(table.rowCount, "row")} could not be used and are left out.`,
		);
	if (context.json) {
		printJson(context, {
			...found,
			rows: table.rowCount,
			rejected: table.rejected,
		});
		return;
	}
	printFound(context, [...found.series, ...(found.pooled ?? [])]);
}

function printFound(context: Context, found: readonly SeriesReport[]): void {
	printTable(
		context,
		[
			{ title: "series", cell: ({ name }) => name },
			{ title: "what", cell: ({ what }) => what },
			{ title: "from", cell: ({ from }) => from },
			{ title: "to", cell: ({ to }) => to },
			{ title: "probability", cell: ({ probability }) => probability },
			{ title: "note", cell: ({ note }) => note },
		],
		found.flatMap(linesOf),
	);
	const changed = found.filter(({ changepoints }) => changepoints.length > 0);
	context.say(
		`${changed.length} of ${found.length} series changed. An onset or ending lies between "from" and "to" with 90% probability.`,
	);
}

interface Line {
	readonly name: string;
	readonly what: string;
	readonly from: string;
	readonly to: string;
	readonly probability: string;
	readonly note: string;
}

function linesOf(report: SeriesReport): readonly Line[] {
	const name = nameOfKey(report.key);
	return [
		...report.segments.map((segment) => ({
			name,
			what: segment.state,
			from: segment.since,
			to: segment.until,
			probability: segment.probability.toFixed(2),
			note: [
				segment.openStart ? "so at the first data" : "",
				segment.openEnd ? "so at the last data" : "",
				segment.depth ? `${Math.round(segment.depth * 100)}% missing` : "",
				segment.restoredPartially ? "restored in part" : "",
			]
				.filter((part) => part !== "")
				.join(", "),
		})),
		...report.changepoints.map((change) => ({
			name,
			what: change.direction,
			from: change.earliest,
			to: change.latest,
			probability: "",
			note: `told by ${change.detectableAt}${change.sessions === undefined ? "" : `, ${change.sessions} of ${change.of} sessions`}`,
		})),
		...(report.suspicion
			? [
					{
						name,
						what: "not enough data",
						from: report.suspicion.since,
						to: "",
						probability: "",
						note: `${report.suspicion.sessions} of ${report.suspicion.of} sessions`,
					},
				]
			: []),
	];
}

function nameOfKey(key: SeriesKey): string {
	const parts = [
		key.cc,
		key.asn === undefined ? undefined : `AS${key.asn}`,
		key.resolverAsn === undefined ? undefined : `resolver AS${key.resolverAsn}`,
		key.target,
		key.layer,
	].filter((part) => part !== undefined);
	return parts.length > 0 ? parts.join(" ") : "all";
}

export const seriesCommands: readonly Command[] = [
	{
		noun: "series",
		verb: "detect",
		summary: "Find when restrictions began and ended in a CSV file of counts",
		operands: "FILE.csv",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai series detect cells.csv",
				does: "columns at, k (blocked sessions) and n (all sessions)",
			},
			{
				line: "rasai series detect cells.csv --columns at=hour,k=tcp_failed+tls_failed,n=sessions,asn=probe_asn",
				does: "name the columns; k may add several up",
			},
			{
				line: "rasai series detect days.csv --columns at=date,n=rows,k=outcome!=ok",
				does: "count a row's sessions where a condition holds",
			},
			{
				line: "rasai series detect traffic.csv --value",
				does: "columns at and value: drops below what the season expects",
			},
		],
		options: [
			{
				name: "value",
				kind: "flag",
				summary:
					"the file holds values (traffic, users), not counts of sessions",
			},
			{
				name: "columns",
				kind: "list",
				value: "FIELD=COLUMN,...",
				summary: `which column is which of ${FIELDS.join(", ")}`,
			},
		],
		notes: [
			"Times are UTC hours, days or instants. Without n every row is one session and k says whether it was blocked. Rows of one hour and key are summed: leave out asn to pool networks.",
			"Rows that cannot be used are named with their line, counted, and left out.",
			"A restriction that is there at the first data is a segment so marked and no onset, since nobody saw it begin.",
		],
		run: detect,
	},
];
