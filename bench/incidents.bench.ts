/**
 * How long detection takes after an hour of new data that touches ten thousand
 * series, and over everything: through the store and the ledger, as the live
 * loop does it. 100 sites on 100 networks of ten countries, measured once a day
 * each; every tenth site is blocked in one country from the middle on.
 * `RASAI_BENCH_DAYS` sets how long the history is.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, sha256Hex, systemClock } from "../src/base/index.ts";
import { createRandom } from "../src/measure/lab/index.ts";
import { detectIncidents } from "../src/pipeline/index.ts";
import { judgedAs, RUN } from "../src/store/duckdb/test-store.ts";
import {
	createWorkspace,
	type FactsRow,
	Ledger,
	openReader,
	openStore,
	openWorkspace,
	type Store,
	type StoredFacts,
	type Workspace,
} from "../src/store/index.ts";
import { figure, fixedWork } from "./figures.ts";

const BASELINE = fixedWork();

const DAYS = Number(process.env["RASAI_BENCH_DAYS"] ?? 60);
const LAST_DAY = "2024-12-30";
const FIRST_DAY = addDays(LAST_DAY, 1 - DAYS);
const BLOCKED_FROM = addDays(LAST_DAY, -Math.floor(DAYS / 2));
const COUNTRIES = ["PK", "IR", "TR", "RU", "IT", "KE", "BR", "IN", "ID", "VE"];
const NETWORKS_EACH = 10;
const SITES = 100;
const BLOCKED_EVERY = 10;
/** Part of the sessions that fail although nothing is restricted. */
const BACKGROUND = 0.02;
/** Days imported at once. */
const DAYS_A_BATCH = 10;

const dir = mkdtempSync(join(tmpdir(), "rasai-bench-"));
try {
	await run();
} finally {
	rmSync(dir, { recursive: true });
}

async function run(): Promise<void> {
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: systemClock,
		program: "bench",
	});
	const store = await openStore(workspace, { code: "bench" });
	for (let from = 0; from < DAYS; from += DAYS_A_BATCH)
		await add(
			store,
			Array.from({ length: Math.min(DAYS_A_BATCH, DAYS - from) }, (_, i) =>
				addDays(FIRST_DAY, from + i),
			),
		);
	await report("everything", workspace);
	// The last day's last hour: every series again, by another session.
	await add(store, [LAST_DAY], 23);
	await report("an hour's new data", workspace);
	await report("nothing new", workspace);
	store.close();
	await workspace.close();
}

async function report(name: string, workspace: Workspace): Promise<void> {
	const reader = await openReader(workspace);
	const ledger = await Ledger.open(workspace);
	const since = performance.now();
	const { series, units, revised } = await detectIncidents({
		reader,
		ledger,
		paths: workspace.paths,
		clock: systemClock,
		run: RUN,
	});
	const seconds = (performance.now() - since) / 1000;
	figure({
		name,
		value: seconds * 1000,
		unit: "ms",
		better: "less",
		baseline: BASELINE,
	});
	process.stdout.write(
		`${name}: ${seconds.toFixed(1)} s; ${series} series of ${units} sites over ${DAYS} days, ${revised.length} incidents written\n`,
	);
	await ledger.close();
	reader.close();
}

/** Imports and judges days; `hour` undefined: each series at an hour of its own. */
async function add(
	store: Store,
	days: readonly string[],
	hour?: number,
): Promise<void> {
	const rows = days.flatMap((day) => rowsOf(day, hour));
	await store.writeShard({ files: [], rows, certificates: [], rejects: [] });
	await store.mergeShards();
	for (const day of days) {
		const key = { world: "real", day } as const;
		await store.writeJudged(key, judged(key), RUN, `${day} ${hour}`);
	}
	await store.finishRun(RUN);
	async function* judged(key: { world: "real"; day: string }) {
		for await (const batch of store.readDay(key))
			yield batch.map((row) =>
				judgedAs(row, isStopped(row) ? "likely_blocked" : "ok"),
			);
	}
}

function isStopped({ header }: StoredFacts): boolean {
	const site = Number(/\d+/.exec(header.input)?.[0]);
	const isBlocked =
		site % BLOCKED_EVERY === 0 &&
		header.probeCc === COUNTRIES[(site / BLOCKED_EVERY) % COUNTRIES.length] &&
		header.measuredAt.slice(0, 10) >= BLOCKED_FROM;
	return isBlocked || createRandom(header.uid).chance(BACKGROUND);
}

function rowsOf(day: string, hour: number | undefined): readonly FactsRow[] {
	return COUNTRIES.flatMap((cc, country) =>
		Array.from({ length: NETWORKS_EACH }, (_, network) => {
			const asn = 64_512 + country * NETWORKS_EACH + network;
			return Array.from({ length: SITES }, (_, site) => {
				const at = hour ?? (site + asn) % 23;
				const measuredAt = `${day}T${String(at).padStart(2, "0")}:00:00Z`;
				const uid = `${measuredAt}_${asn}_${site}`;
				return rowOf(cc, asn, `https://www.site-${site}.example/`, {
					uid,
					measuredAt,
					reportId: `${day}_${asn}_${at}`,
				});
			});
		}).flat(),
	);
}

function rowOf(
	probeCc: string,
	asn: number,
	input: string,
	own: Pick<FactsRow["header"], "uid" | "measuredAt" | "reportId">,
): FactsRow {
	return {
		header: {
			...own,
			testName: "web_connectivity",
			testVersion: "0.5.27",
			softwareName: "rasai-sample",
			softwareVersion: "1.0.0",
			engineVersion: "1.0.0",
			platform: "linux",
			networkType: "wifi",
			input,
			probeCc,
			probeAsn: asn,
			probeNetworkName: `Network ${asn}`,
			resolverAsn: asn,
			resolverIp: "192.0.2.53",
			resolverNetworkName: `Network ${asn}`,
			runtimeMs: 1000,
			probeSaid: "false",
		},
		observations: [],
		problems: [],
		fileHash: sha256Hex("bench"),
		member: "",
		line: 1,
		recordHash: sha256Hex(own.uid),
	};
}
