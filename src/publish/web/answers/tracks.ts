import { type Incident, worldOf } from "../../../model/index.ts";
import { joinTerms } from "../../terms/index.ts";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { jsonFile, recordsCsv } from "../data-files.ts";
import { incidentPath } from "../names.ts";
import { readPage } from "../params.ts";
import type { ShownTracks } from "../site-deps.ts";
import { incidentTerms } from "../terms.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";

const COLUMNS = ["date", "lane", "mark", "exhibit"] as const;

/** `/incident/ID/tracks.svg`: measured, said and due over one axis of time, as `.svg` and `.png`; its marks as `.csv` and `.json`. */
export const answerTracks: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const asked = request.query("revision");
	const revision = readPage(asked);
	if (revision === undefined)
		return unreadable("It asks for a revision that cannot be one.");
	const book = await deps.incidents();
	const id = request.param("id");
	const incident = asked === undefined ? book.get(id) : book.at(id, revision);
	if (incident === undefined || !deps.tracks) return notFound;
	const emulated = worldOf(incident.cc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	const query = asked === undefined ? "" : `revision=${revision}`;
	if (incident.id !== id)
		return {
			kind: "redirect",
			to: `${incidentPath(incident.id)}/${request.param("file")}${query === "" ? "" : `?${query}`}`,
		};
	const tracks = await deps.tracks(
		incident.id,
		asked === undefined ? undefined : revision,
	);
	const frame = async () => ({
		emulated,
		terms: joinTerms(await incidentTerms(deps, [incident])),
	});
	const figure = tracksFigure(tracks, incident, query);
	switch (ending) {
		case "svg":
		case "png":
			return { kind: "image", ending, figure };
		case "csv":
			return {
				kind: "csv",
				text: recordsCsv(COLUMNS, tracks.marks, await frame()),
			};
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), await frame(), {
					title: tracks.title,
					finding: tracks.finding,
					marks: tracks.marks,
				}),
			};
		case "html":
			return { kind: "redirect", to: figure.page };
		default:
			return ending satisfies never;
	}
};

function tracksFigure(
	{ title, finding, svg }: ShownTracks,
	{ id, cc }: Incident,
	query: string,
): ShownFigure {
	const path = incidentPath(id);
	return {
		title,
		finding,
		emulated: worldOf(cc) === "emulated",
		path: `${path}/tracks`,
		query,
		page: `${path}${query === "" ? "" : `?${query}`}#tracks`,
		svg: () => svg,
	};
}
