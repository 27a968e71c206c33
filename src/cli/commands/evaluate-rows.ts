/** How `rasai evaluate` sets estimates and tables. */
import type { Estimate } from "../../pipeline/index.ts";
import type { Context } from "../command.ts";
import { visible } from "../output.ts";

export const percent = (estimate: Estimate | undefined): string =>
	estimate
		? `${(estimate.value * 100).toFixed(1)}% [${(estimate.low * 100).toFixed(1)}, ${(estimate.high * 100).toFixed(1)}]`
		: "-";

export const rate = (estimate: Estimate | undefined): string =>
	estimate
		? `${estimate.value.toFixed(2)} [${estimate.low.toFixed(2)}, ${estimate.high.toFixed(2)}]`
		: "-";

/** A heading and rows with their columns set under each other. */
export function printRows(
	context: Context,
	title: string,
	rows: readonly (readonly string[])[],
): void {
	context.print(`${context.bold(title)}\n`);
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	for (const row of rows)
		context.print(
			`  ${row
				.map((cell, column) => visible(cell).padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd()}\n`,
		);
	context.print("\n");
}
