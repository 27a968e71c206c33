/**
 * Many measurements at once, with caution: no two of one site at the same
 * time, a pause between them, and no order that a rhythm could be read from.
 */
import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

export interface SeveralOptions {
	/** Most at one time. */
	readonly atOnce: number;
	/** Pause before the same site is measured again. */
	readonly pauseMs: number;
	/** What must not be measured twice at a time: the site. */
	readonly siteOf: (target: string) => string;
	readonly signal?: AbortSignal | undefined;
}

/** Most targets are waiting for something to answer: many fit beside each other. */
export const AT_ONCE = 24;
export const PAUSE_MS = 1_000;

/** Runs `measure` for every target and gives results as they come. Stops quietly when told to. */
export async function* measureSeveral<T>(
	targets: readonly string[],
	measure: (target: string) => Promise<T>,
	options: SeveralOptions,
): AsyncGenerator<T> {
	const waiting = shuffled(targets);
	const busy = new Set<string>();
	const running = new Set<Promise<void>>();
	const done: T[] = [];
	const start = (): void => {
		while (running.size < options.atOnce && !options.signal?.aborted) {
			const next = waiting.findIndex((one) => !busy.has(options.siteOf(one)));
			if (next < 0) return;
			const [target = ""] = waiting.splice(next, 1);
			const site = options.siteOf(target);
			busy.add(site);
			const work = measure(target)
				.then((result) => void done.push(result))
				.finally(() => {
					running.delete(work);
					const free = (): void => void busy.delete(site);
					const alone = !waiting.some((one) => options.siteOf(one) === site);
					if (alone) free();
					else pauses.push(pause(options).then(free));
				});
			running.add(work);
		}
	};
	const pauses: Promise<void>[] = [];
	for (;;) {
		start();
		while (done.length > 0) yield done.shift() as T;
		if (running.size > 0) await Promise.race(running);
		else if (waiting.length === 0 || options.signal?.aborted) break;
		else await pauses.shift();
	}
	while (done.length > 0) yield done.shift() as T;
}

async function pause({ pauseMs, signal }: SeveralOptions): Promise<void> {
	await wait(pauseMs, undefined, { signal }).catch(() => {});
}

/** A random order (Fisher and Yates, after Durstenfeld). */
function shuffled<T>(items: readonly T[]): T[] {
	const list = [...items];
	for (let last = list.length - 1; last > 0; last--) {
		const other = randomInt(last + 1);
		[list[last], list[other]] = [list[other] as T, list[last] as T];
	}
	return list;
}
