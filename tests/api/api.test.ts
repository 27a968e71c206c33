/** What the document cannot say: paging, files, licences, caching, limits and who may see what. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { createRateLimit } from "../../src/publish/api/rate-limit.ts";
import { openApi, STRANGE_FILE } from "./api-world.ts";

type Json = Readonly<Record<string, unknown>>;

const api = await openApi();
test.after(() => api.close());

/** All rows of a list, page by page. */
async function pages(path: string, limit: number): Promise<readonly Json[]> {
	const rows: Json[] = [];
	let next: unknown = `${path}${path.includes("?") ? "&" : "?"}limit=${limit}`;
	while (typeof next === "string") {
		const page = await api.json(next);
		const items = page["items"] as readonly Json[];
		assert.ok(items.length <= limit && items.length > 0);
		rows.push(...items);
		next = page["next"];
	}
	return rows;
}

async function jsonLines(path: string): Promise<readonly Json[]> {
	const text = await (await api.get(path)).text();
	return text
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line) as Json);
}

const LISTS: readonly string[] = [
	"/api/v1/days?cc=PK",
	"/api/v1/cells?cc=PK",
	"/api/v1/measurements?cc=PK",
	"/api/v1/services",
	"/api/v1/incidents",
	"/api/v1/restrictions",
	"/api/v1/networks?cc=PK",
];

test("pages of any size, and the file, give the same rows in the same order, each once", async () => {
	for (const path of LISTS) {
		const whole = await jsonLines(
			`${path}${path.includes("?") ? "&" : "?"}format=jsonl`,
		);
		assert.ok(whole.length > 3, `${path}: ${whole.length} rows`);
		const plain = whole.map(({ licence: _, ...row }) => row);
		for (const limit of [Math.ceil(whole.length / 3), 1000])
			assert.deepEqual(
				(await pages(path, limit)).map(({ licence: _, ...row }) => row),
				plain,
				`${path} by ${limit}`,
			);
	}
});

test("a cursor of another list, or of nobody, is a problem and not an empty page", async () => {
	for (const cursor of [
		"x",
		"bm9uZQ",
		Buffer.from('["no-such-service"]').toString("base64url"),
	]) {
		const answer = await api.get(`/api/v1/services?cursor=${cursor}`);
		assert.equal(answer.status, 400);
		const { parameters } = (await answer.json()) as {
			parameters: readonly Json[];
		};
		assert.equal(parameters[0]?.["name"], "cursor");
	}
});

test("CSV and Parquet hold the rows of JSON Lines, as another reader finds", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-api-"));
	t.after(() => rm(dir, { recursive: true }));
	const path = "/api/v1/measurements?cc=PK";
	const rows = await jsonLines(`${path}&format=jsonl`);
	for (const format of ["csv", "parquet"]) {
		const answer = await api.get(`${path}&format=${format}`);
		assert.match(
			answer.headers.get("Content-Disposition") ?? "",
			new RegExp(`measurements\\.${format}`),
		);
		await writeFile(
			join(dir, `x.${format}`),
			Buffer.from(await answer.arrayBuffer()),
		);
	}
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	const read = async (sql: string) =>
		(await db.runAndReadAll(sql)).getRowObjectsJson();
	const parquet = await read(
		`SELECT uid, target, asn, measured_at::VARCHAR AS at, via_redirect, fired, licence FROM '${join(dir, "x.parquet")}'`,
	);
	assert.deepEqual(
		parquet.map((row) => [
			row["uid"],
			row["target"],
			Number(row["asn"]),
			String(row["at"]).slice(0, 19),
			row["via_redirect"],
			JSON.parse(String(row["fired"])),
			row["licence"],
		]),
		rows.map((row) => [
			row["uid"],
			row["target"],
			row["asn"],
			String(row["measuredAt"]).slice(0, 19).replace("T", " "),
			row["viaRedirect"],
			row["fired"],
			"CC-BY-NC-SA-4.0",
		]),
	);
	const [types] = await read(
		`SELECT typeof(measured_at) AS at, typeof(asn) AS asn, typeof(via_redirect) AS flag FROM '${join(dir, "x.parquet")}' LIMIT 1`,
	);
	assert.deepEqual(types, { at: "TIMESTAMP", asn: "BIGINT", flag: "BOOLEAN" });
	const csv = await read(
		`SELECT uid, target FROM read_csv('${join(dir, "x.csv")}', all_varchar = true)`,
	);
	assert.deepEqual(
		csv.map(({ uid, target }) => [uid, target]),
		rows.map(({ uid, target }) => [uid, target]),
	);
	db.closeSync();
});

test("an empty list is an empty file of every kind, with its columns", async () => {
	const path = "/api/v1/days?cc=FR";
	assert.deepEqual(await api.json(path), {
		licence: "CC-BY-4.0",
		emulated: false,
		items: [],
		next: null,
	});
	assert.match(
		await (await api.get(`${path}&format=csv`)).text(),
		/^day,cc,asn,[^\n]*,licence\r\n$/,
	);
	const parquet = Buffer.from(
		await (await api.get(`${path}&format=parquet`)).arrayBuffer(),
	);
	assert.equal(parquet.subarray(-4).toString(), "PAR1");
});

test("the licence is that of the data: OONI's binds what is mixed with it, and can be left out", async () => {
	const count = async (path: string) => {
		const { licence, items } = await api.json(path);
		const rows = items as readonly Json[];
		return {
			licence,
			measured: rows.reduce(
				(sum, row) => sum + Number(row["measurementCount"] ?? 1),
				0,
			),
			asns: [...new Set(rows.map((row) => Number(row["asn"])))].sort(),
		};
	};
	for (const list of ["days", "cells", "measurements", "networks"]) {
		const range = "cc=PK&limit=1000&since=2026-02-28&until=2026-03-02";
		const all = await count(`/api/v1/${list}?${range}`);
		const free = await count(`/api/v1/${list}?${range}&commercial=true`);
		assert.equal(all.licence, "CC-BY-NC-SA-4.0", list);
		assert.equal(free.licence, "CC-BY-4.0", list);
		assert.deepEqual(
			free.asns,
			[64497, 64499, 64501],
			`${list}: networks whose file is our collector's`,
		);
		assert.ok(free.measured > 0 && free.measured < all.measured, list);
	}
});

test("counts made anew of free data are those that the tables hold, where all data are free", async () => {
	const days = (commercial: boolean) =>
		pages(
			`/api/v1/days?cc=PK&asn=64497&since=2026-02-28&until=2026-03-02&commercial=${commercial}`,
			100,
		);
	const bare = (rows: readonly Json[]) =>
		rows.map(
			({ witnessUid: _, lastMeasuredAt: __, mechanism: ___, ...row }) => row,
		);
	assert.deepEqual(bare(await days(true)), bare(await days(false)));
});

test("a file whose publisher is not known is not free, whatever its measurements say of themselves", async (t) => {
	const own = await openApi({
		tables: {
			real: {
				measurements: [
					{
						uid: "u1",
						measuredAt: "2026-03-01T08:00:00Z",
						probeCc: "PK",
						probeAsn: 64496,
						softwareName: "rasai",
						fileHash: STRANGE_FILE,
					},
				],
				daily: [
					{
						day: "2026-03-01",
						cc: "PK",
						asn: 64496,
						target: "x.com",
						measurementCount: 1,
						lastMeasuredAt: "2026-03-01T08:00:00Z",
					},
				],
			},
		},
	});
	t.after(() => own.close());
	assert.equal(
		(await own.json("/api/v1/days?cc=PK"))["licence"],
		"LicenseRef-unknown",
	);
	const free = await own.json("/api/v1/days?cc=PK&commercial=true");
	assert.deepEqual([free["licence"], free["items"]], ["CC-BY-4.0", []]);
});

test("emulated data say so in every row, are never mixed with real ones, and go no further than this machine", async (t) => {
	const text = await (await api.get("/api/v1/days?cc=QZ&format=csv")).text();
	const [head = "", ...lines] = text.trimEnd().split("\r\n");
	assert.match(head, /,data$/);
	assert.ok(
		lines.length > 0 && lines.every((line) => line.endsWith(",emulated")),
	);
	for (const path of LISTS)
		assert.doesNotMatch(await (await api.get(path)).text(), /QZ/, path);
	const remote = await openApi({ mount: { mayShowEmulated: () => false } });
	t.after(() => remote.close());
	assert.equal(
		(
			await remote.get(
				"/ooni/api/v1/raw_measurement?report_id=report-64496-2026-03-01-0&input=xyz",
			)
		).status,
		404,
	);
	assert.doesNotMatch(
		await (await remote.get("/api/v1/incidents")).text(),
		/QZ|qz-/,
	);
});

test("an answer that did not change is not sent again, whole file or page", async () => {
	for (const path of [
		"/api/v1/days?cc=PK",
		"/api/v1/days?cc=PK&format=csv",
		"/api/v1/incidents?format=parquet",
		"/api/v1/openapi.json",
	]) {
		const first = await api.get(path);
		await first.arrayBuffer();
		const tag = first.headers.get("ETag") ?? assert.fail(path);
		const second = await api.get(path, { "If-None-Match": `"other", ${tag}` });
		assert.equal(second.status, 304, path);
		assert.equal(await second.text(), "");
		assert.equal(
			(await api.get(path, { "If-None-Match": '"other"' })).status,
			200,
		);
	}
});

test("any site may read, and learns what it may do", async () => {
	const asked = await api.app.request("http://localhost/api/v1/days?cc=PK", {
		method: "OPTIONS",
	});
	assert.equal(asked.status, 204);
	assert.equal(asked.headers.get("Access-Control-Allow-Origin"), "*");
	for (const path of [
		"/api/v1/status",
		"/ooni/api/v1/aggregation",
		"/api/v1/none",
	])
		assert.equal(
			(await api.get(path)).headers.get("Access-Control-Allow-Origin"),
			"*",
			path,
		);
	const posted = await api.app.request("http://localhost/api/v1/days", {
		method: "POST",
	});
	assert.equal(posted.status, 405);
	assert.equal(posted.headers.get("Allow"), "GET, HEAD, OPTIONS");
	assert.equal(
		((await posted.json()) as Json)["type"],
		"/api/v1/problems/method-not-allowed",
	);
	const head = await api.app.request(
		"http://localhost/api/v1/days?cc=PK&format=csv",
		{ method: "HEAD" },
	);
	assert.equal(head.status, 200);
	assert.ok(head.headers.get("ETag"));
});

test("a problem names every parameter that is wrong", async () => {
	const answer = await api.get(
		"/api/v1/days?cc=pakistan&since=2026-02-30&limit=0&nonsense=1&asn=1&asn=2",
	);
	const { parameters } = (await answer.json()) as {
		parameters: readonly { name: string }[];
	};
	assert.deepEqual(parameters.map(({ name }) => name).sort(), [
		"asn",
		"cc",
		"limit",
		"nonsense",
		"since",
	]);
});

test("P7: what a measurement says of itself stays data in a CSV: no formula, no second line", async () => {
	const text = await (
		await api.get("/api/v1/measurements?cc=PK&format=csv")
	).text();
	assert.match(text, /"'=HYPERLINK\(""http/);
	assert.doesNotMatch(text, /(^|,)=HYPERLINK/m);
});

test("P11: an address may spend so much in a minute, and what is counted is forgotten after it", () => {
	let now = new Date("2026-03-01T00:00:00Z");
	const limit = createRateLimit(10, () => now);
	assert.deepEqual(
		[limit.spend("192.0.2.1", 6).left, limit.spend("192.0.2.1", 4).left],
		[4, 0],
	);
	const refused = limit.spend("192.0.2.1", 1);
	assert.equal(refused.allowed, false);
	assert.equal(refused.resetSeconds, 60);
	assert.ok(limit.spend("192.0.2.2", 10).allowed, "others have their own");
	assert.ok(!refused.asker.includes("192"), "the address is not told");
	now = new Date("2026-03-01T00:01:00Z");
	const again = limit.spend("192.0.2.1", 1);
	assert.ok(again.allowed);
	assert.notEqual(
		again.asker,
		refused.asker,
		"the salt is new: minutes cannot be linked",
	);
});

test("P11: an IPv6 customer counts once, however many addresses it has", () => {
	const limit = createRateLimit(1, () => new Date("2026-03-01T00:00:00Z"));
	assert.ok(limit.spend("2001:db8:1:2::1", 1).allowed);
	assert.ok(!limit.spend("2001:db8:1:2:ffff:1:2:3", 1).allowed);
	assert.ok(!limit.spend("2001:0db8:1:2::9", 1).allowed);
	assert.ok(limit.spend("2001:db8:1:3::1", 1).allowed);
	assert.ok(limit.spend("::1", 1).allowed);
});

test("behind a proxy of this machine its last word on the address counts; from elsewhere nobody's word does", async (t) => {
	const tight = await openApi({ changes: { pointsPerMinute: 1 } });
	t.after(() => tight.close());
	const ask = async (peer: string, forwarded: string) =>
		(
			await tight.app.request(
				"http://localhost/api/v1/licences",
				{ headers: { "X-Forwarded-For": forwarded } },
				{ incoming: { socket: { remoteAddress: peer } } },
			)
		).status;
	assert.equal(await ask("127.0.0.1", "198.51.100.1, 192.0.2.1"), 200);
	assert.equal(await ask("127.0.0.1", "198.51.100.2, 192.0.2.1"), 429);
	assert.equal(await ask("127.0.0.1", "192.0.2.9"), 200);
	assert.equal(await ask("203.0.113.1", "192.0.2.77"), 200);
	assert.equal(await ask("203.0.113.1", "192.0.2.78"), 429);
});
