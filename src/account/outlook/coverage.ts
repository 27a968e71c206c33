/**
 * From when to when a list of restrictions claims to hold what happened. Only
 * there does a day without a row count as a day without a documented onset;
 * everywhere else no row says nothing.
 */
import { readCsv } from "../../reference/index.ts";
import type { RestrictionEntry } from "../record/index.ts";
import { toDayNumber } from "./days.ts";
import { isDay, type Read } from "./occasions.ts";

export interface Coverage {
	/** `*`: every country. */
	readonly cc: string;
	/** How the ids of its restrictions begin. */
	readonly list: string;
	readonly since: number;
	/** The first day that it does not cover. */
	readonly until: number;
	readonly source: string;
}

/** Reads what lists claim to cover. A row with a fault becomes a problem; never throws. */
export function readCoverage(csv: string): Read<Coverage> {
	const table = readCsv(csv, ["cc", "list", "since", "until", "source"]);
	const problems = [...table.problems];
	const rows = table.rows.flatMap((row) => {
		const [since, until] = [row.get("since"), row.get("until")];
		if (!isDay(since) || !isDay(until) || until <= since) {
			problems.push(`line ${row.line}: no range of days`);
			return [];
		}
		return {
			cc: row.get("cc"),
			list: row.get("list"),
			since: toDayNumber(since),
			until: toDayNumber(until),
			source: row.get("source"),
		};
	});
	return { rows, problems };
}

/** What the lists of a record cover of a country together; undefined where none does. */
export function coverageOf(
	coverages: readonly Coverage[],
	entries: readonly RestrictionEntry[],
	cc: string,
): Pick<Coverage, "since" | "until"> | undefined {
	const own = coverages.filter(
		(one) =>
			(one.cc === cc || one.cc === "*") &&
			entries.some(({ id }) => id.startsWith(one.list)),
	);
	return own.length === 0
		? undefined
		: {
				since: Math.min(...own.map(({ since }) => since)),
				until: Math.max(...own.map(({ until }) => until)),
			};
}
