/**
 * xxHash32, the checksum of the LZ4 frame format, as a stream. After the
 * specification of xxHash by its author (doc/xxhash_spec.md, XXH32), seed 0.
 */

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;
const STRIPE_BYTES = 16;

/** Hashes a growing text. A class, since four lanes and a partial stripe live from one piece to the next. */
export class XxHash32 {
	#lane1 = (PRIME_1 + PRIME_2) | 0;
	#lane2 = PRIME_2 | 0;
	#lane3 = 0;
	#lane4 = -PRIME_1 | 0;
	#totalBytes = 0;
	readonly #stripe = new Uint8Array(STRIPE_BYTES);
	#stripeBytes = 0;

	update(bytes: Uint8Array): this {
		this.#totalBytes += bytes.length;
		let at = 0;
		if (this.#stripeBytes > 0) {
			at = Math.min(STRIPE_BYTES - this.#stripeBytes, bytes.length);
			this.#stripe.set(bytes.subarray(0, at), this.#stripeBytes);
			this.#stripeBytes += at;
			if (this.#stripeBytes < STRIPE_BYTES) return this;
			this.#mixStripes(this.#stripe, 0);
			this.#stripeBytes = 0;
		}
		at = this.#mixStripes(bytes, at);
		this.#stripe.set(bytes.subarray(at));
		this.#stripeBytes = bytes.length - at;
		return this;
	}

	/** The hash so far, as an unsigned 32-bit number. */
	digest(): number {
		let hash =
			this.#totalBytes >= STRIPE_BYTES
				? rotate(this.#lane1, 1) +
					rotate(this.#lane2, 7) +
					rotate(this.#lane3, 12) +
					rotate(this.#lane4, 18)
				: PRIME_5;
		hash = (hash + this.#totalBytes) | 0;
		let at = 0;
		for (; at + 4 <= this.#stripeBytes; at += 4)
			hash = Math.imul(
				rotate((hash + Math.imul(read32(this.#stripe, at), PRIME_3)) | 0, 17),
				PRIME_4,
			);
		for (; at < this.#stripeBytes; at++)
			hash = Math.imul(
				rotate((hash + Math.imul(this.#stripe[at] as number, PRIME_5)) | 0, 11),
				PRIME_1,
			);
		hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
		hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
		return (hash ^ (hash >>> 16)) >>> 0;
	}

	/** Mixes in all whole stripes from `at` on; gives where it stopped. */
	#mixStripes(bytes: Uint8Array, from: number): number {
		let at = from;
		let lane1 = this.#lane1;
		let lane2 = this.#lane2;
		let lane3 = this.#lane3;
		let lane4 = this.#lane4;
		for (; at + STRIPE_BYTES <= bytes.length; at += STRIPE_BYTES) {
			lane1 = mix(lane1, read32(bytes, at));
			lane2 = mix(lane2, read32(bytes, at + 4));
			lane3 = mix(lane3, read32(bytes, at + 8));
			lane4 = mix(lane4, read32(bytes, at + 12));
		}
		this.#lane1 = lane1;
		this.#lane2 = lane2;
		this.#lane3 = lane3;
		this.#lane4 = lane4;
		return at;
	}
}

function mix(lane: number, word: number): number {
	return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1);
}

function rotate(value: number, bits: number): number {
	return (value << bits) | (value >>> (32 - bits));
}

function read32(bytes: Uint8Array, at: number): number {
	return (
		(bytes[at] as number) |
		((bytes[at + 1] as number) << 8) |
		((bytes[at + 2] as number) << 16) |
		((bytes[at + 3] as number) << 24)
	);
}
