/** Days as months of a wall calendar: each with its probability, those of an occasion marked. */
import type { OutlookDay } from "../../../account/outlook/index.ts";
import { currentLocale } from "../language/speech.ts";
import { formatCount } from "../words.ts";
import { percentOf } from "./outlook-words.ts";

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
			<caption>
				{named(`${month}-01`, { month: "short", year: "numeric" })}
			</caption>
			<thead>
				<tr>
					{WEEK.map((day) => (
						<th scope="col">{named(day, { weekday: "short" })}</th>
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
			<span class="block">{formatCount(Number(day.on.slice(8)))}</span>
			<span class="block chance">
				{day.probability === null ? "–" : chanceInCell(day.probability)}
			</span>
		</td>
	);
}

/** Room is short: `<0.1%`. */
const chanceInCell = (share: number): string =>
	share > 0 && share < 0.001 ? `<${percentOf(0.001)}` : percentOf(share);

/** Some week, from Monday on. */
const WEEK = Array.from({ length: 7 }, (_, i) => `2024-01-0${i + 1}`);

function named(day: string, parts: Intl.DateTimeFormatOptions): string {
	return new Date(`${day}T00:00:00Z`).toLocaleDateString(currentLocale(), {
		...parts,
		timeZone: "UTC",
	});
}

/** 0 is Monday. */
function weekday(day: string): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
