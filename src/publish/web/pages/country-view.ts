/** What the country page shows, from the store's queries. */
import { FLOOR_SESSIONS } from "../../../judge/verdicts/index.ts";
import { worldOf } from "../../../model/index.ts";
import {
	type ArrivalLag,
	arrivalLag,
	daysOfUnit,
	type NetworkSummary,
	networksOf,
	nowIn,
	restrictedDays,
	spanOf,
	type Unit,
	unitKey,
} from "../../../store/index.ts";
import {
	type Finding,
	findNow,
	findPast,
	type PastFinding,
} from "../findings.ts";
import { say } from "../language/speech.ts";
import {
	asnName,
	cellPath,
	countryPath,
	placeName,
	unitName,
	unitQuery,
} from "../names.ts";
import type { PageDeps } from "../site-deps.ts";
import {
	makeStrip,
	rangeOf,
	type StripData,
	type Window,
	windowTo,
} from "../strips.ts";
import type { StripFrame } from "./strip-figure.tsx";

export interface CountryView {
	readonly cc: string;
	readonly name: string;
	readonly emulated: boolean;
	readonly now: Date;
	/** Undefined where the workspace has no measurements of the country. */
	readonly measured: CountryMeasured | undefined;
}

export interface CountryMeasured {
	readonly lastMeasuredAt: string;
	readonly window: Window;
	readonly findings: readonly Finding[];
	readonly past: readonly PastFinding[];
	readonly networks: readonly NetworkSummary[];
	readonly arrival: ArrivalLag | undefined;
	/** The unit of the strip; undefined where nothing was measured of any service. */
	readonly strip:
		| {
				readonly unit: Unit;
				readonly data: StripData;
				readonly frame: StripFrame;
		  }
		| undefined;
}

export interface CountryChoice {
	/** Unit of the strip; the most relevant one where left out. */
	readonly unit?: Unit | undefined;
	/** Last day of the strip; the newest day where left out. */
	readonly until?: string | undefined;
}

export async function loadCountry(
	deps: PageDeps,
	cc: string,
	choice: CountryChoice,
): Promise<CountryView> {
	const emulated = worldOf(cc) === "emulated";
	const view = { cc, name: placeName(cc), emulated, now: deps.clock() };
	const scope = { world: worldOf(cc) };
	const span = await spanOf(deps.reader, scope, { cc });
	if (span === undefined) return { ...view, measured: undefined };
	const lastOn =
		choice.until !== undefined && choice.until < span.lastOn
			? choice.until
			: span.lastOn;
	const window = windowTo(lastOn);
	const newest = rangeOf(windowTo(span.lastOn));
	const [nowRows, pastRows, networks, arrival] = await Promise.all([
		nowIn(deps.reader, scope, [{ cc, newestOn: span.lastOn }], FLOOR_SESSIONS),
		restrictedDays(deps.reader, scope, cc, newest, FLOOR_SESSIONS),
		networksOf(deps.reader, scope, cc, rangeOf(window)),
		arrivalLag(deps.reader, scope, { cc }, rangeOf(window)),
	]);
	const findings = findNow(nowRows, deps.services, deps.shares);
	const nowRestricted = new Set(
		findings
			.filter((f) => f.restrictedCount > 0 && f.reach !== "none")
			.map((f) => unitKey(f.unit)),
	);
	const allPast = findPast(pastRows, deps.services, findings);
	const unit = choice.unit ?? relevantUnit(findings, allPast);
	const measured: Omit<CountryMeasured, "strip"> = {
		lastMeasuredAt: span.lastMeasuredAt,
		window,
		findings,
		past: allPast.filter(
			(p) => p.reach !== "none" && !nowRestricted.has(unitKey(p.unit)),
		),
		networks,
		arrival,
	};
	if (unit === undefined)
		return { ...view, measured: { ...measured, strip: undefined } };

	const days = await daysOfUnit(deps.reader, scope, cc, unit, rangeOf(window));
	const names = new Map(networks.map((n) => [n.asn, n.networkName]));
	const subject = unitName(deps.services, unit);
	const query = new URLSearchParams(
		choice.unit === undefined ? "" : unitQuery(choice.unit),
	);
	if (choice.until !== undefined) query.set("until", lastOn);
	return {
		...view,
		measured: {
			...measured,
			strip: {
				unit,
				data: makeStrip(days, {
					window,
					about: "unit",
					subject,
					rowNoun: ["network", "networks"],
					keyOf: (row) => String(row.asn),
					describe: (row) => ({
						name: asnName(row.asn),
						note: names.get(row.asn) ?? "",
						href: (cell) => cellPath(cc, row.asn, cell.day, unit),
					}),
				}),
				frame: {
					title: say("chart.by_network", { subject, country: view.name }),
					emulated,
					siteName: deps.siteName,
					siteAddress: deps.address,
					path: countryPath(cc),
					query: query.toString(),
					span,
				},
			},
		},
	};
}

/** What is restricted on most networks now, else what was on most network-days, else what was measured most. */
function relevantUnit(
	findings: readonly Finding[],
	past: readonly PastFinding[],
): Unit | undefined {
	const restricted = findings.find((f) => f.reach !== "none");
	if (restricted ?? past[0]) return (restricted ?? past[0])?.unit;
	const [first, ...others] = findings;
	return others.reduce(
		(a, b) => (b.measuredCount > (a?.measuredCount ?? 0) ? b : a),
		first,
	)?.unit;
}
