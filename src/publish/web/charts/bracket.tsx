/**
 * Brackets over a strip's row: the interval in which a restriction began on a
 * network (solid) or ended (dashed). They are drawn twice, light beneath dark,
 * so that they are seen on dark cells and on empty ones.
 */
import { INK, MUTED } from "./textures.tsx";

export interface StripBracket {
	readonly kind: "onset" | "ending";
	/** Null: before the first data. */
	readonly earliest: string | null;
	readonly latest: string;
	/** What it says in full. */
	readonly title: string;
}

const COLOUR = "#b93800";
/** Narrower intervals are drawn this wide, so that they can be seen. */
const LEAST_WIDTH = 4;
const DASHES = { onset: undefined, ending: "2.5 2" } as const;

export function Bracket(props: {
	readonly bracket: StripBracket;
	readonly row: {
		readonly y: number;
		readonly height: number;
		readonly moment: (instant: string | null) => number;
	};
}) {
	const { bracket, row } = props;
	const right = row.moment(bracket.latest);
	const left = row.moment(bracket.earliest);
	// All of it lies before the first day or after the last one.
	if (left === right) return null;
	const middle = (left + right) / 2;
	const half = Math.max(right - left, LEAST_WIDTH) / 2;
	return (
		<g class="bracket" fill="none">
			<title>{bracket.title}</title>
			<BracketShape
				kind={bracket.kind}
				x={middle - half}
				y={row.y - 1}
				width={2 * half}
				height={row.height + 2}
			/>
		</g>
	);
}

function BracketShape(props: {
	readonly kind: StripBracket["kind"];
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}) {
	const place = {
		x: round(props.x),
		y: round(props.y),
		width: round(props.width),
		height: round(props.height),
		rx: 1.5,
	};
	const dashes = DASHES[props.kind];
	return (
		<>
			<rect {...place} stroke="#fff" stroke-width="3.5" />
			<rect
				{...place}
				stroke={COLOUR}
				stroke-width="1.75"
				{...(dashes ? { "stroke-dasharray": dashes } : {})}
			/>
		</>
	);
}

/** What the brackets mean, at the right of the legend. */
export function BracketKey(props: {
	readonly right: number;
	readonly y: number;
}) {
	const { right, y } = props;
	return (
		<g fill="none">
			<BracketShape kind="onset" x={right - 168} y={y} width={14} height={12} />
			<text x={right - 148} y={y + 10} fill={INK}>
				began within
			</text>
			<BracketShape kind="ending" x={right - 76} y={y} width={14} height={12} />
			<text x={right - 56} y={y + 10} fill={MUTED}>
				ended within
			</text>
		</g>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
