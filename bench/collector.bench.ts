/**
 * Submissions a second that the collector acknowledges, each of 20 kB and each
 * on the disk before its answer, over HTTP on loopback. Beside it, what the
 * disk alone does: appends of as many bytes, a sync each. The client runs in
 * the same process and takes its share of the core. `RASAI_BENCH_SECONDS` sets
 * how long.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectorRoutes } from "../src/measure/helper/index.ts";
import { serveSite } from "../src/publish/index.ts";
import { emptyAsn } from "../src/reference/index.ts";
import {
	createWorkspace,
	openSubmissions,
	openWorkspace,
} from "../src/store/index.ts";
import { figure } from "./figures.ts";

const SECONDS = Number(process.env["RASAI_BENCH_SECONDS"] ?? 20);
const CLIENTS = 64;
const BODY_BYTES = 20_000;

const dir = mkdtempSync(join(tmpdir(), "rasai-bench-"));
await createWorkspace(dir);
const workspace = await openWorkspace(dir, {
	mode: "write",
	clock: () => new Date(),
	program: "bench",
});
const submissions = await openSubmissions(workspace);
const app = collectorRoutes({
	nowMs: () => Date.now(),
	key: new Uint8Array(32),
	sink: submissions,
	networks: {
		asnOf: emptyAsn.lookup,
		ccOf: () => undefined,
		isTorExit: () => false,
	},
	urlsFor: () => [],
	address: "",
	perHour: 1e9,
	trustsProxy: false,
	takesEmulated: true,
	waiting: () => [],
});
const served = await serveSite(app, { host: "127.0.0.1", port: 0 });
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

function post(
	path: string,
	body: string,
): Promise<{ readonly status: number; readonly text: string }> {
	return new Promise((resolve, reject) => {
		const sent = request(
			{ port: served.port, host: "127.0.0.1", path, method: "POST", agent },
			(answer) => {
				let text = "";
				answer.on("data", (chunk) => {
					text += chunk;
				});
				answer.on("end", () =>
					resolve({ status: answer.statusCode ?? 0, text }),
				);
			},
		);
		sent.on("error", reject);
		sent.end(body);
	});
}

const opening = {
	data_format_version: "0.2.0",
	software_name: "bench",
	software_version: "1",
	test_name: "web_connectivity",
	probe_cc: "QZ",
	probe_asn: "AS64500",
};
const { text } = await post("/report", JSON.stringify(opening));
const { report_id: id } = JSON.parse(text) as { readonly report_id: string };
const events = Array.from({ length: 150 }, (_, i) => ({
	operation: "read",
	address: "198.51.100.7:443",
	num_bytes: 1400 + i,
	t: i / 1000,
}));
const content = {
	...opening,
	input: "https://service.example/",
	measurement_start_time: "2026-01-10 06:29:30",
	test_keys: { network_events: events, filler: "" },
};
const bare = JSON.stringify({ format: "json", content }).length;
content.test_keys.filler = "x".repeat(BODY_BYTES - bare);
const body = JSON.stringify({ format: "json", content });

const acknowledged: string[] = [];
const statuses = new Map<number, number>();
const startedMs = performance.now();
const untilMs = startedMs + SECONDS * 1000;
await Promise.all(
	Array.from({ length: CLIENTS }, async () => {
		while (performance.now() < untilMs) {
			const { status, text } = await post(`/report/${id}`, body);
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			if (status === 200)
				acknowledged.push(
					(JSON.parse(text) as { measurement_uid: string }).measurement_uid,
				);
		}
	}),
);
const took = (performance.now() - startedMs) / 1000;
const kept = new Set((await submissions.ofReport(id)).map(({ uid }) => uid));
const lost = acknowledged.filter((uid) => !kept.has(uid)).length;

const handle = await open(join(dir, "alone"), "a");
const line = Buffer.alloc(BODY_BYTES, "x");
const aloneMs = performance.now();
let synced = 0;
for (; synced < 500; synced++) {
	await handle.appendFile(line);
	await handle.datasync();
}
const alone = synced / ((performance.now() - aloneMs) / 1000);
await handle.close();

agent.destroy();
await served.close();
await submissions.close();
await workspace.close();
rmSync(dir, { recursive: true });
figure({
	name: "submissions",
	value: acknowledged.length / took,
	unit: "a second",
	better: "more",
	baseline: { what: "appends with a sync each", value: alone },
});
process.stdout.write(
	`${Math.round(acknowledged.length / took)} submissions/s of ${body.length} bytes over ${took.toFixed(0)} s, ${CLIENTS} at once, all synced before the answer\n` +
		`${lost} of ${acknowledged.length} acknowledged were not kept; answers by status: ${JSON.stringify(Object.fromEntries(statuses))}\n` +
		`the disk alone: ${Math.round(alone)} appends with a sync each a second\n` +
		`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
);
