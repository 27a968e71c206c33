/** A row's networks by state as one bar, the gravest at the start. */
import type { State } from "../../../model/index.ts";
import { STATE_WORDS } from "../words.ts";
import { stateFill } from "./textures.tsx";

const WIDTH = 100;
const HEIGHT = 12;

export function Shares(props: {
	readonly byState: Readonly<Record<State, number>>;
}) {
	const states = (Object.keys(STATE_WORDS) as State[]).filter(
		(state) => props.byState[state] > 0,
	);
	const total = states.reduce((sum, state) => sum + props.byState[state], 0);
	const unit = (WIDTH - 2 * (states.length - 1)) / total;
	let at = 0;
	return (
		<svg class="shares" width={WIDTH} height={HEIGHT} aria-hidden="true">
			{states.map((state) => {
				const width = props.byState[state] * unit;
				const x = at;
				at += width + 2;
				return (
					<rect
						x={round(x + 0.5)}
						y="0.5"
						width={round(Math.max(1, width - 1))}
						height={HEIGHT - 1}
						{...stateFill(state)}
					/>
				);
			})}
		</svg>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
