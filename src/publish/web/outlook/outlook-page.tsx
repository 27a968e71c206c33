/** `/pk/outlook`: which days are likely ones, why, and how far that can be trusted. */
import {
	type Area,
	KIND_NAMES,
	type LeadScore,
	OUTLOOK_KINDS,
	type Outlook,
	type Skill,
} from "../../../account/outlook/index.ts";
import { countryName } from "../../../reference/index.ts";
import { countryPath, recordPath } from "../names.ts";
import { formatDay, formatDays } from "../times.ts";
import { sentenceCase } from "../words.ts";
import { Months } from "./months.tsx";
import { leadSentence, occasionSentence, percentOf } from "./outlook-words.ts";
import { Reliability } from "./reliability.tsx";

export interface OutlookPageProps {
	readonly outlook: Outlook;
	readonly areas: readonly Area[];
	/** Address without its query, and the query. */
	readonly path: string;
	readonly query: string;
	readonly dayCount: number;
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
			<Scores outlook={outlook} />
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
						<td>
							{day.reasons.join(" ") ||
								"No occasion: the level of the record so far."}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const AHEAD: Readonly<Record<number, string>> = {
	1: "1 day",
	7: "7 days",
	30: "30 days",
	90: "90 days",
	365: "365 days",
};
const FINDINGS = {
	better: "better than the average",
	no_better: "no better than the average",
	too_few: "too few onsets to say",
} as const;

function Scores({ outlook }: { readonly outlook: Outlook }) {
	const { scores, kind, covered } = outlook;
	const [first] = scores;
	if (!first || !covered) return null;
	return (
		<section aria-labelledby="scores">
			<h2 id="scores">How good such forecasts were</h2>
			<p>
				Every day from 2016 on was forecast from what was known before it:{" "}
				{first.score.dayCount} days up to {formatDay(covered.until)}, with{" "}
				{first.score.onsetDayCount} onset days. Beside it stand four simple
				forecasts that know no calendar.
			</p>
			<div class="wide">
				<table>
					<caption>
						Mean squared error (Brier; lower is better), and skill over the best
						of the four
					</caption>
					<thead>
						<tr>
							<th scope="col">Ahead</th>
							<th scope="col" class="number">
								Forecast
							</th>
							<th scope="col" class="number">
								Best of the four
							</th>
							<th scope="col">Skill, 95% interval</th>
							<th scope="col">Log skill, 95% interval</th>
							<th scope="col">Finding</th>
						</tr>
					</thead>
					<tbody>
						{scores.map((one) => (
							<ScoreRow {...one} />
						))}
					</tbody>
				</table>
			</div>
			<figure>
				<figcaption>
					Forecasts for the next day of {KIND_NAMES[kind]} against what came.
					Each point is a class of forecasts: on the dashed line they are right.
					Bars are 95% intervals. Both axes are drawn as square roots.
				</figcaption>
				<Reliability
					bins={first.score.reliability}
					title="Reliability diagram; the table below has its numbers"
				/>
			</figure>
			<div class="wide">
				<table>
					<caption>The same in numbers</caption>
					<thead>
						<tr>
							<th scope="col">Forecasts</th>
							<th scope="col" class="number">
								Days
							</th>
							<th scope="col" class="number">
								Onset days
							</th>
							<th scope="col" class="number">
								Mean forecast
							</th>
							<th scope="col" class="number">
								Came true
							</th>
						</tr>
					</thead>
					<tbody>
						{first.score.reliability.map((bin) => (
							<tr>
								<th scope="row">
									{Math.round(bin.from * 100)} to {Math.round(bin.to * 100)}%
								</th>
								<td class="number">{bin.dayCount}</td>
								<td class="number">{bin.onsetDayCount}</td>
								<td class="number">{percentOf(bin.meanForecast)}</td>
								<td class="number">{percentOf(bin.share)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

function ScoreRow({ leadDays, score }: LeadScore) {
	const best = score.baselines.find(({ name }) => name === score.bestBaseline);
	return (
		<tr>
			<th scope="row">{AHEAD[leadDays]}</th>
			<td class="number">{score.model.brier.toFixed(5)}</td>
			<td class="number">
				{best?.brier.toFixed(5)}
				<span class="block">{score.bestBaseline}</span>
			</td>
			<td>{skillWords(score.brierSkill)}</td>
			<td>{skillWords(score.logSkill)}</td>
			<td>{FINDINGS[score.finding]}</td>
		</tr>
	);
}

const skillWords = (skill: Skill | null): string =>
	skill
		? `${(skill.value * 100).toFixed(1)}% (${(skill.low * 100).toFixed(1)} to ${(skill.high * 100).toFixed(1)}%)`
		: "";

/** The page's description, for those who find it by a search. */
export function outlookDescription(outlook: Outlook): string {
	const first = outlook.days[0]?.on;
	const last = outlook.days.at(-1)?.on;
	return sentenceCase(
		`${KIND_NAMES[outlook.kind]} in ${countryName(outlook.cc)}: the chance of each day${first && last ? `, ${formatDays(first, last)}` : ""}, with its score against the average.`,
	);
}
