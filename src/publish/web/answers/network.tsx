import { worldOf } from "../../../model/index.ts";
import { citeStrip, readRevisionHash } from "../citation/citation.ts";
import { dayRows, daysCsv, findingRecord, jsonFile } from "../data-files.ts";
import { asnName, networkPath, placeName } from "../names.ts";
import { NetworkPage, networkHeadline } from "../pages/network.tsx";
import { loadNetwork } from "../pages/network-view.ts";
import { stripFigure } from "../pages/strip-figure.tsx";
import { readAsn, readCc, readDay } from "../params.ts";
import { measuredTerms } from "../terms.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";

/** `/qz/as64496`, and the same as `.csv`, `.json`, `.svg` and `.png`. */
export const answerNetwork: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("asn"));
	const cc = readCc(request.param("cc"));
	const asn = readAsn(name);
	if (cc === undefined || asn === undefined) return notFound;
	if (worldOf(cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	const until = request.query("until");
	const revision = request.query("revision");
	if (
		(until !== undefined && !readDay(until)) ||
		(revision !== undefined && !readRevisionHash(revision))
	)
		return unreadable("It asks for a day or a revision that cannot be one.");
	const [view, book] = await Promise.all([
		loadNetwork(deps, cc, asn, until),
		deps.incidents(),
	]);
	if (view === undefined) return notFound;
	const { strip, emulated } = view;
	const stripTerms = () =>
		measuredTerms(deps, { emulated, cc, asn, window: strip.data.window });
	switch (ending) {
		case "svg":
		case "png":
			return { kind: "image", ending, figure: stripFigure(strip) };
		case "csv":
			return {
				kind: "csv",
				text: daysCsv(strip.data.days, { emulated, terms: await stripTerms() }),
			};
		case "json":
			return {
				kind: "json",
				value: jsonFile(
					view.now,
					{ emulated, terms: await measuredTerms(deps, { emulated, cc, asn }) },
					{
						cc,
						asn,
						networkName: view.networkName,
						lastMeasuredAt: view.lastMeasuredAt,
						headline: networkHeadline(view, deps.services),
						summary: view.summary,
						arrival: view.arrival,
						now: view.findings.map(findingRecord),
						detailsSince: view.detailsSince,
						rules: view.rules,
						resolvers: view.resolvers,
						...strip.data.window,
						days: dayRows(strip.data.days),
					},
				),
			};
		case "html":
			return {
				kind: "page",
				page: {
					title: `${asnName(asn)}${view.networkName === "" ? "" : ` ${view.networkName}`}, ${placeName(cc)}`,
					description: networkHeadline(view, deps.services),
					emulated,
					formats: {
						path: networkPath(cc, asn),
						query: strip.frame.query,
						endings: ["csv", "json", "svg", "png"],
					},
					watch: {
						feed: `${networkPath(cc, asn)}.atom`,
						query: `cc=${cc.toLowerCase()}&asn=as${asn}`,
					},
					citation: citeStrip(strip, "", revision, await stripTerms()),
					children: (
						<NetworkPage
							view={view}
							services={deps.services}
							incidents={book
								.list({ cc })
								.filter(({ networks }) =>
									networks.some((network) => network.asn === asn),
								)}
							signals={await deps.signals?.(cc, asn)}
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
