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
const EDGE = "#8b909a";

type PatternedState = Exclude<State, "blocked" | "ok" | "insufficient">;

/** Ground of a state, and what is drawn on it where it has a texture. */
export interface StateColours {
	readonly ground: string;
	readonly mark?: string;
}

export const STATE_COLOURS = {
	blocked: { ground: INK },
	likely_blocked: { ground: "#cfc8d4", mark: "#3c3450" },
	throttled: { ground: "#f2dfb4", mark: "#6b4300" },
	impaired: { ground: "#f3efe8", mark: "#8a7f72" },
	down: { ground: "#e4e5e7", mark: "#6d717a" },
	ok: { ground: "#c6dff2" },
	insufficient: { ground: PAPER, mark: EDGE },
} as const satisfies Readonly<Record<State, StateColours>>;

const FILLS: Readonly<Record<State, string>> = {
	blocked: INK,
	likely_blocked: "url(#likely_blocked)",
	throttled: "url(#throttled)",
	impaired: "url(#impaired)",
	down: "url(#down)",
	ok: STATE_COLOURS.ok.ground,
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
			<Pattern id="likely_blocked" size={4.5} turn={45}>
				<rect
					width="2.3"
					height="4.5"
					fill={STATE_COLOURS.likely_blocked.mark}
				/>
			</Pattern>
			<Pattern id="throttled" size={4} turn={45}>
				<circle cx="2" cy="2" r="1.1" fill={STATE_COLOURS.throttled.mark} />
			</Pattern>
			<Pattern id="impaired" size={4} turn={0}>
				<rect
					width="4"
					height="1.3"
					y="1.3"
					fill={STATE_COLOURS.impaired.mark}
				/>
			</Pattern>
			<Pattern id="down" size={6} turn={0}>
				<path
					d="M0 0L6 6M6 0L0 6"
					stroke={STATE_COLOURS.down.mark}
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
	readonly children: unknown;
}) {
	const { id, size, turn } = props;
	return (
		<pattern
			id={id}
			width={size}
			height={size}
			patternUnits="userSpaceOnUse"
			{...(turn === 0 ? {} : { patternTransform: `rotate(${turn})` })}
		>
			<rect width={size} height={size} fill={STATE_COLOURS[id].ground} />
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
