/**
 * Stored cells to incidents in the ledger. Detection is a pure function over
 * all the hours there are (P8), run for the units that have new data; what a
 * full run would say of the others has not changed, so the two agree.
 */
import { reconcile, StandingIncidents } from "../../account/incidents/index.ts";
import type { Clock, Progress } from "../../base/index.ts";
import { formatInstant, throwIfAborted } from "../../base/index.ts";
import { createDetector } from "../../judge/incidents/index.ts";
import { type Incident, type World, worldOf } from "../../model/index.ts";
import {
	type Ledger,
	type LedgerFolders,
	type QueryReader,
	readLedger,
} from "../../store/index.ts";
import { findIncidents } from "./find.ts";
import {
	readSeries,
	type UnitSeries,
	unitName,
	unitsOf,
} from "./read-series.ts";

export interface DetectTarget {
	readonly reader: QueryReader;
	readonly ledger: Ledger;
	readonly folders: LedgerFolders;
	readonly clock: Clock;
	/** What the verdicts rest on, named in every incident (P3). */
	readonly run: { readonly ruleset: string; readonly reference: string };
}

export interface DetectOptions {
	/** Days whose cells changed, by world; a world that is absent has none. Undefined: everything is looked at. */
	readonly days?:
		| Readonly<Partial<Record<World, readonly string[]>>>
		| undefined;
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
	{ reader, ledger, folders, clock, run }: DetectTarget,
	{ days, signal, progress }: DetectOptions = {},
): Promise<DetectSummary> {
	const standing = await readStanding(folders, signal);
	const before = standing.current();
	const at = formatInstant(clock());
	const revised: Incident[] = [];
	let [unitCount, seriesCount] = [0, 0];
	for (const world of WORLDS) {
		const asked = days === undefined ? undefined : (days[world] ?? []);
		const units = await unitsOf(reader, world, asked, signal);
		const seen = new Set<string>();
		const detector = createDetector();
		for await (const countries of byUnit(
			readSeries(reader, world, units, signal),
		)) {
			throwIfAborted(signal);
			const name = unitName((countries[0] as UnitSeries).unit);
			seen.add(name);
			const findings = await findIncidents(
				countries,
				{ reader, world, run, signal },
				detector,
			);
			const known = before.filter(
				(one) => one.service === name && worldOf(one.cc) === world,
			);
			revised.push(
				...reconcile(known, findings, at, (id) => standing.has(id)).revised,
			);
			unitCount += 1;
			for (const { series } of countries) seriesCount += series.length;
			progress?.update({
				done: unitCount,
				total: units.length,
				unit: "services",
			});
		}
		// Of a service without any data left, nothing is found any more.
		if (asked === undefined)
			for (const name of lostServices(before, world, seen))
				revised.push(
					...reconcile(
						before.filter(
							(one) => one.service === name && worldOf(one.cc) === world,
						),
						[],
						at,
						(id) => standing.has(id),
					).revised,
				);
	}
	progress?.finish();
	if (revised.length > 0) {
		const entries = await ledger.append(standing.draftsOf(revised));
		for (const entry of entries) standing.take(entry);
	}
	return {
		units: unitCount,
		series: seriesCount,
		revised,
		incidents: standing.current(),
	};
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
