/** The strip's cells as a table, days downwards: what is read by those who do not see the chart, or copy from it. */
import { addDays } from "../../../base/index.ts";
import { say } from "../language/speech.ts";
import { formatDay } from "../times.ts";
import { STATE_WORDS } from "../words.ts";
import type { StripRow } from "./strip.tsx";

export function StripTable(props: {
	readonly caption: string;
	readonly firstOn: string;
	readonly dayCount: number;
	readonly rows: readonly StripRow[];
}) {
	const { rows, dayCount, firstOn } = props;
	const days = Array.from({ length: dayCount }, (_, i) =>
		addDays(firstOn, dayCount - 1 - i),
	);
	const byDay = rows.map(
		(row) => new Map(row.cells.map((cell) => [cell.day, cell])),
	);
	return (
		<details>
			<summary>{say("chart.table")}</summary>
			<section class="scroll" aria-label={props.caption} tabindex={0}>
				<table class="matrix">
					<caption>
						{say("chart.table_caption", { caption: props.caption })}
					</caption>
					<thead>
						<tr>
							<th scope="col">{say("chart.day")}</th>
							{rows.map((row) => (
								<th scope="col">{row.name}</th>
							))}
						</tr>
					</thead>
					<tbody>
						{days.map((day) => (
							<tr>
								<th scope="row">{formatDay(day)}</th>
								{rows.map((row, index) => {
									const cell = byDay[index]?.get(day);
									return cell === undefined ? (
										<td>–</td>
									) : (
										<td>
											<a href={row.href(cell)}>{STATE_WORDS[cell.state]}</a>{" "}
											{shortWeight(cell.weight)}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}

/** `5 of 6 sessions` as `5 of 6`: the caption says of what. */
function shortWeight(weight: string): string {
	return weight.replace(/( of \d+) sessions?$/, "$1");
}
