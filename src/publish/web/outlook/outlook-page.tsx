/** `/pk/outlook`: which days are likely ones, why, and how far that can be trusted. */
import {
	type Area,
	OUTLOOK_KINDS,
	type Outlook,
} from "../../../account/outlook/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { English } from "../language/english.tsx";
import { say, sayWith } from "../language/speech.ts";
import { countryPath, placeName, recordPath } from "../names.ts";
import { formatDay, formatDays } from "../times.ts";
import { formatCount, sentenceCase } from "../words.ts";
import { Months } from "./months.tsx";
import { Scores } from "./outlook-scores.tsx";
import {
	KIND_WORDS,
	leadSentence,
	occasionSentence,
	percentOf,
} from "./outlook-words.ts";

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
	const country = placeName(cc);
	const place =
		areas.find((one) => one.area === area)?.name ?? say("outlook.whole");
	return (
		<>
			<p class="kicker">
				<a href={countryPath(cc)}>{country}</a>
			</p>
			<h1>{say("outlook.title", { country })}</h1>
			<p class="standfirst">{leadSentence(outlook, country)}</p>
			<Choice {...props} />
			<section aria-labelledby="occasions">
				<h2 id="occasions">{say("outlook.ahead")}</h2>
				{outlook.occasionNote ? (
					<p>
						<English>{outlook.occasionNote}</English>
					</p>
				) : null}
				{outlook.upcoming.length === 0 ? (
					<p>{say("outlook.none_ahead")}</p>
				) : (
					<ul class="record">
						{outlook.upcoming.map((one) => (
							<li id={one.key}>
								<p class="said">
									<strong>
										<English>{one.name}</English>
									</strong>
									, {occasionSentence(one, kind)}
								</p>
							</li>
						))}
					</ul>
				)}
				<p>
					{sayWith("outlook.calendar", {
						link: (parts) => <a href={`${path}.ics?${query}`}>{parts}</a>,
						code: (parts) => <code>{parts}</code>,
					})}
				</p>
			</section>
			<section aria-labelledby="days">
				<h2 id="days">{say("head.day_by_day")}</h2>
				<p>{say("outlook.days_text", { kind: KIND_WORDS[kind], place })}</p>
				<Months days={outlook.days} />
				<LikelyDays outlook={outlook} />
			</section>
			<Scores outlook={outlook} figure={props.figure} address={props.address} />
			<section aria-labelledby="basis">
				<h2 id="basis">{say("outlook.basis")}</h2>
				<ul>
					{outlook.notes.map((note) => (
						<li>
							<English>{note}</English>
						</li>
					))}
				</ul>
				<p>
					{sayWith(
						"outlook.not_measured",
						{ link: (parts) => <a href={recordPath(cc)}>{parts}</a> },
						{ country },
					)}
				</p>
			</section>
		</>
	);
}

function Choice({ outlook, areas, path, dayCount }: OutlookPageProps) {
	return (
		<form action={path} method="get" class="choice">
			<label>
				{say("outlook.what")}{" "}
				<select name="kind">
					{OUTLOOK_KINDS.map((kind) => (
						<option value={kind} selected={kind === outlook.kind}>
							{KIND_WORDS[kind]}
						</option>
					))}
				</select>
			</label>
			{areas.length > 0 ? (
				<label>
					{say("outlook.where")}{" "}
					<select name="area">
						<option value="" selected={outlook.area === undefined}>
							{say("outlook.whole")}
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
				{say("outlook.days")}{" "}
				<select name="days">
					{[30, 90, 365].map((days) => (
						<option value={String(days)} selected={days === dayCount}>
							{formatCount(days)}
						</option>
					))}
				</select>
			</label>{" "}
			<button type="submit">{say("outlook.show")}</button>
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
			<caption>{say("outlook.likeliest")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("outlook.day")}</th>
					<th scope="col" class="number">
						{say("outlook.forecast")}
					</th>
					<th scope="col">{say("outlook.why")}</th>
				</tr>
			</thead>
			<tbody>
				{likely.map((day) => (
					<tr>
						<th scope="row">{formatDay(day.on)}</th>
						<td class="number">
							{percentOf(day.probability ?? 0)}
							<span class="block">
								{say("money.range", {
									from: percentOf(day.low ?? 0),
									to: percentOf(day.high ?? 0),
								})}
							</span>
						</td>
						<td>
							<English>{day.reasons.join(" ")}</English>
						</td>
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
		say("outlook.description", {
			kind: KIND_WORDS[outlook.kind],
			country: placeName(outlook.cc),
			days: first && last ? formatDays(first, last) : "",
		}),
	);
}
