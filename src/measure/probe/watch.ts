/**
 * Measuring again and again, at times that nobody can foresee, within so many
 * megabytes a day. What to do with each result is the caller's business.
 */
import { isRecord } from "../../model/index.ts";
import type { MeasurementRecord } from "./envelope.ts";

export interface WatchOptions {
	readonly targets: readonly string[];
	/** Mean wait between two measurements, in milliseconds. */
	readonly meanMs: number;
	readonly mbADay: number;
	readonly now: () => Date;
	/** From 0 to 1, 1 left out. */
	readonly random: () => number;
	/** Resolves after so long, or as soon as it is told to stop. */
	readonly wait: (ms: number) => Promise<void>;
	readonly signal: AbortSignal;
}

const DAY_MS = 24 * 3600 * 1000;
/** No wait is longer: a laptop that sleeps would never measure. */
const LONGEST_MEANS = 4;
/** What a connection costs beside its page: handshake, certificates, headers. Provisional. */
const CONNECTION_BYTES = 8_000;

/** Measures until told to stop; gives each result as it is there. */
export async function* watch(
	measure: (target: string) => Promise<MeasurementRecord>,
	options: WatchOptions,
): AsyncGenerator<MeasurementRecord> {
	const { targets, random, signal } = options;
	const spent: { readonly atMs: number; readonly bytes: number }[] = [];
	let largest = 0;
	while (!signal.aborted) {
		const target = targets[Math.floor(random() * targets.length)];
		if (target === undefined) return;
		const nowMs = options.now().getTime();
		const today = spent.filter(({ atMs }) => nowMs - atMs < DAY_MS);
		const bytes = today.reduce((sum, one) => sum + one.bytes, 0);
		// The next may be as large as the largest yet.
		if (bytes + largest <= options.mbADay * 1e6) {
			const record = await measure(target);
			if (signal.aborted) return;
			const cost = measuredBytes(record);
			largest = Math.max(largest, cost);
			spent.splice(0, spent.length, ...today, { atMs: nowMs, bytes: cost });
			yield record;
		}
		// Exponential waits: the time since the last tells nothing of the next.
		const ms = -Math.log(1 - random()) * options.meanMs;
		await options.wait(Math.min(ms, LONGEST_MEANS * options.meanMs));
	}
}

/** About how many bytes a measurement moved. */
export function measuredBytes({ test_keys }: MeasurementRecord): number {
	const listOf = (value: unknown): readonly unknown[] =>
		Array.isArray(value) ? value : [];
	const added = isRecord(test_keys["x_rasai"]) ? test_keys["x_rasai"] : {};
	const slowed = isRecord(added["throttling"]) ? added["throttling"] : {};
	const transfers = listOf(slowed["transfers"]);
	return (
		CONNECTION_BYTES *
			(listOf(test_keys["tcp_connect"]).length + transfers.length) +
		JSON.stringify(test_keys["requests"] ?? []).length +
		transfers.reduce<number>(
			(sum, one) => sum + (isRecord(one) ? Number(one["bytes"]) : 0),
			0,
		)
	);
}
