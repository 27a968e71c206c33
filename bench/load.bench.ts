/**
 * The whole installation under four times its stated rates: pages and API of
 * `rasai serve`, helper and collector of `rasai helper serve`, over one
 * workspace of the emulated story. Readers open every page that links lead to,
 * in several languages, and some that do not exist. Prints how many were
 * answered, shed (503, 429) or failed, the 95th percentile of accepted
 * requests beside that without load, and how the memory of both programs went.
 * Fails where something fell over, or a limit below is passed.
 *
 *     npm run test:load -- --minutes 10 --times 4
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packStory } from "../src/measure/lab/index.ts";
import {
	memorySize,
	readMemory,
	slopeOf,
	watchMemory,
} from "./memory-watch.ts";

const { values: asked } = parseArgs({
	options: {
		minutes: { type: "string", default: "10" },
		times: { type: "string", default: "4" },
	},
});
const SECONDS = Number(asked.minutes) * 60;
const TIMES = Number(asked.times);
const WARM_SECONDS = 20;
const QUIET_SECONDS = 30;
/** Accepted requests may take so much longer than without load. */
const MOST_SLOWER = 3;
/** MB a minute, over the last two thirds, that still count as flat: half a GB in eight hours. */
const MOST_GROWTH = 1;
const MOST_PAGES = 400;
/** Looks at the memory that are printed. */
const STOPS = 20;
const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

/** Rates that one core is said to carry, requests a second. */
const RATES: Readonly<Record<Kind, number>> = {
	page: 5,
	api: 2,
	helper: 2,
	collector: 10,
};
type Kind = "page" | "api" | "helper" | "collector";

const dir = mkdtempSync(join(tmpdir(), "rasai-load-"));
const workspace = join(dir, "workspace");
const helperWorkspace = join(dir, "helper");
const children: ChildProcess[] = [];

interface Served {
	readonly url: string;
	readonly pid: number;
	/** Where it writes its memory. */
	readonly memory: string;
}

async function serve(words: string, folder: string): Promise<Served> {
	const memory = join(dir, `memory-${children.length}`);
	const child = spawn(
		process.execPath,
		[
			...watchMemory(memory),
			MAIN,
			...words.split(" "),
			"--json",
			"--quiet",
			"--workspace",
			folder,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	children.push(child);
	const [line] = await once(
		child.stdout as NonNullable<typeof child.stdout>,
		"data",
	);
	return { url: JSON.parse(String(line)).url, pid: child.pid ?? 0, memory };
}

/** Addresses of pages that links from the first page lead to, with some of the many endings. */
async function crawl(site: string): Promise<readonly string[]> {
	const found = new Set(["/"]);
	for (const address of found) {
		const answer = await fetch(site + address);
		const isPage = answer.headers.get("content-type")?.startsWith("text/html");
		const text = await answer.text();
		if (!isPage) continue;
		for (const [, link = ""] of text.matchAll(/href="(\/[^"/#][^"#]*)/g))
			if (found.size < MOST_PAGES && !link.startsWith("/ooni"))
				found.add(link.replaceAll("&amp;", "&"));
	}
	return [...found];
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
			const isAccepted =
				answer.ok || (kind === "page" && answer.status === 404);
			if (isAccepted) tally.acceptedMs.push(performance.now() - startedMs);
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
	const { report_id: report } = (await (
		await post(`${helper.url}/report`, opening)
	).json()) as { readonly report_id: string };
	const measurement = (i: number) => ({
		format: "json",
		content: {
			...opening,
			input: `https://service.example/${i % 1000}`,
			measurement_start_time: opening.test_start_time,
			test_keys: { filler: "x".repeat(10_000) },
		},
	});
	const pages = await crawl(site.url);
	const languages = ["", "", "", "/ur", "/fa"];
	const requests: Requests = {
		page: (i) =>
			i % 20 === 19
				? fetch(`${site.url}/qz/as64500/2026-01-10/made-up-${i}.example`)
				: fetch(
						`${site.url}${languages[i % languages.length]}${pages[i % pages.length]}`,
					),
		api: (i) =>
			fetch(`${site.url}/api/v1/measurements?cc=QZ&limit=${50 + (i % 50)}`),
		helper: (i) =>
			post(`${helper.url}/`, {
				http_request: `http://127.0.0.1/${i}`,
				http_request_headers: {},
				tcp_connect: [],
				x_quic_enabled: false,
			}),
		collector: (i) =>
			i % 10 === 0
				? post(`${helper.url}/report`, opening)
				: post(`${helper.url}/report/${report}`, measurement(i)),
	};
	await load(requests, 1, WARM_SECONDS);
	const quiet = await load(requests, 0.5, QUIET_SECONDS);
	const programs = { site, helper };
	const from = Object.values(programs).map(({ memory }) => memorySize(memory));
	const loaded = await load(requests, TIMES, SECONDS);
	const faults: string[] = [];
	process.stdout.write(
		`${pages.length} pages\n\n| | accepted | shed | failed | p95 without load | p95 |\n|---|---|---|---|---|---|\n`,
	);
	for (const [kind, tally] of loaded) {
		const before = p95(quiet.get(kind)?.acceptedMs ?? []);
		const after = p95(tally.acceptedMs);
		process.stdout.write(
			`| ${kind}, ${RATES[kind] * TIMES} a second | ${tally.acceptedMs.length} | ${tally.shed} | ${tally.failed} | ${before.toFixed(0)} ms | ${after.toFixed(0)} ms |\n`,
		);
		if (tally.failed > 0) faults.push(`${kind}: ${tally.failed} failed`);
		if (tally.withoutRetryAfter > 0)
			faults.push(`${kind}: ${tally.withoutRetryAfter} without Retry-After`);
		if (!(after <= MOST_SLOWER * before))
			faults.push(`${kind}: more than ${MOST_SLOWER} times slower`);
	}
	process.stdout.write(
		"\n| memory in MB | heap | external | native | a minute | all of it, along the way |\n|---|---|---|---|---|---|\n",
	);
	for (const [i, [name, { memory }]] of Object.entries(programs).entries()) {
		const looks = readMemory(memory, from[i] ?? 0);
		const change = (of: "heap" | "external" | "native"): string =>
			[looks[0], looks.at(-1)].map((look) => look?.[of].toFixed(0)).join(" → ");
		const way = looks
			.filter((_, at) => at % Math.ceil(looks.length / STOPS) === 0)
			.map(({ all }) => all.toFixed(0));
		const slope = slopeOf(looks);
		process.stdout.write(
			`| ${name} | ${change("heap")} | ${change("external")} | ${change("native")} | ${slope.toFixed(2)} | ${way.join(" ")} |\n`,
		);
		if (!(slope <= MOST_GROWTH))
			faults.push(`${name}: grows by more than ${MOST_GROWTH} MB a minute`);
	}
	for (const child of children.slice(1))
		if (child.exitCode !== null) faults.push("a program ended");
	for (const fault of faults) process.stdout.write(`\nFAULT ${fault}`);
	process.stdout.write("\n");
	process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
	for (const child of children) child.kill("SIGKILL");
	rmSync(dir, { recursive: true, force: true });
}
