/**
 * Stored cells to incidents in the ledger. Detection is a pure function over
 * all the hours there are (P8), run for the units that have new data; what a
 * full run would say of the others has not changed, so the two agree.
 */
import {
	type IncidentFinding,
	reconcile,
	StandingIncidents,
} from "../../account/incidents/index.ts";
import type { Clock, Progress } from "../../base/index.ts";
import { formatInstant, throwIfAborted } from "../../base/index.ts";
import { createDetector } from "../../judge/incidents/index.ts";
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
import {
	readSeries,
	type UnitSeries,
	unitName,
	unitsOf,
} from "./read-series.ts";

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
	readonly signal?: AbortSignal | undefined;
	readonly progress?: Progress | undefined;
}

export interface DetectSummary {
	readonly units: number;
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
	{ all, signal, progress }: DetectOptions = {},
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
		const asked = changedDays(seen[world], seenBefore?.[world]);
		const units = await unitsOf(reader, world, asked, signal);
		const options = { reader, world, run, signal };
		const found = new Set<string>();
		const detector = createDetector();
		for await (const countries of byUnit(
			readSeries(reader, world, units, signal),
		)) {
			throwIfAborted(signal);
			const name = unitName((countries[0] as UnitSeries).unit);
			found.add(name);
			settle(world, name, await findIncidents(countries, options, detector));
			unitCount += 1;
			for (const { series } of countries) seriesCount += series.length;
			progress?.update({
				done: unitCount,
				total: units.length,
				unit: "services",
			});
		}
		if (units.length > 0 || signals !== seenBefore?.signals)
			settle(world, null, await findOutages({ ...options, paths }));
		// Of a service without any data left, nothing is found any more.
		if (asked === undefined)
			for (const name of lostServices(before, world, found))
				settle(world, name, []);
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

/** The days that are new or other than before; undefined, for everything, where that is not known or a day is gone. */
function changedDays(
	now: Readonly<Record<string, string>>,
	before: Readonly<Record<string, string>> | undefined,
): readonly string[] | undefined {
	if (!before || Object.keys(before).some((day) => !(day in now)))
		return undefined;
	return Object.keys(now).filter((day) => now[day] !== before[day]);
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

/** Gathers the countries of one unit, which come one after another. */
async function* byUnit(
	all: AsyncIterable<UnitSeries>,
): AsyncGenerator<readonly UnitSeries[]> {
	let open: UnitSeries[] = [];
	for await (const one of all) {
		const [first] = open;
		if (first && unitName(first.unit) !== unitName(one.unit)) {
			yield open;
			open = [];
		}
		open.push(one);
	}
	if (open.length > 0) yield open;
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
