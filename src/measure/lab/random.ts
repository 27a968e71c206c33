/**
 * Seeded randomness for emulation: xoshiro128** 1.1 by Blackman and Vigna
 * ("Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021;
 * reference code in the public domain at prng.di.unimi.it). Its state comes
 * from the SHA-256 of a text, so that every part of a story has a stream of
 * its own, named by where it stands, and a new part shifts no other.
 */
import { createHash } from "node:crypto";

export interface Random {
	/** Uniform in [0, 1). */
	next(): number;
	/** Uniform whole number in [0, below). */
	int(below: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** Uniform in [low, high). */
	between(low: number, high: number): number;
	/** Exponential of the given mean. */
	exponential(mean: number): number;
	/** Normal of mean 0 and standard deviation 1 (Box and Muller, 1958). */
	normal(): number;
	/** Poisson count of the given mean. */
	poisson(mean: number): number;
	/** `digits` lower-case hex digits. */
	hex(digits: number): string;
	/** An independent stream named by this one's name and `label`. */
	fork(label: string): Random;
}

/** The stream named `seed`: the same text always gives the same numbers. */
export function createRandom(seed: string): Random {
	const state = new Uint32Array(4);
	const digest = createHash("sha256").update(seed).digest();
	for (let i = 0; i < 4; i++) state[i] = digest.readUInt32LE(i * 4);

	const uint32 = (): number => {
		const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
		const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
		const shifted = s1 << 9;
		const t2 = s2 ^ s0;
		const t3 = s3 ^ s1;
		state[1] = s1 ^ t2;
		state[0] = s0 ^ t3;
		state[2] = t2 ^ shifted;
		state[3] = rotateLeft(t3, 11);
		return result;
	};
	const next = (): number => uint32() / 0x1_0000_0000;
	const int = (below: number): number => Math.floor(next() * below);

	return {
		next,
		int,
		chance: (probability) => next() < probability,
		pick<T>(items: readonly T[]): T {
			if (items.length === 0) throw new RangeError("nothing to pick from");
			return items[int(items.length)] as T;
		},
		between: (low, high) => low + next() * (high - low),
		exponential: (mean) => -mean * Math.log(1 - next()),
		normal: () =>
			Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
		poisson(mean) {
			// Knuth's product method; the means here are small.
			const limit = Math.exp(-mean);
			let count = 0;
			for (let product = next(); product > limit; product *= next()) count++;
			return count;
		},
		hex(digits) {
			let text = "";
			while (text.length < digits)
				text += uint32().toString(16).padStart(8, "0");
			return text.slice(0, digits);
		},
		fork: (label) => createRandom(`${seed}/${label}`),
	};
}

function rotateLeft(value: number, bits: number): number {
	return (value << bits) | (value >>> (32 - bits));
}
