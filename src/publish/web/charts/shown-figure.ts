/** A chart as it can stand by itself: as an image, or in a page of somebody else. */
export interface ShownFigure {
	/** What, where, by what; with the word "emulated" where it is. */
	readonly title: string;
	/** Its finding in a sentence, and when it was last measured. */
	readonly finding: string;
	readonly emulated: boolean;
	/** Its address without an ending, and the query that chooses it: `.svg`, `.png`, `.csv` and `.json` stand there. */
	readonly path: string;
	readonly query: string;
	/** The page that shows it. */
	readonly page: string;
	/** The image, with all that it needs inside. */
	svg(): string;
}

/** The forms in which every figure can be had. */
export const FIGURE_FILES = ["csv", "json", "svg", "png"] as const;

/** Where a figure stands in a form; `embed` is a page of its own, to be framed. */
export function figureAddress(
	{ path, query }: Pick<ShownFigure, "path" | "query">,
	form: (typeof FIGURE_FILES)[number] | "embed",
): string {
	const search = query === "" ? "" : `?${query}`;
	return form === "embed"
		? `/embed${path}${search}`
		: `${path}.${form}${search}`;
}
