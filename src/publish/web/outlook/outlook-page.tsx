/** `/pk/outlook`: which days are likely ones, why, and how far that can be trusted. */
import {
	type Area,
	KIND_NAMES,
	OUTLOOK_KINDS,
	type Outlook,
} from "../../../account/outlook/index.ts";
import { countryName } from "../../../reference/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { countryPath, recordPath } from "../names.ts";
import { formatDay, formatDays } from "../times.ts";
import { sentenceCase } from "../words.ts";
import { Months } from "./months.tsx";
import { Scores } from "./outlook-scores.tsx";
import { leadSentence, occasionSentence, percentOf } from "./outlook-words.ts";

export interface OutlookPageProps {
	readonly outlook: Outlook;
	readonly areas: readonly Area[];
	/** Address without its query, and the query. */
	readonly path: string;
	readonly query: string;
	readonly dayCount: number;
	/** Its reliability diagram; undefined where nothing was scored. */
	readonly figure: ShownFigure | undefined;
	/** Where others reach the site. */
	readonly address: string | undefined;
}

export function OutlookPage(props: OutlookPageProps) {
	const { outlook, areas, path, query } = props;
	const { cc, kind, area } = outlook;
	const country = countryName(cc);
	const place =
		areas.find((one) => one.area === area)?.name ?? "the whole country";
	return (
		<>
			<p class="kicker">
				<a href={countryPath(cc)}>{country}</a>
			</p>
			<h1>Outlook for {country}</h1>
			<p class="standfirst">{leadSentence(outlook, country)}</p>
			<Choice {...props} />
			<section aria-labelledby="occasions">
				<h2 id="occasions">Occasions ahead</h2>
				{outlook.occasionNote ? <p>{outlook.occasionNote}</p> : null}
				{outlook.upcoming.length === 0 ? (
					<p>
						No occasion of these days is in our data. That says nothing of
						occasions that are not.
					</p>
				) : (
					<ul class="record">
						{outlook.upcoming.map((one) => (
							<li id={one.key}>
								<p class="said">
									<strong>{one.name}</strong>, {occasionSentence(one, kind)}
								</p>
							</li>
						))}
					</ul>
				)}
				<p>
					<a href={`${path}.ics?${query}`}>As a calendar to subscribe to</a>,
					with a reminder a week ahead. Put <code>alarm=14</code> in its address
					for another number of days, or <code>alarm=none</code> for none.
				</p>
			</section>
			<section aria-labelledby="days">
				<h2 id="days">Day by day</h2>
				<p>
					The chance that the onset of {KIND_NAMES[kind]} in {place} will be
					documented on the day. Days of an occasion are marked.
				</p>
				<Months days={outlook.days} />
				<LikelyDays outlook={outlook} />
			</section>
			<Scores outlook={outlook} figure={props.figure} address={props.address} />
			<section aria-labelledby="basis">
				<h2 id="basis">What this rests on</h2>
				<ul>
					{outlook.notes.map((note) => (
						<li>{note}</li>
					))}
				</ul>
				<p>
					It is made from what is documented and not from measurements:{" "}
					<a href={recordPath(cc)}>the record of {country}</a>.
				</p>
			</section>
		</>
	);
}

function Choice({ outlook, areas, path, dayCount }: OutlookPageProps) {
	return (
		<form action={path} method="get" class="choice">
			<label>
				What begins{" "}
				<select name="kind">
					{OUTLOOK_KINDS.map((kind) => (
						<option value={kind} selected={kind === outlook.kind}>
							{KIND_NAMES[kind]}
						</option>
					))}
				</select>
			</label>
			{areas.length > 0 ? (
				<label>
					Where{" "}
					<select name="area">
						<option value="" selected={outlook.area === undefined}>
							the whole country
						</option>
						{areas.map(({ area, name }) => (
							<option value={area} selected={area === outlook.area}>
								{name}
							</option>
						))}
					</select>
				</label>
			) : null}
			<label>
				Days{" "}
				<select name="days">
					{[30, 90, 365].map((days) => (
						<option value={String(days)} selected={days === dayCount}>
							{days}
						</option>
					))}
				</select>
			</label>{" "}
			<button type="submit">Show</button>
		</form>
	);
}

/** Days that stand out, with their reasons. */
function LikelyDays({ outlook }: { readonly outlook: Outlook }) {
	const likely = outlook.days
		.filter(({ basis }) => basis === "forecast")
		.sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
		.slice(0, 10);
	if (likely.length === 0) return null;
	return (
		<table>
			<caption>
				The ten likeliest days, with nine tenths of what the model holds
				possible
			</caption>
			<thead>
				<tr>
					<th scope="col">Day</th>
					<th scope="col" class="number">
						Forecast
					</th>
					<th scope="col">Why</th>
				</tr>
			</thead>
			<tbody>
				{likely.map((day) => (
					<tr>
						<th scope="row">{formatDay(day.on)}</th>
						<td class="number">
							{percentOf(day.probability ?? 0)}
							<span class="block">
								{percentOf(day.low ?? 0)} to {percentOf(day.high ?? 0)}
							</span>
						</td>
						<td>{day.reasons.join(" ")}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The page's description, for those who find it by a search. */
export function outlookDescription(outlook: Outlook): string {
	const first = outlook.days[0]?.on;
	const last = outlook.days.at(-1)?.on;
	return sentenceCase(
		`${KIND_NAMES[outlook.kind]} in ${countryName(outlook.cc)}: the chance of each day${first && last ? `, ${formatDays(first, last)}` : ""}, with its score against the average.`,
	);
}
