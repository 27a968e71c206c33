/** From day counts to what a strip chart shows: its window, its rows and the sentence that states its finding. */
import { addDays } from "../../base/index.ts";
import type { DayCounts } from "../../store/index.ts";
import { type Cell, cellOf } from "./cells.ts";
import type { StripRow } from "./charts/strip.tsx";
import { groupBy, latest } from "./findings.ts";
import { say } from "./language/speech.ts";
import { betweenDays, formatDay } from "./times.ts";
import {
	countOf,
	isRestricted,
	listOf,
	RESTRICTED_STATES,
	STATE_WORDS,
} from "./words.ts";

/** Days of a strip: eight weeks. */
export const STRIP_DAYS = 56;
/** Most rows of an image and its table, so that a page stays light; the CSV file holds all. */
const MOST_ROWS = 12;

export interface Window {
	readonly firstOn: string;
	readonly lastOn: string;
}

/** The window that ends on a day. */
export function windowTo(lastOn: string): Window {
	return { firstOn: addDays(lastOn, 1 - STRIP_DAYS), lastOn };
}

/** The window as the half-open range of a query. */
export function rangeOf({ firstOn, lastOn }: Window) {
	return { since: firstOn, until: addDays(lastOn, 1) };
}

export interface StripData {
	readonly window: Window;
	readonly rows: readonly StripRow[];
	/** Rows that are only in the CSV file: those with the fewest sessions. */
	readonly hiddenRowCount: number;
	readonly finding: string;
	/** The counts behind it, for the page's tables. */
	readonly days: readonly DayCounts[];
	/** Newest measurement in it; empty where there is none. */
	readonly lastMeasuredAt: string;
}

/** How a strip is put together and what its sentence is about. */
export interface StripPlan {
	readonly window: Window;
	/** `unit`: rows are places and the subject is a unit. `place`: rows are units and the subject is a network. */
	readonly about: "unit" | "place";
	readonly subject: string;
	/** Something else explains what was measured, so that it is not told as a restriction (P10). */
	readonly isExplained?: boolean;
	/** What a row stands for: `network`, `country`, `service or site`. */
	readonly rowNoun: readonly [one: string, many: string];
	keyOf(row: DayCounts): string;
	describe(first: DayCounts): Omit<StripRow, "cells">;
	/** Keys of rows that stand before all others. */
	readonly firstKeys?: ReadonlySet<string>;
	/** One cell a day from the rows of a key; each row a cell where left out. */
	cellsOf?(days: readonly [DayCounts, ...DayCounts[]]): readonly Cell[];
}

/** Puts days into rows, the most sessions first. */
export function makeStrip(
	days: readonly DayCounts[],
	plan: StripPlan,
): StripData {
	const groups = [...groupBy(days, plan.keyOf)]
		.map(([key, group]) => ({
			isFirst: plan.firstKeys?.has(key) ?? false,
			row: {
				...plan.describe(group[0]),
				cells: plan.cellsOf?.(group) ?? group.map(cellOf),
			},
			sessions: group.reduce((sum, day) => sum + day.sessionCount, 0),
		}))
		.sort(
			(a, b) =>
				Number(b.isFirst) - Number(a.isFirst) ||
				b.sessions - a.sessions ||
				a.row.name.localeCompare(b.row.name, "en"),
		);
	const allRows = groups.map((group) => group.row);
	return {
		window: plan.window,
		rows: allRows.slice(0, MOST_ROWS),
		hiddenRowCount: Math.max(0, allRows.length - MOST_ROWS),
		finding: stripFinding(allRows, plan),
		days,
		lastMeasuredAt: latest(days.map((day) => day.lastMeasuredAt)),
	};
}

/** One sentence on what a strip shows. */
function stripFinding(rows: readonly StripRow[], plan: StripPlan): string {
	const { subject, about } = plan;
	const [one, many] = plan.rowNoun;
	const telling = rows.filter((row) =>
		row.cells.some((cell) => cell.state !== "insufficient"),
	);
	if (telling.length === 0) return say("strip.none", { subject });
	const cells = rows.flatMap((row) => row.cells);
	const restricted = cells.filter((cell) => isRestricted(cell.state));
	if (restricted.length === 0)
		return say(about === "unit" ? "strip.unit_ok" : "strip.place_ok", {
			subject,
			rows: countOf(telling.length, one, many),
		});
	const states = new Set(restricted.map((cell) => cell.state));
	const said = listOf(
		RESTRICTED_STATES.filter((state) => states.has(state)).map(
			(state) => STATE_WORDS[state],
		),
		"or",
	);
	const days = restricted.map((cell) => cell.day).sort();
	const span = betweenDays(days[0] ?? "", days.at(-1) ?? "");
	const top = peakOf(restricted);
	const measured = cells.filter(
		(cell) => cell.day === top.day && cell.state !== "insufficient",
	).length;
	const peak = say("strip.peak", {
		count: top.count,
		rows: countOf(measured, one, many),
		day: formatDay(top.day),
	});
	const args = { subject, states: said, days: span, peak };
	if (plan.isExplained) return say("strip.explained", args);
	return say(about === "unit" ? "strip.unit" : "strip.place", args);
}

/** The day with the most cells, the first of equals. */
function peakOf(cells: readonly Cell[]): {
	readonly day: string;
	readonly count: number;
} {
	const byDay = groupBy(cells, (cell) => cell.day);
	return [...byDay.entries()]
		.map(([day, group]) => ({ day, count: group.length }))
		.reduce((a, b) =>
			b.count > a.count || (b.count === a.count && b.day < a.day) ? b : a,
		);
}
