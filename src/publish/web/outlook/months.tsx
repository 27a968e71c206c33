/** Days as months of a wall calendar: each with its probability, those of an occasion marked. */
import type { OutlookDay } from "../../../account/outlook/index.ts";
import { formatDay } from "../times.ts";
import { percentOf } from "./outlook-words.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

export function Months(props: { readonly days: readonly OutlookDay[] }) {
	const months = new Map<string, OutlookDay[]>();
	for (const day of props.days) {
		const month = day.on.slice(0, 7);
		months.set(month, [...(months.get(month) ?? []), day]);
	}
	return (
		<div class="months">
			{[...months].map(([month, days]) => (
				<Month month={month} days={days} />
			))}
		</div>
	);
}

function Month(props: {
	readonly month: string;
	readonly days: readonly OutlookDay[];
}) {
	const { month, days } = props;
	const lead = weekday(days[0]?.on ?? `${month}-01`);
	const cells: readonly (OutlookDay | undefined)[] = [
		...Array.from({ length: lead }, () => undefined),
		...days,
	];
	const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
		Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
	);
	return (
		<table class="month">
			<caption>{formatDay(`${month}-01`).replace(/^1 /, "")}</caption>
			<thead>
				<tr>
					{WEEKDAYS.map((name) => (
						<th scope="col">{name}</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weeks.map((week) => (
					<tr>
						{week.map((day) => (
							<DayCell day={day} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function DayCell({ day }: { readonly day: OutlookDay | undefined }) {
	if (day === undefined) return <td />;
	const names = [...new Set(day.occasions.map(({ name }) => name))].join("; ");
	return (
		<td class={names ? "occasion" : undefined} title={names || undefined}>
			<span class="block">{Number(day.on.slice(8))}</span>
			<span class="block chance">
				{day.probability === null
					? "–"
					: percentOf(day.probability).replace("under ", "<")}
			</span>
		</td>
	);
}

/** 0 is Monday. */
function weekday(day: string): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
