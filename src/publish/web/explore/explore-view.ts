/** What is explored: a service, a site or a network of a country, between two days; as pages, files and the API name it. */

import { addDays } from "../../../base/index.ts";
import { type World, worldOf } from "../../../model/index.ts";
import {
	type CountrySummary,
	countriesOf,
	type DayCounts,
	daysOfNetwork,
	daysOfService,
	daysOfTargets,
	networksOf,
	spanOf,
} from "../../../store/index.ts";
import type { PageRequest } from "../answers/answer.ts";
import { say } from "../language/speech.ts";
import { asnName, cellPath, placeName, unitName } from "../names.ts";
import { tellingFunction } from "../pages/service-view.ts";
import type { StripFrame } from "../pages/strip-figure.tsx";
import { readAsn, readCc, readDay, readId, readTarget } from "../params.ts";
import type { PageDeps } from "../site-deps.ts";
import { makeStrip, STRIP_DAYS, type StripData } from "../strips.ts";

/** The form's texts, as given. */
export const EXPLORE_FIELDS = [
	"cc",
	"service",
	"function",
	"target",
	"asn",
	"since",
	"until",
] as const;
export type ExploreField = (typeof EXPLORE_FIELDS)[number];
export type ExploreTexts = Readonly<Partial<Record<ExploreField, string>>>;

export interface Choice {
	readonly cc: string;
	readonly service: string | undefined;
	/** Of the service, for the strip; the one most restricted where left out. */
	readonly function: string | undefined;
	readonly target: string | undefined;
	readonly asn: number | undefined;
	readonly since: string | undefined;
	readonly until: string | undefined;
}

/** Fields that cannot be read, with the reason. */
export type Faults = Readonly<Partial<Record<ExploreField, string>>>;

export interface ExploreView {
	readonly texts: ExploreTexts;
	readonly faults: Faults;
	readonly countries: readonly CountrySummary[];
	readonly emulated: boolean;
	readonly found: Found | undefined;
}

export interface Found {
	readonly choice: Choice;
	/** All of it, every function of a service. */
	readonly days: readonly DayCounts[];
	/** Function that the strip is of, since people lose them apart; undefined where it is of no service. */
	readonly part: string | undefined;
	/** Functions of the service that were measured. */
	readonly parts: readonly string[];
	/** Last day asked for, or the last with data. */
	readonly lastOn: string;
	readonly firstOn: string;
	readonly strip: StripData;
	readonly frame: StripFrame;
	/** The same question to the API, without its format. */
	readonly apiAddress: string;
}

export function textsOf(request: PageRequest): ExploreTexts {
	return Object.fromEntries(
		EXPLORE_FIELDS.flatMap((field) => {
			const text = request.query(field)?.trim();
			// The empty function is one too: addresses of no known function.
			return text || (field === "function" && text === "")
				? [[field, text]]
				: [];
		}),
	);
}

/** The choice, or what is wrong with it; neither where nothing was asked. */
export function readChoice(texts: ExploreTexts): {
	readonly choice?: Choice;
	readonly faults: Faults;
} {
	if (Object.keys(texts).length === 0) return { faults: {} };
	const cc = readCc(texts.cc?.toLowerCase() ?? "");
	const asn = readAsn(`as${texts.asn?.toLowerCase().replace(/^as/, "") ?? ""}`);
	const since = readDay(texts.since ?? "");
	const until = readDay(texts.until ?? "");
	const faults: Faults = {
		...(cc === undefined ? { cc: "Choose a country." } : {}),
		...(texts.service && !readId(texts.service)
			? { service: "No service has this id." }
			: {}),
		...(texts.function && !readId(texts.function)
			? { function: "No function has this id." }
			: {}),
		...(texts.target && !readTarget(texts.target)
			? { target: "This cannot be a site." }
			: {}),
		...(texts.asn && asn === undefined
			? { asn: "Write the network's number: AS17557." }
			: {}),
		...(texts.since && !since ? { since: "Write the day as 2024-02-17." } : {}),
		...(texts.until && !until ? { until: "Write the day as 2024-02-17." } : {}),
		...(since && until && since > until
			? { since: "The first day is after the last one." }
			: {}),
		...(!texts.service && !texts.target && !texts.asn
			? { service: "Choose a service, a site or a network." }
			: {}),
	};
	if (cc === undefined || Object.keys(faults).length > 0) return { faults };
	return {
		faults,
		choice: {
			cc,
			service: texts.service,
			function: texts.function,
			target: texts.target?.toLowerCase(),
			asn: texts.asn === undefined ? undefined : asn,
			since,
			until,
		},
	};
}

export async function loadExplore(
	deps: PageDeps,
	request: PageRequest,
	texts: ExploreTexts,
	choice: Choice | undefined,
	faults: Faults,
): Promise<ExploreView> {
	const worlds: readonly World[] = request.mayShowEmulated
		? ["real", "emulated"]
		: ["real"];
	const countries = await Promise.all(
		worlds.map((world) => countriesOf(deps.reader, { world })),
	);
	return {
		texts,
		faults,
		countries: countries.flat(),
		emulated: choice !== undefined && worldOf(choice.cc) === "emulated",
		found: choice && (await loadFound(deps, choice)),
	};
}

async function loadFound(
	deps: PageDeps,
	choice: Choice,
): Promise<Found | undefined> {
	const { cc } = choice;
	const scope = { world: worldOf(cc) };
	const span = await spanOf(deps.reader, scope, { cc });
	if (span === undefined) return undefined;
	const lastOn =
		choice.until !== undefined && choice.until < span.lastOn
			? choice.until
			: span.lastOn;
	const firstOn = choice.since ?? addDays(lastOn, 1 - STRIP_DAYS);
	const range = { since: firstOn, until: addDays(lastOn, 1) };
	const days = await daysOf(deps, choice, range);
	const networks = await networksOf(deps.reader, scope, cc, range);
	const names = new Map(networks.map((one) => [one.asn, one.networkName]));
	const window = { firstOn: addDays(lastOn, 1 - STRIP_DAYS), lastOn };
	const part = partOf(deps, choice, days);
	const subject = subjectOf(deps, choice, part);
	const byUnit = choice.asn !== undefined && part === undefined;
	const strip = makeStrip(
		days.filter(
			(row) =>
				row.day >= window.firstOn &&
				(part === undefined || row.function === part),
		),
		{
			window,
			about: byUnit ? "place" : "unit",
			subject,
			rowNoun: byUnit
				? ["service or site", "services and sites"]
				: ["network", "networks"],
			keyOf: (row) =>
				byUnit
					? `${row.service} ${row.function} ${row.target}`
					: String(row.asn),
			describe: (row) => ({
				name: byUnit ? unitName(deps.services, row) : asnName(row.asn),
				note: byUnit ? "" : (names.get(row.asn) ?? ""),
				href: (cell) => cellPath(cc, row.asn, cell.day, row),
			}),
		},
	);
	return {
		choice,
		days,
		part,
		parts: [...new Set(days.map((row) => row.function))],
		firstOn,
		lastOn,
		strip,
		frame: {
			title: say(byUnit ? "chart.by_service" : "chart.by_network", {
				subject,
				country: placeName(cc),
			}),
			emulated: scope.world === "emulated",
			siteName: deps.siteName,
			siteAddress: deps.address,
			path: "/explore",
			query: queryOf(choice, {}),
			span,
		},
		apiAddress: `/api/v1/days?${queryOf(choice, range, "api")}`,
	};
}

async function daysOf(
	deps: PageDeps,
	{ cc, service, target, asn }: Choice,
	range: { readonly since: string; readonly until: string },
): Promise<readonly DayCounts[]> {
	const scope = { world: worldOf(cc) };
	const days =
		service !== undefined
			? await daysOfService(deps.reader, scope, service, range)
			: target !== undefined
				? await daysOfTargets(deps.reader, scope, cc, [target], range)
				: await daysOfNetwork(deps.reader, scope, cc, asn ?? 0, range);
	return days.filter(
		(row) => row.cc === cc && (asn === undefined || row.asn === asn),
	);
}

function partOf(
	{ services }: PageDeps,
	choice: Choice,
	days: readonly DayCounts[],
): string | undefined {
	const service = services.get(choice.service ?? "");
	return service && (choice.function ?? tellingFunction(service, days));
}

function subjectOf(
	{ services }: PageDeps,
	{ service, target, asn }: Choice,
	part: string | undefined,
): string {
	const unit =
		service !== undefined
			? unitName(services, { service, function: part ?? "", target: "" })
			: target;
	return [unit, asn === undefined ? undefined : asnName(asn)]
		.filter((text) => text !== undefined)
		.join(" on ");
}

/** The choice as the query of an address: of this page, or of the API, where countries are written large and days are exact. */
function queryOf(
	choice: Choice,
	days: { readonly since?: string; readonly until?: string },
	of: "page" | "api" = "page",
): string {
	const query = new URLSearchParams({
		cc: of === "api" ? choice.cc : choice.cc.toLowerCase(),
	});
	const parts = {
		service: choice.service,
		function: of === "page" ? choice.function : undefined,
		target: choice.target,
		asn: choice.asn === undefined ? undefined : String(choice.asn),
		since: days.since ?? choice.since,
		until: days.until ?? choice.until,
	};
	for (const [name, value] of Object.entries(parts))
		if (value !== undefined) query.set(name, value);
	return query.toString();
}
