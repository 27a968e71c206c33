/**
 * Archived signals to kept ones: readings of every file that was imported,
 * put together signal by signal, and looked at for changes where new readings
 * came. Files are taken in their order of arrival, so that bit by bit and all
 * at once give the same (P2, P3).
 */
import { basename } from "node:path";
import { canonicalJson, messageOf, throwIfAborted } from "../../base/index.ts";
import { readSignals, SIGNAL_FORMAT } from "../../gather/signals/index.ts";
import type {
	Signal,
	SignalKey,
	SignalPoint,
	ToldOutage,
} from "../../model/index.ts";
import {
	type Archive,
	type ArchiveEntry,
	type KeptSignal,
	readSignalIndex,
	readSignalPoints,
	signalId,
	type WorkspacePaths,
	writeSignalIndex,
	writeSignalPoints,
} from "../../store/index.ts";
import { detectSignal, type SignalChange } from "./detect.ts";
import { optionsOfFormat } from "./import.ts";

type Paths = Pick<WorkspacePaths, "derived">;

/** Sources whose values mean something within one file alone: a later file replaces the signal. */
const RELATIVE_SOURCES: ReadonlySet<string> = new Set(["google-trends"]);

export interface KeepSummary {
	/** Signals with readings that detection had not seen. */
	readonly touched: number;
	readonly signals: number;
}

export interface KeepOptions {
	/** Look for changes in every signal: after a change of the detector. */
	readonly all?: boolean | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** Takes in what the archive holds and was not read yet. A run that is killed is done again, with the same result. */
export async function keepSignals(
	archive: Pick<Archive, "entries" | "read" | "isReleased">,
	paths: Paths,
	{ all, signal }: KeepOptions = {},
): Promise<KeepSummary> {
	const before = await readSignalIndex<SignalChange>(paths);
	const files = [...before.files];
	const failed = { ...before.failed };
	const signals = { ...before.signals };
	const told = new Map(before.told.map((one) => [canonicalJson(one), one]));
	const save = () =>
		writeSignalIndex(paths, { files, failed, signals, told: sorted(told) });
	if (all)
		for (const [id, one] of Object.entries(signals))
			signals[id] = { ...one, changes: null };
	const seen = new Set(files);
	for await (const entry of archive.entries(signal)) {
		throwIfAborted(signal);
		const { hash, format } = entry;
		if (!format.startsWith(SIGNAL_FORMAT) || seen.has(hash)) continue;
		if (archive.isReleased(hash)) continue;
		seen.add(hash);
		try {
			const table = await readEntry(archive, entry, signal);
			for (const one of table.signals)
				signals[signalId(one)] = await merge(paths, one);
			for (const outage of table.told) told.set(canonicalJson(outage), outage);
		} catch (error) {
			throwIfAborted(signal);
			failed[hash] = messageOf(error);
		}
		files.push(hash);
		await save();
	}
	const waiting = Object.keys(signals).filter(
		(id) => signals[id]?.changes === null,
	);
	for (const id of waiting) {
		throwIfAborted(signal);
		const one = signals[id] as KeptSignal<SignalChange>;
		const points = await readSignalPoints(paths, id);
		signals[id] = {
			...one,
			changes: detectSignal({
				...one.key,
				stepSeconds: one.stepSeconds,
				points,
			}),
		};
	}
	if (waiting.length > 0) await save();
	return { touched: waiting.length, signals: Object.keys(signals).length };
}

const sorted = (told: ReadonlyMap<string, ToldOutage>): readonly ToldOutage[] =>
	[...told].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);

async function readEntry(
	archive: Pick<Archive, "read">,
	{ hash, name, format }: ArchiveEntry,
	signal: AbortSignal | undefined,
) {
	const chunks: Uint8Array[] = [];
	for await (const chunk of archive.read(hash, signal)) chunks.push(chunk);
	const text = Buffer.concat(chunks).toString("utf8");
	return readSignals(basename(name), text, optionsOfFormat(format));
}

/** Adds the readings of a file to what is kept of the signal: a later value goes before an earlier one, and any value before its absence. */
async function merge(
	paths: Paths,
	{ points, stepSeconds, ...key }: Signal,
): Promise<KeptSignal<SignalChange>> {
	const id = signalId(key);
	const before = RELATIVE_SOURCES.has(key.source)
		? []
		: await readSignalPoints(paths, id);
	const readings = new Map(before.map((point) => [point.at, point]));
	for (const point of points)
		if (typeof point.reading === "number" || !readings.has(point.at))
			readings.set(point.at, point);
	const all = [...readings.values()].sort((a, b) => a.at - b.at);
	await writeSignalPoints(paths, id, all);
	return noteOf(key, all, stepSeconds);
}

function noteOf(
	key: SignalKey,
	points: readonly SignalPoint[],
	stepSeconds: number,
): KeptSignal<SignalChange> {
	const values = points.filter(({ reading }) => typeof reading === "number");
	return {
		key,
		stepSeconds,
		readingCount: values.length,
		since: values[0]?.at ?? null,
		until: values.at(-1)?.at ?? null,
		changes: null,
	};
}
