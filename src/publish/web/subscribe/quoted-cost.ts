/** A range of costs that somebody quoted, in an address: told again when it is estimated otherwise. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import type { Incident } from "../../../model/index.ts";
import type { QuotedCost } from "../../../store/index.ts";

/** `1150000,584000000,2026-03-01T22:00Z`; without a time for what was over. Undefined where there is no range. */
function quotedCostText({ range, event }: CostEstimate): string | undefined {
	if (range === null) return undefined;
	const until =
		event.runningUntil === undefined
			? ""
			: `${event.runningUntil.slice(0, 16)}Z`;
	return [Math.round(range.low), Math.round(range.high), until].join(",");
}

/** What `/subscribe` is asked for by whoever quotes an incident, and its cost where one is told. */
export function quoteQuery(
	{ id, revision }: Incident,
	estimate: CostEstimate | undefined,
): string {
	const cost = estimate && quotedCostText(estimate);
	return String(
		new URLSearchParams({
			incident: id,
			revision: String(revision),
			...(cost === undefined ? {} : { cost }),
		}),
	);
}

/** Undefined where none is given; `wrong` where it cannot be one. */
export function readQuotedCost(text: string): QuotedCost | undefined | "wrong" {
	if (text === "") return undefined;
	const [, low, high, until = ""] =
		/^(\d{1,15}),(\d{1,15}),(\d{4}-\d\d-\d\dT\d\d:\d\dZ)?$/.exec(text) ?? [];
	if (low === undefined || high === undefined) return "wrong";
	if (until !== "" && Number.isNaN(Date.parse(until))) return "wrong";
	return {
		low: Number(low),
		high: Number(high),
		...(until === "" ? {} : { until }),
	};
}
