/**
 * The strip chart: one row a network (or country, or service), one column a
 * day, one cell a state. Title, place, dates, legend, source and site stand
 * inside the image, because people share crops. Rows are named at the right,
 * beside the newest day, which is also what a narrow screen shows first.
 */
import { scaleBand } from "d3-scale";
import { addDays } from "../../../base/index.ts";
import { STATES } from "../../../model/index.ts";
import type { Cell } from "../cells.ts";
import { cellTitle } from "../cells.ts";
import { say } from "../language/speech.ts";
import { formatDayOfYear } from "../times.ts";
import { cutText, STATE_WORDS } from "../words.ts";
import { Bracket, BracketKey, type StripBracket } from "./bracket.tsx";
import { INK, MUTED, PAPER, stateFill, Textures } from "./textures.tsx";

export interface StripRow {
	/** Short and unmistakable: `AS64496`, `Pakistan`. */
	readonly name: string;
	/** A name that comes from the data and may be in any script; empty where there is none. */
	readonly note: string;
	readonly cells: readonly Cell[];
	/** Where the measurements behind a cell are listed. */
	readonly href: (cell: Cell) => string;
	/** When a restriction began and ended on it. */
	readonly brackets?: readonly StripBracket[];
}

export interface StripProps {
	readonly title: string;
	/** What is shown, over which days, and when it was last measured. */
	readonly subtitle: string;
	/** Its finding in a sentence, for those who do not see it. */
	readonly finding: string;
	readonly source: string;
	readonly siteName: string;
	readonly emulated: boolean;
	readonly firstOn: string;
	readonly dayCount: number;
	readonly rows: readonly StripRow[];
	/** Rows that are left out of the image. */
	readonly hiddenRowCount: number;
	/**
	 * Stands outside a page: carries its own patterns and says what it is. In
	 * a page the sentence above it and the table below it say that, so readers
	 * of screens are led past its many cells; these are links for those who see.
	 */
	readonly standalone: boolean;
}

const DAY_MS = 86_400_000;
/** Sizes, axis and tag are shared by charts on the same time axis. */
export const CELL_WIDTH = 13;
const ROW_HEIGHT = 18;
export const MARGIN = 14;
export const NAME_WIDTH = 170;
const NAME_LENGTH = 27;
/** Of the note that stands behind a name as short as an AS number. */
const NOTE_LENGTH = 18;
export const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/** Average advance of the interface fonts at 11 px, for a legend that sets itself out. */
const LEGEND_CHARACTER = 6;

/** Isolates a text of unknown direction, as `<bdi>` does where there is markup. */
function isolate(text: string): string {
	return `\u2068${text}\u2069`;
}

export function Strip(props: StripProps) {
	const { rows, dayCount, firstOn } = props;
	const days = Array.from({ length: dayCount }, (_, i) => addDays(firstOn, i));
	const hasBrackets = rows.some(({ brackets }) => (brackets?.length ?? 0) > 0);
	const plotWidth = dayCount * CELL_WIDTH;
	const top = 86;
	const plotHeight = rows.length * ROW_HEIGHT;
	const x = scaleBand(days, [MARGIN, MARGIN + plotWidth]).paddingInner(0.1);
	const y = scaleBand(
		rows.map((_, index) => index),
		[top, top + plotHeight],
	).paddingInner(0.16);
	const startMs = Date.parse(`${firstOn}T00:00:00Z`);
	const moment = (instant: string | null) => {
		const days =
			instant === null ? 0 : (Date.parse(instant) - startMs) / DAY_MS;
		return MARGIN + CELL_WIDTH * Math.min(Math.max(days, 0), dayCount);
	};
	const width = MARGIN * 2 + plotWidth + NAME_WIDTH;
	const height = top + plotHeight + (props.hiddenRowCount > 0 ? 66 : 50);
	return (
		<svg
			{...(props.standalone
				? {
						xmlns: "http://www.w3.org/2000/svg",
						role: "img",
						"aria-labelledby": "strip-title strip-desc",
					}
				: { "aria-hidden": "true" })}
			class="strip"
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
			font-family={FONT}
			font-size="11"
		>
			<title id="strip-title">{props.title}</title>
			<desc id="strip-desc">
				{props.finding} {props.subtitle}
			</desc>
			{props.standalone ? <Textures /> : null}
			<rect width={width} height={height} fill={PAPER} />
			<text x={MARGIN} y="26" font-size="16" font-weight="600" fill={INK}>
				{cutText(props.title, 96)}
			</text>
			<text x={MARGIN} y="44" fill={MUTED}>
				{props.subtitle}
			</text>
			{props.emulated ? <EmulatedTag right={width - MARGIN} /> : null}
			<Legend />
			{hasBrackets ? <BracketKey right={width - MARGIN} y={36} /> : null}
			{rows.map((row, index) => (
				<Row
					row={row}
					y={y(index) ?? 0}
					height={y.bandwidth()}
					x={(day) => x(day) ?? 0}
					moment={moment}
					width={x.bandwidth()}
					nameAt={MARGIN + plotWidth + 8}
					isLinked={!props.standalone}
				/>
			))}
			<Axis days={days} x={(day) => x(day) ?? 0} y={top + plotHeight} />
			{props.emulated ? (
				<text x={MARGIN + plotWidth + 8} y={top + plotHeight + 19} fill={MUTED}>
					{say("chart.emulated_axis")}
				</text>
			) : null}
			{props.hiddenRowCount > 0 ? (
				<text x={MARGIN} y={height - 27} fill={MUTED}>
					{say("chart.hidden", { count: props.hiddenRowCount })}
				</text>
			) : null}
			<text x={MARGIN} y={height - 11} fill={MUTED}>
				{props.source}
			</text>
			<text
				x={width - MARGIN}
				y={height - 11}
				text-anchor="end"
				font-weight="600"
				fill={INK}
			>
				{props.siteName}
			</text>
		</svg>
	);
}

function Row(props: {
	readonly row: StripRow;
	readonly y: number;
	readonly height: number;
	readonly x: (day: string) => number;
	/** An instant between the edges of the plot; null: before the first. */
	readonly moment: (instant: string | null) => number;
	readonly width: number;
	readonly nameAt: number;
	readonly isLinked: boolean;
}) {
	const { row, x } = props;
	const width = round(props.width);
	const height = round(props.height);
	const y = round(props.y);
	return (
		<g>
			{row.cells.map((cell) => {
				const mark = (
					<>
						<title>{cellTitle(row.name, cell)}</title>
						<rect
							x={round(x(cell.day))}
							y={y}
							width={width}
							height={height}
							{...stateFill(cell.state)}
						/>
					</>
				);
				return props.isLinked ? (
					<a href={row.href(cell)} tabindex={-1}>
						{mark}
					</a>
				) : (
					<g>{mark}</g>
				);
			})}
			<text x={props.nameAt} y={round(props.y + props.height - 4)} fill={INK}>
				<title>
					{row.note === "" ? row.name : `${row.name} ${isolate(row.note)}`}
				</title>
				{cutText(row.name, NAME_LENGTH)}
				{row.note === "" ? null : (
					<tspan dx="5" fill={MUTED}>
						{isolate(cutText(row.note, NOTE_LENGTH))}
					</tspan>
				)}
			</text>
			{row.brackets?.map((bracket) => (
				<Bracket bracket={bracket} row={props} />
			))}
		</g>
	);
}

export function Axis(props: {
	readonly days: readonly string[];
	readonly x: (day: string) => number;
	readonly y: number;
}) {
	// Mondays, every second one labelled: weeks are what readers count in.
	const mondays = props.days.filter(
		(day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1,
	);
	return (
		<g fill={MUTED}>
			{mondays.map((day, index) => {
				const at = round(props.x(day));
				return (
					<>
						<rect
							x={at}
							y={props.y + 2}
							width="1"
							height={index % 2 === 0 ? 6 : 4}
							fill={MUTED}
						/>
						{index % 2 === 0 ? (
							<text x={at} y={props.y + 19}>
								{formatDayOfYear(day)}
							</text>
						) : null}
					</>
				);
			})}
		</g>
	);
}

function Legend() {
	let at = MARGIN;
	const entries = STATES.map((state) => {
		const x = at;
		at += 18 + STATE_WORDS[state].length * LEGEND_CHARACTER + 14;
		return { state, x };
	});
	return (
		<g fill={INK}>
			{entries.map(({ state, x }) => (
				<>
					<rect x={x} y="58" width="12" height="12" {...stateFill(state)} />
					<text x={x + 17} y="68">
						{STATE_WORDS[state]}
					</text>
				</>
			))}
			<text x={at} y="68" fill={MUTED}>
				{say("chart.blank")}
			</text>
		</g>
	);
}

/** Emulated data say so at the top, in the title, beside the axis and at the foot, so that few crops of them pass for real. */
export function EmulatedTag(props: { readonly right: number }) {
	return (
		<g>
			<rect
				x={props.right - 104}
				y="12"
				width="104"
				height="20"
				rx="2"
				fill="#ffe9b3"
			/>
			<text
				x={props.right - 52}
				y="26"
				text-anchor="middle"
				font-weight="600"
				fill="#5a3d00"
			>
				{say("chart.emulated_tag")}
			</text>
		</g>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
