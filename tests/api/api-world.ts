/** The API over a seeded fill: real and emulated measurements, incidents and the record that ships. */
import { readFileSync } from "node:fs";
import {
	mapRestrictions,
	parseRestrictions,
	type RecordEntry,
} from "../../src/account/record/index.ts";
import { silentLog } from "../../src/base/index.ts";
import { LAYERS } from "../../src/model/index.ts";
import { explainMeasurement } from "../../src/pipeline/index.ts";
import {
	type ApiDeps,
	type ApiMount,
	createApi,
} from "../../src/publish/api/index.ts";
import { openSnapshot } from "../../src/reference/index.ts";
import { PUBLIC_TABLES, type SqlAnswer } from "../../src/store/index.ts";
import {
	openTestTables,
	type TestRow,
	type TestTables,
} from "../../src/store/queries/test-tables.ts";
import { fillCountry } from "../browser/fill.ts";
import {
	FILL_NOW,
	readShippedRecord,
	readShippedServices,
} from "../browser/filled-site.ts";
import { blockOfX, bookOf } from "../browser/incidents.ts";

export const LAST_DAY = "2026-03-01";

/** Files that measurements came in, and the names under which they were received. */
const FILES: Readonly<Record<string, string>> = {
	["a".repeat(64)]:
		"https://ooni-data-eu-fra.s3.eu-central-1.amazonaws.com/raw/20260301/00/PK/webconnectivity/1.jsonl.gz",
	["d".repeat(64)]: "collector:0123456789abcdef.jsonl",
	["e".repeat(64)]: "/srv/handed-over/measurements.jsonl",
};

export const OONI_FILE = "a".repeat(64);
export const OWN_FILE = "d".repeat(64);
export const STRANGE_FILE = "e".repeat(64);

/** What every verdict has beside what pages show of it, and the file by the parity of the network. */
function filled(cc: string, networkCount: number): TestTables {
	const tables = fillCountry({
		cc,
		seed: 7,
		networkCount,
		lastOn: LAST_DAY,
		endedDaysAgo: 0,
	});
	const verdicts = (tables.verdicts ?? []).map((row) => ({
		...row,
		day: String(row["measuredAt"]).slice(0, 10),
		locus: row["mechanism"] === "" ? "unknown" : "network",
		control: "networks",
		measurementState: row["state"],
		measurementMechanism: row["mechanism"],
		ruleset: "rules",
		reference: "reference",
		...Object.fromEntries(
			LAYERS.flatMap((layer) => [
				[`${layer}State`, layer === "tls" ? row["state"] : "insufficient"],
				[`${layer}Rule`, layer === "tls" ? "tls.reset_sni" : ""],
				[`${layer}Evidence`, layer === "tls" ? "scored" : "none"],
			]),
		),
	}));
	return {
		...tables,
		verdicts,
		measurements: (tables.measurements ?? []).map((row) => ({
			...row,
			softwareName: "ooniprobe-android",
			fileHash: Number(row["probeAsn"]) % 2 === 0 ? OONI_FILE : OWN_FILE,
		})),
		cells: verdicts.flatMap(cellsOf),
	};
}

/** Cells of a measurement that is alone in its hour, as a whole and for TLS. */
function cellsOf(row: TestRow): readonly TestRow[] {
	const { cc, asn, target, service, measuredAt } = row;
	return ["all", "tls"].map((layer) => ({
		cc,
		asn,
		target,
		service,
		function: row["function"],
		layer,
		day: String(measuredAt).slice(0, 10),
		hour: `${String(measuredAt).slice(0, 13)}:00:00Z`,
		[row["state"] === "ok" ? "okCount" : "likelyBlockedCount"]: 1,
		measurementCount: 1,
		sessionCount: 1,
		restrictedSessionCount: row["state"] === "ok" ? 0 : 1,
		resolverCount: 1,
		rules: "{tls.reset_sni=1}",
	}));
}

/** The console's answers by question: its own tests hold the true one. */
const SQL_ANSWERS: Readonly<Record<string, SqlAnswer>> = {
	refuse: { kind: "refused", why: "there is no public table x" },
	limit: { kind: "limit", why: "it took longer than 15 s" },
	busy: { kind: "busy", own: false },
	own: { kind: "busy", own: true },
	fail: { kind: "failed", why: "no process" },
};

export interface ApiWorld {
	readonly tables?: Readonly<Partial<Record<"real" | "emulated", TestTables>>>;
	readonly changes?: Partial<ApiDeps>;
	readonly mount?: ApiMount;
}

export async function openApi({ tables, changes, mount }: ApiWorld = {}) {
	const reader = await openTestTables(
		tables ?? { real: filled("PK", 6), emulated: filled("QZ", 2) },
	);
	const services = readShippedServices();
	const reference = openSnapshot(() => undefined, services);
	const book = bookOf([blockOfX("PK", 6), blockOfX("QZ", 2)], services);
	const deps: ApiDeps = {
		reader,
		services,
		record: readShippedRecord,
		entries: async () => shippedEntries(),
		explain: (uid) => explainMeasurement(reader, uid, { reference }),
		raw: async ({ line }) => (line === 1 ? '{"test_keys":{}}' : undefined),
		fileName: async (hash) => FILES[hash],
		incidents: async () => book,
		followed: async () => undefined,
		console: {
			tables: PUBLIC_TABLES,
			limits: {
				seconds: 15,
				memoryMb: 256,
				rows: 10_000,
				bytes: 4_000_000,
				running: 1,
				waiting: 4,
			},
			ask: async ({ query }) =>
				SQL_ANSWERS[query] ?? {
					kind: "rows",
					columns: [{ name: "n", type: "INTEGER" }],
					rows: [[1], [null]],
					isCut: false,
				},
		},
		clock: () => FILL_NOW,
		log: silentLog,
		siteName: "Rasai",
		version: "0.1.0",
		pointsPerMinute: 1_000_000,
		...changes,
	};
	const app = createApi(deps, mount ?? { mayShowEmulated: () => true });
	return {
		app,
		deps,
		reader,
		get: async (path: string, headers: Record<string, string> = {}) =>
			app.request(`http://localhost${path}`, { headers }),
		json: async (path: string) => {
			const answer = await app.request(`http://localhost${path}`);
			return (await answer.json()) as Record<string, unknown>;
		},
		close: () => reader.close(),
	};
}

function shippedEntries(): readonly RecordEntry[] {
	const csv = readFileSync("data/record/pakistan-restrictions.csv", "utf8");
	return mapRestrictions(parseRestrictions(csv).entries).entries;
}
