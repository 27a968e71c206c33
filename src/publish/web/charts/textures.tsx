/**
 * The seven states as fills. They differ in lightness and in texture, so that
 * a greyscale print and a colour-blind reader lose nothing: blocked is dark
 * and solid, likely is hatched, throttled dotted, impaired barred, down
 * crossed, reachable pale blue; not enough data is empty with a dashed edge.
 *
 * Everything is set by attributes: pages forbid inline style, and an image
 * must look the same outside its page.
 */
import type { State } from "../../../model/index.ts";

export const PAPER = "#ffffff";
export const INK = "#1b1d26";
export const MUTED = "#565b66";
const REACHABLE = "#c6dff2";
const EDGE = "#8b909a";

type PatternedState = Exclude<State, "blocked" | "ok" | "insufficient">;

const FILLS: Readonly<Record<State, string>> = {
	blocked: INK,
	likely_blocked: "url(#likely_blocked)",
	throttled: "url(#throttled)",
	impaired: "url(#impaired)",
	down: "url(#down)",
	ok: REACHABLE,
	insufficient: PAPER,
};

/** Attributes of a shape in a state. */
export function stateFill(state: State): Readonly<Record<string, string>> {
	return state === "insufficient"
		? {
				fill: PAPER,
				stroke: EDGE,
				"stroke-width": "0.8",
				"stroke-dasharray": "2 1.6",
			}
		: { fill: FILLS[state] };
}

/** The patterns, once a document. */
export function Textures() {
	return (
		<defs>
			<Pattern id="likely_blocked" size={4.5} turn={45} ground="#cfc8d4">
				<rect width="2.3" height="4.5" fill="#3c3450" />
			</Pattern>
			<Pattern id="throttled" size={4} turn={45} ground="#f2dfb4">
				<circle cx="2" cy="2" r="1.1" fill="#6b4300" />
			</Pattern>
			<Pattern id="impaired" size={4} turn={0} ground="#f3efe8">
				<rect width="4" height="1.3" y="1.3" fill="#8a7f72" />
			</Pattern>
			<Pattern id="down" size={6} turn={0} ground="#e4e5e7">
				<path
					d="M0 0L6 6M6 0L0 6"
					stroke="#6d717a"
					stroke-width="0.9"
					fill="none"
				/>
			</Pattern>
		</defs>
	);
}

function Pattern(props: {
	readonly id: PatternedState;
	readonly size: number;
	readonly turn: number;
	readonly ground: string;
	readonly children: unknown;
}) {
	const { id, size, turn, ground } = props;
	return (
		<pattern
			id={id}
			width={size}
			height={size}
			patternUnits="userSpaceOnUse"
			{...(turn === 0 ? {} : { patternTransform: `rotate(${turn})` })}
		>
			<rect width={size} height={size} fill={ground} />
			{props.children}
		</pattern>
	);
}

/** A state's sample beside its name in a list. Its patterns are those of the page. */
export function Swatch(props: { readonly state: State }) {
	return (
		<svg
			class="swatch"
			width="14"
			height="14"
			viewBox="0 0 14 14"
			aria-hidden="true"
		>
			<rect x="1" y="1" width="12" height="12" {...stateFill(props.state)} />
		</svg>
	);
}
