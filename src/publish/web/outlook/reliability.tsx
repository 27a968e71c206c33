/** Forecasts against what came: a point a class of forecasts, with its interval; on the diagonal they are right. */
import type { ReliabilityBin } from "../../../account/outlook/index.ts";
import { FONT } from "../charts/strip.tsx";
import { INK, MUTED, PAPER } from "../charts/textures.tsx";
import { inOwnDirection, say } from "../language/speech.ts";
import { cutText, formatCount } from "../words.ts";

const SIZE = 300;
const LEFT = 58;
const TOP = 62;
const WIDTH = LEFT + SIZE + 62;
const HEIGHT = TOP + SIZE + 78;
const GRID = "#d9d9d6";
/** Forecasts of rare days crowd near nothing: both axes show square roots. */
const TICKS = [0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 1] as const;

export interface ReliabilityProps {
	readonly bins: readonly ReliabilityBin[];
	readonly title: string;
	/** The days that were forecast. */
	readonly subtitle: string;
	readonly finding: string;
	readonly source: string;
	readonly siteName: string;
}

export function Reliability(props: ReliabilityProps) {
	const x = (share: number) => round(LEFT + Math.sqrt(share) * SIZE);
	const y = (share: number) => round(TOP + SIZE - Math.sqrt(share) * SIZE);
	return (
		<svg
			xmlns="http://www.w3.org/2000/svg"
			class="strip"
			role="img"
			aria-labelledby="reliability-title reliability-desc"
			width={WIDTH}
			height={HEIGHT}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			font-family={FONT}
			font-size="11"
			fill={MUTED}
		>
			<title id="reliability-title">{props.title}</title>
			<desc id="reliability-desc">
				{props.finding} {props.subtitle}
			</desc>
			<rect width={WIDTH} height={HEIGHT} fill={PAPER} />
			<text x="14" y="24" font-size="14" font-weight="600" fill={INK}>
				{inOwnDirection(cutText(props.title, 56))}
			</text>
			<text x="14" y="42">
				{inOwnDirection(cutText(props.subtitle, 74))}
			</text>
			{TICKS.map((tick) => (
				<>
					<path
						d={`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`}
						stroke={GRID}
					/>
					<text x={x(tick)} y={y(0) + 15} text-anchor="middle">
						{`${formatCount(tick * 100)}%`}
					</text>
					<text x={x(0) - 5} y={y(tick) + 4} text-anchor="end">
						{`${formatCount(tick * 100)}%`}
					</text>
				</>
			))}
			<path
				d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`}
				stroke={MUTED}
				stroke-dasharray="4 4"
			/>
			{props.bins.map((bin) => (
				<>
					<path
						d={`M${x(bin.meanForecast)} ${y(bin.low)}V${y(bin.high)}`}
						stroke={INK}
						stroke-width="1.5"
					/>
					<circle cx={x(bin.meanForecast)} cy={y(bin.share)} r="4" fill={INK} />
				</>
			))}
			<text x={x(0.25)} y={y(0) + 32} text-anchor="middle">
				{inOwnDirection(say("outlook.axis_forecast"))}
			</text>
			<text
				x="16"
				y={y(0.25)}
				text-anchor="middle"
				transform={`rotate(-90 16 ${y(0.25)})`}
			>
				{inOwnDirection(say("outlook.axis_onset"))}
			</text>
			<text x="14" y={HEIGHT - 12}>
				{inOwnDirection(cutText(props.source, 62))}
			</text>
			<text
				x={WIDTH - 14}
				y={HEIGHT - 12}
				text-anchor="end"
				font-weight="600"
				fill={INK}
			>
				{props.siteName}
			</text>
		</svg>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
