/**
 * What is told of a measurement by a piece of SQL that several queries share.
 * One session where rows are counted: a run of one probe, and each measurement
 * by itself where its run is not known.
 */
import type { Sql } from "./sql.ts";

/** As text, for statements that are put together as text. Needs `report_id` and `uid`. */
export const SESSION_TEXT =
	"CASE WHEN report_id = '' THEN uid ELSE report_id END";

/** As a fragment, for tagged templates. */
export const SESSION: Sql = { kind: "sql", pieces: [SESSION_TEXT], values: [] };

/** The program that measured: the first word of its name. Needs `software_name`. */
export const SOFTWARE_TEXT = "regexp_extract(lower(software_name), '^[a-z]*')";

/** As a fragment. */
export const SOFTWARE: Sql = {
	kind: "sql",
	pieces: [SOFTWARE_TEXT],
	values: [],
};
