import { type Incident, worldOf } from "../../../model/index.ts";
import { isCountryCode } from "../../../reference/index.ts";
import { joinTerms } from "../../terms/index.ts";
import { citeIncident } from "../citation/citation.ts";
import { estimateIncident } from "../cost/running-total.tsx";
import { jsonFile } from "../data-files.ts";
import { incidentNetworksCsv, incidentsCsv } from "../incident-files.ts";
import {
	incidentTitle,
	isRestriction,
	statusSentence,
} from "../incident-words.ts";
import { countryPath, dossierPath, incidentPath } from "../names.ts";
import { IncidentPage } from "../pages/incident.tsx";
import { loadIncident } from "../pages/incident-view.ts";
import {
	IncidentsPage,
	incidentsHeadline,
	incidentsTitle,
} from "../pages/incidents.tsx";
import { stripFigure } from "../pages/strip-figure.tsx";
import { readCc, readDay, readPage } from "../params.ts";
import type { DossierEnding, PageDeps } from "../site-deps.ts";
import { quoteQuery } from "../subscribe/quoted-cost.ts";
import { incidentTerms } from "../terms.ts";
import {
	emulatedRefused,
	notFound,
	type Route,
	splitEnding,
	unreadable,
} from "./answer.ts";

/** `/incidents`, and the same as `.csv` and `.json`; `?cc=pk` for one country. */
export const answerIncidents: Route = async (deps, request) => {
	const { ending } = splitEnding(request.param("file"));
	const wanted = request.query("cc");
	const cc = wanted === undefined ? undefined : readCc(wanted);
	const page = readPage(request.query("page"));
	if ((wanted !== undefined && !cc) || page === undefined)
		return unreadable("It asks for a country or a page that cannot be one.");
	if (cc !== undefined && !isCountryCode(cc)) return notFound;
	const emulated = cc !== undefined && worldOf(cc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	const book = await deps.incidents();
	const all = book
		.list({ cc })
		.filter((one) => emulated || worldOf(one.cc) === "real");
	const incidents = [
		...all.filter(isRestriction),
		...all.filter((one) => !isRestriction(one)),
	];
	if (ending === "csv" || ending === "json") {
		const terms = await incidentTerms(deps, incidents);
		const frame = { emulated, terms: joinTerms(terms) };
		return ending === "csv"
			? { kind: "csv", text: incidentsCsv(incidents, terms, frame) }
			: {
					kind: "json",
					value: jsonFile(deps.clock(), frame, { incidents }),
				};
	}
	const view = { cc, incidents, page };
	return {
		kind: "page",
		page: {
			title: incidentsTitle(cc),
			description: incidentsHeadline(view),
			emulated,
			formats: {
				path: "/incidents",
				query: cc === undefined ? "" : `cc=${cc.toLowerCase()}`,
				endings: ["csv", "json"],
			},
			watch: {
				feed: cc === undefined ? "/now.atom" : `${countryPath(cc)}.atom`,
				query: cc === undefined ? "" : `cc=${cc.toLowerCase()}`,
			},
			children: <IncidentsPage view={view} services={deps.services} />,
		},
	};
};

/** `/incident/ID`, as told in a revision with `?revision=N`, and the same as `.csv` (its networks), `.json`, `.svg` and `.png`. An id that leads elsewhere is sent there for good. */
export const answerIncident: Route = async (deps, request) => {
	const { name, ending } = splitEnding(request.param("id"));
	const until = request.query("until");
	if (until !== undefined && !readDay(until))
		return unreadable("It asks for a day that cannot be one.");
	const asked = request.query("revision");
	const revision = readPage(asked);
	if (revision === undefined)
		return unreadable("It asks for a revision that cannot be one.");
	const book = await deps.incidents();
	const incident =
		asked === undefined ? book.get(name) : book.at(name, revision);
	if (incident === undefined) return notFound;
	const emulated = worldOf(incident.cc) === "emulated";
	if (emulated && !request.mayShowEmulated) return emulatedRefused;
	if (incident.id !== name)
		return {
			kind: "redirect",
			to: `${incidentPath(incident.id)}${ending === "html" ? "" : `.${ending}`}${asked === undefined ? "" : `?revision=${revision}`}`,
		};
	const revisions = book.revisions(incident.id).map((one) => one.incident);
	const title = incidentTitle(incident, deps.services);
	const citation = citeIncident(title, incident, revisions);
	const frame = async () => ({
		emulated,
		terms: joinTerms(await incidentTerms(deps, [incident])),
	});
	if (ending === "csv")
		return { kind: "csv", text: incidentNetworksCsv(incident, await frame()) };
	if (ending === "json")
		return {
			kind: "json",
			value: jsonFile(deps.clock(), await frame(), {
				sentence: statusSentence(incident),
				...incident,
				...costFile(deps, incident),
				contentHash: citation?.hash ?? null,
				revisions: revisions.map(({ revision, revisedAt, status, reason }) => ({
					revision,
					revisedAt,
					status,
					reason,
				})),
			}),
		};
	const view = await loadIncident(deps, incident, revisions, {
		until,
		revision: asked === undefined ? undefined : revision,
	});
	if (ending === "svg" || ending === "png")
		return view.strip
			? { kind: "image", ending, figure: stripFigure(view.strip) }
			: notFound;
	return {
		kind: "page",
		page: {
			title: view.title,
			description: statusSentence(incident),
			emulated,
			formats: {
				path: incidentPath(incident.id),
				query: view.query,
				endings: view.strip ? ["csv", "json", "svg", "png"] : ["csv", "json"],
			},
			watch: {
				feed: `${incidentPath(incident.id)}.atom`,
				query: quoteQuery(incident, view.cost),
			},
			citation,
			children: <IncidentPage view={view} />,
		},
	};
};

/** What it cost, or costs so far; `/cost.json` with the incident's id has the methods. */
function costFile(deps: PageDeps, incident: Incident) {
	const estimate = estimateIncident(deps, incident);
	if (estimate === undefined) return {};
	const { range, hoursByKind, event } = estimate;
	return {
		cost: { runningUntil: event.runningUntil ?? null, hoursByKind, range },
	};
}

const MEDIA_TYPES: Readonly<Record<DossierEnding, string>> = {
	pdf: "application/pdf",
	html: "text/html; charset=utf-8",
	md: "text/markdown; charset=utf-8",
	json: "application/json",
};

/** `/incident/ID/dossier.pdf`, `.html`, `.md`, `.json`: the document for a court, to be saved. */
export const answerDossier: Route = async (deps, request) => {
	const [, ending] = request.param("file").split(".");
	const id = request.param("id");
	const asked = request.query("revision");
	const revision = readPage(asked);
	if (revision === undefined)
		return unreadable("It asks for a revision that cannot be one.");
	const book = await deps.incidents();
	const incident = asked === undefined ? book.get(id) : book.at(id, revision);
	if (incident === undefined || !deps.dossier) return notFound;
	if (worldOf(incident.cc) === "emulated" && !request.mayShowEmulated)
		return emulatedRefused;
	const form = ending as DossierEnding;
	const chosen = asked === undefined ? undefined : revision;
	if (incident.id !== id)
		return { kind: "redirect", to: dossierPath(incident.id, form, chosen) };
	return {
		kind: "file",
		name: `${incident.id.replace(/[^A-Za-z0-9._-]/g, "-")}.${form}`,
		mediaType: MEDIA_TYPES[form],
		content: await deps.dossier(incident.id, form, chosen),
	};
};
