/**
 * The store: derived rows in immutable, sorted, checksummed partitions. One
 * partition is one UTC day of one world (real or emulated). Everything in it
 * can be deleted and rebuilt from the archive (P2), byte for byte (P3).
 *
 *   archive file -> shard (one a batch, written by rename)
 *                -> day partition of facts (merged, without repeats, sorted)
 *                -> day partition of verdicts and cells
 */
import type {
	Certificate,
	MeasurementHeader,
	Observation,
	Reject,
	Verdict,
	World,
} from "../model/index.ts";

/** Facts of one measurement and where its raw record stands. */
export interface FactsRow {
	readonly header: MeasurementHeader;
	readonly observations: readonly Observation[];
	readonly problems: readonly string[];
	readonly fileHash: string;
	readonly member: string;
	readonly line: number;
	/** SHA-256 of the raw record's bytes. */
	readonly recordHash: string;
}

/** What one import worker hands over for a batch of archive files. */
export interface FactsBatch {
	/** SHA-256 of every archive file that the batch covers completely. */
	readonly files: readonly string[];
	/** Names the code and the fingerprints that made the facts. */
	readonly madeBy?: string | undefined;
	/** All rows, or group after group of them as they are read. */
	readonly rows: Iterable<FactsRow> | AsyncIterable<Iterable<FactsRow>>;
	readonly certificates: Iterable<Certificate>;
	readonly rejects: Iterable<Reject>;
}

/** A measurement as read back for judging. `conflict`: the same uid was seen with other facts, of the same day where a day is read. */
export interface StoredFacts {
	readonly header: MeasurementHeader;
	readonly observations: readonly Observation[];
	readonly conflict: boolean;
}

export interface JudgedRow {
	readonly header: MeasurementHeader;
	readonly verdict: Verdict;
}

export interface DayKey {
	readonly world: World;
	/** UTC day, `YYYY-MM-DD`. */
	readonly day: string;
}

/** Names what a judgement rests on: written with every partition of verdicts. */
export interface RunKey {
	readonly ruleset: string;
	readonly reference: string;
}
