import { worldOf } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { citeStrip, readRevisionHash } from "../citation/citation.ts";
import { dayRows, daysCsv, findingRecord, jsonFile } from "../data-files.ts";
import { placeName, servicePath } from "../names.ts";
import { ServicePage, serviceHeadline } from "../pages/service.tsx";
import { loadService } from "../pages/service-view.ts";
import { stripFigure } from "../pages/strip-figure.tsx";
import { readCc, readDay, readId } from "../params.ts";
import { measuredTerms } from "../terms.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";

/** `/service/x`, in one country with `?cc=pk`, and the same as `.csv`, `.json`, `.svg` and `.png`. */
export const answerService: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("service"));
	const service = readId(name) ? deps.services.get(name) : undefined;
	if (service === undefined) return notFound;
	const asked = request.query("cc");
	const cc = asked === undefined ? undefined : readCc(asked);
	const until = request.query("until");
	const part = request.query("function");
	const revision = request.query("revision");
	if (
		(asked !== undefined && (cc === undefined || !isCountryCode(cc))) ||
		(until !== undefined && !readDay(until)) ||
		(part !== undefined && part !== "" && !readId(part)) ||
		(revision !== undefined && !readRevisionHash(revision))
	)
		return unreadable(
			"It asks for a country, a function, a day or a revision that cannot be one.",
		);
	const { mayShowEmulated } = request;
	if (cc !== undefined && worldOf(cc) === "emulated" && !mayShowEmulated)
		return emulatedRefused;
	const view = await loadService(deps, service, {
		cc,
		until,
		function: part,
		mayShowEmulated,
	});
	const { measured, emulated } = view;
	const stripTerms = () =>
		measuredTerms(deps, { emulated, cc, window: measured?.data.window });
	const headline = serviceHeadline(view, deps.services);
	switch (ending) {
		case "svg":
		case "png":
			return measured
				? { kind: "image", ending, figure: stripFigure(measured) }
				: notFound;
		case "csv":
			return measured
				? {
						kind: "csv",
						text: daysCsv(measured.data.days, {
							emulated,
							terms: await stripTerms(),
						}),
					}
				: notFound;
		case "json":
			return {
				kind: "json",
				value: jsonFile(
					view.now,
					{ emulated, terms: await stripTerms() },
					{
						service,
						cc,
						headline,
						lastMeasuredAt: measured?.lastMeasuredAt,
						now: view.findings.map(findingRecord),
						...(measured
							? {
									function: measured.unit.function,
									...measured.data.window,
									finding: measured.data.finding,
									days: dayRows(measured.data.days),
								}
							: {}),
					},
				),
			};
		case "html":
			return {
				kind: "page",
				page: {
					title: `${service.name}${cc === undefined ? "" : `, ${placeName(cc)}`}`,
					description: headline,
					emulated,
					formats: {
						path: servicePath(service.id),
						query:
							measured?.frame.query ??
							(cc === undefined ? "" : `cc=${cc.toLowerCase()}`),
						endings: measured ? ["csv", "json", "svg", "png"] : ["json"],
					},
					watch: {
						feed: `${servicePath(service.id)}.atom`,
						query: `service=${service.id}`,
					},
					citation:
						measured &&
						citeStrip(
							measured,
							`function=${encodeURIComponent(measured.unit.function)}`,
							revision,
							await stripTerms(),
						),
					children: <ServicePage view={view} services={deps.services} />,
				},
			};
		default:
			return ending satisfies never;
	}
};
