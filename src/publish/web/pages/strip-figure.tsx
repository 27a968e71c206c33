/** A strip in a page: its finding above, the chart in its own scroll box, the same data as a table, and links to other weeks. */
import { addDays } from "../../../base/index.ts";
import { STATES } from "../../../model/index.ts";
import { FigureFiles } from "../charts/figure-files.tsx";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { Strip, type StripProps } from "../charts/strip.tsx";
import { StripTable } from "../charts/strip-table.tsx";
import { Swatch } from "../charts/textures.tsx";
import { EmbedSnippet } from "../embed/snippet.tsx";
import { inOwnDirection, say } from "../language/speech.ts";
import { STRIP_DAYS, type StripData } from "../strips.ts";
import { formatDays, formatMoment, measuredSentence } from "../times.ts";
import { STATE_WORDS } from "../words.ts";

/** What a chart says beside its data. */
export interface StripFrame {
	/** Title inside the image: what, where, by what. */
	readonly title: string;
	readonly emulated: boolean;
	readonly siteName: string;
	/** Where the site is reached from elsewhere. */
	readonly siteAddress: string | undefined;
	/** Address of the page and the query that chooses the strip, to link to other weeks and to the image. */
	readonly path: string;
	readonly query: string;
	/** First and last day that have data at all. */
	readonly span: { readonly firstOn: string; readonly lastOn: string };
}

/** Everything the chart shows; the same in a page and as a file. */
export function stripProps(
	data: StripData,
	frame: StripFrame,
	standalone: boolean,
): StripProps {
	const { firstOn, lastOn } = data.window;
	return {
		title: inOwnDirection(
			frame.emulated
				? say("chart.emulated", { title: frame.title })
				: frame.title,
		),
		subtitle: inOwnDirection(
			data.lastMeasuredAt === ""
				? say("chart.unmeasured", { days: formatDays(firstOn, lastOn) })
				: say("chart.measured", {
						days: formatDays(firstOn, lastOn),
						moment: formatMoment(data.lastMeasuredAt),
					}),
		),
		finding: data.finding,
		source: inOwnDirection(
			say(frame.emulated ? "chart.source_emulated" : "chart.source"),
		),
		siteName: frame.siteName,
		emulated: frame.emulated,
		firstOn,
		dayCount: STRIP_DAYS,
		rows: data.rows,
		hiddenRowCount: data.hiddenRowCount,
		standalone,
	};
}

/** The chart by itself. */
export function stripFigure(strip: {
	readonly data: StripData;
	readonly frame: StripFrame;
}): ShownFigure {
	const { data, frame } = strip;
	const { path, query } = frame;
	return {
		title: frame.emulated
			? say("chart.emulated", { title: frame.title })
			: frame.title,
		finding: `${data.finding} ${measuredSentence(data.lastMeasuredAt)}`,
		emulated: frame.emulated,
		path,
		query,
		page: `${path}${query === "" ? "" : `?${query}`}`,
		svg: () => String(<Strip {...stripProps(data, frame, true)} />),
	};
}

export function StripFigure(props: {
	readonly data: StripData;
	readonly frame: StripFrame;
}) {
	const { data, frame } = props;
	const { firstOn, lastOn } = data.window;
	const figure = stripFigure(props);
	return (
		<figure>
			<figcaption>{figure.finding}</figcaption>
			<ul class="legend" aria-hidden="true">
				{STATES.map((state) => (
					<li>
						<Swatch state={state} /> {STATE_WORDS[state]}
					</li>
				))}
			</ul>
			<section
				class="scroll newest"
				aria-label={say("chart.label", { title: frame.title })}
				tabindex={0}
			>
				<Strip {...stripProps(data, frame, false)} />
			</section>
			<StripTable
				caption={`${frame.title}, ${formatDays(firstOn, lastOn)}`}
				firstOn={firstOn}
				dayCount={STRIP_DAYS}
				rows={data.rows}
			/>
			<p class="weeks">
				{frame.span.firstOn < firstOn ? (
					<a
						rel="prev"
						href={`${frame.path}?${withUntil(frame.query, addDays(firstOn, -1))}`}
					>
						{say("chart.earlier")}
					</a>
				) : null}
				{frame.span.lastOn > lastOn ? (
					<a
						rel="next"
						href={`${frame.path}?${withUntil(frame.query, addDays(lastOn, STRIP_DAYS))}`}
					>
						{say("chart.later")}
					</a>
				) : null}
			</p>
			<FigureFiles figure={figure} />
			<EmbedSnippet figure={figure} address={frame.siteAddress} />
		</figure>
	);
}

function withUntil(query: string, day: string): string {
	const params = new URLSearchParams(query);
	params.set("until", day);
	return params.toString();
}
