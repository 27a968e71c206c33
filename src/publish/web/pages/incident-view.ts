/** What an incident's page shows: the incident, its history, and the strip of its targets with its brackets. */
import type { CostEstimate } from "../../../account/costs/index.ts";
import {
	compareTimes,
	type RecordEntry,
} from "../../../account/record/index.ts";
import { addDays } from "../../../base/index.ts";
import {
	type Incident,
	type IncidentBracket,
	type IncidentNetwork,
	worldOf,
} from "../../../model/index.ts";
import {
	type DayCounts,
	daysOfTargets,
	networksOf,
	spanOf,
} from "../../../store/index.ts";
import type { StripBracket } from "../charts/bracket.tsx";
import type { ShownFigure } from "../charts/shown-figure.ts";
import { estimateIncident } from "../cost/running-total.tsx";
import {
	bracketPhrase,
	incidentSubject,
	incidentTitle,
} from "../incident-words.ts";
import { say } from "../language/speech.ts";
import { asnName, cellPath, incidentPath } from "../names.ts";
import {
	DOSSIER_ENDINGS,
	type DossierEnding,
	type PageDeps,
} from "../site-deps.ts";
import {
	makeStrip,
	rangeOf,
	STRIP_DAYS,
	type StripData,
	windowTo,
} from "../strips.ts";
import type { StripFrame } from "./strip-figure.tsx";

/** Days before the onset that the strip begins with, where nothing else is asked. */
const DAYS_BEFORE = 14;

export interface IncidentView {
	readonly incident: Incident;
	readonly title: string;
	readonly emulated: boolean;
	/** Of its address: what was chosen. */
	readonly query: string;
	/** Undefined where it is shown as it is told now. */
	readonly askedRevision: number | undefined;
	readonly now: Date;
	/** Every revision, the newest first; empty for a documented one. */
	readonly revisions: readonly Incident[];
	/** Where the figure of its tracks stands; undefined where none is offered. */
	readonly tracks: Pick<ShownFigure, "path" | "query" | "title"> | undefined;
	/** Where others reach the site. */
	readonly address: string | undefined;
	/** Forms in which its dossier can be had. */
	readonly dossierEndings: readonly DossierEnding[];
	/** Entries of the record that are about it, oldest first. */
	readonly entries: readonly RecordEntry[];
	/** Names of networks as probes give them. */
	readonly networkNames: ReadonlyMap<number, string>;
	/** What it cost, or costs so far; undefined where its hours cannot be counted. */
	readonly cost: CostEstimate | undefined;
	readonly strip:
		| { readonly data: StripData; readonly frame: StripFrame }
		| undefined;
}

/** Those that may be shown to everybody; none where no record is kept. */
async function entriesOf(
	{ editing }: PageDeps,
	incident: Incident,
): Promise<readonly RecordEntry[]> {
	if (!editing || incident.entries.length === 0) return [];
	const { entries } = await editing.record.publishable();
	return incident.entries
		.flatMap((id) => entries.get(id)?.entry ?? [])
		.sort((a, b) => compareTimes(a.when, b.when) || (a.id < b.id ? -1 : 1));
}

export interface IncidentChoice {
	/** The last day of the strip. */
	readonly until: string | undefined;
	/** The revision that was asked for: links to files keep it. */
	readonly revision: number | undefined;
}

export async function loadIncident(
	deps: PageDeps,
	incident: Incident,
	revisions: readonly Incident[],
	choice: IncidentChoice,
): Promise<IncidentView> {
	const { cc, targets } = incident;
	const { until, revision } = choice;
	const query = new URLSearchParams();
	if (revision !== undefined) query.set("revision", String(revision));
	if (until !== undefined) query.set("until", until);
	const scope = { world: worldOf(cc) };
	const view = {
		incident,
		askedRevision: revision,
		query: query.toString(),
		title: incidentTitle(incident, deps.services),
		emulated: scope.world === "emulated",
		now: deps.clock(),
		revisions: [...revisions].reverse(),
		tracks: deps.tracks && {
			path: `${incidentPath(incident.id)}/tracks`,
			query: revision === undefined ? "" : `revision=${revision}`,
			title: say("tracks.title", {
				title: incidentTitle(incident, deps.services),
			}),
		},
		address: deps.address,
		dossierEndings: deps.dossier ? DOSSIER_ENDINGS : [],
		entries: await entriesOf(deps, incident),
		cost: estimateIncident(deps, incident),
	};
	const span =
		targets.length === 0 ? undefined : await spanOf(deps.reader, scope, { cc });
	if (span === undefined)
		return { ...view, networkNames: new Map(), strip: undefined };
	const onsetDay = (incident.onset.at ?? incident.onset.latest).slice(0, 10);
	const wanted = until ?? addDays(onsetDay, STRIP_DAYS - 1 - DAYS_BEFORE);
	const [lastOn = wanted] = [wanted, span.lastOn].sort();
	const window = windowTo(lastOn);
	const [days, networks] = await Promise.all([
		daysOfTargets(deps.reader, scope, cc, targets, rangeOf(window)),
		networksOf(deps.reader, scope, cc, rangeOf(window)),
	]);
	const networkNames = new Map(networks.map((n) => [n.asn, n.networkName]));
	const told = new Map(incident.networks.map((one) => [one.asn, one]));
	const byCell = new Map(days.map((row) => [`${row.asn} ${row.day}`, row]));
	const hrefOf = (asn: number) => (cell: Pick<DayCounts, "day">) =>
		cellPath(cc, asn, cell.day, {
			service: "",
			function: "",
			target: byCell.get(`${asn} ${cell.day}`)?.target ?? "",
		});
	return {
		...view,
		networkNames,
		strip: {
			data: makeStrip(days, {
				window,
				about: "unit",
				subject: incidentSubject(incident, deps.services),
				isExplained: incident.confounds.length > 0,
				rowNoun: ["network", "networks"],
				keyOf: (row) => String(row.asn),
				firstKeys: new Set([...told.keys()].map(String)),
				describe: ({ asn }) => ({
					name: asnName(asn),
					note: networkNames.get(asn) ?? "",
					href: hrefOf(asn),
					brackets: bracketsOf(told.get(asn), cc),
				}),
			}),
			frame: {
				title: say("chart.of_incident", { title: view.title }),
				emulated: view.emulated,
				siteName: deps.siteName,
				siteAddress: deps.address,
				path: incidentPath(incident.id),
				query: view.query,
				span: { firstOn: span.firstOn, lastOn: span.lastOn },
			},
		},
	};
}

/** The brackets of one network, as the strip draws them. */
function bracketsOf(
	network: IncidentNetwork | undefined,
	cc: string,
): readonly StripBracket[] {
	if (network === undefined) return [];
	const drawn = (
		kind: StripBracket["kind"],
		word: string,
		bracket: IncidentBracket | null,
	): readonly StripBracket[] =>
		bracket === null
			? []
			: [
					{
						kind,
						earliest: bracket.earliest,
						latest: bracket.latest,
						title: `${asnName(network.asn)} ${word} ${bracketPhrase(bracket, cc)}`,
					},
				];
	return [
		...drawn("onset", "began", network.onset),
		...drawn("ending", "ended", network.ending),
	];
}
