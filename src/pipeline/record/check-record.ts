/**
 * Claims and deadlines of the record held against what was measured at their
 * time and place. Without measurements everything is `insufficient`.
 */
import {
	type CheckResult,
	type ClaimCheck,
	checkClaim,
	claimant,
	type DeadlineResult,
	deadlinesOf,
	intervalOf,
	isMeasurable,
	type MeasuredSession,
	networkQuestion,
	type RecordEntry,
	speaksFor,
	startMs,
	timeOfClaim,
	type Weighing,
	weighSessions,
} from "../../account/record/index.ts";
import { formatInstant } from "../../base/index.ts";
import type { ServiceRegistry } from "../../reference/index.ts";
import { joinSql, type QueryReader, type Sql, sql } from "../../store/index.ts";
import type { SignalsThen } from "../outages/index.ts";
import { readSessions, type SessionQuestion } from "../sessions.ts";

export interface DeadlineCheck extends DeadlineResult {
	/** Whether measurements say that the services were still restricted on the due day. */
	readonly measured: CheckResult;
	readonly numbers: Weighing | undefined;
	readonly witness: string | undefined;
}

export interface RecordCheck {
	readonly claims: readonly ClaimCheck[];
	readonly deadlines: readonly DeadlineCheck[];
}

export interface CheckRecordOptions {
	readonly services: Pick<ServiceRegistry, "services" | "get" | "ofTarget">;
	readonly signal?: AbortSignal | undefined;
	/** What kept signals showed; without it, claims about the network itself stay insufficient. */
	readonly signalsThen?: SignalsThen | undefined;
	/** Checks claims of a state only: what others report is no official word. */
	readonly ofStateOnly?: boolean;
}

/** Checks every claim and deadline of entries that are about one thing; each other's words stand beside. */
export async function checkRecord(
	reader: QueryReader,
	entries: readonly RecordEntry[],
	options: CheckRecordOptions,
): Promise<RecordCheck> {
	const claims: ClaimCheck[] = [];
	for (const entry of entries)
		for (const [position, claim] of entry.claims.entries()) {
			if (
				options.ofStateOnly &&
				!speaksFor(entry.country, claimant(entry, claim))
			)
				continue;
			const sessions = isMeasurable(entry, claim)
				? await sessionsOf(reader, options, {
						cc: entry.country,
						services: claim.services ?? entry.services,
						since: formatInstant(new Date(startMs(claim.since))),
						until: timeOfClaim(claim).until,
					})
				: [];
			const asked = networkQuestion(entry, claim);
			const signals =
				asked === undefined || asked === "below"
					? []
					: await options.signalsThen?.({
							...asked,
							sinceMs: startMs(claim.since),
							untilMs: Date.parse(timeOfClaim(claim).until),
						});
			const check = checkClaim(entry, position, sessions, entries, signals);
			if (check) claims.push(check);
		}
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const deadlines: DeadlineCheck[] = [];
	for (const deadline of deadlinesOf(entries)) {
		const entry = byId.get(deadline.entries[0] ?? "");
		if (entry)
			deadlines.push(await checkDeadline(reader, options, entry, deadline));
	}
	return { claims, deadlines };
}

async function checkDeadline(
	reader: QueryReader,
	options: CheckRecordOptions,
	entry: RecordEntry,
	deadline: DeadlineResult,
): Promise<DeadlineCheck> {
	const day = intervalOf(deadline.due);
	const numbers = weighSessions(
		entry.areas.length > 0
			? []
			: await sessionsOf(reader, options, {
					cc: entry.country,
					services: entry.services,
					since: day.since ?? day.until,
					until: day.until,
				}),
	);
	const { found, witness } = numbers;
	const measured: CheckResult =
		found === "restricted" || found === "slowed"
			? "supports"
			: found === "working"
				? "contradicts"
				: "insufficient";
	return { ...deadline, measured, numbers, witness };
}

/** What sessions met of some services, as sources name them. */
async function sessionsOf(
	reader: QueryReader,
	{ services, signal }: CheckRecordOptions,
	of: Omit<SessionQuestion, "condition"> & {
		readonly services: readonly string[];
	},
): Promise<readonly MeasuredSession[]> {
	const condition = serviceCondition(of.services, services);
	return condition ? readSessions(reader, { ...of, condition }, signal) : [];
}

/** What rows of verdicts are of some services, as sources name them; undefined where none can be measured. */
export function serviceCondition(
	names: readonly string[],
	services: CheckRecordOptions["services"],
): Sql | undefined {
	const units = names.flatMap((name) => unitOf(name, services));
	if (units.length === 0) return undefined;
	const any = joinSql(
		units.map(({ service, target }) =>
			service === undefined
				? sql`target = ${target}`
				: sql`service = ${service}`,
		),
		" OR ",
	);
	return sql`(${any})`;
}

/** What a source's name of a service stands for: a service of the registry, else the target itself where it is a host name. */
function unitOf(
	name: string,
	services: CheckRecordOptions["services"],
): readonly { readonly service?: string; readonly target: string }[] {
	const plain = name.trim().toLowerCase();
	const service =
		services.get(plain) ??
		services.services.find(({ aliases }) => aliases.includes(plain)) ??
		services.ofTarget(plain)?.service;
	if (service) return [{ service: service.id, target: "" }];
	return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(plain) ? [{ target: plain }] : [];
}

/** One name for all names of a service, for linking and comparing. */
export function serviceNamer(
	services: CheckRecordOptions["services"],
): (name: string) => string {
	return (name) => {
		const [unit] = unitOf(name, services);
		return unit?.service ?? name.trim().toLowerCase();
	};
}
