/** Links to the forms in which a figure can be had. */
import { say } from "../language/speech.ts";
import {
	FIGURE_FILES,
	figureAddress,
	type ShownFigure,
} from "./shown-figure.ts";

export function FigureFiles(props: {
	readonly figure: Pick<ShownFigure, "path" | "query">;
}) {
	return (
		<p class="files">
			{say("chart.files")}{" "}
			{FIGURE_FILES.map((ending, index) => (
				<>
					{index > 0 ? " · " : ""}
					<a href={figureAddress(props.figure, ending)}>
						{ending.toUpperCase()}
					</a>
				</>
			))}
		</p>
	);
}
