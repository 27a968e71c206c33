/** Signals of others on a country's or network's page: each by itself, on one time axis, with its own start and end. */
import { raw } from "hono/html";
import type { ShownSignals } from "../../../pipeline/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import { EmbedSnippet } from "../embed/snippet.tsx";
import { English } from "../language/english.tsx";
import { say } from "../language/speech.ts";
import type { Window } from "../strips.ts";
import { formatDay } from "../times.ts";
import { countOf, formatCount } from "../words.ts";
import { type SignalPlace, signalFigures } from "./signal-figure.tsx";
import { shortNumber } from "./signal-panel.tsx";
import type { SignalView } from "./signal-view.ts";
import { ToldOutages } from "./told-outages.tsx";

/** Nothing where no signal is kept and nobody tells of an outage. `window`: the days of the page's strip; the newest readings' where there is none. */
export function SignalsSection(props: {
	readonly shown: ShownSignals;
	readonly window: Window | undefined;
	readonly place: SignalPlace;
	/** Where others reach the site. */
	readonly address: string | undefined;
}) {
	const { shown, place } = props;
	const figures = signalFigures(shown, props.window, place) ?? [];
	if (figures.length === 0 && shown.told.length === 0) return null;
	const falls = figures.filter(({ view }) => view.changes.length > 0).length;
	return (
		<section aria-labelledby="signals">
			<h2 id="signals">{say("signal.heading")}</h2>
			{figures.length === 0 ? null : (
				<p>
					{say("signal.changed", { falls, count: figures.length })}
					{shown.moreCount > 0
						? ` ${countOf(shown.moreCount, "more signal is", "more signals are")} kept of parts of ${place.name}, or beyond what this page holds.`
						: ""}
				</p>
			)}
			{figures.map(({ figure, view }) => (
				<figure>
					<figcaption>
						<strong>{view.name}</strong>. {figure.finding}
					</figcaption>
					<section
						class="scroll newest"
						aria-label={say("chart.label", { title: view.name })}
						tabindex={0}
					>
						{raw(figure.svg())}
					</section>
					<DayTable view={view} />
					<p class="quiet">
						<English>{view.source}</English>
					</p>
					<FigureFiles figure={figure} />
					<EmbedSnippet figure={figure} address={props.address} />
				</figure>
			))}
			<ToldOutages
				told={shown.told}
				moreCount={shown.moreToldCount}
				incidents={place.incidents}
			/>
		</section>
	);
}

function DayTable({ view }: { readonly view: SignalView }) {
	if (view.days.length === 0) return null;
	const caption = `${view.name}, ${view.unit}`;
	return (
		<details>
			<summary>{say("chart.table")}</summary>
			<section class="scroll" aria-label={caption} tabindex={0}>
				<table>
					<caption>{say("signal.table", { caption })}</caption>
					<thead>
						<tr>
							<th scope="col">{say("chart.day")}</th>
							<th scope="col">{say("signal.lowest")}</th>
							<th scope="col">{say("signal.highest")}</th>
							<th scope="col">{say("signal.readings")}</th>
						</tr>
					</thead>
					<tbody>
						{view.days.map(({ day, low, high, readingCount }) => (
							<tr>
								<th scope="row">{formatDay(day)}</th>
								<td>{shortNumber(low)}</td>
								<td>{shortNumber(high)}</td>
								<td>{formatCount(readingCount)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}
