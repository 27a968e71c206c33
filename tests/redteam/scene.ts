/**
 * A seeded world under attack. Honest probes measure one site on a few networks
 * for four weeks; then forged rows are imported beside them, and what the
 * installation would publish is read back: states, incidents, findings.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { weighSessions } from "../../src/account/record/index.ts";
import { createRandom } from "../../src/measure/lab/index.ts";
import { type Incident, type State, worldOf } from "../../src/model/index.ts";
import {
	detectIncidents,
	importArchives,
	runOf,
} from "../../src/pipeline/index.ts";
import { readSessions } from "../../src/pipeline/sessions.ts";
import {
	openTestWorkspace,
	type TestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { stateOf } from "../../src/publish/web/cells.ts";
import { daysOfUnit, Ledger, sql } from "../../src/store/index.ts";
import { hourAt, type Outcome, row, rowsFile } from "./forge.ts";

export const SCENE_DAYS = 28;
export const SCENE_HOURS = SCENE_DAYS * 24;
/** Networks on which honest probes measure. */
export const HONEST_ASNS = [64500, 64501, 64502, 64503] as const;
/** Networks on which nobody measures. */
export const EMPTY_ASNS = [64508, 64509, 64510, 64511] as const;
/** The site that is measured, as its target is named. */
const TARGET = "example.org";

export interface SceneOptions {
	/** The emulated country, where nothing else is said. */
	readonly cc?: string;
	/** Hour from which the site is truly blocked; never, where absent. */
	readonly blockedFrom?: number;
	/** Sessions of honest probes a day on each network. */
	readonly sessionsADay: number;
	/** What honest probes meet from then on. */
	readonly blockedBy?: Outcome;
	/** More rows that were there before the attack. */
	readonly more?: readonly string[];
	readonly withoutHelper?: boolean;
}

/** What an installation would say. */
export interface Said {
	/** Incidents that are published: at the floor, and not explained otherwise. */
	readonly published: readonly Incident[];
	/** A country-wide one among them. */
	readonly headline: boolean;
	/** Of those, one that is not over. */
	readonly ongoing: boolean;
	/** State of a network on a day, as its strip shows it. */
	stateOn(asn: number, day: number): State;
	/** What sessions of the scene's last days say of the country, as a claim is checked. */
	readonly finding: string;
}

export interface Scene {
	/** Imports forged rows into a copy of the world, and says what would be published. */
	attack(rows: readonly string[], lastDays?: number): Promise<Said>;
	close(): Promise<void>;
}

/** Builds the honest world. The same options give the same rows. */
export async function openScene(options: SceneOptions): Promise<Scene> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-redteam-"));
	const honest = await openTestWorkspace(join(dir, "honest"));
	await addRows(honest, "honest.jsonl", [
		...honestRows(options),
		...(options.more ?? []),
	]);
	await detect(honest);
	await honest.close();
	let copies = 0;
	return {
		async attack(rows, lastDays = 2) {
			copies += 1;
			const folder = join(dir, String(copies));
			await cp(join(dir, "honest"), folder, { recursive: true });
			const workspace = await openTestWorkspace(folder);
			try {
				if (rows.length > 0) await addRows(workspace, "forged.jsonl", rows);
				return await whatIsSaid(workspace, options.cc ?? "QZ", lastDays);
			} finally {
				await workspace.close();
				await rm(folder, { recursive: true });
			}
		},
		close: () => rm(dir, { recursive: true }),
	};
}

function honestRows(options: SceneOptions): readonly string[] {
	const { blockedFrom = Number.POSITIVE_INFINITY, sessionsADay } = options;
	const { blockedBy = "reset", cc = "QZ" } = options;
	const random = createRandom("redteam");
	const rows: string[] = [];
	for (const asn of HONEST_ASNS)
		for (let day = 0; day < SCENE_DAYS; day += 1)
			for (let i = 0; i < sessionsADay; i += 1) {
				const hour = day * 24 + random.int(24);
				const outcome: Outcome = hour >= blockedFrom ? blockedBy : "ok";
				const identity = `honest-${asn}-${day}-${i}`;
				rows.push(
					row({
						outcome,
						identity,
						asn,
						cc,
						hour,
						withoutHelper: options.withoutHelper === true,
					}),
				);
			}
	return rows;
}

async function addRows(
	workspace: TestWorkspace,
	name: string,
	rows: readonly string[],
): Promise<void> {
	const { measurements, rejected } = await importArchives(
		[rowsFile(name, rows)],
		workspace,
		{ workers: 1 },
	);
	if (measurements !== rows.length || rejected > 0)
		throw new Error(`${name}: ${measurements} of ${rows.length} rows are in`);
}

async function detect(workspace: TestWorkspace): Promise<readonly Incident[]> {
	const reader = await workspace.openReader();
	const ledger = await Ledger.open(workspace.workspace);
	try {
		const { incidents } = await detectIncidents({
			reader,
			ledger,
			paths: workspace.paths,
			clock: workspace.clock,
			run: runOf({ reference: workspace.reference.snapshot }),
		});
		return incidents;
	} finally {
		await ledger.close();
		reader.close();
	}
}

async function whatIsSaid(
	workspace: TestWorkspace,
	cc: string,
	lastDays: number,
): Promise<Said> {
	const published = (await detect(workspace)).filter(
		({ cc: where, status, confounds }) =>
			where === cc &&
			(status === "ongoing" || status === "ended") &&
			confounds.length === 0,
	);
	const reader = await workspace.openReader();
	try {
		const sessions = await readSessions(reader, {
			cc,
			condition: sql`target = ${TARGET}`,
			since: hourAt(SCENE_HOURS - lastDays * 24).toISOString(),
			until: hourAt(SCENE_HOURS).toISOString(),
		});
		const days = await daysOfUnit(
			reader,
			{ world: worldOf(cc) },
			cc,
			{ service: "", function: "", target: TARGET },
			{ since: "2000-01-01", until: "2100-01-01" },
		);
		const headlines = published.filter(({ scope }) => scope === "country");
		return {
			published,
			headline: headlines.length > 0,
			ongoing: headlines.some(({ status }) => status === "ongoing"),
			stateOn: (asn, day) => {
				const on = hourAt(day * 24)
					.toISOString()
					.slice(0, 10);
				const counts = days.find((one) => one.asn === asn && one.day === on);
				return counts ? stateOf(counts) : "insufficient";
			},
			finding: weighSessions(sessions).found,
		};
	} finally {
		reader.close();
	}
}
