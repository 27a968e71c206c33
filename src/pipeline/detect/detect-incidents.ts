/**
 * Stored cells to incidents in the ledger. Detection is a pure function over
 * all the hours there are (P8), run for the series that have new data; what a
 * full run would say of the others has not changed, so the two agree.
 */
import {
	type IncidentFinding,
	reconcile,
	StandingIncidents,
} from "../../account/incidents/index.ts";
import type { Clock, Progress } from "../../base/index.ts";
import { formatInstant, throwIfAborted } from "../../base/index.ts";
import { type Incident, type World, worldOf } from "../../model/index.ts";
import {
	type Archive,
	type Ledger,
	type LedgerFolders,
	type QueryReader,
	type Reader,
	readLedger,
	readSeenDays,
	signalsHash,
	type WorkspacePaths,
	writeSeenDays,
} from "../../store/index.ts";
import { findOutages } from "../outages/index.ts";
import { keepSignals } from "../signals/index.ts";
import { findIncidents } from "./find.ts";
import { readUnits } from "./unit-episodes.ts";

export interface DetectTarget {
	readonly reader: QueryReader & Pick<Reader, "verdictDays">;
	readonly ledger: Ledger;
	readonly paths: WorkspacePaths;
	/** Where imported signals come from; without it, those that are kept already are looked at. */
	readonly archive?: Pick<Archive, "entries" | "read" | "isReleased">;
	readonly clock: Clock;
	/** What the verdicts rest on, named in every incident (P3). */
	readonly run: { readonly ruleset: string; readonly reference: string };
}

export interface DetectOptions {
	/** Look at everything, whatever was seen before: after a change of the detector. */
	readonly all?: boolean | undefined;
	/** Threads that look at series where there are many; 1 where not said. */
	readonly workers?: number | undefined;
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
}

export interface DetectSummary {
	readonly units: number;
	/** Series that were looked at. */
	readonly series: number;
	/** Incidents whose state changed, as they now stand. */
	readonly revised: readonly Incident[];
	/** All measured incidents, merged ones included. */
	readonly incidents: readonly Incident[];
}

const WORLDS: readonly World[] = ["real", "emulated"];

/** Detects, and writes what changed into the ledger. Throws RasaiError `aborted` and faults of the workspace. */
export async function detectIncidents(
	{ reader, ledger, paths, archive, clock, run }: DetectTarget,
	{ all, workers = 1, signal, progress }: DetectOptions = {},
): Promise<DetectSummary> {
	if (archive) await keepSignals(archive, paths, { all, signal });
	const standing = await readStanding(paths, signal);
	const seen = {
		real: await reader.verdictDays("real"),
		emulated: await reader.verdictDays("emulated"),
	};
	const seenBefore = all ? undefined : await readSeenDays(paths);
	const signals = await signalsHash(paths);
	const before = standing.current();
	const at = formatInstant(clock());
	const revised: Incident[] = [];
	const given = new Set<string>();
	let [unitCount, seriesCount] = [0, 0];
	/** Holds what was found of one service in a world against what is known of it. */
	const settle = (
		world: World,
		service: string | null,
		findings: readonly IncidentFinding[],
	): void => {
		const known = before.filter(
			(one) => one.service === service && worldOf(one.cc) === world,
		);
		const isTaken = (id: string) => standing.has(id) || given.has(id);
		const settled = reconcile(known, findings, at, isTaken).revised;
		for (const { id } of settled) given.add(id);
		revised.push(...settled);
	};
	for (const world of WORLDS) {
		const options = { reader, world, run, signal };
		const isNew = !sameDays(seen[world], seenBefore?.[world]);
		if (isNew) {
			const { units, detectedSeries } = await readUnits(reader, world, {
				paths,
				days: seen[world],
				before: seenBefore?.[world],
				workers,
				signal,
				progress,
			});
			for (const unit of units) {
				throwIfAborted(signal);
				if (!unit.isChanged) continue;
				settle(world, unit.name, await findIncidents(unit, options));
				unitCount += 1;
			}
			seriesCount += detectedSeries;
			// Of a service without any data left, nothing is found any more.
			const found = new Set(units.map(({ name }) => name));
			for (const name of lostServices(before, world, found))
				settle(world, name, []);
		}
		if (isNew || signals !== seenBefore?.signals)
			settle(world, null, await findOutages({ ...options, paths }));
	}
	progress?.finish();
	if (revised.length > 0) {
		const entries = await ledger.append(standing.draftsOf(revised));
		for (const entry of entries) standing.take(entry);
	}
	await writeSeenDays(paths, { ...seen, signals });
	return {
		units: unitCount,
		series: seriesCount,
		revised,
		incidents: standing.current(),
	};
}

function sameDays(
	now: Readonly<Record<string, string>>,
	before: Readonly<Record<string, string>> | undefined,
): boolean {
	const days = Object.keys(now);
	return (
		before !== undefined &&
		days.length === Object.keys(before).length &&
		days.every((day) => now[day] === before[day])
	);
}

/** The incidents that a ledger holds. */
export async function readStanding(
	folders: LedgerFolders,
	signal?: AbortSignal,
): Promise<StandingIncidents> {
	const standing = new StandingIncidents();
	for await (const { entry } of readLedger(folders, signal))
		standing.take(entry);
	return standing;
}

function lostServices(
	incidents: readonly Incident[],
	world: World,
	seen: ReadonlySet<string>,
): readonly string[] {
	return [
		...new Set(
			incidents.flatMap(({ cc, service }) =>
				service !== null && worldOf(cc) === world && !seen.has(service)
					? [service]
					: [],
			),
		),
	];
}
