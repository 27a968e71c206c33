/**
 * How much faster an import is on two cores than on one, by the clock on the
 * wall: the same files, with one worker on one core and with two on two. Only
 * a machine on which nothing else runs can tell: so the processor's time stands
 * beside, which must be about the clock's with one worker.
 * `npm run bench -- import-cores [MB] [MIX]`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CorpusMix } from "../src/measure/lab/index.ts";
import { corpusFiles } from "./corpus-files.ts";
import { figure } from "./figures.ts";
import {
	type ImportTimes,
	importOnce,
	type TimedImport,
} from "./import-once.ts";

const DEFAULT_MEGABYTES = 300;
const ROUNDS = 3;

const [size = String(DEFAULT_MEGABYTES), mix = "36kB", workers] =
	process.argv.slice(2);
const corpus = await corpusFiles(mix as CorpusMix, Number(size));

if (workers === undefined) compare();
else {
	// Once before it is timed, so that it has been compiled.
	await importOnce(corpus, Number(workers));
	console.log(JSON.stringify(await importOnce(corpus, Number(workers))));
}

function compare(): void {
	const rounds = Array.from({ length: ROUNDS }, () => ({
		one: importOn(1),
		two: importOn(2),
	}));
	const fastest = (pick: "one" | "two"): TimedImport =>
		rounds
			.map((round) => round[pick])
			.reduce((a, b) => (b.wall.seconds < a.wall.seconds ? b : a));
	const [one, two] = [fastest("one"), fastest("two")];
	console.log(
		`${mix}, ${one.measurements} measurements; the fastest of ${ROUNDS}, s\n${"".padEnd(32)}one core  processor  two cores  processor  times`,
	);
	for (const [name, step] of [
		["all", "seconds"],
		["receive, read, observe, shards", "readSeconds"],
		["fold into days", "mergeSeconds"],
		["judge", "judgeSeconds"],
	] as const)
		console.log(line(name, step, one, two));
	figure({
		name: `${mix}, two cores`,
		value: one.wall.seconds / two.wall.seconds,
		unit: "times",
		better: "more",
		baseline: { what: "one core", value: 1 },
	});
}

/** In a process of its own, bound to so many cores. */
function importOn(cores: number): TimedImport {
	const own = fileURLToPath(import.meta.url);
	const { stdout, status } = spawnSync(
		"taskset",
		[
			"-c",
			cores === 1 ? "0" : "0,1",
			process.execPath,
			own,
			size,
			mix,
			String(cores),
		],
		{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
	);
	if (status !== 0) throw new Error(`the import ended with ${status}`);
	return JSON.parse(stdout) as TimedImport;
}

function line(
	name: string,
	step: keyof ImportTimes,
	one: TimedImport,
	two: TimedImport,
): string {
	const cells = [
		one.wall[step],
		one.processor[step],
		two.wall[step],
		two.processor[step],
		one.wall[step] / two.wall[step],
	];
	return `${name.padEnd(32)}${cells.map((cell) => cell.toFixed(2).padStart(8)).join("   ")}`;
}
