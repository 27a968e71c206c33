/**
 * CSV text into series. A row that cannot be used is kept with its line and
 * reason; the others count (P7). Rows of the same hour and key are summed.
 */

import { RasaiError } from "../../base/index.ts";
import type { ValuePoint } from "../../judge/incidents/index.ts";
import {
	type Cell,
	faultOfCell,
	keyText,
	type Series,
	type SeriesKey,
	seriesOf,
} from "../../judge/series/index.ts";
import { type CsvRow, readCsv } from "../../reference/index.ts";
import {
	type Columns,
	completeColumns,
	readExpression,
	shorten,
} from "./columns.ts";

export interface RejectedRow {
	/** Line of the file, from 1. */
	readonly line: number;
	readonly reason: string;
}

interface Table<Item> {
	readonly items: readonly Item[];
	/** Rows with data, the rejected included. */
	readonly rowCount: number;
	readonly rejected: readonly RejectedRow[];
}

export interface SeriesTable extends Table<Series> {
	/** How long one cell lasts: 24 where every row names a day alone. */
	readonly cellHours: 1 | 24;
}

export interface ValueSeries {
	readonly key: SeriesKey;
	readonly points: readonly ValuePoint[];
}

/** Reads counts. Throws RasaiError `usage` where columns are missing, `invalid_record` where no row can be used. */
export function readSeriesTable(text: string, columns: Columns): SeriesTable {
	let hasHours = false;
	const groups = new Map<string, { key: SeriesKey; cells: Cell[] }>();
	const table = readRows(text, columns, ["at", "k"], (row, mapped, header) => {
		const time = readTime(row.get(mapped.at ?? ""));
		if (typeof time === "string") return time;
		const counts = readCounts(row, mapped, header);
		if (typeof counts === "string") return counts;
		const key = readKey(row, mapped);
		if (typeof key === "string") return key;
		const cell = { hour: Math.floor(time.at), ...counts };
		const fault = faultOfCell(cell);
		if (fault) return fault;
		hasHours ||= !time.isDay;
		const group = groups.get(keyText(key)) ?? { key, cells: [] };
		group.cells.push(cell);
		groups.set(keyText(key), group);
		return undefined;
	});
	return {
		...table,
		items: [...groups.values()].map(({ key, cells }) => seriesOf(key, cells)),
		cellHours: hasHours ? 1 : 24,
	};
}

/** Reads values. Throws as `readSeriesTable`. */
export function readValueTable(
	text: string,
	columns: Columns,
): Table<ValueSeries> {
	const groups = new Map<string, { key: SeriesKey; points: ValuePoint[] }>();
	const table = readRows(text, columns, ["at", "value"], (row, mapped) => {
		const time = readTime(row.get(mapped.at ?? ""));
		if (typeof time === "string") return time;
		const written = row.get(mapped.value ?? "").trim();
		const value = written === "" ? Number.NaN : Number(written);
		if (!Number.isFinite(value) || value < 0)
			return `value is not a number of 0 or more: ${shorten(written)}`;
		const key = readKey(row, mapped);
		if (typeof key === "string") return key;
		const group = groups.get(keyText(key)) ?? { key, points: [] };
		group.points.push({ at: time.at, value });
		groups.set(keyText(key), group);
		return undefined;
	});
	return {
		...table,
		items: [...groups.values()].map(({ key, points }) => ({
			key,
			points: sortPoints(points),
		})),
	};
}

/** In order of time; of several at one instant the median stands. */
function sortPoints(points: readonly ValuePoint[]): readonly ValuePoint[] {
	const byTime = new Map<number, number[]>();
	for (const { at, value } of points) {
		const values = byTime.get(at);
		if (values) values.push(value);
		else byTime.set(at, [value]);
	}
	return [...byTime]
		.sort(([a], [b]) => a - b)
		.map(([at, values]) => {
			values.sort((a, b) => a - b);
			return { at, value: values[values.length >> 1] ?? 0 };
		});
}

/** Runs `take` over the rows; a text that it gives is the reason why it refuses. */
function readRows(
	text: string,
	columns: Columns,
	required: readonly ("at" | "k" | "value")[],
	take: (
		row: CsvRow,
		columns: Columns,
		header: readonly string[],
	) => string | undefined,
): Table<never> {
	const csv = readCsv(text, []);
	const mapped = completeColumns(columns, csv.columns);
	for (const field of required)
		if (mapped[field] === undefined)
			throw new RasaiError(
				"usage",
				`no column for ${field}; the file has ${csv.columns.join(", ") || "none"}`,
				{
					hint: `Say which: --columns ${required.map((name) => `${name}=COLUMN`).join(",")}`,
				},
			);
	const rejected: RejectedRow[] = csv.problems.map((problem) => {
		const found = /^line (\d+): (.*)$/s.exec(problem);
		return { line: Number(found?.[1] ?? 0), reason: found?.[2] ?? problem };
	});
	for (const row of csv.rows) {
		const reason = take(row, mapped, csv.columns);
		if (reason !== undefined) rejected.push({ line: row.line, reason });
	}
	const rowCount = csv.rows.length + csv.problems.length;
	if (rowCount > 0 && rejected.length >= rowCount)
		throw new RasaiError(
			"invalid_record",
			`no row can be used; line ${rejected[0]?.line}: ${rejected[0]?.reason}`,
		);
	return {
		items: [],
		rowCount,
		rejected: rejected.sort((a, b) => a.line - b.line),
	};
}

const INSTANT =
	/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** An instant or a day; without a zone it is UTC. A text says what is wrong. */
function readTime(
	written: string,
): { readonly at: number; readonly isDay: boolean } | string {
	const match = INSTANT.exec(written.trim());
	if (!match) return `not a UTC hour or day: ${shorten(written)}`;
	const [, day, hour = "00", minute = "00", second = "00", zone = "Z"] = match;
	const offset = zone === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
	const ms = Date.parse(`${day}T${hour}:${minute}:${second}${offset}`);
	const isReal =
		!Number.isNaN(ms) &&
		new Date(`${day}T00:00:00Z`).toISOString().startsWith(day ?? "?");
	if (!isReal) return `not a UTC hour or day: ${shorten(written)}`;
	return { at: ms / 3_600_000, isDay: match[2] === undefined };
}

function readCounts(
	row: CsvRow,
	columns: Columns,
	header: readonly string[],
): { readonly k: number; readonly n: number } | string {
	let n = 1;
	if (columns.n !== undefined) {
		const reading = readExpression(columns.n, row, header, false);
		if ("fault" in reading) return reading.fault;
		n = "number" in reading ? reading.number : reading.holds ? 1 : 0;
	}
	// Without a count of sessions each row is one, and k says of what kind.
	const isFlag = columns.n === undefined;
	const reading = readExpression(columns.k ?? "", row, header, isFlag);
	if ("fault" in reading) return reading.fault;
	const k = "number" in reading ? reading.number : reading.holds ? n : 0;
	return { k, n };
}

function readKey(row: CsvRow, columns: Columns): SeriesKey | string {
	const text = (field: "cc" | "target" | "layer"): string | undefined =>
		columns[field] === undefined ? undefined : row.get(columns[field]).trim();
	const [cc, target, layer] = [text("cc"), text("target"), text("layer")];
	const asn = readAsn(row, columns.asn);
	if (typeof asn === "string") return asn;
	const resolverAsn = readAsn(row, columns.resolver_asn);
	if (typeof resolverAsn === "string") return resolverAsn;
	return {
		...(cc === undefined ? {} : { cc }),
		...(target === undefined ? {} : { target }),
		...(layer === undefined ? {} : { layer }),
		...(asn === undefined ? {} : { asn }),
		...(resolverAsn === undefined ? {} : { resolverAsn }),
	};
}

const MOST_ASN = 2 ** 32 - 1;

function readAsn(
	row: CsvRow,
	column: string | undefined,
): number | string | undefined {
	if (column === undefined) return undefined;
	const written = row.get(column).trim();
	const asn = /^(?:AS)?(\d{1,10})$/i.exec(written)?.[1];
	return asn === undefined || Number(asn) > MOST_ASN
		? `not an AS number: ${shorten(written)}`
		: Number(asn);
}
