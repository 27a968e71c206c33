/**
 * A country's day from its networks' days. It is restricted when at least two
 * networks are, with the sessions a headline needs (P7): so that a partial
 * block is not averaged away, and one network does not speak for a country.
 */
import type { State } from "../../model/index.ts";
import type { DayCounts } from "../../store/index.ts";
import { type Cell, stateOf } from "./cells.ts";
import { countStates, groupBy, reachOf, witnessCount } from "./findings.ts";
import { say } from "./language/speech.ts";
import { countOf, isRestricted, STATE_WORDS } from "./words.ts";

/** One cell a day, from rows of one country and unit. */
export function countryCells(rows: readonly DayCounts[]): readonly Cell[] {
	return [...groupBy(rows, (row) => row.day).values()]
		.map(countryCell)
		.sort((a, b) => a.day.localeCompare(b.day));
}

function countryCell(rows: readonly [DayCounts, ...DayCounts[]]): Cell {
	const telling = rows
		.map((row) => ({ row, state: stateOf(row) }))
		.filter(({ state }) => state !== "insufficient");
	const restricted = telling.filter(({ state }) => isRestricted(state));
	const reach = reachOf(
		restricted.length,
		restricted.reduce((sum, { row }) => sum + witnessCount(row), 0),
	);
	const sessions = countOf(
		rows.reduce((sum, row) => sum + row.sessionCount, 0),
		"session",
	);
	const { day } = rows[0];
	if (reach === "country") {
		const state = commonest(restricted.map((item) => item.state));
		return {
			day,
			state,
			weight: say("weight.networks", {
				count: restricted.length,
				total: telling.length,
				sessions,
			}),
		};
	}
	// One restricted network is not the country's state, and hides that nothing can be said of it.
	if (telling.length < 2 || restricted.length > 0)
		return {
			day,
			state: "insufficient",
			weight: say("weight.few_networks", {
				count: telling.length,
				sessions,
			}),
		};
	const state = commonest(telling.map((item) => item.state));
	const like = telling.filter((item) => item.state === state).length;
	return {
		day,
		state,
		weight: say("weight.networks", {
			count: like,
			total: telling.length,
			sessions,
		}),
	};
}

/** The commonest state, the gravest of equals. */
function commonest(states: readonly State[]): State {
	const counts = countStates(states);
	return (Object.keys(STATE_WORDS) as State[]).reduce((a, b) =>
		counts[b] > counts[a] ? b : a,
	);
}
