/** Signals of others on a country's or network's page: each by itself, on one time axis, with its own start and end. */
import { raw } from "hono/html";
import type { ShownSignals } from "../../../pipeline/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import { EmbedSnippet } from "../embed/snippet.tsx";
import type { Window } from "../strips.ts";
import { formatDay } from "../times.ts";
import { countOf } from "../words.ts";
import { type SignalPlace, signalFigures } from "./signal-figure.tsx";
import { shortNumber } from "./signal-panel.tsx";
import type { SignalView } from "./signal-view.ts";

/** Nothing where no signal is kept. `window`: the days of the page's strip; the newest readings' where there is none. */
export function SignalsSection(props: {
	readonly shown: ShownSignals;
	readonly window: Window | undefined;
	readonly place: SignalPlace;
	/** Where others reach the site. */
	readonly address: string | undefined;
}) {
	const { shown, place } = props;
	const figures = signalFigures(shown, props.window, place);
	if (!figures) return null;
	const falls = figures.filter(({ view }) => view.changes.length > 0).length;
	return (
		<section aria-labelledby="signals">
			<h2 id="signals">Signals of others</h2>
			<p>
				{`${falls} of ${countOf(figures.length, "signal")} changed in these weeks. Each has its own start and end, and none overrules another. A signal shows that something happened, never why.`}
				{shown.moreCount > 0
					? ` ${countOf(shown.moreCount, "more signal is", "more signals are")} kept of parts of ${place.name}, or beyond what this page holds.`
					: ""}
			</p>
			{figures.map(({ figure, view }) => (
				<figure>
					<figcaption>
						<strong>{view.name}</strong>. {figure.finding}
					</figcaption>
					<section
						class="scroll newest"
						aria-label={`Chart: ${view.name}`}
						tabindex={0}
					>
						{raw(figure.svg())}
					</section>
					<DayTable view={view} />
					<p class="quiet">{view.source}</p>
					<FigureFiles figure={figure} />
					<EmbedSnippet figure={figure} address={props.address} />
				</figure>
			))}
		</section>
	);
}

function DayTable({ view }: { readonly view: SignalView }) {
	if (view.days.length === 0) return null;
	const caption = `${view.name}, ${view.unit}`;
	return (
		<details>
			<summary>The same data as a table</summary>
			<section class="scroll" aria-label={caption} tabindex={0}>
				<table>
					<caption>{caption}. A day without readings has no row.</caption>
					<thead>
						<tr>
							<th scope="col">Day (UTC)</th>
							<th scope="col">Lowest</th>
							<th scope="col">Highest</th>
							<th scope="col">Readings</th>
						</tr>
					</thead>
					<tbody>
						{view.days.map(({ day, low, high, readingCount }) => (
							<tr>
								<th scope="row">{formatDay(day)}</th>
								<td>{shortNumber(low)}</td>
								<td>{shortNumber(high)}</td>
								<td>{readingCount}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}
