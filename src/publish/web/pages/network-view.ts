/** What the network page shows, from the store's queries. */
import { addDays } from "../../../base/index.ts";
import { FLOOR_SESSIONS } from "../../../judge/verdicts/index.ts";
import { worldOf } from "../../../model/index.ts";
import {
	type ArrivalLag,
	arrivalLag,
	daysOfNetwork,
	type NetworkSummary,
	networksOf,
	nowIn,
	type ResolverUse,
	type RuleUse,
	resolversOfNetwork,
	rulesOfNetwork,
	spanOf,
	unitKey,
} from "../../../store/index.ts";
import { type Finding, findNow, unitOf } from "../findings.ts";
import { say } from "../language/speech.ts";
import {
	asnName,
	cellPath,
	networkPath,
	placeName,
	unitName,
} from "../names.ts";
import type { PageDeps } from "../site-deps.ts";
import { makeStrip, rangeOf, type StripData, windowTo } from "../strips.ts";
import type { StripFrame } from "./strip-figure.tsx";

const MOST_RULES = 30;
const MOST_RESOLVERS = 12;
/** Rules and resolvers are counted over the last days: each day is a file of verdicts and one of measurements to open. */
const DETAIL_DAYS = 14;

export interface NetworkView {
	readonly cc: string;
	readonly asn: number;
	readonly emulated: boolean;
	readonly now: Date;
	readonly networkName: string;
	readonly summary: NetworkSummary | undefined;
	readonly arrival: ArrivalLag | undefined;
	readonly lastMeasuredAt: string;
	/** What this network shows now, one finding a unit. */
	readonly findings: readonly Finding[];
	readonly strip: { readonly data: StripData; readonly frame: StripFrame };
	readonly rules: readonly RuleUse[];
	readonly resolvers: readonly ResolverUse[];
	/** First day that rules and resolvers are counted of. */
	readonly detailsSince: string;
}

/** Undefined where the workspace has no measurements of the network. */
export async function loadNetwork(
	deps: PageDeps,
	cc: string,
	asn: number,
	until: string | undefined,
): Promise<NetworkView | undefined> {
	const scope = { world: worldOf(cc) };
	const span = await spanOf(deps.reader, scope, { cc, asn });
	if (span === undefined) return undefined;
	const lastOn =
		until !== undefined && until < span.lastOn ? until : span.lastOn;
	const window = windowTo(lastOn);
	const range = rangeOf(window);
	const detailsSince = addDays(lastOn, 1 - DETAIL_DAYS);
	const details = { ...range, since: detailsSince };
	const [days, nowRows, networks, rules, resolvers, arrival] =
		await Promise.all([
			daysOfNetwork(deps.reader, scope, cc, asn, range),
			nowIn(
				deps.reader,
				scope,
				[{ cc, newestOn: span.lastOn }],
				FLOOR_SESSIONS,
			),
			networksOf(deps.reader, scope, cc, range),
			rulesOfNetwork(deps.reader, scope, cc, asn, details, MOST_RULES),
			resolversOfNetwork(deps.reader, scope, cc, asn, details, MOST_RESOLVERS),
			arrivalLag(deps.reader, scope, { cc, asn }, range),
		]);
	const summary = networks.find((network) => network.asn === asn);
	const emulated = worldOf(cc) === "emulated";
	return {
		cc,
		asn,
		emulated,
		now: deps.clock(),
		networkName: summary?.networkName ?? "",
		summary,
		arrival,
		lastMeasuredAt: span.lastMeasuredAt,
		findings: findNow(
			nowRows.filter((row) => row.asn === asn),
			deps.services,
		),
		strip: {
			data: makeStrip(days, {
				window,
				about: "place",
				subject: asnName(asn),
				rowNoun: ["service or site", "services and sites"],
				keyOf: unitKey,
				describe: (row) => ({
					name: unitName(deps.services, row),
					note: "",
					href: (cell) => cellPath(cc, asn, cell.day, unitOf(row)),
				}),
			}),
			frame: {
				title: say("chart.by_service", {
					subject: asnName(asn),
					country: placeName(cc),
				}),
				emulated,
				siteName: deps.siteName,
				siteAddress: deps.address,
				path: networkPath(cc, asn),
				query: until === undefined ? "" : `until=${lastOn}`,
				span,
			},
		},
		rules,
		resolvers,
		detailsSince,
	};
}
