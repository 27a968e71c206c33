/** The memory of a program that a benchmark started: how much the machine gave it, and what for. */
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const EVERY_MS = 5000;
const BYTES_OF_MB = 2 ** 20;

/** One look, in MB. `native` is what neither the heap nor buffers explain: databases, fonts, code. */
export interface MemoryLook {
	readonly minutes: number;
	readonly all: number;
	readonly heap: number;
	readonly external: number;
	readonly native: number;
}

/** Arguments of Node with which a program writes its memory to `file`. */
export function watchMemory(file: string): readonly string[] {
	return ["--import", `${import.meta.url}?to=${encodeURIComponent(file)}`];
}

const to = new URL(import.meta.url).searchParams.get("to");
if (to !== null && isMainThread)
	setInterval(() => {
		const { rss, heapUsed, external } = process.memoryUsage();
		appendFileSync(
			to,
			`${JSON.stringify({ at: performance.now(), rss, heapUsed, external })}\n`,
		);
	}, EVERY_MS).unref();

/** Where the next look will stand in the file: what is written until now is passed over. */
export function memorySize(file: string): number {
	return existsSync(file) ? statSync(file).size : 0;
}

/** The looks written from there on. */
export function readMemory(file: string, from: number): readonly MemoryLook[] {
	const lines = readFileSync(file).subarray(from).toString().trim().split("\n");
	const looks = lines.map((line) => JSON.parse(line));
	const mb = (bytes: number): number => bytes / BYTES_OF_MB;
	return looks.map(({ at, rss, heapUsed, external }) => ({
		minutes: (at - looks[0].at) / 60_000,
		all: mb(rss),
		heap: mb(heapUsed),
		external: mb(external),
		native: mb(rss - heapUsed - external),
	}));
}

/** MB a minute over the last two thirds: the median of the slopes between all pairs (Theil and Sen), which single peaks do not move. */
export function slopeOf(looks: readonly MemoryLook[]): number {
	const late = looks.slice(Math.floor(looks.length / 3));
	const slopes = late
		.flatMap((one, i) =>
			late
				.slice(i + 1)
				.map((other) => (other.all - one.all) / (other.minutes - one.minutes)),
		)
		.sort((a, b) => a - b);
	return slopes[Math.floor(slopes.length / 2)] ?? Number.NaN;
}
