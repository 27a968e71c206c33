/** Takes bytes from a stream of chunks in the amounts a format asks for. */

import type { RasaiError } from "../../../base/index.ts";

export type Chunks = AsyncIterable<Uint8Array>;

const EMPTY = new Uint8Array(0);

/**
 * A cursor over a stream of chunks. What it gives is a view of the chunks it
 * got, copied only where an amount spans two of them. Where the stream fails,
 * all that came before is given first, then the failure is thrown, each time.
 * Close it when done.
 */
export class ByteReader {
	readonly #chunks: AsyncIterator<Uint8Array>;
	#waiting: Uint8Array[] = [];
	#waitingBytes = 0;
	#ended = false;
	#failure: { readonly error: unknown } | undefined;

	constructor(chunks: Chunks) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	/** As `read`, but the bytes stay to be read. */
	async peek(count: number): Promise<Uint8Array> {
		const bytes = await this.read(count);
		if (bytes.length > 0) this.#waiting.unshift(bytes);
		this.#waitingBytes += bytes.length;
		return bytes;
	}

	/** The next `count` bytes; fewer only where the stream ends or fails after them. */
	async read(count: number): Promise<Uint8Array> {
		while (this.#waitingBytes < count && (await this.#pull())) {}
		if (this.#waitingBytes === 0 && count > 0) this.#throwFailure();
		const wanted = Math.min(count, this.#waitingBytes);
		const [first] = this.#waiting;
		if (first !== undefined && first.length >= wanted)
			return this.#takeFirst(wanted);
		const joined = Buffer.allocUnsafe(wanted);
		let filled = 0;
		while (filled < wanted) {
			const part = this.#takeFirst(wanted - filled);
			joined.set(part, filled);
			filled += part.length;
		}
		return joined;
	}

	/** The next `count` bytes. Throws the stream's failure, or what `endError` makes where the stream ends before. */
	async readExactly(
		count: number,
		endError: () => RasaiError,
	): Promise<Uint8Array> {
		const bytes = await this.read(count);
		if (bytes.length === count) return bytes;
		this.#throwFailure();
		throw endError();
	}

	/** Some next bytes, at most `limit`, without copying; empty at the end of the stream. */
	async next(limit: number): Promise<Uint8Array> {
		if (this.#waitingBytes === 0 && !(await this.#pull())) this.#throwFailure();
		return this.#takeFirst(limit);
	}

	/** All that is left, as a stream of chunks. Closes the reader with it. */
	async *rest(): AsyncGenerator<Uint8Array> {
		try {
			for (;;) {
				const chunk = await this.next(Number.POSITIVE_INFINITY);
				if (chunk.length === 0) return;
				yield chunk;
			}
		} finally {
			await this.close();
		}
	}

	/** Lets go of the stream beneath. */
	async close(): Promise<void> {
		if (this.#ended) return;
		this.#ended = true;
		await this.#chunks.return?.();
	}

	/** One more chunk; false at the end and at a failure. Empty chunks are passed over. */
	async #pull(): Promise<boolean> {
		while (!this.#ended) {
			try {
				const next = await this.#chunks.next();
				if (next.done) {
					this.#ended = true;
				} else if (next.value.length > 0) {
					this.#waiting.push(next.value);
					this.#waitingBytes += next.value.length;
					return true;
				}
			} catch (error) {
				this.#ended = true;
				this.#failure = { error };
			}
		}
		return false;
	}

	#throwFailure(): void {
		if (this.#failure !== undefined) throw this.#failure.error;
	}

	#takeFirst(limit: number): Uint8Array {
		const first = this.#waiting[0];
		if (first === undefined) return EMPTY;
		if (first.length <= limit) this.#waiting.shift();
		else this.#waiting[0] = first.subarray(limit);
		const taken = first.length <= limit ? first : first.subarray(0, limit);
		this.#waitingBytes -= taken.length;
		return taken;
	}
}
