/** Files of a corpus of real series, told apart by their columns, into series that can be scored. */
import type { ValuePoint } from "../../judge/incidents/index.ts";
import { type Cell, type Series, seriesOf } from "../../judge/series/index.ts";
import { readCsv } from "../../reference/index.ts";
import { parseColumns } from "../series/columns.ts";
import { readSeriesTable, readValueTable } from "../series/table.ts";

/** A half-open stretch of hours since 1970. */
export interface Window {
	readonly since: number;
	readonly until: number;
}

export type CorpusFile =
	| {
			readonly kind: "counts";
			readonly series: readonly Series[];
			readonly cellHours: 1 | 24;
	  }
	| { readonly kind: "values"; readonly points: readonly ValuePoint[] }
	| { readonly kind: "windows"; readonly windows: readonly Window[] }
	| { readonly kind: "other"; readonly columns: readonly string[] };

/** Column names that give a file's kind away, and how it is then read. */
const COUNTED: readonly {
	readonly columns: readonly string[];
	readonly mapping: readonly string[];
}[] = [
	{
		columns: ["measurement_start_time", "anomaly", "source_order"],
		mapping: ["at=measurement_start_time", "k=anomaly"],
	},
	{
		columns: ["date", "layer", "obs_rows", "is_isp_resolver"],
		// The resolver is part of the key: a change of resolver is no change of state.
		mapping: [
			"at=date",
			"n=obs_rows",
			"k=layer!=ok",
			"asn=probe_asn",
			"layer=is_isp_resolver",
		],
	},
];

/** Reads one file. Throws RasaiError where the columns are known and no row can be used. */
export function readCorpusFile(text: string): CorpusFile {
	const { columns } = readCsv(text.slice(0, text.indexOf("\n") + 1), []);
	const has = (...names: readonly string[]): boolean =>
		names.every((name) => columns.includes(name));
	for (const { columns: needed, mapping } of COUNTED)
		if (has(...needed)) {
			const table = readSeriesTable(text, parseColumns(mapping));
			return {
				kind: "counts",
				series: table.items,
				cellHours: table.cellHours,
			};
		}
	if (has("ts_hour", "target", "n_reports", "n_obs", "obs_ok"))
		return { kind: "counts", series: readHourlyCells(text), cellHours: 1 };
	if (has("start", "end") && columns.length === 2)
		return { kind: "windows", windows: readWindows(text) };
	if (has("ts", "value")) {
		const table = readValueTable(text, parseColumns(["at=ts"]));
		return { kind: "values", points: table.items[0]?.points ?? [] };
	}
	return { kind: "other", columns };
}

const hourOf = (text: string): number =>
	Math.floor(Date.parse(text) / 3_600_000);

/** Cells of many endpoints a session, pooled over networks: a cell's sessions count as blocked where half of its endpoints failed. */
function readHourlyCells(text: string): readonly Series[] {
	const byTarget = new Map<string, Cell[]>();
	for (const row of readCsv(text, []).rows) {
		const hour = hourOf(row.get("ts_hour"));
		const n = Number(row.get("n_reports"));
		const observed = Number(row.get("n_obs"));
		const failed = observed - Number(row.get("obs_ok"));
		if (!Number.isInteger(hour) || !Number.isInteger(n) || !(observed > 0))
			continue;
		const target = row.get("target");
		const cells = byTarget.get(target) ?? [];
		cells.push({ hour, k: failed / observed >= 0.5 ? n : 0, n });
		byTarget.set(target, cells);
	}
	return [...byTarget].map(([target, cells]) => seriesOf({ target }, cells));
}

function readWindows(text: string): readonly Window[] {
	return readCsv(text, []).rows.flatMap((row) => {
		const since = hourOf(row.get("start"));
		const until = hourOf(row.get("end"));
		return since < until ? [{ since, until }] : [];
	});
}
