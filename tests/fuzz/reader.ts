/** A reader of what comes from outside, and what it may do with any bytes. */
import { RasaiError } from "../../src/base/index.ts";

export interface Reader {
	/** Also the name of its file in `corpus/`. */
	readonly name: string;
	/** Inputs that it knows. */
	readonly seeds: readonly Buffer[];
	/** How many of all inputs it gets, beside the others: readers that are fast get more. */
	readonly weight: number;
	read(bytes: Buffer): unknown;
	/** Whether it may refuse so. A RasaiError, which says why in words, is always allowed. */
	readonly refuses?: (error: unknown) => boolean;
}

/** Gives a reader one input. Throws what it must not throw. */
export async function tryReader(reader: Reader, bytes: Buffer): Promise<void> {
	try {
		await reader.read(bytes);
	} catch (error) {
		if (!(error instanceof RasaiError || reader.refuses?.(error))) throw error;
	}
	if (Object.hasOwn(Object.prototype, "polluted"))
		throw new Error("the prototype of all objects was changed");
}

/** An Error that is thrown on purpose, not by the runtime. */
export const isPlainError = (error: unknown): boolean =>
	error instanceof Error && Object.getPrototypeOf(error) === Error.prototype;

export const text = (content: string): Buffer => Buffer.from(content);
export const seedOf = (value: unknown): Buffer => text(JSON.stringify(value));

/** JSON as such is the runtime's to read; a reader of ours begins with its value. */
export function json(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return bytes.toString();
	}
}

/** What a query string or a form asks, by name. */
export function asked(bytes: Buffer): (name: string) => string {
	const query = new URLSearchParams(bytes.toString());
	return (name) => query.get(name) ?? "";
}

/** Runs them all, though one refuses in words. */
export function each(...reads: readonly (() => unknown)[]): void {
	for (const read of reads)
		try {
			read();
		} catch (error) {
			if (!(error instanceof RasaiError)) throw error;
		}
}
