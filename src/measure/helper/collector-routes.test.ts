import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { type CollectorOptions, collectorRoutes } from "./collector-routes.ts";
import { createRateLimit } from "./rate-limit.ts";
import type { Submission } from "./submission.ts";

type Row = Readonly<Record<string, unknown>>;

const AT_MS = Date.UTC(2026, 0, 10, 6, 30);
const HERE = "198.18.7.7";
/** The declared network, in another country. */
const ABROAD = "198.18.6.6";
const TOR = "198.18.9.9";

function collector(changes: Partial<CollectorOptions> = {}) {
	const kept: Submission[] = [];
	const time = { ms: AT_MS };
	const app = collectorRoutes({
		nowMs: () => time.ms,
		key: new Uint8Array(32).fill(1),
		sink: {
			async append(one) {
				kept.push(one);
			},
			isFull: () => false,
			ofReport: async (id) => kept.filter(({ reportId }) => reportId === id),
		},
		networks: {
			asnOf: (address) => (address === HERE || address === ABROAD ? 64_500 : 0),
			ccOf: (address) => (address === ABROAD ? "IN" : undefined),
			isTorExit: (address) => address === TOR,
		},
		urlsFor: (cc) => [
			{ url: "https://a.example/", category_code: "NEWS", country_code: cc },
			{ url: "https://b.example/", category_code: "GRP", country_code: "ZZ" },
		],
		address: "https://collector.example",
		perHour: 1000,
		trustsProxy: true,
		takesEmulated: true,
		waiting: () => [],
		...changes,
	});
	const call = async (
		method: string,
		path: string,
		body?: unknown,
		headers: Readonly<Record<string, string>> = {},
	) => {
		const reply = await app.request(path, {
			method,
			headers: { "x-forwarded-for": HERE, ...headers },
			...(body === undefined
				? {}
				: {
						body:
							typeof body === "string" || body instanceof Uint8Array
								? (body as string)
								: JSON.stringify(body),
					}),
		});
		return {
			status: reply.status,
			headers: reply.headers,
			body: (await reply.json()) as Row,
		};
	};
	const open = async (changes: Row = {}) => {
		const { body } = await call("POST", "/report", { ...OPENING, ...changes });
		return String(body["report_id"]);
	};
	return { call, open, kept, time };
}

const OPENING: Row = {
	data_format_version: "0.2.0",
	format: "json",
	probe_asn: "AS64500",
	probe_cc: "QZ",
	software_name: "ooniprobe-cli",
	software_version: "3.24.0",
	test_name: "web_connectivity",
	test_start_time: "2026-01-10 06:29:00",
	test_version: "0.5.28",
};
const CONTENT: Row = {
	...OPENING,
	input: "https://a.example/",
	measurement_start_time: "2026-01-10 06:29:30",
	test_keys: { queries: [] },
};
const SUBMISSION = { format: "json", content: CONTENT };

test("a client opens a report, submits into it, sees what it sent, and closes it", async () => {
	const { call, open, kept } = collector();
	const id = await open();
	assert.match(
		id,
		/^20260110T063000Z_webconnectivity_QZ_64500_n1_[0-9a-f]{32}$/,
	);
	const sent = await call("POST", `/report/${id}`, SUBMISSION);
	assert.equal(sent.status, 200);
	assert.equal(kept.length, 1);
	assert.equal(sent.body["measurement_uid"], kept[0]?.uid);
	assert.deepEqual(kept[0]?.measurement, CONTENT);
	const mine = await call("GET", `/report/${id}`);
	assert.deepEqual(mine.body["measurements"], kept);
	assert.equal(mine.headers.get("cache-control"), "no-store");
	assert.equal((await call("POST", `/report/${id}/close`, {})).status, 200);
	const { body } = await call("GET", `/report/${await open()}`);
	assert.deepEqual(body, { measurements: [] }, "another report sees nothing");
});

test("P11: the client's address is nowhere in what is kept or answered", async () => {
	const { call, open, kept } = collector();
	const id = await open();
	const answers = [
		await call("POST", `/report/${id}`, SUBMISSION),
		await call("GET", `/report/${id}`),
		await call("POST", "/api/v1/check-in", {}),
	];
	assert.ok(!JSON.stringify([kept, answers]).includes(HERE));
});

test("P7: the declared network and country are compared with the connection's", async () => {
	const cases = [
		["seen", HERE, "AS64500"],
		["differs", HERE, "AS64501"],
		["differs", ABROAD, "AS64500"],
		["unchecked", "198.18.8.8", "AS64500"],
		["unchecked", HERE, "AS0"],
		["tor", TOR, "AS64500"],
	] as const;
	for (const [origin, address, probe_asn] of cases) {
		const { call, open, kept } = collector();
		const id = await open({ probe_asn });
		const content = { ...CONTENT, probe_asn };
		const from = { "x-forwarded-for": `10.0.0.1, ${address}` };
		await call("POST", `/report/${id}`, { format: "json", content }, from);
		assert.equal(kept[0]?.origin, origin);
	}
});

test("P7: what is malformed is answered 4xx with a reason, and nothing is kept", async () => {
	const { call, open, kept, time } = collector();
	const id = await open();
	const wrongOpenings: unknown[] = ["{", [], {}];
	for (const [key, value] of [
		["test_name", "../x"],
		["probe_cc", "Pakistan"],
		["probe_asn", "64500"],
		["probe_asn", "AS99999999999"],
		["software_name", "x\n"],
		["data_format_version", "9"],
		["format", "yaml"],
	] as const)
		wrongOpenings.push({ ...OPENING, [key]: value });
	for (const wrong of wrongOpenings) {
		const { status, body } = await call("POST", "/report", wrong);
		assert.equal(status, 400, JSON.stringify(wrong));
		assert.match(String(body["error"]), /\w+ \w+/);
	}
	const wrongSubmissions: unknown[] = ["", "null", {}, CONTENT];
	for (const [key, value] of [
		["test_name", "signal"],
		["probe_cc", "PK"],
		["probe_asn", "AS1"],
		["test_keys", null],
		["measurement_start_time", "yesterday"],
	] as const)
		wrongSubmissions.push({
			format: "json",
			content: { ...CONTENT, [key]: value },
		});
	for (const wrong of wrongSubmissions) {
		const { status, body } = await call("POST", `/report/${id}`, wrong);
		assert.equal(status, 400, JSON.stringify(wrong));
		assert.match(String(body["error"]), /\w+ \w+/);
	}
	const forged = `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
	for (const other of [forged, "x", id.replace("QZ", "PK")])
		assert.equal(
			(await call("POST", `/report/${other}`, SUBMISSION)).status,
			404,
		);
	time.ms += 25 * 3_600_000;
	assert.equal((await call("POST", `/report/${id}`, SUBMISSION)).status, 404);
	assert.deepEqual(kept, []);
});

test("P7: large bodies and packed bombs are refused, packed submissions are read", async () => {
	const { call, open, kept } = collector();
	const id = await open();
	const gzip = { "content-encoding": "gzip" };
	const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, " "));
	assert.equal((await call("POST", `/report/${id}`, bomb, gzip)).status, 413);
	const large = Buffer.alloc(5 * 1024 * 1024, " ");
	assert.equal((await call("POST", `/report/${id}`, large)).status, 413);
	const odd = { "content-encoding": "br" };
	assert.equal((await call("POST", `/report/${id}`, "x", odd)).status, 415);
	assert.equal(kept.length, 0);
	const packed = gzipSync(JSON.stringify(SUBMISSION));
	assert.equal((await call("POST", `/report/${id}`, packed, gzip)).status, 200);
	assert.deepEqual(kept[0]?.measurement, CONTENT);
});

test("P7: an uploaded file is kept as a class of its own, whole or not at all", async () => {
	const { call, kept } = collector();
	const sent = { measurements: [CONTENT, CONTENT] };
	assert.deepEqual((await call("POST", "/upload", sent)).body, { accepted: 2 });
	assert.deepEqual(
		kept.map(({ origin }) => origin),
		["uploaded", "uploaded"],
	);
	const half = { measurements: [CONTENT, { test_keys: {} }] };
	const refused = await call("POST", "/upload", half);
	assert.equal(refused.status, 400);
	assert.match(String(refused.body["error"]), /^measurement 1: /);
	assert.equal(kept.length, 2);
});

test("a disk that cannot keep up is told as 503", async () => {
	const busy = collector({
		sink: {
			append: async () => {},
			isFull: () => true,
			ofReport: async () => [],
		},
	});
	const shed = await busy.call(
		"POST",
		`/report/${await busy.open()}`,
		SUBMISSION,
	);
	assert.equal(shed.status, 503);
	assert.match(shed.headers.get("retry-after") ?? "", /^\d+$/);
});

test("check-in, test helpers, test lists and bouncer answer in OONI's form", async () => {
	const { call } = collector();
	const helpers = {
		"web-connectivity": [
			{ address: "https://collector.example", type: "https" },
		],
	};
	assert.deepEqual((await call("GET", "/api/v1/test-helpers")).body, helpers);

	const { body } = await call("POST", "/api/v1/check-in", {
		probe_cc: "QZ",
		probe_asn: "AS0",
		web_connectivity: { category_codes: ["NEWS"] },
	});
	const { conf, tests } = body as {
		conf: Row;
		tests: { web_connectivity: { report_id: string; urls: readonly Row[] } };
	};
	assert.equal(body["probe_asn"], "AS64500", "filled in from the connection");
	assert.deepEqual(conf["test_helpers"], helpers);
	assert.match(
		tests.web_connectivity.report_id,
		/_webconnectivity_QZ_64500_n1_/,
	);
	assert.deepEqual(
		tests.web_connectivity.urls.map(({ url }) => url),
		["https://a.example/"],
	);

	const list = await call(
		"GET",
		"/api/v1/test-list/urls?country_code=qz&limit=1",
	);
	assert.deepEqual(list.body["metadata"], {
		count: 1,
		current_page: -1,
		limit: 1,
		next_url: "",
		pages: 1,
	});

	const bouncer = await call("POST", "/bouncer/net-tests", {
		"net-tests": [{ name: "web_connectivity", version: "0.5.28" }],
	});
	const [first] = bouncer.body["net-tests"] as readonly Row[];
	assert.equal(first?.["collector"], "https://collector.example");
	assert.equal(first?.["name"], "web_connectivity");
	for (const [path, wrong] of [
		["/api/v1/check-in", []],
		["/api/v1/check-in", { probe_cc: "xx" }],
		["/api/v1/check-in", { probe_asn: 1 }],
		["/bouncer/net-tests", {}],
	] as const)
		assert.equal((await call("POST", path, wrong)).status, 400);
	assert.equal(
		(await call("GET", "/api/v1/test-list/urls?limit=x")).status,
		400,
	);
});

test("one client gets its share of an hour, and another is not held up by it", async () => {
	const { call } = collector({ perHour: 2 });
	const ask = (from: string) =>
		call("GET", "/api/v1/test-helpers", undefined, { "x-forwarded-for": from });
	const statuses = [];
	for (let i = 0; i < 3; i++) statuses.push((await ask(HERE)).status);
	statuses.push((await ask(TOR)).status);
	assert.deepEqual(statuses, [200, 200, 429, 200]);
});

test("an IPv6 line is one client, and a new window is a new share", () => {
	let now = 0;
	const limit = createRateLimit(() => now, { perWindow: 1, windowMs: 1000 });
	assert.equal(limit.take("2001:db8:0:1::5"), true);
	assert.equal(limit.take("2001:db8:0:1:ffff::6"), false);
	assert.equal(limit.take("2001:db8:0:2::5"), true);
	assert.equal(limit.take("::ffff:198.18.0.1"), true);
	assert.equal(limit.take("198.18.0.1"), false);
	now = 1000;
	assert.equal(limit.take("2001:db8:0:1::5"), true);
});

test("P7: emulated measurements are taken only where nobody outside can send any", async () => {
	const { call, open } = collector({ takesEmulated: false });
	const told = [
		await call("POST", "/report", OPENING),
		await call("POST", "/api/v1/check-in", { probe_cc: "QZ" }),
		await call("POST", "/upload", { measurements: [CONTENT] }),
	];
	for (const { status, body } of told) {
		assert.equal(status, 400);
		assert.match(String(body["error"]), /QZ/);
	}
	assert.match(await open({ probe_cc: "PK" }), /_PK_/);
});

test("P7: many reports over one line are one voice", async () => {
	const { call, open, kept } = collector();
	for (let i = 0; i < 5; i++)
		await call("POST", `/report/${await open()}`, SUBMISSION);
	const elsewhere = { "x-forwarded-for": "198.18.8.8" };
	await call("POST", `/report/${await open()}`, SUBMISSION, elsewhere);
	assert.deepEqual(
		kept.map(({ origin }) => origin),
		["seen", "repeat", "repeat", "repeat", "repeat", "unchecked"],
	);
});
