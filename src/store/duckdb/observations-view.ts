/** Observations for queries: stored as text with their measurement, and spread out when asked for (decision 0502). */
import { fieldOf } from "../columns.ts";
import { FACT_LAYERS, fieldsOf } from "./facts-text.ts";
import type { Column, TableName } from "./schema.ts";

/** The body of the view, over the measurements of a schema. */
export function observationsBody(
	schema: string,
	tables: Readonly<Record<TableName, readonly Column[]>>,
): string {
	const ofMeasurement = new Set(tables.measurements.map(({ name }) => name));
	const list = tables.observations.map((column) =>
		ofMeasurement.has(column.name)
			? column.name
			: `${ANSWER_COLUMNS[column.name] ?? factColumn(column)} AS ${column.name}`,
	);
	return `SELECT ${list.join(", ")}, day
		FROM (SELECT *, ${piecesOf("answers", '[["VARCHAR"]]')} AS answers
		FROM (SELECT *, unnest(from_json(facts, '["JSON"]')) AS o FROM ${schema}.measurements))`;
}

/** A column's value, wherever the observation's layer has it. */
function factColumn({ name, type }: Column): string {
	return type.endsWith("[]")
		? piecesOf(fieldOf(name), '["VARCHAR"]')
		: byLayer(fieldOf(name), (at) => `(o ->> '$[${at}]')::${type}`);
}

function piecesOf(field: string, structure: string): string {
	return byLayer(field, (at) => `from_json(o -> '$[${at}]', '${structure}')`);
}

function byLayer(field: string, value: (at: number) => string): string {
	const cases = FACT_LAYERS.flatMap((layer) => {
		const at = fieldsOf(layer).indexOf(field);
		return at < 0 ? [] : `WHEN '${layer}' THEN ${value(at)}`;
	});
	return `CASE o ->> '$[0]' ${cases.join(" ")} END`;
}

/** Answers are lists of address, AS and canonical name. */
const ADDRESSES = "list_filter(answers, lambda a: a[1] IS NOT NULL)";
const ANSWER_COLUMNS: Readonly<Record<string, string>> = {
	answer_ips: `list_transform(${ADDRESSES}, lambda a: a[1])`,
	answer_asns: `list_transform(${ADDRESSES}, lambda a: coalesce(a[2]::UINTEGER, 0))::UINTEGER[]`,
	answer_cnames:
		"list_transform(list_filter(answers, lambda a: a[3] IS NOT NULL), lambda a: a[3])",
};
