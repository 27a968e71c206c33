/**
 * Imported signals, put together from the archive: the readings of each in a
 * file of its own, and one index of what was read and what was found. Derived:
 * `rasai rebuild` makes the same bytes again (P2, P3).
 */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, sha256Hex } from "../../base/index.ts";
import type {
	SignalKey,
	SignalPoint,
	SignalReading,
	ToldOutage,
} from "../../model/index.ts";
import { writeFileAtomically } from "./atomic.ts";
import type { WorkspacePaths } from "./layout.ts";

type Paths = Pick<WorkspacePaths, "derived">;

/** What the index says of one signal. `Change` is what detection finds in it. */
export interface KeptSignal<Change> {
	readonly key: SignalKey;
	readonly stepSeconds: number;
	readonly readingCount: number;
	/** First and last reading that is a value: seconds since 1970; null where there is none. */
	readonly since: number | null;
	readonly until: number | null;
	/** Null: readings came that detection has not seen. */
	readonly changes: readonly Change[] | null;
}

export interface SignalIndex<Change> {
	/** Hashes of the archived files whose readings are in, in order of arrival. */
	readonly files: readonly string[];
	/** Archived files that no reader could read any more, by hash, with the reason. */
	readonly failed: Readonly<Record<string, string>>;
	/** By id. */
	readonly signals: Readonly<Record<string, KeptSignal<Change>>>;
	/** Outages as sources tell them, each once. */
	readonly told: readonly ToldOutage[];
}

const folderOf = ({ derived }: Paths): string => join(derived, "signals");
const indexPath = (paths: Paths): string => join(folderOf(paths), "index.json");
const pointsPath = (paths: Paths, id: string): string =>
	join(folderOf(paths), `${id}.json`);

/** Names a signal by what it is of. Licence and verification may change; it stays the same signal. */
export function signalId({
	source,
	measure,
	unit,
	entity,
	access,
	trouble,
}: SignalKey): string {
	const { cc, area, asn } = entity;
	const text = canonicalJson([
		source,
		measure,
		unit,
		cc,
		area,
		asn,
		access,
		trouble,
	]);
	return sha256Hex(Buffer.from(text)).slice(0, 20);
}

/** An empty index where nothing is kept. Throws faults of the file system, and what is no JSON. */
export async function readSignalIndex<Change>(
	paths: Paths,
): Promise<SignalIndex<Change>> {
	const text = await readIfThere(indexPath(paths));
	return text === undefined
		? { files: [], failed: {}, signals: {}, told: [] }
		: (JSON.parse(text) as SignalIndex<Change>);
}

export async function writeSignalIndex<Change>(
	paths: Paths,
	index: SignalIndex<Change>,
): Promise<void> {
	await mkdir(folderOf(paths), { recursive: true, mode: 0o700 });
	await writeFileAtomically(indexPath(paths), `${canonicalJson(index)}\n`);
}

/** Names what is kept and found of all signals; undefined where nothing is kept. */
export async function signalsHash(paths: Paths): Promise<string | undefined> {
	const text = await readIfThere(indexPath(paths));
	return text === undefined ? undefined : sha256Hex(Buffer.from(text));
}

interface Columns {
	readonly at: readonly number[];
	readonly readings: readonly SignalReading[];
}

/** Readings of a signal in order of time; none where it is not kept. */
export async function readSignalPoints(
	paths: Paths,
	id: string,
): Promise<readonly SignalPoint[]> {
	const text = await readIfThere(pointsPath(paths, id));
	if (text === undefined) return [];
	const { at, readings } = JSON.parse(text) as Columns;
	return at.map((instant, i) => ({
		at: instant,
		reading: readings[i] ?? "gap",
	}));
}

export async function writeSignalPoints(
	paths: Paths,
	id: string,
	points: readonly SignalPoint[],
): Promise<void> {
	await mkdir(folderOf(paths), { recursive: true, mode: 0o700 });
	const columns: Columns = {
		at: points.map(({ at }) => at),
		readings: points.map(({ reading }) => reading),
	};
	await writeFileAtomically(
		pointsPath(paths, id),
		`${JSON.stringify(columns)}\n`,
	);
}

/** Forgets all of it; the archive has it still. */
export async function dropKeptSignals(paths: Paths): Promise<void> {
	await rm(folderOf(paths), { recursive: true, force: true });
}

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
