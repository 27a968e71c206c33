/**
 * What the calculator is asked, to and from an address. All of it can be shared,
 * so a firm's own figures are no part of it: an address that holds them is refused.
 */
import {
	ASSUMPTIONS,
	type Assumption,
	type Assumptions,
	COST_KINDS,
	type CostEvent,
	isShare,
	readAssumption,
	readHours,
	readShare,
	readWhen,
} from "../../../account/costs/index.ts";
import { formatInstant } from "../../../base/index.ts";
import {
	isCountryCode,
	type ServiceRegistry,
} from "../../../reference/index.ts";
import type { PageRequest } from "../answers/answer.ts";

const HOUR = 3_600_000;
const MAX_SERVICE = 60;

export const ASSUMPTION_NAMES = Object.keys(
	ASSUMPTIONS,
) as readonly Assumption[];
const EVENT_FIELDS = [
	"incident",
	"cc",
	"kind",
	"service",
	"since",
	"until",
	"hours",
	"scope",
] as const;
export type CostField = (typeof EVENT_FIELDS)[number] | Assumption;
const FIELDS: readonly CostField[] = [...EVENT_FIELDS, ...ASSUMPTION_NAMES];
/** What an incident brings itself. */
const OF_EVENT: readonly CostField[] = [
	"cc",
	"kind",
	"service",
	"since",
	"until",
	"hours",
];

/** Fields of the form of a firm's own figures: never in an address. */
export const OWN_FIELDS = ["turnover", "per", "dependent", "madeUp"] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** Fields as they were given, by name; those left empty are not there. */
export type CostTexts = Readonly<Partial<Record<CostField, string>>>;

export interface FieldFault {
	readonly at: CostField | OwnField;
	readonly problem: string;
}

/** What is asked about: an incident that is known here, or an event as described. */
export type AskedOf =
	| { readonly incident: string }
	| { readonly event: Omit<CostEvent, "scope"> };

export interface CostQuery {
	readonly of: AskedOf;
	readonly scope: number | undefined;
	readonly assumptions: Assumptions;
}

export type CostRead =
	| { readonly kind: "nothing" }
	| { readonly kind: "faults"; readonly faults: readonly FieldFault[] }
	| { readonly kind: "asked"; readonly query: CostQuery };

/** The fields that an address gives, without blanks around them. */
export function textsOf(request: Pick<PageRequest, "query">): CostTexts {
	return Object.fromEntries(
		FIELDS.flatMap((name) => {
			const text = request.query(name)?.trim() ?? "";
			return text === "" ? [] : [[name, text]];
		}),
	);
}

/** The query of the address that can be shared: what is given, in one order. */
export function searchOf(texts: CostTexts): string {
	const query = new URLSearchParams();
	for (const name of FIELDS) {
		const text = texts[name];
		if (text !== undefined) query.set(name, text);
	}
	return query.toString();
}

/** A form sends its empty fields too; an address without them says the same. */
export const hasEmptyFields = (request: Pick<PageRequest, "query">): boolean =>
	FIELDS.some((name) => request.query(name)?.trim() === "");

/** Names of a firm's own figures that somebody put into the address. */
export const ownFieldsIn = (
	request: Pick<PageRequest, "query">,
): readonly string[] =>
	OWN_FIELDS.filter((name) => request.query(name) !== undefined);

/** Reads and checks all fields at once, so that every fault is told. */
export function readCostQuery(
	texts: CostTexts,
	services: ServiceRegistry,
): CostRead {
	if (Object.keys(texts).length === 0) return { kind: "nothing" };
	const faults: FieldFault[] = [];
	const refuse = (at: CostField, problem: string): undefined => {
		faults.push({ at, problem });
	};
	const of =
		texts.incident === undefined
			? readEvent(texts, services, refuse)
			: readIncident(texts, texts.incident, refuse);
	const scope = texts.scope === undefined ? undefined : readShare(texts.scope);
	if (texts.scope !== undefined && !scope)
		refuse("scope", "must be above 0 and up to 1, or up to 100%");
	const assumptions: Partial<Record<Assumption, number>> = {};
	for (const name of ASSUMPTION_NAMES) {
		const text = texts[name];
		if (text === undefined) continue;
		const value = readAssumption(name, text);
		if (value === undefined)
			refuse(
				name,
				isShare(name)
					? "must be from 0 to 1, or from 0 to 100%"
					: "must be a number, without separators",
			);
		else assumptions[name] = value;
	}
	return faults.length > 0 || of === undefined
		? { kind: "faults", faults }
		: { kind: "asked", query: { of, scope, assumptions } };
}

type Refuse = (at: CostField, problem: string) => undefined;

function readIncident(
	texts: CostTexts,
	incident: string,
	refuse: Refuse,
): AskedOf {
	for (const name of OF_EVENT)
		if (texts[name] !== undefined)
			refuse(name, "an incident brings its own: leave one of them out");
	return { incident };
}

function readEvent(
	texts: CostTexts,
	services: ServiceRegistry,
	refuse: Refuse,
): AskedOf | undefined {
	const cc = readCountry(texts, refuse);
	const kind = COST_KINDS.find((one) => one === texts.kind);
	if (kind === undefined)
		refuse("kind", `must be one of ${COST_KINDS.join(", ")}`);
	const service =
		kind === "service" ? readService(texts, services, refuse) : undefined;
	const span = readSpan(texts, refuse);
	if (cc === undefined || kind === undefined || span === undefined)
		return undefined;
	return {
		event: {
			cc,
			kind,
			service,
			segments: [{ ...span, share: 1 }],
			notes: [],
		},
	};
}

function readCountry(texts: CostTexts, refuse: Refuse): string | undefined {
	const cc = texts.cc?.toUpperCase();
	return cc !== undefined && /^[A-Z]{2}$/.test(cc) && isCountryCode(cc)
		? cc
		: refuse("cc", "must be a country");
}

/** A service's id by its id, name or alias; else the name as given, which has no weight. */
function readService(
	{ service, serviceWeight }: CostTexts,
	{ services }: ServiceRegistry,
	refuse: Refuse,
): string | undefined {
	if (service === undefined)
		return serviceWeight === undefined
			? refuse("service", "which service? Or give its weight below")
			: undefined;
	if (service.length > MAX_SERVICE || /\p{C}/u.test(service))
		return refuse("service", `must be at most ${MAX_SERVICE} characters`);
	const named = service.toLowerCase();
	return (
		services.find(
			({ id, name, aliases }) =>
				id === named || name.toLowerCase() === named || aliases.includes(named),
		)?.id ?? named
	);
}

function readSpan(
	texts: CostTexts,
	refuse: Refuse,
): { readonly since: string; readonly until: string } | undefined {
	const since = readField(texts, "since", refuse);
	if (texts.hours !== undefined) {
		const hours = readHours(texts.hours);
		if (hours === undefined)
			return refuse("hours", "must be a number above 0, without separators");
		if (texts.until !== undefined)
			return refuse("hours", "give the end or the hours, not both");
		return since === undefined
			? undefined
			: {
					since,
					until: formatInstant(new Date(Date.parse(since) + hours * HOUR)),
				};
	}
	const until = readField(texts, "until", refuse);
	if (since === undefined || until === undefined) return undefined;
	return since < until
		? { since, until }
		: refuse("until", "must be later than the beginning");
}

function readField(
	texts: CostTexts,
	name: "since" | "until",
	refuse: Refuse,
): string | undefined {
	const text = texts[name];
	return (
		(text === undefined ? undefined : readWhen(text)) ??
		refuse(
			name,
			"must be a day (2024-02-17) or a time in UTC (2024-02-17T18:00), from 1990 to 2100",
		)
	);
}

/** The address of the calculator about an incident. */
export const incidentCostPath = (id: string): string =>
	`/cost?${searchOf({ incident: id })}`;

/** The fields that describe an event as an incident tells it, to be changed by hand. */
export function textsOfEvent(event: CostEvent): CostTexts {
	const [first] = event.segments;
	const last = event.segments.at(-1);
	return {
		cc: event.cc.toLowerCase(),
		kind: event.kind,
		...(event.service === undefined ? {} : { service: event.service }),
		...(first && last ? { since: first.since, until: last.until } : {}),
		...(event.scope === undefined ? {} : { scope: String(event.scope) }),
	};
}
