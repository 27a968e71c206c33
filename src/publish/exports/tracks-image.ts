/** The tracks of a dossier as an image of their own, and as rows. */
import { type Dossier, formatDay } from "../../pipeline/index.ts";
import { FIGURE_WIDTH, type Figure } from "./figure.ts";
import { figureSvg } from "./figure-svg.ts";
import { tracksFigure } from "./tracks-figure.ts";

/** Room below for source and site. */
const FOOT = 26;

export interface TracksImage {
	readonly title: string;
	/** What it shows, and as of when. */
	readonly finding: string;
	readonly svg: string;
	/** Each mark, in order of time. */
	readonly marks: readonly {
		readonly lane: string;
		readonly mark: string;
		readonly date: string;
		readonly exhibit: number;
	}[];
}

/** Title, days, source, state and site stand inside the image. */
export function tracksImage(dossier: Dossier, siteName: string): TracksImage {
	const figure = tracksFigure(dossier);
	const { tracks, measured, asOf, isEmulated } = dossier;
	return {
		title: figure.title,
		finding: `${tracks.items.length} marks of what was said and due from ${formatDay(tracks.since)} on, beside what was measured${measured.nothing === undefined ? "" : `: ${measured.nothing}`}. State of ${formatDay(asOf)}.`,
		svg: figureSvg(
			withFoot(
				figure,
				`Source: ${isEmulated ? "emulated measurements" : "measurements imported into this site"} and the documented record, state of ${formatDay(asOf)}.`,
				siteName,
			),
		),
		marks: [...tracks.items]
			.sort((a, b) => (a.when.date < b.when.date ? -1 : 1))
			.map(({ lane, mark, when, exhibit }) => ({
				lane,
				mark,
				date: when.date,
				exhibit,
			})),
	};
}

function withFoot(figure: Figure, source: string, siteName: string): Figure {
	const at = { kind: "text", y: figure.height + 16, size: 9.5 } as const;
	return {
		...figure,
		height: figure.height + FOOT,
		shapes: [
			{
				kind: "rect",
				x: 0,
				y: 0,
				width: FIGURE_WIDTH,
				height: figure.height + FOOT,
				fill: "paper",
			},
			...figure.shapes,
			{ ...at, x: 0, text: source, anchor: "start", tone: "muted" },
			{
				...at,
				x: FIGURE_WIDTH - 10,
				text: siteName,
				anchor: "end",
				tone: "ink",
				isBold: true,
			},
		],
	};
}
