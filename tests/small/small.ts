/**
 * `npm run test:small`: the whole life of an installation on the smallest
 * server: one core, 2 GB of memory, 20 GB of disk. Installs, follows 90 days of
 * an emulated country of Pakistan's size from a bucket of OONI's layout with
 * the days replayed, serves all the while, writes and verifies a mirror, runs
 * into a full disk, keeps files by reference, and rebuilds. Prints a row for
 * each step. `RASAI_SMALL_DAYS` and `RASAI_SMALL_SCALE` (10: some 3,000
 * measurements a day) make it shorter.
 */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { addDays } from "../../src/base/index.ts";
import { withBucket } from "../../src/gather/archives/test-bucket.ts";
import { hashPartitions } from "../../src/pipeline/test-workspace.ts";
import { makeSeason } from "./bucket.ts";
import { type Machine, makeMachine, usedBytes } from "./machine.ts";
import { whileAsking } from "./readers.ts";
import { readClock, UNTIL_FILE, writeClock } from "./replayed-clock.ts";

const DAYS = Number(process.env["RASAI_SMALL_DAYS"] ?? 90);
const SCALE = Number(process.env["RASAI_SMALL_SCALE"] ?? 10);
const MEMORY_BYTES = 2e9;
const DISK_BYTES = 20e9;
const FIRST_DAY = "2025-01-27";
/** Rounds that nobody waits for end sooner; one that takes longer hangs. */
const ROUND_LIMIT_MS = 15 * 60_000;
const COMMAND_LIMIT_MS = 60 * 60_000;
const KEEP_RAW_DAYS = 7;
const MIN_FREE_MB = 2048;

const place = mkdtempSync(join(tmpdir(), "rasai-small-"));
const replay = join(place, "replay");
const logFile = join(place, "log");
mkdirSync(replay);
const log = openSync(logFile, "w");
const machine: Machine = makeMachine(place, MEMORY_BYTES, DISK_BYTES);
const program = join(machine.disk, "rasai");
const workspace = join(machine.disk, "workspace");

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);

for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.once(signal, () => leave().then(() => process.exit(1)));
try {
	await run();
} catch (error) {
	say(`\nMost memory of this step: ${mb(machine.takePeakBytes())} MB`);
	say(`Last lines of the log:\n${logged(20)}`);
	throw error;
} finally {
	await leave();
}

async function leave(): Promise<void> {
	await machine.close();
	rmSync(place, { recursive: true, force: true });
}

async function run(): Promise<void> {
	for (const limit of machine.limits) say(limit);
	say(`${DAYS} days from ${FIRST_DAY}, times the story's sessions: ${SCALE}\n`);
	say(
		"| step | s | peak memory, MB | program, MB | raw archive, MB | derived, MB | all of the disk, MB |",
	);
	say("|---|---|---|---|---|---|---|");
	const season = makeSeason({
		seed: "small",
		since: `${FIRST_DAY}T00:00:00Z`,
		days: DAYS + 30,
		scale: SCALE,
		lateShare: 0.05,
	});
	writeClock(replay, {
		offsetMs: Date.parse(`${FIRST_DAY}T12:00:00Z`) - Date.now(),
		rests: false,
	});
	await step("install", install);
	await withBucket(
		(bucket) => live(bucket.url, season.seen),
		1000,
		() => season.objectsAt(replayedNow().getTime()),
	);
}

async function live(
	bucketUrl: string,
	seen: Readonly<{ measurements: number; rawBytes: number; bytes: number }>,
): Promise<void> {
	configure(bucketUrl, { byReference: false });
	goUntil(0);
	let site = await step("start, first page", startServer);
	await step("first half day", () => atRest(site));
	const day = (n: number) => addDays(FIRST_DAY, n);
	for (let done = 0; done < DAYS; done += 10) {
		const to = Math.min(done + 10, DAYS);
		await step(`follow ${day(done)} to ${day(to)}`, () => follow(site, to));
	}
	say(
		`  followed: ${seen.measurements} measurements, ${mb(seen.rawBytes)} MB, packed ${mb(seen.bytes)} MB`,
	);
	assert.equal(await measurementCount(site), seen.measurements);
	const kept = usedBytes(join(workspace, "archive"));
	if (DAYS > 20)
		assert.ok(
			kept < (seen.bytes * (KEEP_RAW_DAYS + 10)) / DAYS + 50e6,
			`retention let ${mb(kept)} of ${mb(seen.bytes)} MB stand`,
		);

	await step("mirror, while serving", () =>
		whileAsking(
			(path) => ask(site, path),
			() =>
				rasai([
					"mirror",
					"build",
					"--emulated",
					"--out",
					join(machine.disk, "mirror"),
				]),
		),
	);
	await step("mirror, verified", () =>
		rasai(["mirror", "verify", join(machine.disk, "mirror")]),
	);
	say(`  mirror: ${mb(usedBytes(join(machine.disk, "mirror")))} MB`);

	await step("disk nearly full, 2 days", async () => {
		const before = await measurementCount(site);
		const filler = join(machine.disk, "filler");
		await command([
			"fallocate",
			"-l",
			String(machine.freeBytes() - (MIN_FREE_MB * 1e6) / 2),
			filler,
		]);
		await follow(site, DAYS + 2);
		assert.equal(await measurementCount(site), before, "nothing is fetched");
		assert.equal((await sourceOf(site)).state, "paused");
		rmSync(filler);
		await follow(site, DAYS + 4);
		assert.equal((await sourceOf(site)).state, "ok");
		assert.equal(await measurementCount(site), seen.measurements);
	});

	await step("by reference, 6 days", async () => {
		await stop(site);
		configure(bucketUrl, { byReference: true });
		site = await startServer();
		await follow(site, DAYS + 10);
		assert.equal(await measurementCount(site), seen.measurements);
		await stop(site);
	});
	const standing = usedBytes(join(workspace, "archive"));
	if (DAYS > 20) assert.ok(standing < kept, `${mb(standing)} MB still stand`);
	say(
		`  raw bytes of ${mb(seen.bytes)} MB that stand: ${mb(standing)} MB, those that incidents rest on`,
	);

	const derived = join(workspace, "derived");
	const before = {
		partitions: await hashPartitions(derived),
		incidents: await rasai(["incident", "list", "--json"]),
	};
	await step("fetch the archive again", () => rasai(["archive", "fetch"]));
	await step("rebuild", () => rasai(["rebuild"]));
	assert.deepEqual(
		{
			partitions: await hashPartitions(derived),
			incidents: await rasai(["incident", "list", "--json"]),
		},
		before,
	);
	say(
		`  ${Object.keys(before.partitions).length} partitions, the same bytes as before`,
	);
	machine.check();
	say("\nThe smallest server holds.");
}

/** Does a step and prints its row. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
	machine.takePeakBytes();
	const since = performance.now();
	const result = await work();
	const seconds = (performance.now() - since) / 1000;
	machine.check();
	say(
		`| ${name} | ${seconds.toFixed(0)} | ${mb(machine.takePeakBytes())} | ${[program, join(workspace, "archive"), join(workspace, "derived"), machine.disk].map((folder) => mb(existsSync(folder) ? usedBytes(folder) : 0)).join(" | ")} |`,
	);
	return result;
}

/** From the project's sources to a program that runs, as `npm start` does it. */
async function install(): Promise<void> {
	const left = new Set(["node_modules", "dist", ".build", ".git"]);
	cpSync(process.cwd(), program, {
		recursive: true,
		filter: (path) => !left.has(relative(process.cwd(), path)),
	});
	await command([process.execPath, "scripts/bootstrap.mjs"], program);
}

function configure(
	bucketUrl: string,
	{ byReference }: { readonly byReference: boolean },
): void {
	mkdirSync(workspace, { recursive: true });
	writeFileSync(
		join(workspace, "config.toml"),
		`[import]
by_reference = ${byReference}
[follow]
countries = "QZ"
bucket = "${bucketUrl}"
every_minutes = 1440
min_free_mb = ${MIN_FREE_MB}
keep_raw_days = ${KEEP_RAW_DAYS}
[api]
points_per_minute = 1000000
`,
	);
}

/** Lets the replay run to noon after so many days. */
function goUntil(days: number): void {
	writeFileSync(
		join(replay, UNTIL_FILE),
		`${addDays(FIRST_DAY, days)}T13:00:00Z`,
	);
}

function replayedNow(): Date {
	return new Date(Date.now() + readClock(replay).offsetMs);
}

function start(words: readonly string[]): ChildProcess {
	const clock = join(program, "dist/tests/small/replayed-clock.js");
	return machine.start(
		[
			process.execPath,
			"--import",
			pathToFileURL(clock).href,
			join(program, "dist/src/cli/main.js"),
			...words,
			"--workspace",
			workspace,
		],
		{ env: { RASAI_REPLAY: replay }, log },
	);
}

async function rasai(words: readonly string[]): Promise<string> {
	return finished(start(words), words.join(" "));
}

async function command(words: readonly string[], cwd?: string): Promise<void> {
	const child = machine.start(words, {
		log,
		...(cwd === undefined ? {} : { cwd }),
	});
	await finished(child, words.join(" "));
}

async function finished(child: ChildProcess, what: string): Promise<string> {
	const limit = setTimeout(() => child.kill("SIGKILL"), COMMAND_LIMIT_MS);
	const [out, [code, signal]] = await Promise.all([
		text(child.stdout as NonNullable<typeof child.stdout>),
		once(child, "close"),
	]);
	clearTimeout(limit);
	machine.check();
	assert.equal(code, 0, `${what} ended with ${code ?? signal}`);
	return out;
}

interface Site {
	readonly url: string;
	readonly child: ChildProcess;
}

/** Starts the server; gives it when its first page was answered. */
async function startServer(): Promise<Site> {
	const child = start([
		"up",
		"--no-story",
		"--json",
		"--port",
		"0",
		"--log-level",
		"info",
	]);
	for await (const line of createInterface({
		input: child.stdout as NonNullable<typeof child.stdout>,
	})) {
		const site = { url: JSON.parse(line).url as string, child };
		child.once("close", (code, signal) =>
			writeSync(log, `the server ended with ${code ?? signal}\n`),
		);
		await ask(site, "/");
		return site;
	}
	throw new Error("the server did not start");
}

async function stop({ child }: Site): Promise<void> {
	const ended = once(child, "close");
	child.kill("SIGTERM");
	await ended;
}

/** Follows to a day, asking for pages all the while. */
function follow(site: Site, day: number): Promise<void> {
	goUntil(day);
	writeClock(replay, { ...readClock(replay), rests: false });
	return whileAsking(
		(path) => ask(site, path),
		() => atRest(site),
	);
}

/** Waits until the live loop has come to the end of the replay. */
async function atRest(site: Site): Promise<void> {
	let [offset, since] = [0, performance.now()];
	for (;;) {
		await wait(250);
		machine.check();
		assert.equal(site.child.exitCode, null, "the server has ended");
		const { offsetMs, rests } = readClock(replay);
		if (rests) return;
		if (offsetMs !== offset) [offset, since] = [offsetMs, performance.now()];
		assert.ok(performance.now() - since < ROUND_LIMIT_MS, "a round hangs");
	}
}

async function ask(site: Site, path: string): Promise<string> {
	const answer = await fetch(site.url + path, {
		signal: AbortSignal.timeout(120_000),
	}).catch((error: unknown) => {
		machine.check();
		throw error;
	});
	const body = await answer.text();
	assert.equal(
		answer.status,
		200,
		`${path}: ${answer.status} ${body.slice(0, 200)}`,
	);
	return body;
}

async function measurementCount(site: Site): Promise<number> {
	const { items } = JSON.parse(
		await ask(site, "/api/v1/countries?world=emulated"),
	) as { readonly items: readonly { readonly measurementCount: number }[] };
	return items.reduce((sum, one) => sum + one.measurementCount, 0);
}

async function sourceOf(site: Site): Promise<{ readonly state: string }> {
	const { sources } = JSON.parse(await ask(site, "/api/v1/status"));
	return sources[0];
}

function logged(lines: number): string {
	return readFileSync(logFile, "utf8")
		.trimEnd()
		.split("\n")
		.slice(-lines)
		.join("\n");
}
