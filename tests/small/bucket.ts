/**
 * A season of an emulated country, made day by day as it comes to be seen in
 * the bucket, since all of it does not fit into memory as text.
 */
import { gzipSync } from "node:zlib";
import { emulateStory } from "../../src/measure/lab/index.ts";
import { createUploads, type ReplayOptions, seenAt } from "../follow/replay.ts";

/** A story's day is whole when the story is so far past it: sessions end on the day after. */
const WHOLE_AFTER_MS = 48 * 3_600_000;

export interface Season {
	/** What can be seen at an instant, later than those asked about before. */
	objectsAt(nowMs: number): Readonly<Record<string, Buffer>>;
	/** Of what was seen so far. */
	readonly seen: { measurements: number; rawBytes: number; bytes: number };
}

export function makeSeason(options: ReplayOptions): Season {
	const story = emulateStory(options.seed, options);
	const uploadOf = createUploads(options);
	const held = new Map<string, string[]>();
	let madeUntilMs = Date.parse(options.since);
	let objects: Readonly<Record<string, Buffer>> = {};
	const seen = { measurements: 0, rawBytes: 0, bytes: 0 };

	const makeUntil = (untilMs: number): void => {
		while (madeUntilMs < untilMs) {
			const { value, done } = story.next();
			if (done) {
				madeUntilMs = Number.POSITIVE_INFINITY;
				return;
			}
			const { measurement } = value;
			const key = uploadOf(measurement);
			const lines = held.get(key) ?? [];
			lines.push(JSON.stringify(measurement));
			held.set(key, lines);
			const madeAt = String(measurement["measurement_start_time"]);
			madeUntilMs = Math.max(
				madeUntilMs,
				Date.parse(`${madeAt.replace(" ", "T")}Z`),
			);
		}
	};

	return {
		seen,
		objectsAt(nowMs) {
			makeUntil(nowMs + WHOLE_AFTER_MS);
			const ready = [...held.keys()].filter((key) => seenAt(key) <= nowMs);
			if (ready.length === 0) return objects;
			const more: Record<string, Buffer> = { ...objects };
			for (const key of ready.sort()) {
				const lines = held.get(key) ?? [];
				held.delete(key);
				const text = Buffer.from(`${lines.join("\n")}\n`);
				const packed = gzipSync(text);
				more[key] = packed;
				seen.measurements += lines.length;
				seen.rawBytes += text.length;
				seen.bytes += packed.length;
			}
			objects = more;
			return objects;
		},
	};
}
