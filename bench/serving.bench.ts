/**
 * Serving a big store on two cores while an import runs beside: every kind of
 * page and of question to the API, asked one after another of `rasai serve`.
 *
 *     npm run bench -- serving --observations 20000000 --rounds 40
 *
 * Warm: one server that has answered before, each address a new one. Cold: a
 * new server for each round, with the system's cache of files dropped where
 * that is permitted; each kind once, in another order each time. Beside each
 * time stands its ratio to a count of all rows that pages read, made in the
 * same run, and what the server itself took of the processor, which other work
 * on the machine changes little. Then the pages once more while somebody's question in SQL takes
 * all it can get. Nothing fails; what misses its limit is marked.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { systemClock } from "../src/base/index.ts";
import { openReader, openWorkspace, sql } from "../src/store/index.ts";
import { bigStore, shippedServices } from "./serving/big-store.ts";
import { COUNTRIES } from "./serving/big-store-shape.ts";
import {
	apiQuestions,
	type Known,
	pageQuestions,
	type Question,
} from "./serving/questions.ts";

const { values: asked } = parseArgs({
	options: {
		observations: { type: "string", default: "20000000" },
		rounds: { type: "string", default: "40" },
		colds: { type: "string", default: "3" },
		only: { type: "string", default: "" },
		alone: { type: "boolean", default: false },
	},
});
const ROUNDS = Number(asked.rounds);
const COLD_ROUNDS = Number(asked.colds);
const WARM_UP = 2;
const BULK_ROUNDS = 5;
const WARM_LIMIT_MS = 50;
const COLD_LIMIT_MS = 500;
const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const IMPORTING = fileURLToPath(
	new URL("./serving/importing.js", import.meta.url),
);
/** Takes a core for as long as it is let. */
const HEAVY_SQL =
	"SELECT count(*) FROM range(100000000) a, range(1000) b WHERE hash(a.range + b.range) % 7 = 1";

const made = await bigStore(Number(asked.observations), print);
const dir = mkdtempSync(join(tmpdir(), "rasai-serving-"));
const children = new Set<ChildProcess>();
try {
	share(made, dir);
	writeFileSync(
		join(dir, "config.toml"),
		"[api]\npoints_per_minute = 1000000\n",
	);
	await run();
} finally {
	for (const child of children) child.kill("SIGKILL");
	rmSync(dir, { recursive: true, force: true });
}

/** A copy to import into: files that never change are shared. */
function share(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [old, now] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) share(old, now);
		else if (/\.(parquet|duckdb)$/.test(entry.name)) linkSync(old, now);
		else copyFileSync(old, now);
	}
}

interface Server {
	readonly url: string;
	readonly pid: number;
	readonly startMs: number;
	stop(): Promise<void>;
}

async function serve(): Promise<Server> {
	const since = performance.now();
	const child = start(
		MAIN,
		"serve",
		"--json",
		"--workspace",
		dir,
		"--port",
		"0",
	);
	const first = await firstLine(child);
	return {
		url: (JSON.parse(first) as { readonly url: string }).url,
		pid: child.pid ?? 0,
		startMs: performance.now() - since,
		stop: () => end(child),
	};
}

function start(...words: readonly string[]): ChildProcess {
	const child = spawn(process.execPath, words, {
		stdio: ["ignore", "pipe", "inherit"],
	});
	children.add(child);
	return child;
}

async function end(child: ChildProcess): Promise<void> {
	const ended = new Promise((done) => child.once("exit", done));
	child.kill("SIGKILL");
	await ended;
	children.delete(child);
}

async function firstLine(child: ChildProcess): Promise<string> {
	if (child.stdout === null) throw new Error("no output to read");
	for await (const line of createInterface({ input: child.stdout }))
		return line;
	throw new Error("the program ended");
}

async function run(): Promise<void> {
	const scanMs = await timeScan();
	print(`a count over all rows that pages read: ${scanMs.toFixed(0)} ms`);
	let imported = 0;
	if (asked.alone) {
		// Held, so that servers only show, as beside an import.
		await openWorkspace(dir, {
			mode: "write",
			clock: systemClock,
			program: "bench",
		});
	} else {
		const importer = start(IMPORTING, dir);
		if (importer.stdout === null) throw new Error("no output to read");
		const lines = createInterface({ input: importer.stdout });
		await new Promise((done) =>
			lines.on("line", (line) => {
				imported = Number(line);
				done(undefined);
			}),
		);
	}
	let server = await serve();
	print(`listening after ${(server.startMs / 1000).toFixed(1)} s`);
	const known = await lookAround(server.url);
	const wanted = ({ name }: Question) => name.includes(asked.only);
	const pages = pageQuestions(known).filter(wanted);
	const questions = [
		...pages.map((page) => ({ ...page, name: `page: ${page.name}` })),
		...apiQuestions(known)
			.filter(wanted)
			.map((question) => ({ ...question, name: `API: ${question.name}` })),
	];
	const nothing = await timesOf(server, () => "/api/v1/problems/fault", 100);
	print(
		`${known.incidents.length} incidents; an address that reads no data: p50 ${nothing.p50.toFixed(1)} ms, p95 ${nothing.p95.toFixed(1)} ms`,
	);
	const before = imported;
	const warm = new Map<string, Times>();
	for (const { name, path, isBulk } of questions)
		warm.set(name, await timesOf(server, path, isBulk ? BULK_ROUNDS : ROUNDS));
	const heavy = new Map<string, Times>();
	const question = spawnQuestion(server.url);
	for (const { name, path } of pages)
		heavy.set(
			`page: ${name}`,
			await timesOf(server, path, Math.ceil(ROUNDS / 4)),
		);
	print(`the heavy question in SQL: ${await question()}`);
	await server.stop();

	const cold = new Map<string, number>();
	let dropped = false;
	for (let round = 0; round < COLD_ROUNDS; round += 1) {
		dropped = dropCaches();
		server = await serve();
		const turn = Math.floor((questions.length / COLD_ROUNDS) * round);
		for (const { name, path } of [
			...questions.slice(turn),
			...questions.slice(0, turn),
		]) {
			const ms = await timeOf(server.url + path(1000 + round));
			cold.set(name, Math.max(ms, cold.get(name) ?? 0));
		}
		print(
			`cold server, listening after ${(server.startMs / 1000).toFixed(1)} s`,
		);
		await server.stop();
	}
	print(
		`${imported - before} measurements were imported beside; the system's cache of files was ${dropped ? "" : "not "}dropped for each cold server\n`,
	);
	line(["", "p50", "p95", "CPU", "/scan", "cold", "in SQL", "kB", "misses"]);
	for (const { name, isBulk } of questions) {
		const times = warm.get(name) ?? nothing;
		const coldMs = cold.get(name) ?? Number.NaN;
		const misses = [
			...(times.p95 > WARM_LIMIT_MS ? ["warm"] : []),
			...(coldMs > COLD_LIMIT_MS ? ["cold"] : []),
		];
		line([
			name,
			times.p50.toFixed(1),
			times.p95.toFixed(1),
			times.cpu.toFixed(0),
			(times.p95 / scanMs).toFixed(2),
			coldMs.toFixed(0),
			heavy.get(name)?.p95.toFixed(1) ?? "",
			(times.bytes / 1000).toFixed(0),
			isBulk ? "(bulk)" : misses.join(", "),
		]);
	}
}

/** All rows of the table that pages read, counted by state: what no page may need. */
async function timeScan(): Promise<number> {
	const workspace = await openWorkspace(dir, {
		mode: "read",
		clock: systemClock,
		program: "bench",
	});
	const reader = await openReader(workspace, { threads: 2 });
	const times: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		const since = performance.now();
		await reader.query(
			{ world: "real" },
			sql`SELECT cc, day, sum(blocked_count), sum(ok_count), max(last_measured_at) FROM daily GROUP BY ALL`,
		);
		times.push(performance.now() - since);
	}
	const [held] = await reader.query(
		{ world: "real" },
		sql`SELECT (SELECT count(*) FROM measurements) AS measurements, (SELECT count(*) FROM daily) AS days`,
	);
	print(`in the store: ${JSON.stringify(held)}`);
	reader.close();
	await workspace.close();
	return Math.min(...times);
}

async function lookAround(url: string): Promise<Known> {
	const items = async (path: string, field: string) => {
		const answer = await fetch(url + path);
		const { items } = (await answer.json()) as {
			readonly items: readonly Readonly<Record<string, string>>[];
		};
		return items.map((item) => item[field] ?? "");
	};
	const uids: string[] = [];
	for (const cc of COUNTRIES.slice(0, 6))
		uids.push(
			...(await items(
				`/api/v1/measurements?cc=${cc}&limit=40&until=2025-01-01`,
				"uid",
			)),
		);
	return {
		uids: uids.map((_, n) => uids[(n * 41) % uids.length] ?? ""),
		services: (await shippedServices()).services
			.filter(({ functions }) => functions.length > 0)
			.map(({ id }) => id),
		incidents: (await items("/api/v1/incidents?limit=200", "id")).slice(0, 100),
	};
}

/** A question that takes as long as it may; what is given back ends it and says what became of it. */
function spawnQuestion(url: string): () => Promise<string> {
	const stop = new AbortController();
	const since = performance.now();
	const answer = fetch(
		`${url}/api/v1/sql?query=${encodeURIComponent(HEAVY_SQL)}`,
		{ signal: stop.signal },
	).then(
		({ status }) =>
			`answered ${status} after ${((performance.now() - since) / 1000).toFixed(0)} s`,
		() => "still at work when the pages were done",
	);
	return () => {
		stop.abort();
		return answer;
	};
}

interface Times {
	readonly p50: number;
	readonly p95: number;
	readonly bytes: number;
	/** Processor time of the server an answer, ms. */
	readonly cpu: number;
}

async function timesOf(
	{ url, pid }: Pick<Server, "url" | "pid">,
	path: (n: number) => string,
	rounds: number,
): Promise<Times> {
	const times: number[] = [];
	let [bytes, cpuFrom] = [0, 0];
	for (let n = -WARM_UP; n < rounds; n += 1) {
		if (n === 0) cpuFrom = cpuMsOf(pid);
		const ms = await timeOf(url + path(n + WARM_UP), (size) => {
			bytes = size;
		});
		if (n >= 0) times.push(ms);
	}
	const cpu = (cpuMsOf(pid) - cpuFrom) / rounds;
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
	return { p50: at(0.5), p95: at(0.95), bytes, cpu };
}

/** What the program has had of the processor, by the system's count in hundredths of a second; NaN where there is none. */
function cpuMsOf(pid: number): number {
	try {
		const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
		const fields = rest.split(" ");
		return (Number(fields[11]) + Number(fields[12])) * 10;
	} catch {
		return Number.NaN;
	}
}

async function timeOf(
	address: string,
	size: (bytes: number) => void = () => {},
): Promise<number> {
	const since = performance.now();
	const answer = await fetch(address);
	size((await answer.arrayBuffer()).byteLength);
	if (!answer.ok) print(`${address}: ${answer.status}`);
	return performance.now() - since;
}

/** Whether the system was allowed to forget what it read of files. */
function dropCaches(): boolean {
	const control = "/proc/sys/vm/drop_caches";
	if (!existsSync(control)) return false;
	spawnSync("sync");
	try {
		writeFileSync(control, "1");
		return true;
	} catch {
		return false;
	}
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function line([name = "", ...cells]: readonly string[]): void {
	print(`${name.padEnd(38)}${cells.map((cell) => cell.padStart(9)).join("")}`);
}
