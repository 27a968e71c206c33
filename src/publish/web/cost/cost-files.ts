/** Every step of an estimate as a row: what went in, by which formula, of which year, and what came out. */
import { type CostEstimate, costSteps } from "../../../account/costs/index.ts";
import { type DataFileFrame, recordsCsv } from "../data-files.ts";

const COLUMNS = [
	"step",
	"method",
	"year",
	"name",
	"formula",
	"inputs",
	"vintage",
	"low",
	"mid",
	"high",
	"unit",
	"source",
] as const;

export function stepsCsv(estimate: CostEstimate, frame: DataFileFrame): string {
	return recordsCsv(
		COLUMNS,
		costSteps(estimate).map(({ year, low, mid, high, ...step }) => ({
			...step,
			year: year ?? undefined,
			low: low ?? undefined,
			mid: mid ?? undefined,
			high: high ?? undefined,
		})),
		frame,
	);
}
