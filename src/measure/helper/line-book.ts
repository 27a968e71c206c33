/**
 * Whether a line has spoken already: many reports over one line are one voice
 * (P7), and to who watches that line they are one customer (P11). Addresses
 * are not kept: a keyed hash of line and subject stands for each, in
 * memory only, under a key that nobody else has and that goes with it.
 */
import { createHmac, randomBytes } from "node:crypto";
import { lineOf } from "./rate-limit.ts";

export interface LineBook {
	/** Whether another voice over the same line has spoken about the same; notes this one where not. A voice is a report's id. */
	isRepeat(address: string, voice: string, about: readonly unknown[]): boolean;
}

/** What is noted is known for one to two of these: longer than most of what it could be added to is held. */
const GENERATION_MS = 24 * 3_600_000;
/** Past these, the older half is forgotten early: memory stays bounded. */
const MAX_NOTES = 200_000;

interface Generation {
	readonly startedMs: number;
	readonly key: Uint8Array;
	/** The voice, hashed too, by line and subject. */
	readonly notes: Map<string, string>;
}

export function createLineBook(nowMs: () => number): LineBook {
	const begin = (): Generation => ({
		startedMs: nowMs(),
		key: randomBytes(32),
		notes: new Map(),
	});
	let [current, before] = [begin(), begin()];
	const turn = (): void => {
		const age = nowMs() - current.startedMs;
		if (age < GENERATION_MS && current.notes.size < MAX_NOTES) return;
		// Nobody came for two generations: nothing is left to know.
		before = age < 2 * GENERATION_MS ? current : begin();
		current = begin();
	};
	return {
		isRepeat(address, voice, about) {
			// Nothing is known of the line.
			if (address === "") return false;
			turn();
			const said = [lineOf(address), ...about];
			for (const { key, notes } of [current, before]) {
				const first = notes.get(hashOf(key, said));
				if (first !== undefined) return first !== hashOf(key, [voice]);
			}
			const { key, notes } = current;
			notes.set(hashOf(key, said), hashOf(key, [voice]));
			return false;
		},
	};
}

function hashOf(key: Uint8Array, of: readonly unknown[]): string {
	return createHmac("sha256", key).update(JSON.stringify(of)).digest("base64");
}
