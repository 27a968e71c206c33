/**
 * Any CSV with columns `at` and `value`, and as it likes `source, measure,
 * unit, cc, area, asn, access, licence, trouble`. An empty value is a gap,
 * -1 is unavailable where no other value is below zero.
 */
import { SIGNAL_ACCESSES, type SignalKey } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { ccOf, numberOf, secondsOf } from "../fields.ts";
import { headerOf, readRows } from "../tables.ts";
import type { ReadOptions, SignalReader } from "../types.ts";

type Row = { get(column: string): string };

export const genericCsv: SignalReader = {
	source: "csv",
	verified: true,
	accepts: ({ text }) => {
		const columns = headerOf(text).split(",");
		return columns.includes("value") && timeColumn(columns) !== undefined;
	},
	read({ name, text }, _, options, out) {
		const time = timeColumn(headerOf(text).split(",")) ?? "at";
		const keys = new Map<string, SignalKey>();
		const taken: { key: SignalKey; at: number; value: number | undefined }[] =
			[];
		readRows(text, [time, "value"], out, (row, columns) => {
			const at = secondsOf(row.get(time));
			if (at === undefined) return "no time";
			const cell = row.get("value");
			const value = numberOf(cell);
			if (cell !== "" && value === undefined) return "not a number";
			const named = columns
				.filter((column) => column !== time && column !== "value")
				.map((column) => row.get(column))
				.join("\n");
			const key = keys.get(named) ?? keyOf(row, name, options);
			if (typeof key === "string") return key;
			keys.set(named, key);
			taken.push({ key, at, value });
			return undefined;
		});
		const isSigned = taken.some(
			({ value }) => value !== undefined && value < 0 && value !== -1,
		);
		for (const { key, at, value } of taken)
			out.add(
				key,
				at,
				value === undefined
					? "gap"
					: value === -1 && !isSigned
						? "unavailable"
						: value,
			);
	},
};

function timeColumn(columns: readonly string[]): string | undefined {
	return ["at", "ts", "time"].find((name) => columns.includes(name));
}

function keyOf(
	row: Row,
	name: string,
	options: ReadOptions,
): SignalKey | string {
	const cc = row.get("cc") || ccOf(options, name);
	if (!isCountryCode(cc)) return "an unknown country code";
	const asn =
		row.get("asn") === "" ? (options.asn ?? null) : Number(row.get("asn"));
	if (asn !== null && (!Number.isSafeInteger(asn) || asn <= 0))
		return "not a network's number";
	const access =
		SIGNAL_ACCESSES.find((word) => word === row.get("access")) ?? null;
	if (row.get("access") !== "" && access === null)
		return "access is neither mobile nor fixed";
	return {
		source: row.get("source") || "csv",
		measure: row.get("measure") || "value",
		unit: row.get("unit") || "not stated",
		entity: { cc, area: row.get("area") || (options.area ?? null), asn },
		access: access ?? options.access ?? null,
		licence: row.get("licence") || "not stated",
		trouble: row.get("trouble") === "rise" ? "rise" : "fall",
		verified: true,
	};
}
