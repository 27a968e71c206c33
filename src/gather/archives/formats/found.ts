/** What the readers of text find: values and what had to be refused, each with its line. */
import type { RejectReason } from "../../../model/index.ts";

export type Found =
	| {
			readonly kind: "value";
			readonly bytes: Uint8Array;
			readonly line: number;
	  }
	| {
			readonly kind: "refused";
			readonly line: number;
			readonly reason: RejectReason;
			readonly message: string;
	  };

/** How far a reader has come, for telling where the bytes stopped or went bad. Line 0: not in any text yet. */
export interface Place {
	member: string;
	line: number;
}

export function found(bytes: Uint8Array, line: number): Found {
	return { kind: "value", bytes, line };
}

export function refused(
	line: number,
	reason: RejectReason,
	message: string,
): Found {
	return { kind: "refused", line, reason, message };
}

export function tooLarge(line: number, maxBytes: number): Found {
	return refused(
		line,
		"json_too_large",
		`the record is longer than ${maxBytes} bytes`,
	);
}

/** A line's or value's bytes as they come in pieces, held up to a limit. */
export class Pieces {
	readonly #maxBytes: number;
	#parts: Uint8Array[] = [];
	#bytes = 0;

	constructor(maxBytes: number) {
		this.#maxBytes = maxBytes;
	}

	get isEmpty(): boolean {
		return this.#bytes === 0;
	}

	/** Adds a piece. Past the limit nothing is held any more, only counted. */
	add(piece: Uint8Array): void {
		this.#bytes += piece.length;
		if (this.#bytes > this.#maxBytes) this.#parts = [];
		else if (piece.length > 0) this.#parts.push(piece);
	}

	/** All pieces as one, and starts anew; undefined where they were longer than the limit. */
	take(): Uint8Array | undefined {
		const parts = this.#parts;
		const isHeld = this.#bytes <= this.#maxBytes;
		this.#parts = [];
		this.#bytes = 0;
		if (!isHeld) return undefined;
		return parts.length === 1 ? parts[0] : Buffer.concat(parts);
	}
}
