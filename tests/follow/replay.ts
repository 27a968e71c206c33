/**
 * Weeks of an emulated country as OONI's bucket would have offered them: each
 * measurement lies in the folder of the hour in which it was uploaded, which
 * for some is days after it was made, and can be seen only from then on.
 */
import { gzipSync } from "node:zlib";
import {
	type Bucket,
	withBucket,
} from "../../src/gather/archives/test-bucket.ts";
import { createRandom, emulateStory } from "../../src/measure/lab/index.ts";

const HOUR_MS = 3_600_000;

export interface ReplayOptions {
	readonly seed: string;
	readonly since: string;
	readonly days: number;
	readonly scale: number;
	/** Share of sessions that are uploaded one to five days late. */
	readonly lateShare: number;
	/** Hours during which nothing is uploaded by anybody: `[from, until)`; it comes after. */
	readonly outage?: readonly [from: string, until: string];
}

export interface Replay {
	/** Object key to content, in byte order. */
	readonly objects: Readonly<Record<string, Buffer>>;
	/** When the last object can be seen. */
	readonly until: Date;
	readonly measurements: number;
	/** What can be seen at an instant. */
	visibleAt(now: Date): Readonly<Record<string, Buffer>>;
}

/** Gives the object that each measurement is uploaded in. */
export function createUploads(
	options: Pick<ReplayOptions, "seed" | "lateShare" | "outage">,
): (measurement: Readonly<Record<string, unknown>>) => string {
	const random = createRandom(`${options.seed}/uploads`);
	const delays = new Map<string, number>();
	return (measurement) => {
		const { report_id, measurement_start_time, test_name } =
			measurement as Readonly<Record<string, string>>;
		const report = report_id ?? "";
		const delay =
			delays.get(report) ??
			(random.chance(options.lateShare)
				? (24 + random.int(96)) * HOUR_MS
				: random.int(3) * HOUR_MS);
		delays.set(report, delay);
		const made = Date.parse(`${measurement_start_time?.replace(" ", "T")}Z`);
		const at = afterOutage(made + delay, options.outage);
		const test = test_name?.replaceAll("_", "");
		const hour = new Date(at).toISOString().replace(/[-T]/g, "").slice(0, 10);
		return `raw/${hour.slice(0, 8)}/${hour.slice(8)}/QZ/${test}/${hour}_QZ_${test}.n0.0.jsonl.gz`;
	};
}

/** When an object can be seen: when its hour has ended. */
export function seenAt(key: string): number {
	const [, day = "", hour = ""] = key.split("/");
	const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
	return Date.parse(`${date}T${hour}:00:00Z`) + HOUR_MS;
}

export function makeReplay(options: ReplayOptions): Replay {
	const uploadOf = createUploads(options);
	const lines = new Map<string, string[]>();
	let measurements = 0;
	for (const { measurement } of emulateStory(options.seed, options)) {
		const key = uploadOf(measurement);
		const held = lines.get(key) ?? [];
		held.push(JSON.stringify(measurement));
		lines.set(key, held);
		measurements += 1;
	}
	const objects = Object.fromEntries(
		[...lines]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, held]) => [key, gzipSync(`${held.join("\n")}\n`)]),
	);
	const keys = Object.keys(objects);
	const visibleAt = (now: Date) => {
		const count = keys.findIndex((key) => seenAt(key) > now.getTime());
		const seen = count < 0 ? keys : keys.slice(0, count);
		return Object.fromEntries(
			seen.map((key) => [key, objects[key] ?? Buffer.alloc(0)]),
		);
	};
	const until = new Date(Math.max(...keys.map(seenAt)));
	return { objects, until, measurements, visibleAt };
}

function afterOutage(at: number, outage: ReplayOptions["outage"]): number {
	if (!outage) return at;
	const [from, until] = outage.map((text) => Date.parse(text));
	return from !== undefined && until !== undefined && at >= from && at < until
		? until + (at % HOUR_MS)
		: at;
}

/** Serves a replay as the bucket, by a clock that the test turns. */
export function withReplay(
	replay: Replay,
	clock: () => Date,
	use: (bucket: Bucket) => Promise<void>,
): Promise<void> {
	let seenAt = Number.NaN;
	let seen: Readonly<Record<string, Buffer>> = {};
	return withBucket(use, 1000, () => {
		const now = clock();
		if (now.getTime() !== seenAt) {
			seen = replay.visibleAt(now);
			seenAt = now.getTime();
		}
		return seen;
	});
}
