/** A line that data come through at a pace, and on which pieces get lost and are sent again. */
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random.ts";

/** A token bucket: data of all who share it come at its pace. */
export interface Bucket {
	/** Resolves when so many bytes may pass. */
	take(bytes: number): Promise<void>;
}

/** What may pass at once before the pace counts: the queue in front of a real limiter. */
const BURST_BYTES = 4_096;
/** A packet's load. */
const PIECE_BYTES = 1_448;
/** How long a sender waits before it sends again what was lost (RFC 6298, section 2.4, as systems have it). */
const RESEND_MS = 200;
/** A reset on the heels of data is told to Node's readers as a plain end (libuv, `uv__stream_io`): so it comes a moment later. */
const CUT_TURNS = 6;
const CUT_TURN_MS = 30;

export function createBucket(kbps: number): Bucket {
	const bytesPerMs = kbps / 8;
	const burstMs = BURST_BYTES / bytesPerMs;
	// The instant at which all that was taken so far has passed.
	let busyUntilMs = 0;
	return {
		async take(bytes) {
			const nowMs = performance.now();
			busyUntilMs = Math.max(busyUntilMs, nowMs - burstMs) + bytes / bytesPerMs;
			if (busyUntilMs > nowMs) await wait(busyUntilMs - nowMs);
		},
	};
}

export interface LineOptions {
	readonly buckets: readonly Bucket[];
	readonly loss: number;
	readonly random: Random;
	/** Ends the transfer after so many bytes. */
	readonly cut?: { readonly afterBytes: number; readonly end: () => void };
}

/** Carries data from one to the other under the conditions of a line; ends when either does. */
export async function carry(
	from: Readable,
	to: Writable,
	{ buckets, loss, random, cut }: LineOptions,
): Promise<void> {
	let passed = 0;
	try {
		for await (const chunk of from as AsyncIterable<Buffer>)
			for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
				const piece = chunk.subarray(at, at + PIECE_BYTES);
				for (let tries = 0; loss > 0 && random.chance(loss); tries++)
					await wait(RESEND_MS * 2 ** tries);
				for (const bucket of buckets) await bucket.take(piece.length);
				if (!to.writable) return;
				if (!to.write(piece)) await drained(to);
				passed += piece.length;
				if (cut !== undefined && passed >= cut.afterBytes) {
					// In turns: readers in this process get theirs in between.
					for (let turn = 0; turn < CUT_TURNS; turn++) await wait(CUT_TURN_MS);
					cut.end();
					return;
				}
			}
		to.end();
	} catch {
		// A reset on one side is one on the other, and whoever reads it there is told so.
		to.destroy();
	}
}

function drained(to: Writable): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			to.off("drain", done).off("close", done);
			resolve();
		};
		to.once("drain", done).once("close", done);
	});
}
