import { worldOf } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import type { Unit } from "../../../store/index.ts";
import { joinTerms } from "../../terms/index.ts";
import { citeStrip, readRevisionHash } from "../citation/citation.ts";
import { estimateIncidents } from "../cost/running-total.tsx";
import {
	dayRows,
	daysCsv,
	findingRecord,
	jsonFile,
	pastRecord,
} from "../data-files.ts";
import { countryPath, unitQuery } from "../names.ts";
import { CountryPage, countryHeadline } from "../pages/country.tsx";
import { loadCountry } from "../pages/country-view.ts";
import { ongoingOf } from "../pages/incidents.tsx";
import { recordOf } from "../pages/record.tsx";
import { stripFigure } from "../pages/strip-figure.tsx";
import { readCc, readDay, readId, readTarget } from "../params.ts";
import { incidentTerms, measuredTerms } from "../terms.ts";
import {
	type Answer,
	emulatedRefused,
	notFound,
	type PageRequest,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";

/** `/pk`, and the same as `.csv`, `.json`, `.svg` and `.png`. */
export const answerCountry: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("cc"));
	const cc = readCc(name);
	if (cc === undefined || !isCountryCode(cc)) return notFound;
	if (worldOf(cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	const unit = readUnit(request);
	const until = request.query("until");
	const revision = request.query("revision");
	if (
		unit === "unreadable" ||
		(until !== undefined && !readDay(until)) ||
		(revision !== undefined && !readRevisionHash(revision))
	)
		return unreadable(
			"It asks for a service, a target, a day or a revision that cannot be one.",
		);
	const [view, book] = await Promise.all([
		loadCountry(deps, cc, { unit, until }),
		deps.incidents(),
	]);
	const { measured, emulated } = view;
	const strip = measured?.strip;
	const stripTerms = () =>
		measuredTerms(deps, { emulated, cc, window: strip?.data.window });
	switch (ending) {
		case "svg":
		case "png":
			return strip
				? { kind: "image", ending, figure: stripFigure(strip) }
				: notFound;
		case "csv":
			return strip
				? {
						kind: "csv",
						text: daysCsv(strip.data.days, {
							emulated,
							terms: await stripTerms(),
						}),
					}
				: notFound;
		case "json": {
			const ongoing = ongoingOf(book.list({ cc }));
			const terms = joinTerms([
				await measuredTerms(deps, { emulated, cc }),
				...(await incidentTerms(deps, ongoing)),
			]);
			return {
				kind: "json",
				value: jsonFile(
					view.now,
					{ emulated, terms },
					{
						cc,
						name: view.name,
						headline: countryHeadline(view, deps.services),
						lastMeasuredAt: measured?.lastMeasuredAt,
						now: measured?.findings.map(findingRecord) ?? [],
						past: measured?.past.map(pastRecord) ?? [],
						ongoing,
						networks: measured?.networks ?? [],
						arrival: measured?.arrival,
						...(strip
							? {
									strip: {
										...strip.unit,
										...strip.data.window,
										finding: strip.data.finding,
										days: dayRows(strip.data.days),
									},
								}
							: {}),
					},
				),
			};
		}
		case "html":
			return {
				kind: "page",
				page: {
					title: view.name,
					description: countryHeadline(view, deps.services),
					emulated,
					formats: strip
						? {
								path: countryPath(cc),
								query: strip.frame.query,
								endings: ["csv", "json", "svg", "png"],
							}
						: { path: countryPath(cc), query: "", endings: ["json"] },
					watch: {
						feed: `${countryPath(cc)}.atom`,
						query: `cc=${cc.toLowerCase()}`,
					},
					citation:
						strip &&
						citeStrip(
							strip,
							unitQuery(strip.unit),
							revision,
							await stripTerms(),
						),
					children: (
						<CountryPage
							view={view}
							services={deps.services}
							record={recordOf(await deps.record(), cc)}
							incidents={book.list({ cc })}
							costs={estimateIncidents(deps, ongoingOf(book.list({ cc })))}
							signals={await deps.signals?.(cc, null)}
							siteName={deps.siteName}
							address={deps.address}
						/>
					),
				},
			};
		default:
			return ending satisfies never;
	}
};

/** `/PK` stands at `/pk`. */
export const answerUpperCase: Route = async (_, request): Promise<Answer> => ({
	kind: "redirect",
	to: countryPath(request.param("cc")),
});

/** The unit that a query names; undefined where it names none. */
export function readUnit(
	request: PageRequest,
): Unit | "unreadable" | undefined {
	const service = request.query("service");
	const part = request.query("function") ?? "";
	const target = request.query("target");
	if (service !== undefined)
		return readId(service) && (part === "" || readId(part))
			? { service, function: part, target: "" }
			: "unreadable";
	if (target === undefined) return undefined;
	return readTarget(target)
		? { service: "", function: "", target }
		: "unreadable";
}
