import { worldOf } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { termsOfSources } from "../../terms/index.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "../answers/answer.ts";
import { jsonFile, recordsCsv } from "../data-files.ts";
import { asnName, countryPath, networkPath, placeName } from "../names.ts";
import { readAsn, readCc, readDay } from "../params.ts";
import { windowTo } from "../strips.ts";
import { signalFigures } from "./signal-figure.tsx";

const COLUMNS = [
	"day",
	"low",
	"high",
	"reading_count",
	"unit",
	"source",
] as const;

/** `/pk/signals/ioda-bgp.svg?until=2026-03-01`, or of a network `/pk/as17557/signals/...`: one signal over eight weeks, as image and as table. */
export const answerSignal: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("signal"));
	const cc = readCc(request.param("cc"));
	const network = request.param("asn");
	const asn = network === "" ? null : readAsn(network);
	const until = request.query("until");
	if (until !== undefined && !readDay(until))
		return unreadable("It asks for a day that cannot be one.");
	if (cc === undefined || !isCountryCode(cc) || asn === undefined)
		return notFound;
	const emulated = worldOf(cc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	const shown = await deps.signals?.(cc, asn);
	if (shown === undefined) return notFound;
	const incidents = (await deps.incidents())
		.list({ cc })
		.filter(
			({ networks }) =>
				asn === null || networks.some((network) => network.asn === asn),
		);
	const found = signalFigures(shown, until ? windowTo(until) : undefined, {
		name: asn === null ? placeName(cc) : asnName(asn),
		path: asn === null ? countryPath(cc) : networkPath(cc, asn),
		incidents,
		emulated,
		siteName: deps.siteName,
	})?.find(({ figure }) => figure.path.endsWith(`/${name}`));
	if (found === undefined) return notFound;
	const { figure, view, key } = found;
	const frame = { emulated, terms: termsOfSources([key.licence]) };
	switch (ending) {
		case "svg":
		case "png":
			return { kind: "image", ending, figure };
		case "csv":
			return {
				kind: "csv",
				text: recordsCsv(
					COLUMNS,
					view.days.map(({ day, low, high, readingCount }) => ({
						day,
						low,
						high,
						reading_count: readingCount,
						unit: view.unit,
						source: key.source,
						licence: key.licence,
					})),
					frame,
				),
			};
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), frame, {
					title: figure.title,
					finding: figure.finding,
					...view.window,
					source: key.source,
					unit: view.unit,
					changes: view.changes,
					days: view.days,
				}),
			};
		case "html":
			return { kind: "redirect", to: figure.page };
		default:
			return ending satisfies never;
	}
};
