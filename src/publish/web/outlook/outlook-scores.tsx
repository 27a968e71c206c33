/** How good forecasts of the past were: scores by distance, and the reliability diagram with its numbers. */
import { raw } from "hono/html";
import {
	KIND_NAMES,
	type LeadScore,
	type Outlook,
	type Skill,
} from "../../../account/outlook/index.ts";
import { addDays } from "../../../base/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { EmbedSnippet } from "../embed/snippet.tsx";
import { formatDay } from "../times.ts";
import { percentOf } from "./outlook-words.ts";

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

export function Scores(props: {
	readonly outlook: Outlook;
	/** Undefined where nothing was scored. */
	readonly figure: ShownFigure | undefined;
	readonly address: string | undefined;
}) {
	const { outlook, figure } = props;
	const { scores, kind, covered } = outlook;
	const [first] = scores;
	if (!first || !covered || !figure) return null;
	return (
		<section aria-labelledby="scores">
			<h2 id="scores">How good such forecasts were</h2>
			<p>
				Every day from 2016 on was forecast from what was known before it:{" "}
				{first.score.dayCount} days up to{" "}
				{formatDay(addDays(covered.until, -1))}, with{" "}
				{first.score.onsetDayCount} onset days. Beside it stand four simple
				forecasts that know no calendar.
			</p>
			<section
				class="sideways"
				aria-label="Scores of the forecasts"
				tabindex={0}
			>
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
			</section>
			<figure>
				<figcaption>
					{figure.finding} Each point is a class of forecasts for the next day
					of {KIND_NAMES[kind]}: on the dashed line they are right. Bars are 95%
					intervals. Both axes are drawn as square roots.
				</figcaption>
				<section class="scroll paper" aria-label={figure.title} tabindex={0}>
					{raw(figure.svg())}
				</section>
				<FigureFiles figure={figure} />
				<EmbedSnippet figure={figure} address={props.address} />
			</figure>
			<section
				class="sideways"
				aria-label="Forecasts against what came, in numbers"
				tabindex={0}
			>
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
			</section>
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
