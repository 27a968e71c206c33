/** `/cost`, and the same as `.csv` (every step) and `.json`: what a restriction cost, by every method that has its inputs. */
import {
	type CostEstimate,
	type CostSources,
	estimateCost,
	type HoursOfIncidents,
	hoursByKind,
	scopeAsked,
} from "../../../account/costs/index.ts";
import { formatInstant } from "../../../base/index.ts";
import { type Incident, worldOf } from "../../../model/index.ts";
import { costOfIncident, serviceNamer } from "../../../pipeline/index.ts";
import { joinTerms, OUR_TERMS } from "../../terms/index.ts";
import {
	type Answer,
	emulatedRefused,
	notFound,
	type PageRequest,
	type Route,
	splitEnding,
	unreadable,
} from "../answers/answer.ts";
import { jsonFile } from "../data-files.ts";
import { incidentTitle, isRestriction } from "../incident-words.ts";
import { say } from "../language/speech.ts";
import { incidentPath } from "../names.ts";
import type { PageDeps } from "../site-deps.ts";
import { quoteQuery } from "../subscribe/quoted-cost.ts";
import { incidentTerms } from "../terms.ts";
import { stepsCsv } from "./cost-files.ts";
import { CostPage } from "./cost-page.tsx";
import {
	type CostQuery,
	type CostTexts,
	type FieldFault,
	hasEmptyFields,
	ownFieldsIn,
	readCostQuery,
	searchOf,
	textsOf,
} from "./cost-query.ts";
import { eventTitle, rangeHeadline } from "./cost-words.ts";
import { estimateIncident } from "./running-total.tsx";

/** An estimate as pages show it. */
export interface CostView {
	readonly estimate: CostEstimate;
	/** What was restricted, in words. */
	readonly title: string;
	/** What was asked about, where it is known here. */
	readonly incident: Incident | undefined;
	/** Hours of this country's incidents by kind. */
	readonly hours: readonly HoursOfIncidents[];
	/** The query that leads to it. */
	readonly search: string;
	readonly emulated: boolean;
}

export const answerCost: Route = async (deps, request) => {
	const { costs } = deps;
	if (costs === undefined) return notFound;
	const { ending } = splitEnding(request.param("file"));
	const own = ownFieldsIn(request);
	if (own.length > 0)
		return unreadable(
			`A firm's own figures (${own.join(", ")}) do not belong in an address, where others and logs can read them. The form of this page keeps them out of it.`,
		);
	const texts = textsOf(request);
	if (hasEmptyFields(request))
		return { kind: "redirect", to: costAddress(ending, searchOf(texts)) };
	const read = readCostQuery(texts, deps.services);
	if (read.kind !== "asked") {
		const faults = read.kind === "faults" ? read.faults : [];
		if (ending === "html") return formPage(deps, costs, texts, faults);
		return unreadable(
			read.kind === "nothing"
				? "It asks about no event."
				: faults.map(({ at, problem }) => `${at}: ${problem}.`).join(" "),
		);
	}
	const found = await loadCost(deps, costs, request, texts, read.query);
	if ("kind" in found) return found;
	const { estimate, emulated, search } = found;
	const frame = async () => ({
		emulated,
		terms:
			found.incident === undefined
				? OUR_TERMS
				: joinTerms(await incidentTerms(deps, [found.incident])),
	});
	if (ending === "csv")
		return { kind: "csv", text: stepsCsv(estimate, await frame()) };
	if (ending === "json")
		return {
			kind: "json",
			value: jsonFile(deps.clock(), await frame(), {
				...estimate,
				hoursOfIncidents: found.hours,
			}),
		};
	return {
		kind: "page",
		page: {
			title: `${say("frame.cost")}: ${found.title}`,
			description: rangeHeadline(estimate),
			emulated,
			formats: { path: "/cost", query: search, endings: ["csv", "json"] },
			watch: found.incident && {
				feed: `${incidentPath(found.incident.id)}.atom`,
				query: quoteQuery(
					found.incident,
					// As its own page tells it, whatever is assumed here.
					estimateIncident(deps, found.incident),
				),
			},
			children: (
				<CostPage
					costs={costs}
					services={deps.services}
					texts={texts}
					faults={[]}
					view={found}
				/>
			),
		},
	};
};

function formPage(
	deps: PageDeps,
	costs: CostSources,
	texts: CostTexts,
	faults: readonly FieldFault[],
): Answer {
	return {
		kind: "page",
		...(faults.length > 0 ? { status: 400 } : {}),
		page: {
			title: say("cost.title"),
			description: say("cost.standfirst"),
			emulated: false,
			children: (
				<CostPage
					costs={costs}
					services={deps.services}
					texts={texts}
					faults={faults}
					view={undefined}
				/>
			),
		},
	};
}

function costAddress(ending: string, search: string): string {
	const path = ending === "html" ? "/cost" : `/cost.${ending}`;
	return search === "" ? path : `${path}?${search}`;
}

/** What is asked about, estimated; or why there is none. */
export async function loadCost(
	deps: PageDeps,
	costs: CostSources,
	request: PageRequest,
	texts: CostTexts,
	query: CostQuery,
): Promise<CostView | Answer> {
	const { of, scope, assumptions } = query;
	const options = { ...costs, assumptions };
	const search = searchOf(texts);
	const book = await deps.incidents();
	const hoursIn = (cc: string) =>
		hoursByKind(book.list({ cc }).filter(isRestriction), {
			now: formatInstant(deps.clock()),
			serviceOf: serviceNamer(deps.services),
		});
	if ("event" in of) {
		const emulated = worldOf(of.event.cc) === "emulated";
		if (emulated && !request.mayShowEmulated) return emulatedRefused;
		const estimate = estimateCost(
			{ ...of.event, scope: scopeAsked(of.event.kind, scope) },
			options,
		);
		return {
			estimate,
			title: eventTitle(estimate.event, deps.services),
			incident: undefined,
			hours: hoursIn(of.event.cc),
			search,
			emulated,
		};
	}
	const incident = book.get(of.incident);
	if (incident === undefined) return notFound;
	const emulated = worldOf(incident.cc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	const estimate = isRestriction(incident)
		? costOfIncident(incident, {
				...options,
				services: deps.services,
				now: formatInstant(deps.clock()),
				scope,
			})
		: undefined;
	return estimate === undefined
		? unreadable(
				"It asks what an incident cost that is no restriction, or of a kind that no method covers.",
			)
		: {
				estimate,
				title: incidentTitle(incident, deps.services),
				incident,
				hours: hoursIn(incident.cc),
				search,
				emulated,
			};
}
