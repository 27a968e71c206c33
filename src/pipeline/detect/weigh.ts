/**
 * What stands behind a draft of an incident: sessions counted once each,
 * however many targets they asked for (P7), the mechanism that most of them
 * met, a witness (P5), and what else could explain the change (P10).
 */
import { type Weighing, weighSessions } from "../../account/record/index.ts";
import {
	type Bracket,
	COUNTRY_NETWORKS,
	COUNTRY_SESSIONS,
	type Confound,
	type IncidentDraft,
	isComposition,
	isControlOutage,
	isInstrument,
	type Part,
} from "../../judge/incidents/index.ts";
import { stateOfWindow } from "../../judge/verdicts/index.ts";
import { mechanismPath, type State, type World } from "../../model/index.ts";
import { type QueryReader, SESSION, type Sql, sql } from "../../store/index.ts";
import { instantOf } from "../series/index.ts";
import {
	askedRows,
	type DaySession,
	readSessions,
	type SessionQuestion,
} from "../sessions.ts";

export interface NetworkWeight {
	readonly asn: number;
	readonly state: State;
	/** Sessions that met the restriction, of those that said something either way. */
	readonly sessions: number;
	readonly of: number;
	readonly mechanisms: Readonly<Record<string, number>>;
}

export interface Weight {
	readonly networks: readonly NetworkWeight[];
	/** Its networks together, each session once. */
	readonly whole: Weighing;
	readonly mechanism: string | null;
	readonly witness: string | null;
	/** What its networks showed after the last ending of any of its series; nothing where none ended. */
	readonly after: readonly NetworkWeight[];
	readonly confounds: readonly Confound[];
}

export interface WeighOptions {
	readonly reader: QueryReader;
	readonly world: World;
	readonly signal?: AbortSignal | undefined;
}

const RESTRICTED: Sql = sql`state IN ('blocked', 'likely_blocked', 'throttled')`;
const DAY_HOURS = 24;
/** Hours before an onset whose composition is compared with that after it. */
const BEFORE_HOURS = 7 * DAY_HOURS;

/** What was measured of an incident's targets in some of its hours. */
const within = (
	{ cc, targets }: IncidentDraft,
	since: number,
	until: number,
): SessionQuestion => ({
	cc,
	condition: sql`target = ANY(${targets})`,
	since: instantOf(since),
	until: instantOf(until),
});

/** Sessions of a weighing that met the restriction, whether blocked or slowed. */
export const restrictedIn = ({
	blockedSessionCount,
	slowedSessionCount,
}: Weighing): number => blockedSessionCount + slowedSessionCount;

/** Weighs a draft. `now`: the hour after the last with data. */
export async function weigh(
	draft: IncidentDraft,
	now: number,
	options: WeighOptions,
): Promise<Weight> {
	const since = draft.onset.at;
	const end = lastEnding(draft)?.at;
	const until = Math.max(since + 1, draft.ending?.at ?? now);
	const asked = within(draft, since, until);
	const told = new Set(draft.networks.map(({ asn }) => asn));
	const { rows, networks: measured } = await weighNetworks(asked, options);
	const networks = measured.filter(
		(one) => told.has(one.asn) || isRestricted(one),
	);
	const asns = new Set(networks.map(({ asn }) => asn));
	const mechanism = sharedMechanism(networks);
	return {
		networks,
		whole: weighSessions(rows.filter(({ asn }) => asns.has(asn))),
		mechanism,
		witness: await findWitness(askedRows(asked), mechanism, options),
		after:
			end !== undefined && end < now
				? (
						await weighNetworks(within(draft, end, now), options)
					).networks.filter(({ asn }) => asns.has(asn))
				: [],
		confounds: await confoundsOf(draft, until, options),
	};
}

const isRestricted = ({ state }: Pick<NetworkWeight, "state">): boolean =>
	state === "blocked" || state === "likely_blocked" || state === "throttled";

/** The ending of the last of its series that ended; undefined where none did. */
export function lastEnding({ episodes }: IncidentDraft): Bracket | undefined {
	return episodes
		.flatMap(({ ending }) => ending ?? [])
		.sort((a, b) => b.at - a.at)[0];
}

/** Whether enough stands behind an incident for it to be published, and to be worded for the country (P7). */
export function isAtFloor({ networks, whole }: Weight): {
	readonly published: boolean;
	readonly country: boolean;
} {
	const sessions = restrictedIn(whole);
	const shown = networks.filter((one) => one.sessions > 0).length;
	return {
		published: sessions >= COUNTRY_SESSIONS,
		country: sessions >= COUNTRY_SESSIONS && shown >= COUNTRY_NETWORKS,
	};
}

/** Share of the sessions after an ending that may still fail, from whatever cause. Provisional. */
const MOST_STILL_FAILING = 0.2;

/**
 * Whether the ending has as much behind it as a beginning needs: sessions that
 * got through on as many networks, and no network that still shows it. A
 * network too thin to show an ending of its own does not hold it open.
 */
export function endsAtFloor({ after }: Weight, isCountry: boolean): boolean {
	const reached = after.filter(({ state }) => state === "ok");
	const sessions = reached.reduce((sum, one) => sum + one.of - one.sessions, 0);
	const failing = after.reduce((sum, one) => sum + one.sessions, 0);
	const said = after.reduce((sum, one) => sum + one.of, 0);
	return (
		sessions >= COUNTRY_SESSIONS &&
		reached.length >= (isCountry ? COUNTRY_NETWORKS : 1) &&
		failing <= MOST_STILL_FAILING * said &&
		!after.some(isRestricted)
	);
}

/** Each network's sessions, its state by the rule of a window, and its mechanisms. */
async function weighNetworks(
	asked: SessionQuestion,
	{ reader, world, signal }: WeighOptions,
): Promise<{
	readonly rows: readonly DaySession[];
	readonly networks: readonly NetworkWeight[];
}> {
	const [rows, mechanisms] = await Promise.all([
		readSessions(reader, asked, signal),
		reader.query<{
			readonly asn: number;
			readonly mechanism: string;
			readonly count: number;
		}>(
			{ world },
			sql`
			SELECT asn, mechanism, count(*)::INTEGER AS count FROM verdicts
			WHERE ${askedRows(asked)} AND ${RESTRICTED} AND mechanism <> ''
			GROUP BY ALL ORDER BY ALL`,
			{ signal },
		),
	]);
	const byAsn = new Map<number, DaySession[]>();
	for (const row of rows) {
		const own = byAsn.get(row.asn);
		if (own) own.push(row);
		else byAsn.set(row.asn, [row]);
	}
	const networks = [...byAsn]
		.sort(([a], [b]) => a - b)
		.map(([asn, own]): NetworkWeight => {
			const numbers = weighSessions(own);
			return {
				asn,
				sessions: restrictedIn(numbers),
				of: numbers.sessionCount,
				state: stateOfSessions(own),
				mechanisms: Object.fromEntries(
					mechanisms
						.filter((one) => one.asn === asn)
						.map(({ mechanism, count }) => [mechanism, count]),
				),
			};
		});
	return { rows, networks };
}

/** The state of a window in which each session counts once, as what most of its measurements met (P7). */
function stateOfSessions(rows: readonly DaySession[]): State {
	const bySession = new Map<string, Map<State, number>>();
	for (const { session, counts } of rows) {
		const own = bySession.get(session) ?? new Map<State, number>();
		bySession.set(session, own);
		for (const [state, count] of Object.entries(counts) as [State, number][])
			if (state !== "insufficient")
				own.set(state, (own.get(state) ?? 0) + count);
	}
	const states = [...bySession.values()].flatMap((own) => commonest(own));
	const count = (state: State) => states.filter((one) => one === state).length;
	return stateOfWindow({
		blocked: count("blocked"),
		likelyBlocked: count("likely_blocked"),
		throttled: count("throttled"),
		impaired: count("impaired"),
		down: count("down"),
		ok: count("ok"),
		sessions: states.length,
	});
}

/** The state with the most measurements; of equals, the one that comes first in the alphabet; none of none. */
function commonest(counts: ReadonlyMap<State, number>): State[] {
	return [...counts]
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.slice(0, 1)
		.map(([state]) => state);
}

/** The deepest mechanism that more than half of the networks' sessions met, each network by its own commonest. */
export function sharedMechanism(
	networks: readonly Pick<NetworkWeight, "sessions" | "mechanisms">[],
): string | null {
	const weights = new Map<string, number>();
	let total = 0;
	for (const { sessions, mechanisms } of networks) {
		const own = networkMechanism({ mechanisms });
		if (own === null) continue;
		total += sessions;
		for (const node of mechanismPath(own))
			weights.set(node, (weights.get(node) ?? 0) + sessions);
	}
	const shared = [...weights]
		.filter(([, weight]) => 2 * weight > total)
		.map(([node]) => node)
		.sort(
			(a, b) => b.split(".").length - a.split(".").length || (a < b ? -1 : 1),
		);
	return shared[0] ?? null;
}

/** A network's commonest mechanism; the first by name among equals. */
export function networkMechanism({
	mechanisms,
}: Pick<NetworkWeight, "mechanisms">): string | null {
	const [first] = Object.entries(mechanisms).sort(
		([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
	);
	return first?.[0] ?? null;
}

/** The measurement that shows it best: a distinctive artefact and the incident's own mechanism first, then the earliest. */
async function findWitness(
	asked: Sql,
	mechanism: string | null,
	{ reader, world, signal }: WeighOptions,
): Promise<string | null> {
	const [row] = await reader.query<{ readonly uid: string }>(
		{ world },
		sql`
		SELECT uid FROM verdicts
		WHERE ${asked} AND ${RESTRICTED}
		ORDER BY state = 'blocked' DESC, mechanism = ${mechanism ?? ""} DESC,
			control = 'both' DESC, measured_at, uid
		LIMIT 1`,
		{ signal },
	);
	return row?.uid ?? null;
}

interface InstrumentRow extends Part {
	readonly asn: number;
	readonly kind: string;
}

/** What else explains the onset: the instrument, the composition of who measured, or a control that was not there. */
async function confoundsOf(
	draft: IncidentDraft,
	until: number,
	options: WeighOptions,
): Promise<readonly Confound[]> {
	const since = draft.onset.at;
	const end = Math.min(until, Math.max(draft.detectableAt, since) + DAY_HOURS);
	const during = askedRows(within(draft, since, end));
	const first = draft.onset.earliest ?? since;
	const before = askedRows(within(draft, first - BEFORE_HOURS, first));
	const found: Confound[] = [];
	// One after another: together they would not fit in the database's smallest memory.
	const parts = await readInstruments(draft.cc, during, options);
	const was = await readResolvers(before, options);
	const is = await readResolvers(during, options);
	const control = await readControl(during, options);
	if (["version", "platform"].some((kind) => isBlamed(parts, kind)))
		found.push("instrument");
	if (isComposition(was, is)) found.push("composition");
	if (isControlOutage(control)) found.push("control_outage");
	return found;
}

/** On every network that shows both, the version decides and not the network; and it explains most of what failed on any. */
function isBlamed(all: readonly InstrumentRow[], kind: string): boolean {
	const parts = all.filter((part) => part.kind === kind);
	const failed = (rows: readonly Part[]) =>
		rows.reduce((sum, { k }) => sum + k, 0);
	const networks = [...new Set(parts.map(({ asn }) => asn))];
	const blamed = networks.filter((asn) =>
		isInstrument(parts.filter((part) => part.asn === asn)),
	);
	return (
		blamed.length > 0 &&
		2 * failed(parts.filter(({ asn }) => blamed.includes(asn))) > failed(parts)
	);
}

/** Sessions by network and version, and by network and platform. */
async function readInstruments(
	cc: string,
	asked: Sql,
	{ reader, world, signal }: WeighOptions,
): Promise<readonly InstrumentRow[]> {
	return reader.query<InstrumentRow>(
		{ world },
		sql`
		WITH verdict AS (
			SELECT uid, day, asn, report_id, state FROM verdicts
			WHERE ${asked} AND state <> 'insufficient'
		), probe AS (
			SELECT uid, day, software_name || ' ' || software_version AS version, platform
			FROM measurements
			WHERE probe_cc = ${cc} AND day IN (SELECT DISTINCT day FROM verdict)
				AND uid IN (SELECT uid FROM verdict)
		)
		SELECT asn, CASE WHEN version IS NULL THEN 'platform' ELSE 'version' END AS kind,
			coalesce(version, platform) AS name,
			(count(DISTINCT ${SESSION}) FILTER (${RESTRICTED}))::INTEGER AS k,
			count(DISTINCT ${SESSION})::INTEGER AS n
		FROM verdict JOIN probe USING (uid, day)
		GROUP BY GROUPING SETS ((asn, version), (asn, platform)) ORDER BY 1, 2, 3`,
		{ signal },
	);
}

async function readResolvers(
	asked: Sql,
	{ reader, world, signal }: WeighOptions,
): Promise<readonly Part[]> {
	return reader.query<Part>(
		{ world },
		sql`
		SELECT resolver_asn::VARCHAR AS name,
			(count(DISTINCT ${SESSION}) FILTER (${RESTRICTED}))::INTEGER AS k,
			count(DISTINCT ${SESSION})::INTEGER AS n
		FROM verdicts WHERE ${asked} AND state <> 'insufficient'
		GROUP BY 1 ORDER BY 1`,
		{ signal },
	);
}

async function readControl(
	asked: Sql,
	{ reader, world, signal }: WeighOptions,
): Promise<Part> {
	const [row] = await reader.query<{ k: number; n: number }>(
		{ world },
		sql`
		SELECT (count(DISTINCT ${SESSION}) FILTER (control = 'none'))::INTEGER AS k,
			count(DISTINCT ${SESSION})::INTEGER AS n
		FROM verdicts WHERE ${asked} AND ${RESTRICTED}`,
		{ signal },
	);
	return { name: "control", k: row?.k ?? 0, n: row?.n ?? 0 };
}
