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
/** One without a beginning is drawn this wide and open at the left. */
const OPEN_WIDTH = 30;
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
	const isOpen = bracket.earliest === null;
	const left = isOpen
		? Math.max(row.moment(null), right - OPEN_WIDTH)
		: row.moment(bracket.earliest);
	// All of it lies before the first day or after the last one.
	if (left === right) return null;
	const middle = (left + right) / 2;
	const half = Math.max(right - left, LEAST_WIDTH) / 2;
	return (
		<g class="bracket" fill="none">
			<title>{bracket.title}</title>
			<BracketShape
				kind={bracket.kind}
				isOpen={isOpen}
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
	readonly isOpen?: boolean;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}) {
	const [x, y] = [round(props.x), round(props.y)];
	const [width, height] = [round(props.width), round(props.height)];
	const d = `M${x} ${y}h${width}v${height}h${-width}${props.isOpen ? "" : "z"}`;
	const dashes = DASHES[props.kind];
	return (
		<>
			<path d={d} stroke="#fff" stroke-width="3.5" />
			<path
				d={d}
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
			<BracketShape kind="onset" x={right - 184} y={y} width={14} height={12} />
			<text x={right - 164} y={y + 10} fill={INK}>
				began within
			</text>
			<BracketShape kind="ending" x={right - 90} y={y} width={14} height={12} />
			<text x={right - 70} y={y + 10} fill={MUTED}>
				ended within
			</text>
		</g>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
