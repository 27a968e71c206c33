import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { collectorRoutes } from "../measure/helper/index.ts";
import { emptyAsn } from "../reference/index.ts";
import { openSubmissions } from "../store/index.ts";
import { releaseSubmissions } from "./release.ts";
import { openTestWorkspace } from "./test-workspace.ts";

const SHARED = process.env["RASAI_SHARED"] ?? "../shared";
const DAY_MS = 86_400_000;
const KEY = new Uint8Array(32).fill(3);

type Row = Readonly<Record<string, unknown>>;

/** A collector on a workspace of its own, at a time that the test moves. */
async function openCollector(t: test.TestContext) {
	const fresh = await openTestWorkspace();
	t.after(() => fresh.close());
	const time = { ms: fresh.clock().getTime() };
	const clock = () => new Date(time.ms);
	const target = { ...fresh, clock };
	const submissions = await openSubmissions({ ...fresh.workspace, clock });
	t.after(() => submissions.close());
	const app = collectorRoutes({
		nowMs: () => time.ms,
		key: KEY,
		sink: submissions,
		networks: {
			asnOf: emptyAsn.lookup,
			ccOf: () => undefined,
			isTorExit: () => false,
		},
		urlsFor: () => [],
		address: "",
		perHour: 1e6,
		trustsProxy: false,
		takesEmulated: true,
		waiting: () => [],
	});
	const post = async (path: string, body: unknown) => {
		const reply = await app.request(path, {
			method: "POST",
			body: JSON.stringify(body),
		});
		return { status: reply.status, body: (await reply.json()) as Row };
	};
	const submit = async (record: Row) => {
		const { test_keys: _, ...opening } = record;
		const opened = await post("/report", opening);
		if (opened.status !== 200) return opened;
		const id = String(opened.body["report_id"]);
		const content = { ...record, report_id: id };
		return post(`/report/${id}`, { format: "json", content });
	};
	const release = () =>
		releaseSubmissions(submissions, target, { key: KEY, workers: 1 });
	return { time, submit, release, fresh };
}

const record: Row = {
	data_format_version: "0.2.0",
	format: "json",
	software_name: "test",
	software_version: "1",
	test_name: "web_connectivity",
	test_version: "0.5.28",
	test_start_time: "2025-05-31 22:17:31",
	measurement_start_time: "2025-05-31 22:17:31",
	test_runtime: 1,
	input: "https://a.example/",
	probe_cc: "QZ",
	probe_asn: "AS64500",
	test_keys: { queries: [], control: {}, control_failure: null },
};

test("P11: a lone submission is in no derived table and no file of the archive's index until its time has come", async (t) => {
	const { time, submit, release, fresh } = await openCollector(t);
	assert.equal((await submit(record)).status, 200);
	time.ms += 3_600_000;
	assert.deepEqual(await release(), {
		shown: 0,
		withheld: 0,
		waiting: 1,
		waitingCounts: [],
	});
	for await (const { name } of fresh.archive.entries()) assert.fail(name);
	// Also where nobody looked for a month.
	time.ms += 30 * DAY_MS;
	assert.deepEqual(await release(), {
		shown: 1,
		withheld: 0,
		waiting: 0,
		waitingCounts: [],
	});
	const texts: string[] = [];
	for await (const { hash } of fresh.archive.entries())
		for await (const chunk of fresh.archive.read(hash))
			texts.push(Buffer.from(chunk).toString());
	assert.match(texts.join(), /"probe_asn":"AS0"/);
	assert.doesNotMatch(texts.join(), /22:17|AS64500|_n1_/);
	assert.deepEqual(await release(), {
		shown: 0,
		withheld: 0,
		waiting: 0,
		waitingCounts: [],
	});
});

test("P11: five that look alike go out with the next hour, under their network, once", async (t) => {
	const { time, submit, release } = await openCollector(t);
	for (let i = 0; i < 5; i++) await submit(record);
	time.ms += 3_600_000;
	assert.deepEqual(await release(), {
		shown: 5,
		withheld: 0,
		waiting: 0,
		waitingCounts: [],
	});
	assert.deepEqual(await release(), {
		shown: 0,
		withheld: 0,
		waiting: 0,
		waitingCounts: [],
	});
});

test("the collector takes OONI's real measurements, and what it shows of them is read and judged", async (t) => {
	const folder = join(SHARED, "data/ooni/measurements");
	if (!existsSync(folder)) return t.skip(`RASAI_SHARED not found: ${folder}`);
	const { time, submit, release, fresh } = await openCollector(t);
	let accepted = 0;
	const refused: string[] = [];
	const files = readdirSync(folder, {
		recursive: true,
		encoding: "utf8",
	}).filter((path) => path.includes("/") && path.endsWith(".json"));
	for (const path of files) {
		const parsed: unknown = JSON.parse(
			readFileSync(join(folder, path), "utf8"),
		);
		const records = [parsed]
			.flat()
			.filter((one) => typeof one === "object" && one !== null);
		for (const one of records as Row[]) {
			const { status, body } = await submit(one);
			if (status === 200) accepted++;
			else {
				assert.equal(status, 400);
				refused.push(`${path}: ${body["error"]}`);
			}
		}
	}
	t.diagnostic(`${accepted} accepted, ${refused.length} refused`);
	for (const one of refused) t.diagnostic(one);
	assert.ok(accepted > 50, refused.join("\n"));
	time.ms += 4 * DAY_MS;
	const { shown, waiting } = await release();
	assert.ok(shown > 50);
	assert.equal(waiting, 0);
	const manifest = Object.keys(await fresh.derivedFiles());
	assert.ok(manifest.length > 0);
});
