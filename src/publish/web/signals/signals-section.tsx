/** Signals of others on a country's or network's page: each by itself, on one time axis, with its own start and end. */
import type { Incident } from "../../../model/index.ts";
import type { ShownSignals } from "../../../pipeline/index.ts";
import { type Window, windowTo } from "../strips.ts";
import { formatDay } from "../times.ts";
import { countOf } from "../words.ts";
import { SignalPanel, shortNumber } from "./signal-panel.tsx";
import { newestDay, type SignalView, viewSignal } from "./signal-view.ts";

/** Nothing where no signal is kept. `window`: the days of the page's strip; the newest readings' where there is none. */
export function SignalsSection(props: {
	readonly shown: ShownSignals;
	readonly window: Window | undefined;
	readonly place: string;
	readonly incidents: readonly Incident[];
	readonly emulated: boolean;
	readonly siteName: string;
}) {
	const { signals, moreCount } = props.shown;
	const newest = newestDay(signals);
	const window = props.window ?? (newest && windowTo(newest));
	if (!window) return null;
	const views = signals.map((signal) => viewSignal(signal, window));
	const falls = views.filter(({ changes }) => changes.length > 0).length;
	return (
		<section aria-labelledby="signals">
			<h2 id="signals">Signals of others</h2>
			<p>
				{`${falls} of ${countOf(views.length, "signal")} changed in these weeks. Each has its own start and end, and none overrules another. A signal shows that something happened, never why.`}
				{moreCount > 0
					? ` ${countOf(moreCount, "more signal is", "more signals are")} kept of parts of ${props.place}, or beyond what this page holds.`
					: ""}
			</p>
			{views.map((view, i) => (
				<figure>
					<figcaption>
						<strong>{view.name}</strong>. {view.finding}
					</figcaption>
					<section
						class="scroll newest"
						aria-label={`Chart: ${view.name}`}
						tabindex={0}
					>
						<SignalPanel
							view={view}
							place={props.place}
							incidents={props.incidents}
							id={`signal-${i}`}
							emulated={props.emulated}
							siteName={props.siteName}
						/>
					</section>
					<DayTable view={view} />
					<p class="quiet">{view.source}</p>
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
