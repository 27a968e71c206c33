/**
 * The whole installation under four times its stated rates: pages and API of
 * `rasai serve`, helper and collector of `rasai helper serve`, over one
 * workspace of the emulated story. Prints how many were answered, shed (503,
 * 429) or failed, the 95th percentile of accepted requests beside that without
 * load, and the memory of both processes. `RASAI_LOAD_SECONDS` sets how long (30).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packStory } from "../src/measure/lab/index.ts";

const SECONDS = Number(process.env["RASAI_LOAD_SECONDS"] ?? 30);
const QUIET_SECONDS = 10;
const TIMES = 4;
const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

/** Rates that one core is said to carry, requests a second. */
const RATES: Readonly<Record<Kind, number>> = {
	page: 10,
	api: 5,
	helper: 2,
	collector: 20,
};
type Kind = "page" | "api" | "helper" | "collector";

const dir = mkdtempSync(join(tmpdir(), "rasai-load-"));
const workspace = join(dir, "workspace");
const helperWorkspace = join(dir, "helper");
const children: ChildProcess[] = [];

async function serve(
	words: string,
	folder: string,
): Promise<{ url: string; pid: number }> {
	const child = spawn(
		process.execPath,
		[MAIN, ...words.split(" "), "--json", "--quiet", "--workspace", folder],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	children.push(child);
	const [line] = await once(
		child.stdout as NonNullable<typeof child.stdout>,
		"data",
	);
	return { url: JSON.parse(String(line)).url, pid: child.pid ?? 0 };
}

/** Sets what the file leaves at its default. */
function settings(folder: string, lines: string): void {
	writeFileSync(join(folder, "config.toml"), `${lines}\n`);
}

interface Tally {
	readonly acceptedMs: number[];
	shed: number;
	withoutRetryAfter: number;
	failed: number;
}

type Requests = Readonly<Record<Kind, (i: number) => Promise<Response>>>;

/** Sends each kind at its rate, whether answers come or not, and waits for all. */
async function load(
	requests: Requests,
	times: number,
	seconds: number,
): Promise<ReadonlyMap<Kind, Tally>> {
	const tallies = new Map<Kind, Tally>();
	const open: Promise<void>[] = [];
	const ask = async (kind: Kind, i: number): Promise<void> => {
		const tally = tallies.get(kind) as Tally;
		const startedMs = performance.now();
		try {
			const answer = await requests[kind](i);
			await answer.arrayBuffer();
			if (answer.ok) tally.acceptedMs.push(performance.now() - startedMs);
			else if (answer.status === 503 || answer.status === 429) {
				tally.shed += 1;
				if (!answer.headers.has("retry-after")) tally.withoutRetryAfter += 1;
			} else tally.failed += 1;
		} catch {
			tally.failed += 1;
		}
	};
	const timers = (Object.keys(RATES) as Kind[]).map((kind) => {
		tallies.set(kind, {
			acceptedMs: [],
			shed: 0,
			withoutRetryAfter: 0,
			failed: 0,
		});
		let i = 0;
		return setInterval(
			() => open.push(ask(kind, i++)),
			1000 / (RATES[kind] * times),
		);
	});
	await new Promise((done) => setTimeout(done, seconds * 1000));
	for (const timer of timers) clearInterval(timer);
	await Promise.all(open);
	return tallies;
}

const p95 = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ??
	Number.NaN;

const memoryMb = (pid: number): number =>
	Math.round(
		Number(
			/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1],
		) / 1024,
	);

try {
	const sources = join(dir, "sources");
	for (const file of packStory("load", { days: 14, scale: 0.3 })) {
		const path = join(sources, file.path);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, file.bytes);
	}
	spawnSync(process.execPath, [
		MAIN,
		"archive",
		"import",
		sources,
		"--workspace",
		workspace,
		"--quiet",
	]);
	// One client stands for many: its own share is lifted, the limits of the whole are not.
	settings(workspace, "[api]\npoints_per_minute = 1000000");
	const made = await serve(
		"helper serve --collector --port 0",
		helperWorkspace,
	);
	process.kill(made.pid, "SIGKILL");
	settings(
		helperWorkspace,
		"[helper]\nlooks_per_minute = 1000000\ncalls_per_hour = 1000000",
	);
	const site = await serve("serve --port 0", workspace);
	const helper = await serve(
		"helper serve --collector --port 0",
		helperWorkspace,
	);
	const opening = {
		data_format_version: "0.2.0",
		format: "json",
		probe_asn: "AS64500",
		probe_cc: "QZ",
		software_name: "load",
		software_version: "1",
		test_name: "web_connectivity",
		test_start_time: new Date().toISOString().slice(0, 19).replace("T", " "),
		test_version: "0.5.28",
	};
	const post = (url: string, body: unknown) =>
		fetch(url, { method: "POST", body: JSON.stringify(body) });
	const pages = ["/", "/qz", "/qz/as64496", "/service/x?cc=qz", "/incidents"];
	const requests: Requests = {
		page: (i) => fetch(`${site.url}${pages[i % pages.length]}`),
		api: (i) =>
			fetch(`${site.url}/api/v1/measurements?cc=QZ&limit=${50 + (i % 50)}`),
		helper: (i) =>
			post(`${helper.url}/`, {
				http_request: `http://127.0.0.1/${i}`,
				http_request_headers: {},
				tcp_connect: [],
				x_quic_enabled: false,
			}),
		collector: () => post(`${helper.url}/report`, opening),
	};
	await load(requests, 1, 5);
	const quiet = await load(requests, 0.5, QUIET_SECONDS);
	const before = [memoryMb(site.pid), memoryMb(helper.pid)];
	const loaded = await load(requests, TIMES, SECONDS);
	const after = [memoryMb(site.pid), memoryMb(helper.pid)];
	process.stdout.write(
		"| | accepted | shed | of them without Retry-After | failed | p95 without load, ms | p95, ms |\n|---|---|---|---|---|---|---|\n",
	);
	for (const [kind, tally] of loaded)
		process.stdout.write(
			`| ${kind}, ${RATES[kind] * TIMES} a second | ${tally.acceptedMs.length} | ${tally.shed} | ${tally.withoutRetryAfter} | ${tally.failed} | ${p95(quiet.get(kind)?.acceptedMs ?? []).toFixed(0)} | ${p95(tally.acceptedMs).toFixed(0)} |\n`,
		);
	process.stdout.write(
		`memory of site and helper, MB: before ${before.join(" and ")}, after ${after.join(" and ")}\n`,
	);
} finally {
	for (const child of children) child.kill("SIGKILL");
	rmSync(dir, { recursive: true, force: true });
}
