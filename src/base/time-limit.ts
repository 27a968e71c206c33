/** A limit on how long anything may be waited for. */
import { RasaiError } from "./errors.ts";

/**
 * The result of `work`, or RasaiError `timeout` once `limitMs` have passed and
 * `aborted` once `signal` says so. The work itself is not stopped: who calls
 * this must let go of what it holds.
 */
export async function withTimeLimit<T>(
	work: Promise<T>,
	limitMs: number,
	what: string,
	signal?: AbortSignal,
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	let onAbort: (() => void) | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() =>
				reject(
					new RasaiError("timeout", `${what}: nothing for ${limitMs / 1000} s`),
				),
			limitMs,
		);
		onAbort = () => reject(abortedError(signal));
		if (signal?.aborted) onAbort();
		else signal?.addEventListener("abort", onAbort, { once: true });
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
		if (onAbort) signal?.removeEventListener("abort", onAbort);
		work.catch(() => {});
	}
}

export interface Deadline {
	readonly signal: AbortSignal;
	/** Stops the clock. Call it when the work is over. */
	release(): void;
}

/** A signal that says stop when `signal` does, or with `timeout` once `limitMs` have passed. */
export function deadline(
	signal: AbortSignal | undefined,
	limitMs: number | undefined,
): Deadline {
	const controller = new AbortController();
	const stop = (): void => controller.abort(abortedError(signal));
	if (signal?.aborted) stop();
	signal?.addEventListener("abort", stop, { once: true });
	const timer =
		limitMs === undefined
			? undefined
			: setTimeout(
					() =>
						controller.abort(
							new RasaiError("timeout", `not done after ${limitMs / 1000} s`),
						),
					limitMs,
				).unref();
	return {
		signal: controller.signal,
		release() {
			clearTimeout(timer);
			signal?.removeEventListener("abort", stop);
		},
	};
}

/** What an aborted operation throws: the signal's own RasaiError where it carries one. */
export function abortedError(signal: AbortSignal | undefined): RasaiError {
	const reason: unknown = signal?.reason;
	return reason instanceof RasaiError
		? reason
		: new RasaiError("aborted", "stopped before the end", { cause: reason });
}

/** Throws `aborted` where the signal has said so. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw abortedError(signal);
}
