/** Composes a dossier from entries, checks and measurements: a pure function of what it is given (P3, P5, P12). */
import type { CostEstimate } from "../../account/costs/index.ts";
import {
	contradictionsOf,
	draftRequests,
	dueProcessOf,
	type Link,
	localDays,
	orderBlanksOf,
	overrunsOf,
	type RecordEntry,
	readClocks,
	readReviewClocks,
	repliesOf,
	type StandingEntry,
	turningPoints,
	zoneOfCountry,
} from "../../account/record/index.ts";
import { canonicalJson, dayOf, sha256Hex } from "../../base/index.ts";
import { type Incident, worldOf } from "../../model/index.ts";
import { countryName } from "../../reference/index.ts";
import type { RecordCheck } from "../record/check-record.ts";
import { adverseEvidence } from "./adverse.ts";
import { affidavitsOf } from "./affidavits.ts";
import { exhibitsOf } from "./exhibits.ts";
import { claimOf, contradictionOf } from "./said-claims.ts";
import { silencesOf } from "./silences.ts";
import { summaryOf } from "./summary.ts";
import {
	dayInWords,
	localTitleOf,
	measuredSpan,
	spanOfIncident,
	titleOf,
} from "./titles.ts";
import { tracksOf } from "./tracks.ts";
import type {
	Dossier,
	DossierDeadline,
	MeasuredExhibit,
	MeasuredTrack,
} from "./types.ts";

export interface DossierInput {
	readonly incident: Incident;
	/** What people call the service. */
	readonly serviceName: string;
	/** Entries and why they are in, oldest first. */
	readonly links: readonly Link[];
	readonly standingOf: (id: string) => StandingEntry | undefined;
	readonly measured: MeasuredTrack;
	readonly checks: RecordCheck;
	readonly serviceOf: (name: string) => string;
	/** What whoever kept the record could not find out. */
	readonly questions: readonly string[];
	readonly cost?: CostEstimate | undefined;
}

/** Our own entries, where an entry names no other terms. */
const OWN_LICENCE = "CC BY 4.0";

export function composeDossier(input: DossierInput): Dossier {
	const { incident, serviceName, links, measured, checks } = input;
	const { cc } = incident;
	const entries = links
		.filter(({ reason }) => reason !== "perhaps")
		.map(({ entry }) => entry);
	const exhibits = exhibitsOf(
		links.filter(({ reason }) => reason !== "perhaps"),
		input.standingOf,
	);
	const numbers = new Map(exhibits.map(({ entry, number }) => [entry, number]));
	const numberOf = (entry: string): number | undefined => numbers.get(entry);
	const numbersOf = (ids: readonly string[]): readonly number[] =>
		ids.flatMap((id) => numberOf(id) ?? []);
	const points = turningPoints(entries);
	const clocks = readClocks(entries, points);
	const zone = zoneOfCountry(cc);
	const asOf = newest(incident, exhibits, input.standingOf);
	const span = spanOfIncident(incident, entries, points, zone);
	const title = titleOf(incident, serviceName, span);
	const [onset, ending] = measuredSpan(incident, zone);
	const witnesses = witnessesOf(measured);
	const whole = {
		schema: "rasai-dossier/1" as const,
		asOf,
		title,
		localTitle: localTitleOf(incident, serviceName, span),
		zone,
		isEmulated: worldOf(cc) === "emulated",
		incident,
		measured,
		tracks: tracksOf({
			entries,
			deadlines: checks.deadlines,
			points,
			numberOf,
			first: localDays(span.from)[0],
			last: span.to ? localDays(span.to)[1] : dayOf(asOf),
			measured: [
				...(onset ? [{ what: "beginning, as measured", when: onset }] : []),
				...(ending ? [{ what: "end, as measured", when: ending }] : []),
			],
		}),
		documented: {
			networks: distinct(
				entries.flatMap(({ restriction }) => restriction?.networks ?? []),
			),
			techniques: distinct(
				entries.flatMap(({ restriction }) => restriction?.technique ?? []),
			),
		},
		claims: checks.claims.flatMap((check) =>
			claimOf(check, links, numberOf, numbersOf),
		),
		deadlines: checks.deadlines.map(
			({ entries: _, ...one }): DossierDeadline => ({
				...one,
				setBy: numberOf(one.setBy),
				answeredBy: numberOf(one.answeredBy ?? ""),
				saidRestricted: numbersOf(one.saidRestricted),
				saidWorking: numbersOf(one.saidWorking),
			}),
		),
		clocks,
		overruns: overrunsOf(entries, ending),
		reviewClocks: entries.flatMap((entry) => readReviewClocks(entry)),
		contradictions: contradictionsOf(entries, cc, input.serviceOf).flatMap(
			(one) => contradictionOf(one, numberOf),
		),
		dueProcess: dueProcessOf(entries),
		estimates: entries.flatMap((entry) => {
			const exhibit = numberOf(entry.id);
			return entry.estimate && exhibit !== undefined
				? [{ ...entry.estimate, exhibit, by: whoShown(entry, exhibits) }]
				: [];
		}),
		cost: input.cost,
		unknown: {
			orders: orderBlanksOf(entries),
			clocks: clocks.flatMap(({ clock, days }) => (days ? [] : [clock])),
			questions: input.questions,
		},
		misreports: numbersOf(
			entries.filter(({ type }) => type === "correction").map(({ id }) => id),
		),
		undecided: links
			.filter(({ reason }) => reason === "perhaps")
			.map(({ entry: { id, summary } }) => ({ entry: id, summary })),
		adverse: adverseEvidence({ incident, measured, entries, points, numberOf }),
		replies: repliesOf(entries, { date: dayOf(asOf), precision: "day" }),
		silences: silencesOf(entries, numberOf),
		requests: draftRequests(
			entries,
			cc,
			`${serviceName} in ${countryName(cc)} from ${dayInWords(span.from)}`,
		),
		exhibits,
		witnesses,
		licences: distinct([
			OWN_LICENCE,
			...entries.flatMap(({ licence }) => licence ?? []),
		]),
	};
	const dossier = {
		...whole,
		affidavits: affidavitsOf(whole),
		summary: summaryOf({
			...whole,
			service: serviceName,
			country: countryName(cc),
			from: dayInWords(span.from),
			to: span.to && dayInWords(span.to),
		}),
	};
	return { ...dossier, edition: sha256Hex(canonicalJson(plain(dossier))) };
}

const distinct = (list: readonly string[]): readonly string[] =>
	[...new Set(list)].sort();

/** As JSON holds it: without members that are undefined. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

function newest(
	incident: Incident,
	exhibits: Dossier["exhibits"],
	standingOf: DossierInput["standingOf"],
): string {
	const instants = exhibits.flatMap(({ entry }) => standingOf(entry)?.at ?? []);
	return [incident.revisedAt, ...instants].sort().at(-1) ?? incident.revisedAt;
}

function witnessesOf(measured: MeasuredTrack): readonly MeasuredExhibit[] {
	const { whole, networks } = measured;
	const found = [
		...(whole.witness
			? [{ uid: whole.witness, shows: `the finding over the whole time` }]
			: []),
		...networks.flatMap(({ asn, numbers: { witness } }) =>
			witness ? [{ uid: witness, shows: `what AS${asn} showed` }] : [],
		),
		...networks.flatMap(({ asn, workingWitness: uid }) =>
			uid ? [{ uid, shows: `that AS${asn} let it through once` }] : [],
		),
	];
	const shown = new Map<string, string[]>();
	for (const { uid, shows } of found)
		shown.set(uid, [...(shown.get(uid) ?? []), shows]);
	return [...shown].map(([uid, shows], index) => ({
		label: `M-${index + 1}`,
		uid,
		shows: shows.join("; "),
	}));
}

function whoShown(entry: RecordEntry, exhibits: Dossier["exhibits"]): string {
	return exhibits.find((one) => one.entry === entry.id)?.who ?? "";
}
