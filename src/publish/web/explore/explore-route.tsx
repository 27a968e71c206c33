import { worldOf } from "../../../model/index.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "../answers/answer.ts";
import { dayRows, daysCsv, jsonFile } from "../data-files.ts";
import { say } from "../language/speech.ts";
import { stripFigure } from "../pages/strip-figure.tsx";
import { measuredTerms } from "../terms.ts";
import { ExplorePage } from "./explore-page.tsx";
import { loadExplore, readChoice, textsOf } from "./explore-view.ts";

/** `/explore?cc=qz&service=x&since=2025-03-01`, and the same as `.csv`, `.json`, `.svg` and `.png`. */
export const answerExplore: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const texts = textsOf(request);
	const { choice, faults } = readChoice(texts);
	if (
		choice !== undefined &&
		worldOf(choice.cc) === "emulated" &&
		!request.mayShowEmulated
	)
		return emulatedRefused;
	if (ending !== "html" && choice === undefined)
		return unreadable("It asks for nothing that can be found.");
	const view = await loadExplore(deps, request, texts, choice, faults);
	const { found, emulated } = view;
	if (ending === "html")
		return {
			kind: "page",
			page: {
				title: found === undefined ? say("explore.title") : found.frame.title,
				description:
					found?.strip.finding ??
					"Ask for a service, a site or a network of a country, between two days.",
				emulated,
				...(found === undefined
					? {}
					: {
							formats: {
								path: "/explore",
								query: found.frame.query,
								endings: ["csv", "json", "svg", "png"],
							},
						}),
				children: (
					<ExplorePage
						view={view}
						services={deps.services}
						takesSql={deps.console !== undefined}
					/>
				),
			},
		};
	if (found === undefined) return notFound;
	const frame = async () => ({
		emulated,
		terms: await measuredTerms(deps, {
			emulated,
			cc: found.choice.cc,
			asn: found.choice.asn,
			window: found,
		}),
	});
	switch (ending) {
		case "csv":
			return { kind: "csv", text: daysCsv(found.days, await frame()) };
		case "json":
			return {
				kind: "json",
				value: jsonFile(deps.clock(), await frame(), {
					finding: found.strip.finding,
					api: found.apiAddress,
					days: dayRows(found.days),
				}),
			};
		case "svg":
		case "png":
			return {
				kind: "image",
				ending,
				figure: stripFigure({ data: found.strip, frame: found.frame }),
			};
		default:
			return ending satisfies never;
	}
};
