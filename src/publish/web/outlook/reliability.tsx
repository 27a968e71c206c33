/** Forecasts against what came: a point a class of forecasts, with its interval; on the diagonal they are right. */
import type { ReliabilityBin } from "../../../account/outlook/index.ts";

const SIZE = 300;
const MARGIN = 40;
/** Forecasts of rare days crowd near nothing: both axes show square roots. */
const TICKS = [0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 1] as const;

export function Reliability(props: {
	readonly bins: readonly ReliabilityBin[];
	readonly title: string;
}) {
	const x = (share: number) => round(MARGIN + Math.sqrt(share) * SIZE);
	const y = (share: number) => round(8 + SIZE - Math.sqrt(share) * SIZE);
	return (
		<svg
			class="reliability"
			viewBox={`0 0 ${MARGIN + SIZE + 20} ${SIZE + MARGIN + 14}`}
			role="img"
			font-size="11"
			fill="currentColor"
			stroke="none"
		>
			<title>{props.title}</title>
			{TICKS.map((tick) => (
				<>
					<path
						d={`M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}`}
						stroke="currentColor"
						stroke-opacity="0.15"
					/>
					<text x={x(tick)} y={y(0) + 15} text-anchor="middle">
						{tick * 100}%
					</text>
					<text x={x(0) - 5} y={y(tick) + 4} text-anchor="end">
						{tick * 100}%
					</text>
				</>
			))}
			<path
				d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`}
				stroke="currentColor"
				stroke-dasharray="4 4"
			/>
			{props.bins.map((bin) => (
				<>
					<path
						d={`M${x(bin.meanForecast)} ${y(bin.low)}V${y(bin.high)}`}
						stroke="currentColor"
						stroke-width="1.5"
					/>
					<circle cx={x(bin.meanForecast)} cy={y(bin.share)} r="4" />
				</>
			))}
			<text x={x(0.25)} y={y(0) + 32} text-anchor="middle">
				forecast
			</text>
			<text
				x="9"
				y={y(0.25)}
				text-anchor="middle"
				transform={`rotate(-90 9 ${y(0.25)})`}
			>
				days with an onset
			</text>
		</svg>
	);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
