/**
 * Room for weeks of following: the bytes of fetched files are let go once they
 * are old enough. Raw records that incidents rest on are kept first, one by
 * one; everything else can be fetched again by its hash.
 */
import { formatInstant, throwIfAborted } from "../../base/index.ts";
import {
	DEFAULT_READ_LIMITS,
	localFile,
	readRecords,
} from "../../gather/archives/index.ts";
import { type Incident, worldOf } from "../../model/index.ts";
import {
	type ArchiveEntry,
	archivedPath,
	keepRecord,
	sql,
} from "../../store/index.ts";
import type { FollowOptions, FollowTarget } from "./types.ts";

/** Hours before an incident's onset and after its ending whose measurements are kept too: the contrast is part of the proof. */
const MARGIN_MS = 24 * 3600 * 1000;

/** Lets go what is old enough; gives the bytes freed. */
export async function releaseFetched(
	target: FollowTarget,
	{ keepRawDays, signal }: FollowOptions,
	incidents: readonly Incident[],
): Promise<number> {
	if (keepRawDays === undefined) return 0;
	const { archive, clock } = target;
	const oldest = new Date(clock().getTime() - keepRawDays * 86_400_000);
	const imported = new Set(await target.store.importedFiles());
	const old: ArchiveEntry[] = [];
	for await (const entry of archive.entries(signal))
		if (
			imported.has(entry.hash) &&
			/^https?:/i.test(entry.name) &&
			archive.isLocal(entry.hash) &&
			entry.receivedAt <= formatInstant(oldest)
		)
			old.push(entry);
	if (old.length === 0) return 0;
	const wanted = await placesOf(target, incidents, signal);
	let freed = 0;
	for (const entry of old) {
		throwIfAborted(signal);
		await keepRecordsOf(target, entry, wanted, signal);
		freed += await archive.release(entry.hash, formatInstant(clock()));
	}
	return freed;
}

interface Place {
	readonly fileHash: string;
	readonly member: string;
	readonly line: number;
}

const placeName = ({ fileHash, member, line }: Place): string =>
	JSON.stringify([fileHash, member, line]);

/** Where the measurements stand that incidents rest on: of their targets, in their time and shortly around it, contrary ones included. */
async function placesOf(
	{ reader, clock }: FollowTarget,
	incidents: readonly Incident[],
	signal: AbortSignal,
): Promise<ReadonlySet<string>> {
	const wanted = new Set<string>();
	for (const { basis, cc, targets, onset, ending } of incidents) {
		if (basis === "documented" || targets.length === 0) continue;
		const from = Date.parse(onset.earliest ?? onset.latest) - MARGIN_MS;
		const to = ending ? Date.parse(ending.latest) : clock().getTime();
		const since = formatInstant(new Date(from));
		const until = formatInstant(new Date(to + MARGIN_MS));
		const places = await reader.query<Place>(
			{ world: worldOf(cc) },
			sql`
			SELECT DISTINCT file_hash, member, line
			FROM measurements JOIN verdicts USING (uid, day)
			WHERE day >= ${since.slice(0, 10)}::DATE AND day <= ${until.slice(0, 10)}::DATE
				AND cc = ${cc} AND list_contains(string_split(${targets.join("\n")}, chr(10)), target)
				AND verdicts.measured_at >= ${since}::TIMESTAMP AND verdicts.measured_at < ${until}::TIMESTAMP`,
			{ signal },
		);
		for (const place of places) wanted.add(placeName(place));
	}
	return wanted;
}

async function keepRecordsOf(
	{ paths }: FollowTarget,
	entry: ArchiveEntry,
	wanted: ReadonlySet<string>,
	signal: AbortSignal,
): Promise<void> {
	if (wanted.size === 0) return;
	const file = localFile(archivedPath(paths, entry), entry.name, entry.bytes);
	for await (const items of readRecords(file, DEFAULT_READ_LIMITS, signal))
		for (const item of items) {
			if (item.kind !== "record") continue;
			const { member, line, bytes } = item.record;
			if (wanted.has(placeName({ fileHash: entry.hash, member, line })))
				await keepRecord(paths, bytes);
		}
}
