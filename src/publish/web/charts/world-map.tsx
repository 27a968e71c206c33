/**
 * The world as a decoration below the list that says the same: where something
 * is restricted now, where nothing was found so, and where nothing can be said.
 * Countries that are too small for an outline are dots.
 */
import { say, wordsOf } from "../language/speech.ts";
import { INK, PAPER } from "./textures.tsx";
import {
	DISPUTED,
	DOTS,
	OUTLINES,
	WORLD_HEIGHT,
	WORLD_WIDTH,
} from "./world-outlines.ts";

/** By how much is known of a country. */
export const SHADES = {
	restricted: INK,
	measured: "#7ea6cb",
	unknown: "#e3e3e1",
} as const;
const BORDER = "#8b909a";
type Shade = keyof typeof SHADES;

const SHADE_WORDS = wordsOf<Shade>({
	restricted: "map.restricted",
	measured: "map.measured",
	unknown: "map.unknown",
});

export function WorldMap(props: {
	readonly restricted: ReadonlySet<string>;
	/** With enough measurements to say something. */
	readonly measured: ReadonlySet<string>;
}) {
	const { restricted, measured } = props;
	const shadeOf = (cc: string): Shade =>
		restricted.has(cc)
			? "restricted"
			: measured.has(cc)
				? "measured"
				: "unknown";
	const shades = Object.keys(SHADES) as Shade[];
	return (
		<figure class="world">
			<svg
				viewBox={`0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}`}
				width={WORLD_WIDTH}
				height={WORLD_HEIGHT}
				aria-hidden="true"
			>
				<rect width={WORLD_WIDTH} height={WORLD_HEIGHT} fill={PAPER} />
				<g stroke={PAPER} stroke-width="0.6">
					{shades.toReversed().map((shade) => (
						<path fill={SHADES[shade]} d={outlinesOf(shade, shadeOf)} />
					))}
				</g>
				<path
					d={DISPUTED}
					fill="none"
					stroke={BORDER}
					stroke-width="0.9"
					stroke-dasharray="2 1.5"
				/>
				{Object.entries(DOTS).map(([cc, [x, y]]) => {
					const shade = shadeOf(cc);
					return shade === "unknown" ? null : (
						<circle cx={x} cy={y} r="3" fill={SHADES[shade]} stroke={PAPER} />
					);
				})}
			</svg>
			<figcaption class="quiet">
				{shades.map((shade) => (
					<span class="key">
						<svg
							class="swatch"
							width="12"
							height="12"
							viewBox="0 0 12 12"
							aria-hidden="true"
						>
							<rect width="12" height="12" fill={SHADES[shade]} />
						</svg>{" "}
						{SHADE_WORDS[shade]}
					</span>
				))}
				<span class="key">{say("map.note")}</span>
			</figcaption>
		</figure>
	);
}

function outlinesOf(shade: Shade, shadeOf: (cc: string) => Shade): string {
	return Object.entries(OUTLINES)
		.filter(([cc]) => shadeOf(cc) === shade)
		.map(([, path]) => path)
		.join("");
}
