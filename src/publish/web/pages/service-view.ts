/** What the service page shows, from the store's queries. The strip is of one function at a time, since people lose them apart. */
import { FLOOR_SESSIONS } from "../../../judge/verdicts/index.ts";
import { EMULATED_CC, type World, worldOf } from "../../../model/index.ts";
import type { Service } from "../../../reference/index.ts";
import {
	countriesOf,
	type DayCounts,
	daysOfService,
	networksOf,
	nowIn,
	spanOf,
	type Unit,
} from "../../../store/index.ts";
import { cellOf } from "../cells.ts";
import { countryCells } from "../country-cells.ts";
import { type Finding, findNow } from "../findings.ts";
import { say } from "../language/speech.ts";
import {
	asnName,
	cellPath,
	placeName,
	servicePath,
	unitName,
} from "../names.ts";
import type { PageDeps } from "../site-deps.ts";
import { makeStrip, rangeOf, type StripData, windowTo } from "../strips.ts";
import { isRestricted } from "../words.ts";
import type { StripFrame } from "./strip-figure.tsx";

export interface ServiceView {
	readonly service: Service;
	/** The country chosen; undefined: all countries of the real world. */
	readonly cc: string | undefined;
	readonly emulated: boolean;
	readonly now: Date;
	readonly findings: readonly Finding[];
	readonly measured:
		| {
				readonly lastMeasuredAt: string;
				readonly unit: Unit;
				readonly data: StripData;
				readonly frame: StripFrame;
		  }
		| undefined;
	/** The emulated country has measurements of it, and may be shown. */
	readonly emulatedToo: boolean;
}

export interface ServiceChoice {
	readonly cc?: string | undefined;
	readonly until?: string | undefined;
	/** Function of the strip; the one most restricted where left out. */
	readonly function?: string | undefined;
	readonly mayShowEmulated: boolean;
}

export async function loadService(
	deps: PageDeps,
	service: Service,
	choice: ServiceChoice,
): Promise<ServiceView> {
	const { cc, until } = choice;
	const world: World = cc === undefined ? "real" : worldOf(cc);
	const scope = { world };
	const of = { service: service.id, ...(cc === undefined ? {} : { cc }) };
	const [span, countries, emulatedSpan] = await Promise.all([
		spanOf(deps.reader, scope, of),
		countriesOf(deps.reader, scope, service.id),
		choice.mayShowEmulated
			? spanOf(deps.reader, { world: "emulated" }, { service: service.id })
			: undefined,
	]);
	const allNow = await nowIn(
		deps.reader,
		scope,
		countries
			.filter((one) => cc === undefined || one.cc === cc)
			.map((one) => ({ cc: one.cc, newestOn: one.lastOn })),
		FLOOR_SESSIONS,
		service.id,
	);
	const view = {
		service,
		cc,
		emulated: world === "emulated",
		now: deps.clock(),
		findings: findNow(allNow, deps.services, deps.shares),
		emulatedToo: emulatedSpan !== undefined && cc !== EMULATED_CC,
	};
	if (span === undefined) return { ...view, measured: undefined };
	const lastOn =
		until !== undefined && until < span.lastOn ? until : span.lastOn;
	const window = windowTo(lastOn);
	const [rows, networks] = await Promise.all([
		daysOfService(deps.reader, scope, service.id, rangeOf(window)),
		cc === undefined ? [] : networksOf(deps.reader, scope, cc, rangeOf(window)),
	]);
	const names = new Map(networks.map((n) => [n.asn, n.networkName]));
	const here = rows.filter((row) => cc === undefined || row.cc === cc);
	const part = choice.function ?? tellingFunction(service, here);
	const unit = { service: service.id, function: part, target: "" };
	const days = here.filter((row) => row.function === part);
	const subject = unitName(deps.services, unit);
	const plan = { window, about: "unit", subject } as const;
	const data =
		cc === undefined
			? makeStrip(days, {
					...plan,
					rowNoun: ["country", "countries"],
					keyOf: (row) => row.cc,
					describe: (row) => ({
						name: placeName(row.cc),
						note: "",
						href: () => servicePath(service.id, row.cc, part),
					}),
					cellsOf: countryCells,
				})
			: makeStrip(days, {
					...plan,
					rowNoun: ["network", "networks"],
					keyOf: (row) => String(row.asn),
					describe: (row) => ({
						name: asnName(row.asn),
						note: names.get(row.asn) ?? "",
						href: (cell) => cellPath(cc, row.asn, cell.day, unit),
					}),
				});
	return {
		...view,
		measured: {
			lastMeasuredAt: span.lastMeasuredAt,
			unit,
			data,
			frame: {
				title:
					cc === undefined
						? say("chart.by_country", { subject })
						: say("chart.by_network", { subject, country: placeName(cc) }),
				emulated: view.emulated,
				siteName: deps.siteName,
				siteAddress: deps.address,
				path: servicePath(service.id),
				query: queryOf(choice, lastOn),
				span,
			},
		},
	};
}

function queryOf(choice: ServiceChoice, lastOn: string): string {
	const query = new URLSearchParams();
	if (choice.cc !== undefined) query.set("cc", choice.cc.toLowerCase());
	if (choice.function !== undefined) query.set("function", choice.function);
	if (choice.until !== undefined) query.set("until", lastOn);
	return query.toString();
}

/** The function restricted on most network-days; of equals the first that the registry lists. */
export function tellingFunction(
	service: Service,
	rows: readonly DayCounts[],
): string {
	const weightOf = (part: string) =>
		rows.filter(
			(row) => row.function === part && isRestricted(cellOf(row).state),
		).length;
	const measured = new Set(rows.map((row) => row.function));
	const listed = service.functions
		.map((part) => part.id)
		.filter((part) => measured.has(part));
	const parts = measured.has("") ? [...listed, ""] : listed;
	return parts.reduce(
		(a, b) => (weightOf(b) > weightOf(a) ? b : a),
		parts[0] ?? "",
	);
}
