/**
 * A unit is what a row of a page is about: a service, one function of a
 * service, or a target that belongs to no service. Functions are kept apart
 * because people lose them apart (media fail, text passes).
 */
import { type Sql, sql } from "../sql.ts";

export interface Unit {
	/** Service id; empty where the unit is a target of no service. */
	readonly service: string;
	/** Function of the service; empty: not a known one. */
	readonly function: string;
	/** The target where there is no service; empty otherwise. */
	readonly target: string;
}

/** Select list that gives a row of `daily` or `verdicts` its unit. */
export const UNIT_COLUMNS: Sql = sql`service, "function", CASE WHEN service = '' THEN target ELSE '' END AS target`;

/** The rows of one unit. */
export function ofUnit(unit: Unit): Sql {
	return unit.service === ""
		? sql`service = '' AND target = ${unit.target}`
		: sql`service = ${unit.service} AND "function" = ${unit.function}`;
}

/** One text for a unit, to key maps by. */
export function unitKey(unit: Unit): string {
	return `${unit.service}\t${unit.function}\t${unit.target}`;
}
