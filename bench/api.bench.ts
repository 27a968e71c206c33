/**
 * What each address of the API takes on the emulated workspace that a new
 * installation has: a server of its own, asked over HTTP one request after
 * another, with days and networks that change so that no answer is a kept one.
 * Beside each p95 stands its ratio to that of the baseline, an address that
 * reads no data: what a machine's speed does not change.
 * `RASAI_BENCH_WORKSPACE` names a workspace to use; else one is made.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { addDays } from "../src/base/index.ts";
import { figure } from "./figures.ts";

const ROUNDS = 60;
const WARM_UP = 5;
const MAIN = new URL("../src/cli/main.js", import.meta.url).pathname;
const BASELINE = "/api/v1/problems/fault";

/** A day of the story, and a network, by the number of the round. */
const dayOf = (n: number) => addDays("2025-02-10", n % 40);
const asnOf = (n: number) => 64496 + (n % 10);

const ENDPOINTS: Readonly<Record<string, (n: number) => string>> = {
	status: () => "/api/v1/status",
	countries: () => "/api/v1/countries?world=emulated",
	networks: (n) => `/api/v1/networks?cc=QZ&since=${dayOf(n)}&until=2025-04-01`,
	services: () => "/api/v1/services",
	incidents: () => "/api/v1/incidents?cc=QZ",
	restrictions: () => "/api/v1/restrictions",
	entries: () => "/api/v1/entries",
	"days, a service, 2 weeks": (n) =>
		`/api/v1/days?cc=QZ&service=x&since=${dayOf(n)}&until=${addDays(dayOf(n), 14)}`,
	"days, 100 of a month": (n) =>
		`/api/v1/days?cc=QZ&since=${addDays(dayOf(n), -n)}&until=${addDays(dayOf(n), 30)}`,
	"days, free data only": (n) =>
		`/api/v1/days?cc=QZ&commercial=true&since=${dayOf(n)}&until=${addDays(dayOf(n), 14)}`,
	"cells, a network": (n) =>
		`/api/v1/cells?cc=QZ&asn=${asnOf(n)}&since=${dayOf(n)}&until=${addDays(dayOf(n), 7)}`,
	"measurements, a network": (n) =>
		`/api/v1/measurements?cc=QZ&asn=${asnOf(n)}&since=${dayOf(n)}&until=${addDays(dayOf(n), 7)}`,
	"measurements, 1,000": (n) =>
		`/api/v1/measurements?cc=QZ&limit=1000&since=2025-01-27&until=${dayOf(n)}`,
	"measurement, explained": (n) =>
		`/api/v1/measurements/${uids[n % uids.length]}`,
	"measurement, raw": (n) =>
		`/api/v1/measurements/${uids[n % uids.length]}/raw`,
	"days as CSV, all": (n) =>
		`/api/v1/days?cc=QZ&format=csv&since=${addDays("2025-01-27", n % 5)}`,
	"measurements as Parquet, all": (n) =>
		`/api/v1/measurements?cc=QZ&format=parquet&since=${addDays("2025-01-27", n % 5)}`,
	"OONI: measurements": (n) =>
		`/ooni/api/v1/measurements?probe_cc=QZ&since=${dayOf(n)}&until=${addDays(dayOf(n), 7)}`,
	"OONI: aggregation": (n) =>
		`/ooni/api/v1/aggregation?probe_cc=QZ&axis_x=measurement_start_day&since=${dayOf(n)}&until=${addDays(dayOf(n), 14)}`,
	SQL: (n) =>
		`/api/v1/sql?world=emulated&query=${encodeURIComponent(`SELECT asn, count(*) FROM daily WHERE day > DATE '${dayOf(n)}' GROUP BY asn`)}`,
};
/** Each takes long: fewer rounds say enough. */
const SLOW: readonly string[] = [
	"days as CSV, all",
	"measurements as Parquet, all",
	"SQL",
];

let uids: readonly string[] = [];
const given = process.env["RASAI_BENCH_WORKSPACE"];
const dir = given ?? mkdtempSync(join(tmpdir(), "rasai-bench-"));
if (given === undefined)
	writeFileSync(
		join(dir, "config.toml"),
		"[api]\npoints_per_minute = 1000000\n",
	);
const server = spawn(
	process.execPath,
	[MAIN, "up", "--json", "--workspace", dir, "--port", "8951"],
	{ stdio: ["ignore", "pipe", "ignore"] },
);
try {
	await run(await addressOf(server));
} finally {
	server.kill("SIGTERM");
	if (given === undefined) rmSync(dir, { recursive: true, force: true });
}

async function addressOf(child: ChildProcess): Promise<string> {
	if (child.stdout === null) throw new Error("no output to read");
	for await (const line of createInterface({ input: child.stdout })) {
		const { url } = JSON.parse(line) as { readonly url: string };
		return url;
	}
	throw new Error("the server did not start");
}

async function run(url: string): Promise<void> {
	const found = (await (
		await fetch(`${url}/api/v1/measurements?cc=QZ&limit=200`)
	).json()) as { readonly items: readonly { readonly uid: string }[] };
	uids = found.items.map(({ uid }) => uid);
	const baseline = await timesOf(url, () => BASELINE, ROUNDS * 5);
	line(["endpoint", "p50, ms", "p95, ms", "ratio", "kB"]);
	print("baseline (reads no data)", baseline, baseline);
	for (const [name, path] of Object.entries(ENDPOINTS))
		print(
			name,
			await timesOf(url, path, SLOW.includes(name) ? 10 : ROUNDS),
			baseline,
		);
}

interface Times {
	readonly p50: number;
	readonly p95: number;
	readonly bytes: number;
}

async function timesOf(
	url: string,
	path: (n: number) => string,
	rounds: number,
): Promise<Times> {
	const times: number[] = [];
	let bytes = 0;
	for (let n = -WARM_UP; n < rounds; n++) {
		const address = url + path(n + WARM_UP);
		const since = process.hrtime.bigint();
		const answer = await fetch(address);
		bytes = (await answer.arrayBuffer()).byteLength;
		if (n >= 0) times.push(Number(process.hrtime.bigint() - since) / 1e6);
		if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
	}
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) =>
		sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
	return { p50: at(0.5), p95: at(0.95), bytes };
}

function print(name: string, times: Times, baseline: Times): void {
	if (times !== baseline)
		figure({
			name,
			value: times.p50,
			unit: "ms, median",
			better: "less",
			baseline: { what: "an answer without data", value: baseline.p50 },
		});
	line([
		name,
		times.p50.toFixed(1),
		times.p95.toFixed(1),
		(times.p95 / baseline.p95).toFixed(1),
		(times.bytes / 1000).toFixed(0),
	]);
}

function line([name = "", ...cells]: readonly string[]): void {
	process.stdout.write(
		`${name.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join("")}\n`,
	);
}
