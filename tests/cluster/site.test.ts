/** What the site, its API and detection ask of the embedded engine, asked of ClickHouse too. Run by `npm run test:cluster`. */
import assert from "node:assert/strict";
import test from "node:test";
import { readCells } from "../../src/pipeline/detect/read-cells.ts";
import { readCountedRows } from "../../src/pipeline/evidence/counted-rows.ts";
import { explainMeasurement } from "../../src/pipeline/index.ts";
import { readOwnVolume } from "../../src/pipeline/outages/own-volume.ts";
import { readSessions } from "../../src/pipeline/sessions.ts";
import { openSnapshot } from "../../src/reference/index.ts";
import {
	loadClickhouse,
	measurementsOfCell,
	openClickhouseReader,
	openReader,
	type QueryReader,
	type Reader,
	readClickhouseAddress,
	type Scope,
	type Sql,
	sql,
} from "../../src/store/index.ts";
import { openApi } from "../api/api-world.ts";
import { openFilledSite, readShippedServices } from "../browser/filled-site.ts";
import { CHDB, testCluster } from "./chdb-server.ts";
import { sampleWorkspace } from "./sample-workspace.ts";

const NOW = new Date("2024-02-02T23:00:00Z");
const DAYS = "since=2024-01-30&until=2024-02-03";

const API = [
	"/api/v1/status",
	"/api/v1/countries",
	"/api/v1/countries?commercial=true",
	`/api/v1/networks?cc=PK&${DAYS}`,
	`/api/v1/networks?cc=PK&${DAYS}&commercial=true`,
	`/api/v1/days?cc=PK&${DAYS}`,
	`/api/v1/days?cc=PK&${DAYS}&commercial=true`,
	`/api/v1/cells?cc=PK&${DAYS}`,
	`/api/v1/cells?cc=PK&${DAYS}&commercial=true`,
	`/api/v1/measurements?cc=PK&${DAYS}&limit=5`,
	`/api/v1/measurements?cc=PK&${DAYS}&commercial=true`,
	"/api/v1/rejects?limit=2",
	"/api/v1/licences",
	...["hour", "day"].map(
		(grain) =>
			`/ooni/api/v1/aggregation?probe_cc=PK&${DAYS}&axis_x=measurement_start_day&time_grain=${grain}`,
	),
	...["week", "month", "year"].map(
		(grain) =>
			`/ooni/api/v1/aggregation?probe_cc=PK,IN&since=2023-01-01&until=2024-12-01&axis_x=measurement_start_day&axis_y=domain&time_grain=${grain}`,
	),
	`/ooni/api/v1/aggregation?${DAYS}&axis_x=blocking_type&axis_y=probe_asn`,
	`/ooni/api/v1/measurements?probe_cc=PK&${DAYS}&limit=7`,
	`/ooni/api/v1/measurements?probe_cc=PK&${DAYS}&confirmed=true&order_by=input&order=asc`,
	`/ooni/api/v1/measurements?domain=www.site-3.example&${DAYS}&software_version=1.0.0&anomaly=true`,
];

interface Asked {
	readonly scope: Scope;
	readonly statement: Sql;
	readonly rows: readonly unknown[];
}

test("P3: whatever the site, the API and detection ask, both engines answer the same", async (t) => {
	if (!CHDB) return t.skip("run by npm run test:cluster");
	const sample = await sampleWorkspace(t);
	await sample.add(1, 200);
	const embedded = await openReader(sample.workspace);
	t.after(() => embedded.close());
	const asked = new Map<string, Asked>();
	const recording = {
		async query<Row>(scope: Scope, statement: Sql) {
			const rows = await embedded.query<Row>(scope, statement);
			asked.set(JSON.stringify([scope, statement]), { scope, statement, rows });
			return rows;
		},
		generation: () => embedded.generation(),
		stamp: (scope: Scope, statement: Sql) => embedded.stamp(scope, statement),
	};
	const refused = [
		...(await readPages(recording)),
		...(await readApi(recording)),
	];
	assert.deepEqual(refused, []);
	await detect(recording);
	assert.ok(asked.size > 100, `${asked.size} questions asked`);
	const answered = [...asked.values()].filter(({ rows }) => rows.length > 0);
	assert.ok(answered.length > 50, `${answered.length} of them have answers`);

	const [one, two] = await testCluster(t, 2);
	const address = readClickhouseAddress(
		`clickhouse://127.0.0.1:${one?.httpPort},127.0.0.1:${two?.httpPort}/site?cluster=pair`,
	);
	await loadClickhouse(sample.workspace, address, {
		signal: AbortSignal.timeout(120_000),
	});
	const reader = openClickhouseReader(address);
	t.after(() => reader.close());
	const faults = new Map<string, string>();
	for (const { scope, statement, rows } of asked.values()) {
		const text = statement.pieces.join("?").replaceAll(/\s+/g, " ").trim();
		try {
			assert.deepEqual(await reader.query(scope, statement), rows);
		} catch (error) {
			faults.set(text, String(error).slice(0, 600));
		}
	}
	assert.deepEqual(Object.fromEntries(faults), {});
	t.diagnostic(`${asked.size} questions, ${answered.length} with answers`);
});

type Recording = Pick<Reader, "query" | "generation" | "stamp">;

const reference = openSnapshot(() => undefined, readShippedServices());

function depsOf(reader: Recording) {
	return {
		reader,
		clock: () => NOW,
		explain: (uid: string) => explainMeasurement(reader, uid, { reference }),
	};
}

/** Reads every page. Gives those that could not be had. */
async function readPages(reader: Recording): Promise<readonly string[]> {
	const site = await openFilledSite({}, depsOf(reader));
	try {
		const refused: string[] = [];
		for (const page of await site.pages(["real"]))
			if (!(await site.app.request(page)).ok) refused.push(page);
		return refused;
	} finally {
		site.close();
	}
}

async function readApi(reader: Recording): Promise<readonly string[]> {
	const api = await openApi({
		changes: {
			...depsOf(reader),
			fileName: async () => "collector:0123456789abcdef.jsonl",
		},
	});
	try {
		const refused: string[] = [];
		for (const path of API) {
			const answer = await api.app.request(path);
			if (!answer.ok) refused.push(`${path}: ${await answer.text()}`);
		}
		return refused;
	} finally {
		api.close();
	}
}

async function detect(reader: QueryReader): Promise<void> {
	const among = ["2024-01-30", "2024-01-31", "2024-02-01"];
	const days = ["2024-01-30", "2024-02-01"];
	let sets = 0;
	for await (const _ of readCells(reader, "real", { days, among })) sets++;
	assert.ok(sets > 10, `${sets} sets have cells`);
	await readOwnVolume(reader, "real", undefined);
	const question = {
		cc: "PK",
		condition: sql`target = ANY(${["www.site-3.example", "www.site-4.example"]})`,
		since: "2024-01-30T05:00:00Z",
		until: "2024-02-02T11:00:00Z",
	};
	assert.ok((await readSessions(reader, question)).length > 10);
	await readCountedRows(reader, question);
	const range = { cc: "PK", asn: 64497, day: "2024-01-31" };
	await measurementsOfCell(
		reader,
		{ world: "real" },
		{ ...range, of: { target: "www.site-4.example" } },
		10,
	);
}
