/** What is explored: a service, a site or a network of a country, between two days; as pages, files and the API name it. */
import { addDays } from "../../../base/index.ts";
import { type World, worldOf } from "../../../model/index.ts";
import { countryName } from "../../../reference/index.ts";
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
import { asnName, cellPath, unitName } from "../names.ts";
import type { StripFrame } from "../pages/strip-figure.tsx";
import { readAsn, readCc, readDay, readId, readTarget } from "../params.ts";
import type { PageDeps } from "../site-deps.ts";
import { makeStrip, STRIP_DAYS, type StripData } from "../strips.ts";

/** The form's texts, as given. */
export const EXPLORE_FIELDS = [
	"cc",
	"service",
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
	readonly days: readonly DayCounts[];
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
			return text ? [[field, text]] : [];
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
	const subject = subjectOf(deps, choice);
	const byUnit = choice.asn !== undefined;
	const strip = makeStrip(
		days.filter((row) => row.day >= window.firstOn),
		{
			window,
			about: byUnit ? "place" : "unit",
			subject,
			rowNoun: byUnit
				? ["service or site", "services and sites"]
				: ["network", "networks"],
			keyOf: (row) => `${row.asn} ${row.function} ${row.target}${row.service}`,
			describe: (row) => ({
				name: byUnit ? unitName(deps.services, row) : asnName(row.asn),
				note: byUnit
					? ""
					: [
							names.get(row.asn) ?? "",
							row.function === "" ? "" : unitName(deps.services, row),
						]
							.filter((text) => text !== "")
							.join(" · "),
				href: (cell) => cellPath(cc, row.asn, cell.day, row),
			}),
		},
	);
	return {
		choice,
		days,
		firstOn,
		lastOn,
		strip,
		frame: {
			title: `${subject} in ${countryName(cc)}, by ${byUnit ? "service" : "network"} and day`,
			emulated: scope.world === "emulated",
			siteName: deps.siteName,
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

function subjectOf(
	{ services }: PageDeps,
	{ service, target, asn }: Choice,
): string {
	const unit =
		service !== undefined ? (services.get(service)?.name ?? service) : target;
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
		target: choice.target,
		asn: choice.asn === undefined ? undefined : String(choice.asn),
		since: days.since ?? choice.since,
		until: days.until ?? choice.until,
	};
	for (const [name, value] of Object.entries(parts))
		if (value !== undefined) query.set(name, value);
	return query.toString();
}
