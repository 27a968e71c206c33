/**
 * Loaded into the program before its own code (`node --import`): turns its
 * clock back to the replay's time, and has it leap over the live loop's waits.
 * Everything else runs as it always does. `RASAI_REPLAY` names the folder by
 * which the test and the program talk: `until`, the instant past which nothing
 * leaps, and `clock`, how far the clock is from the real one.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import timers from "node:timers/promises";
import { isMainThread } from "node:worker_threads";

export interface ReplayedClock {
	readonly offsetMs: number;
	/** The live loop waits and would leap past the end. */
	readonly rests: boolean;
}

export const CLOCK_FILE = "clock";
export const UNTIL_FILE = "until";
/** The file whose waits are leapt over; those of requests and of mail are real. */
const LEAPING = /\/cli\/following\.js/;
/** Real time between two rounds, in which pages are asked for. */
const PAUSE_MS = 300;
const CHECK_MS = 100;

/** Whole, or not at all: the other side reads at any time. */
export function writeClock(folder: string, clock: ReplayedClock): void {
	const path = join(folder, CLOCK_FILE);
	writeFileSync(`${path}.${process.pid}`, JSON.stringify(clock));
	renameSync(`${path}.${process.pid}`, path);
}

export function readClock(folder: string): ReplayedClock {
	return JSON.parse(readFileSync(join(folder, CLOCK_FILE), "utf8"));
}

function turnBack(folder: string): void {
	const RealDate = Date;
	const realNow = Date.now.bind(Date);
	let { offsetMs } = readClock(folder);
	const now = (): number => realNow() + offsetMs;
	RealDate.now = now;
	globalThis.Date = new Proxy(RealDate, {
		construct: (target, args, newTarget) =>
			Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
	});
	if (!isMainThread) return;

	const wait = timers.setTimeout;
	const leap: typeof wait = async (ms = 0, value, options) => {
		if (!LEAPING.test(new Error().stack ?? "")) return wait(ms, value, options);
		await wait(PAUSE_MS, undefined, options);
		while (
			now() + ms >
			Date.parse(readFileSync(join(folder, UNTIL_FILE), "utf8"))
		) {
			writeClock(folder, { offsetMs, rests: true });
			await wait(CHECK_MS, undefined, options);
		}
		offsetMs += ms;
		writeClock(folder, { offsetMs, rests: false });
		return value as never;
	};
	timers.setTimeout = leap;
	syncBuiltinESMExports();
}

const folder = process.env["RASAI_REPLAY"];
if (folder !== undefined) turnBack(folder);
