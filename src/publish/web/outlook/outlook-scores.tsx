/** How good forecasts of the past were: scores by distance, and the reliability diagram with its numbers. */
import { raw } from "hono/html";
import type {
	LeadScore,
	Outlook,
	Skill,
} from "../../../account/outlook/index.ts";
import { addDays } from "../../../base/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { EmbedSnippet } from "../embed/snippet.tsx";
import { English } from "../language/english.tsx";
import { currentLocale, say, wordsOf } from "../language/speech.ts";
import { formatDay } from "../times.ts";
import { countOf, formatCount } from "../words.ts";
import { KIND_WORDS, percentOf } from "./outlook-words.ts";

const FINDINGS = wordsOf<LeadScore["score"]["finding"]>({
	better: "outlook.better",
	no_better: "outlook.no_better",
	too_few: "outlook.too_few",
});

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
			<h2 id="scores">{say("outlook.scores")}</h2>
			<p>
				{say("outlook.scores_text", {
					days: first.score.dayCount,
					until: formatDay(addDays(covered.until, -1)),
					onsets: first.score.onsetDayCount,
				})}
			</p>
			<section class="sideways" aria-label={say("outlook.scores")} tabindex={0}>
				<table>
					<caption>{say("outlook.scores_caption")}</caption>
					<thead>
						<tr>
							<th scope="col">{say("outlook.head_ahead")}</th>
							<th scope="col" class="number">
								{say("outlook.forecast")}
							</th>
							<th scope="col" class="number">
								{say("outlook.best")}
							</th>
							<th scope="col">{say("outlook.skill")}</th>
							<th scope="col">{say("outlook.log_skill")}</th>
							<th scope="col">{say("outlook.finding")}</th>
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
					{figure.finding} {say("outlook.points", { kind: KIND_WORDS[kind] })}
				</figcaption>
				<section class="scroll paper" aria-label={figure.title} tabindex={0}>
					{raw(figure.svg())}
				</section>
				<FigureFiles figure={figure} />
				<EmbedSnippet figure={figure} address={props.address} />
			</figure>
			<section
				class="sideways"
				aria-label={say("outlook.numbers")}
				tabindex={0}
			>
				<table>
					<caption>{say("outlook.numbers")}</caption>
					<thead>
						<tr>
							<th scope="col">{say("outlook.forecasts")}</th>
							<th scope="col" class="number">
								{say("outlook.days")}
							</th>
							<th scope="col" class="number">
								{say("outlook.onset_days")}
							</th>
							<th scope="col" class="number">
								{say("outlook.mean")}
							</th>
							<th scope="col" class="number">
								{say("outlook.came_true")}
							</th>
						</tr>
					</thead>
					<tbody>
						{first.score.reliability.map((bin) => (
							<tr>
								<th scope="row">
									{say("money.range", {
										from: formatCount(Math.round(bin.from * 100)),
										to: `${formatCount(Math.round(bin.to * 100))}%`,
									})}
								</th>
								<td class="number">{formatCount(bin.dayCount)}</td>
								<td class="number">{formatCount(bin.onsetDayCount)}</td>
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
			<th scope="row">{countOf(leadDays, "day")}</th>
			<td class="number">{decimals(score.model.brier, 5)}</td>
			<td class="number">
				{best ? decimals(best.brier, 5) : ""}
				<span class="block">
					<English>{score.bestBaseline}</English>
				</span>
			</td>
			<td>{skillWords(score.brierSkill)}</td>
			<td>{skillWords(score.logSkill)}</td>
			<td>{FINDINGS[score.finding]}</td>
		</tr>
	);
}

function skillWords(skill: Skill | null): string {
	if (skill === null) return "";
	const range = say("money.range", {
		from: decimals(skill.low * 100, 1),
		to: `${decimals(skill.high * 100, 1)}%`,
	});
	return `${decimals(skill.value * 100, 1)}% (${range})`;
}

function decimals(value: number, digits: number): string {
	return value.toLocaleString(currentLocale(), {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}
