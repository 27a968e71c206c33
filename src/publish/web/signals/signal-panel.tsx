/**
 * A signal as a line over the days of the strip chart, on the same time axis,
 * with the brackets of its own changes, and lighter those of the incidents of
 * the place. Title, days, source, licence and site stand inside the image.
 */
import { addDays } from "../../../base/index.ts";
import type { Incident } from "../../../model/index.ts";
import { Bracket } from "../charts/bracket.tsx";
import {
	Axis,
	CELL_WIDTH,
	EmulatedTag,
	FONT,
	MARGIN,
	NAME_WIDTH,
} from "../charts/strip.tsx";
import { INK, MUTED, PAPER } from "../charts/textures.tsx";
import { STRIP_DAYS } from "../strips.ts";
import { formatDays, measuredSentence } from "../times.ts";
import { cutText } from "../words.ts";
import type { SignalColumn, SignalView } from "./signal-view.ts";

const DAY_MS = 86_400_000;
const TOP = 52;
const PLOT_HEIGHT = 64;
const PLOT_WIDTH = STRIP_DAYS * CELL_WIDTH;
const WIDTH = MARGIN * 2 + PLOT_WIDTH + NAME_WIDTH;
const HEIGHT = TOP + PLOT_HEIGHT + 48;
const BAND = "#f4d9c6";

export function SignalPanel(props: {
	readonly view: SignalView;
	readonly place: string;
	readonly incidents: readonly Incident[];
	readonly id: string;
	readonly emulated: boolean;
	readonly siteName: string;
}) {
	const { view, id } = props;
	const { firstOn, lastOn } = view.window;
	const days = Array.from({ length: STRIP_DAYS }, (_, i) =>
		addDays(firstOn, i),
	);
	const startMs = Date.parse(firstOn);
	const moment = (instant: string | null): number => {
		const passed =
			instant === null ? 0 : (Date.parse(instant) - startMs) / DAY_MS;
		return MARGIN + CELL_WIDTH * Math.min(Math.max(passed, 0), STRIP_DAYS);
	};
	const row = { y: TOP, height: PLOT_HEIGHT, moment };
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			class="strip"
			role="img"
			aria-labelledby={`${id}-title ${id}-desc`}
			width={WIDTH}
			height={HEIGHT}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			font-family={FONT}
			font-size="11"
		>
			<title id={`${id}-title`}>{`${view.name}, ${props.place}`}</title>
			<desc id={`${id}-desc`}>{view.finding}</desc>
			<rect width={WIDTH} height={HEIGHT} fill={PAPER} />
			<text x={MARGIN} y="24" font-size="14" font-weight="600" fill={INK}>
				{cutText(`${view.name}, ${props.place}`, 96)}
			</text>
			<text x={MARGIN} y="41" fill={MUTED}>
				{`${formatDays(firstOn, lastOn)}, days in UTC; ${cutText(view.unit, 40)}. Boxes: began (solid) or ended (dashed) within; shaded: an incident began within.`}
			</text>
			{props.emulated ? <EmulatedTag right={WIDTH - MARGIN} /> : null}
			{props.incidents.filter(isTold).map((incident) => (
				<Onset incident={incident} moment={moment} />
			))}
			<path
				d={`M${MARGIN} ${TOP + PLOT_HEIGHT}h${PLOT_WIDTH}`}
				stroke={MUTED}
				stroke-width="0.5"
			/>
			<path
				d={lineOf(view.columns, view.highest)}
				fill="none"
				stroke={INK}
				stroke-width="1.2"
				stroke-linejoin="round"
				stroke-linecap="round"
			/>
			<Scale view={view} />
			{view.changes.map(({ start, end }) => (
				<>
					<Bracket
						bracket={{ kind: "onset", ...start, title: "began within" }}
						row={row}
					/>
					{end ? (
						<Bracket
							bracket={{ kind: "ending", ...end, title: "ended within" }}
							row={row}
						/>
					) : null}
				</>
			))}
			<Axis
				days={days}
				x={(day) => moment(`${day}T00:00:00Z`)}
				y={TOP + PLOT_HEIGHT}
			/>
			<text x={MARGIN} y={HEIGHT - 10} fill={MUTED}>
				{cutText(`${view.source} ${measuredSentence(view.lastReadAt)}`, 150)}
			</text>
			<text
				x={WIDTH - MARGIN}
				y={HEIGHT - 10}
				text-anchor="end"
				font-weight="600"
				fill={INK}
			>
				{props.siteName}
			</text>
		</svg>
	);
}

const UNTOLD: readonly Incident["status"][] = [
	"suspicion",
	"withdrawn",
	"merged",
];
const isTold = ({ status }: Incident): boolean => !UNTOLD.includes(status);

/** Where an incident of the place began, whatever this signal shows. */
function Onset(props: {
	readonly incident: Incident;
	readonly moment: (instant: string | null) => number;
}) {
	const { onset } = props.incident;
	const left = props.moment(onset.earliest);
	const right = props.moment(onset.latest);
	if (left === right) return null;
	return (
		<rect
			x={round(left)}
			y={TOP}
			width={round(Math.max(right - left, 2))}
			height={PLOT_HEIGHT}
			fill={BAND}
		>
			<title>An incident began within</title>
		</rect>
	);
}

function Scale({ view }: { readonly view: SignalView }) {
	const at = MARGIN + PLOT_WIDTH + 8;
	return (
		<g fill={MUTED}>
			<text x={at} y={TOP + 9}>
				{shortNumber(view.highest)}
			</text>
			<text x={at} y={TOP + PLOT_HEIGHT}>
				0
			</text>
		</g>
	);
}

/** Up and down within each column, and on to the next; a gap breaks the line. */
function lineOf(columns: readonly SignalColumn[], highest: number): string {
	const height = (value: number): number =>
		round(TOP + PLOT_HEIGHT * (1 - (highest > 0 ? value / highest : 0)));
	return columns
		.map(({ at, low, high, isAfterGap }) => {
			const x = round(MARGIN + at * PLOT_WIDTH);
			const [first, last] = [height(high), height(low)];
			return `${isAfterGap ? "M" : "L"}${x} ${first}${last === first && !isAfterGap ? "" : `V${last}`}`;
		})
		.join("");
}

/** Four digits are enough for a scale. */
export function shortNumber(value: number): string {
	return Number(value.toPrecision(4)).toLocaleString("en");
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
