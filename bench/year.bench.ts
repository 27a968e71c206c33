/**
 * A year of one country from raw records to pages: read, folded into days,
 * judged, looked through for restrictions, served; then one more day, and the
 * year judged under other rules from what is stored.
 *
 *     npm run bench -- year --measurements 36500
 *
 * Records are made by the lab as a stream, a file a day, some days imported by
 * reference together and deleted at once, so that the disk never holds more
 * of them than that: thirty million would be a terabyte. Each step's time, processor time and the
 * most memory are printed, and what thirty million would take if each step
 * grew in proportion: no more than a multiplication.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { addDays, systemClock } from "../src/base/index.ts";
import { localFile } from "../src/gather/archives/index.ts";
import { buildRuleset, defaultRuleset } from "../src/judge/verdicts/index.ts";
import { type CorpusMix, emulateCorpus } from "../src/measure/lab/index.ts";
import {
	detectIncidents,
	type ImportTarget,
	importArchives,
	judgeDays,
	openReference,
	rescore,
	runOf,
} from "../src/pipeline/index.ts";
import {
	createWorkspace,
	Ledger,
	openArchive,
	openReader,
	openStore,
	openWorkspace,
	type Workspace,
} from "../src/store/index.ts";
import { shippedServices } from "./serving/big-store.ts";

const { values: asked } = parseArgs({
	options: {
		measurements: { type: "string", default: "36500" },
		days: { type: "string", default: "365" },
		mix: { type: "string", default: "36kB" },
		workers: { type: "string", default: "2" },
	},
});
const DAYS = Number(asked.days);
const A_YEAR_OF_A_COUNTRY = 30e6;
const A_DAY = Math.max(1, Math.round(Number(asked.measurements) / DAYS));
const WORKERS = Number(asked.workers);
/** Different records; a day of more uses them again, under other uids. */
const MOST_RECORDS = 2000;
/** Imported together, as an operator downloads them: what the disk holds of raw records at most. */
const DAYS_AT_ONCE = Math.max(1, Math.min(30, Math.floor(20_000 / A_DAY)));
const FIRST_DAY = "2024-01-28";
const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

interface Step {
	readonly name: string;
	readonly seconds: number;
	readonly cpuSeconds: number;
	readonly peakMb: number;
}

const records = [
	...emulateCorpus({
		seed: "year",
		mix: asked.mix as CorpusMix,
		count: Math.min(A_DAY, MOST_RECORDS),
	}),
];
/** The day that the lab dates its records. */
const LAB_DAY =
	/"measurement_start_time":"([0-9-]{10})/.exec(records[0] ?? "")?.[1] ?? "";
const dir = mkdtempSync(join(tmpdir(), "rasai-year-"));
try {
	await run();
} finally {
	rmSync(dir, { recursive: true, force: true });
}

async function run(): Promise<void> {
	const folder = join(dir, "workspace");
	await createWorkspace(folder);
	const workspace = await openWorkspace(folder, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	const store = await openStore(workspace, { code: "bench" });
	const target: ImportTarget = {
		paths: workspace.paths,
		archive: await openArchive(workspace),
		store,
		reference: await openReference(workspace.paths, await shippedServices()),
		clock: systemClock,
	};
	const reference = target.reference.snapshot;
	const made = stopwatch("make the records (not part of Rasai)");
	const read = stopwatch("read records to facts");
	const fold = stopwatch("fold facts into days");
	for (let n = 0; n < DAYS; n += DAYS_AT_ONCE) {
		const paths: string[] = [];
		for (let day = n; day < Math.min(n + DAYS_AT_ONCE, DAYS); day += 1)
			paths.push(await made.time(() => writeDay(addDays(FIRST_DAY, day))));
		await read.time(() => importDays(paths, target, true));
		for (const path of paths) rmSync(path);
		await fold.time(() => store.mergeShards());
	}
	const judge = stopwatch("judge, and make the pages' database");
	await judge.time(() => judgeDays(store, { reference }));
	const detect = stopwatch("look for restrictions");
	await detect.time(() => look(workspace, target));
	const pages = stopwatch("start a server, and show a first page");
	await pages.time(() => showPages(folder));

	const next = await made.time(() => writeDay(addDays(FIRST_DAY, DAYS)));
	const day = stopwatch("one more day: read, fold, judge");
	await day.time(() => importDays([next], target, false));
	const dayDetect = stopwatch("one more day: look for restrictions");
	await dayDetect.time(() => look(workspace, target));
	const again = stopwatch("judge the year under other rules");
	const others = buildRuleset(defaultRuleset.rules.slice(0, -1));
	const rescored = await again.time(() =>
		rescore(store, { reference, ruleset: others }),
	);
	store.close();
	await workspace.close();

	const steps = [read, fold, judge, detect, pages].map((watch) => watch.step());
	const year = sum(steps);
	const measurements = A_DAY * DAYS;
	print(
		`${measurements} measurements of the ${asked.mix} mix, ${A_DAY} a day; facts of ${mb(folderBytes(folder))} MB in the end`,
	);
	line(["", "seconds", "CPU s", "µs each", "peak MB", "of 30 million"]);
	for (const step of [
		made.step(),
		...steps,
		day.step(),
		dayDetect.step(),
		again.step(),
	])
		line([
			step.name,
			step.seconds.toFixed(1),
			step.cpuSeconds.toFixed(1),
			((step.seconds / measurements) * 1e6).toFixed(0),
			step.peakMb.toFixed(0),
			step.name.startsWith("one more day")
				? ""
				: `${((step.seconds / measurements) * (A_YEAR_OF_A_COUNTRY / 3600)).toFixed(1)} h`,
		]);
	const more = sum([day.step(), dayDetect.step()]);
	const imported = sum(steps.slice(0, 3));
	print(
		`\nThe last column multiplies: nobody has run thirty million.
one more day: ${((more.seconds / year.seconds) * 100).toFixed(2)}% of the year's time, ${((more.cpuSeconds / year.cpuSeconds) * 100).toFixed(2)}% of its processor time (a share of the days would be ${(100 / DAYS).toFixed(2)}%)
other rules: ${rescored.measurements} measurements, ${(imported.seconds / again.step().seconds).toFixed(1)} times faster than import, by processor time ${(imported.cpuSeconds / again.step().cpuSeconds).toFixed(1)} times; than reading alone ${(read.step().cpuSeconds / again.step().cpuSeconds).toFixed(1)} times`,
	);
}

/** The day's records as OONI would publish them, in one file. */
async function writeDay(day: string): Promise<string> {
	const path = join(dir, `${day}.jsonl.gz`);
	const gzip = createGzip({ level: 1 });
	const written = pipeline(gzip, createWriteStream(path));
	const [from, to] = [LAB_DAY.replaceAll("-", ""), day.replaceAll("-", "")];
	for (let n = 0; n < A_DAY; n += 1) {
		const record = (records[n % records.length] ?? "")
			.replaceAll(LAB_DAY, day)
			.replaceAll(from, to)
			.replace(
				/("measurement_uid":"\d{14}\.)\d{6}/,
				`$1${String(n % 1e6).padStart(6, "0")}`,
			);
		if (!gzip.write(`${record}\n`)) await once(gzip, "drain");
	}
	gzip.end();
	await written;
	return path;
}

async function importDays(
	paths: readonly string[],
	target: ImportTarget,
	factsOnly: boolean,
): Promise<void> {
	const { measurements } = await importArchives(
		paths.map((path) => localFile(path)),
		target,
		{
			workers: WORKERS,
			byReference: true,
			factsOnly,
		},
	);
	if (measurements !== A_DAY * paths.length)
		throw new Error(`${paths.join(", ")}: ${measurements} read`);
}

async function look(
	workspace: Workspace,
	{ paths, archive, reference }: ImportTarget,
): Promise<void> {
	const reader = await openReader(workspace);
	const ledger = await Ledger.open(workspace);
	await detectIncidents(
		{
			reader,
			ledger,
			paths,
			archive,
			clock: systemClock,
			run: runOf({ reference: reference.snapshot }),
		},
		{},
	);
	await ledger.close();
	reader.close();
}

async function showPages(folder: string): Promise<void> {
	const child = spawn(
		process.execPath,
		[MAIN, "serve", "--json", "--quiet", "--workspace", folder, "--port", "0"],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	try {
		for await (const line of createInterface({ input: child.stdout })) {
			const { url } = JSON.parse(line) as { readonly url: string };
			const answer = await fetch(`${url}/qz`);
			await answer.text();
			if (!answer.ok)
				throw new Error(`the page of the country: ${answer.status}`);
			return;
		}
	} finally {
		child.kill("SIGKILL");
	}
}

/** Adds up what a step takes, however often it is done. */
function stopwatch(name: string) {
	let [seconds, cpuSeconds, peakMb] = [0, 0, 0];
	return {
		async time<Result>(work: () => Promise<Result>): Promise<Result> {
			const since = performance.now();
			const cpu = process.cpuUsage();
			const watch = setInterval(() => {
				peakMb = Math.max(peakMb, process.memoryUsage.rss() / 2 ** 20);
			}, 50);
			try {
				return await work();
			} finally {
				clearInterval(watch);
				const { user, system } = process.cpuUsage(cpu);
				seconds += (performance.now() - since) / 1000;
				cpuSeconds += (user + system) / 1e6;
			}
		},
		step: (): Step => ({ name, seconds, cpuSeconds, peakMb }),
	};
}

function sum(steps: readonly Step[]): Pick<Step, "seconds" | "cpuSeconds"> {
	return {
		seconds: steps.reduce((all, { seconds }) => all + seconds, 0),
		cpuSeconds: steps.reduce((all, { cpuSeconds }) => all + cpuSeconds, 0),
	};
}

/** Bytes of the partitions that the manifest lists. */
function folderBytes(folder: string): number {
	const manifest = JSON.parse(
		readFileSync(join(folder, "derived", "manifest.json"), "utf8"),
	) as {
		readonly partitions: Readonly<Record<string, { readonly bytes: number }>>;
	};
	return Object.entries(manifest.partitions)
		.filter(([name]) => name.includes("/measurements/"))
		.reduce((all, [, { bytes }]) => all + bytes, 0);
}

function mb(bytes: number): string {
	return (bytes / 1e6).toFixed(0);
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function line([name = "", ...cells]: readonly string[]): void {
	print(`${name.padEnd(40)}${cells.map((cell) => cell.padStart(14)).join("")}`);
}
