/** What the Now page shows, from the store's queries. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import { addDays } from "../../../base/index.ts";
import { FLOOR_SESSIONS } from "../../../judge/verdicts/index.ts";
import { type Incident, type World, worldOf } from "../../../model/index.ts";
import {
	type CountrySummary,
	countriesOf,
	nowIn,
	restrictedDays,
	unitKey,
} from "../../../store/index.ts";
import { estimateIncidents } from "../cost/running-total.tsx";
import {
	type Finding,
	findNow,
	findPast,
	groupBy,
	type PastFinding,
} from "../findings.ts";
import type { PageDeps } from "../site-deps.ts";
import { STRIP_DAYS } from "../strips.ts";

/** What one world says now. */
export interface WorldNow {
	/** Countries with enough sessions on some network to say anything. */
	readonly countries: readonly CountrySummary[];
	/** Countries with measurements, but on no network enough. */
	readonly thinCountries: readonly CountrySummary[];
	readonly incidents: readonly Incident[];
	/** What measured ones cost so far, by id. */
	readonly costs: ReadonlyMap<string, CostEstimate>;
	/** Restricted, with evidence for a headline. */
	readonly restricted: readonly Finding[];
	/** Signs of a restriction below the floor of a headline: not enough data. */
	readonly suspected: readonly Finding[];
	/** Restricted within the last weeks, and not found so now. */
	readonly past: readonly PastFinding[];
}

export interface NowView {
	readonly now: Date;
	readonly drawsMap: boolean;
	readonly real: WorldNow;
	/** Undefined where emulated data may not be shown. */
	readonly emulated: WorldNow | undefined;
	/** Countries that others documented restrictions in, the most entries first. */
	readonly documented: readonly {
		readonly cc: string;
		readonly entryCount: number;
	}[];
}

export async function loadNow(
	deps: PageDeps,
	mayShowEmulated: boolean,
): Promise<NowView> {
	const [real, emulated] = await Promise.all([
		loadWorldNow(deps, "real"),
		mayShowEmulated ? loadWorldNow(deps, "emulated") : undefined,
	]);
	const documented = [
		...groupBy((await deps.record()).restrictions, (entry) => entry.country),
	]
		.map(([cc, entries]) => ({ cc, entryCount: entries.length }))
		.sort((a, b) => b.entryCount - a.entryCount || (a.cc < b.cc ? -1 : 1));
	return {
		now: deps.clock(),
		drawsMap: deps.drawsMap ?? true,
		real,
		emulated,
		documented,
	};
}

async function loadWorldNow(deps: PageDeps, world: World): Promise<WorldNow> {
	const scope = { world };
	const all = await countriesOf(deps.reader, scope);
	const rows = await nowIn(
		deps.reader,
		scope,
		all.map(({ cc, lastOn }) => ({ cc, newestOn: lastOn })),
		FLOOR_SESSIONS,
	);
	const newest = all[0]?.lastOn;
	const findings = findNow(rows, deps.services, deps.shares);
	const restricted = findings.filter((f) => f.reach !== "none");
	const since = newest && addDays(newest, 1 - STRIP_DAYS);
	const pastRows =
		since === undefined || newest === undefined
			? []
			: await restrictedDays(
					deps.reader,
					scope,
					undefined,
					{ since, until: addDays(newest, 1) },
					FLOOR_SESSIONS,
				);
	const stillSo = new Set(restricted.map((f) => `${f.cc}\t${unitKey(f.unit)}`));
	const telling = new Set(
		findings.filter((f) => f.measuredCount > 0).map((f) => f.cc),
	);
	const book = await deps.incidents();
	const incidents = book
		.list({ status: ["ongoing"] })
		.filter(({ cc }) => worldOf(cc) === world);
	return {
		incidents,
		costs: estimateIncidents(deps, incidents),
		countries: all.filter((country) => telling.has(country.cc)),
		thinCountries: all.filter((country) => !telling.has(country.cc)),
		restricted,
		suspected: findings.filter(
			(f) => f.restrictedCount > 0 && f.reach === "none",
		),
		past: findPast(pastRows, deps.services, findings).filter(
			(p) => p.reach !== "none" && !stillSo.has(`${p.cc}\t${unitKey(p.unit)}`),
		),
	};
}
