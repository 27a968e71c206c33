/**
 * The collector: the calls of OONI's probe services that its clients make.
 * No address is kept or logged (P11): it is compared with the declared network
 * in memory, counted under a hash that changes by the hour, and let go.
 */
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { formatInstant } from "../../base/index.ts";
import { EMULATED_CC, isRecord } from "../../model/index.ts";
import { addressOfClient, readJson } from "./client.ts";
import { createLineBook } from "./line-book.ts";
import { createRateLimit } from "./rate-limit.ts";
import {
	createReportId,
	readAsn,
	readCc,
	readContent,
	readOpening,
	readReportId,
	readSubmission,
} from "./report.ts";
import {
	type NetworkKnowledge,
	originOf,
	type Submission,
	type SubmissionSink,
	subjectOf,
} from "./submission.ts";
import type { WaitingCount } from "./waiting.ts";

export interface ListedUrl {
	readonly url: string;
	readonly category_code: string;
	readonly country_code: string;
}

export interface CollectorOptions {
	readonly nowMs: () => number;
	/** Signs report ids. */
	readonly key: Uint8Array;
	readonly sink: SubmissionSink;
	readonly networks: NetworkKnowledge;
	/** URLs to test in a country. */
	readonly urlsFor: (cc: string) => readonly ListedUrl[];
	/** Where clients reach this server, as they must be told; empty: as they named it. */
	readonly address: string;
	readonly perHour: number;
	readonly trustsProxy: boolean;
	/** Whether emulated measurements (country QZ) are taken: where nobody else can send any. */
	readonly takesEmulated: boolean;
	/** What is held back, as it may be told at any time. */
	readonly waiting: () => readonly WaitingCount[];
}

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const MAX_CALL_BYTES = 65_536;
const DEFAULT_URLS = 100;
/** Reading back what is held costs the disk: so many at once. */
const MAX_READINGS = 2;

export function collectorRoutes(options: CollectorOptions): Hono {
	const { nowMs, key, sink } = options;
	const limit = createRateLimit(nowMs, {
		perWindow: options.perHour,
		windowMs: 3_600_000,
	});
	const lines = createLineBook(nowMs);
	let readings = 0;
	const app = new Hono();
	app.use(async (context, next) => {
		if (limit.take(addressOfClient(context, options.trustsProxy)))
			return next();
		return context.json({ error: "too many requests" }, 429, {
			"Retry-After": "3600",
		});
	});

	app.post("/report", async (context) => {
		const body = await readJson(context.req.raw, MAX_CALL_BYTES);
		if ("wrong" in body) return context.json(...refusal(body));
		const opening = readOpening(body.value);
		if ("wrong" in opening) return context.json({ error: opening.wrong }, 400);
		if (isUnwanted(opening.value.cc))
			return context.json({ error: NO_EMULATED }, 400);
		return context.json({
			backend_version: "1.3.5",
			report_id: createReportId(key, opening.value, nowMs()),
			supported_formats: ["json"],
		});
	});

	app.post("/report/:id", async (context) => {
		const report = readReportId(key, context.req.param("id"), nowMs());
		if (report === undefined) return context.json({ error: NO_REPORT }, 404);
		if (sink.isFull())
			return context.json({ error: "busy" }, 503, { "Retry-After": "30" });
		const body = await readJson(context.req.raw, MAX_BODY_BYTES);
		if ("wrong" in body) return context.json(...refusal(body));
		const read = readSubmission(body.value, report);
		if ("wrong" in read) return context.json({ error: read.wrong }, 400);
		const reportId = context.req.param("id");
		const address = addressOfClient(context, options.trustsProxy);
		const submission: Submission = {
			uid: uidOf(nowMs(), report.cc, report.testName),
			reportId,
			receivedAt: receivedAt(),
			origin: lines.isRepeat(address, reportId, subjectOf(read.value))
				? "repeat"
				: originOf(address, report, options.networks),
			measurement: read.value,
		};
		await sink.append(submission);
		return context.json({ measurement_uid: submission.uid });
	});

	app.post("/report/:id/close", (context) =>
		readReportId(key, context.req.param("id"), nowMs()) === undefined
			? context.json({ error: NO_REPORT }, 404)
			: context.json({ status: "success" }),
	);

	app.get("/report/:id", async (context) => {
		const id = context.req.param("id");
		if (readReportId(key, id, nowMs() - HELD_LONGEST_MS) === undefined)
			return context.json({ error: NO_REPORT }, 404);
		if (readings >= MAX_READINGS)
			return context.json({ error: "busy" }, 503, { "Retry-After": "5" });
		readings++;
		try {
			const held = await sink.ofReport(id);
			return context.json({ measurements: held }, 200, {
				"Cache-Control": "no-store",
			});
		} finally {
			readings--;
		}
	});

	app.post("/upload", async (context) => {
		if (sink.isFull())
			return context.json({ error: "busy" }, 503, { "Retry-After": "30" });
		const body = await readJson(context.req.raw, MAX_BODY_BYTES);
		if ("wrong" in body) return context.json(...refusal(body));
		const sent = isRecord(body.value) ? body.value["measurements"] : undefined;
		if (!Array.isArray(sent))
			return context.json({ error: "measurements is no list" }, 400);
		const contents = [];
		for (const [at, one] of sent.entries()) {
			const read = readContent(one);
			if ("wrong" in read)
				return context.json({ error: `measurement ${at}: ${read.wrong}` }, 400);
			if (isUnwanted(read.value["probe_cc"]))
				return context.json(
					{ error: `measurement ${at}: ${NO_EMULATED}` },
					400,
				);
			contents.push(read.value);
		}
		const reportId = `upload-${randomBytes(16).toString("hex")}`;
		await Promise.all(
			contents.map((measurement) =>
				sink.append({
					uid: uidOf(nowMs(), "ZZ", "upload"),
					reportId,
					receivedAt: receivedAt(),
					origin: "uploaded",
					measurement,
				}),
			),
		);
		return context.json({ accepted: contents.length });
	});

	app.post("/api/v1/check-in", async (context) => {
		const body = await readJson(context.req.raw, MAX_CALL_BYTES);
		if ("wrong" in body) return context.json(...refusal(body));
		if (!isRecord(body.value))
			return context.json({ error: "the body is no JSON object" }, 400);
		const cc = readCc(body.value["probe_cc"] ?? "ZZ");
		const said = readAsn(body.value["probe_asn"] ?? "AS0");
		if (cc === undefined)
			return context.json({ error: "probe_cc is no country code" }, 400);
		if (isUnwanted(cc)) return context.json({ error: NO_EMULATED }, 400);
		if (said === undefined)
			return context.json({ error: "probe_asn is no AS number" }, 400);
		const client = addressOfClient(context, options.trustsProxy);
		const asn = said === 0 ? options.networks.asnOf(client) : said;
		const wanted = isRecord(body.value["web_connectivity"])
			? body.value["web_connectivity"]["category_codes"]
			: undefined;
		const declared = { testName: "web_connectivity", cc, asn };
		return context.json({
			v: 1,
			probe_cc: cc,
			probe_asn: `AS${asn}`,
			utc_time: formatInstant(new Date(nowMs())),
			conf: {
				features: {},
				test_helpers: helpersOf(addressFor(context.req.url)),
			},
			tests: {
				web_connectivity: {
					report_id: createReportId(key, declared, nowMs()),
					urls: chosen(cc, wanted, DEFAULT_URLS),
				},
			},
		});
	});

	app.get("/api/v1/test-helpers", (context) =>
		context.json(helpersOf(addressFor(context.req.url))),
	);

	app.get("/api/v1/test-list/urls", (context) => {
		const cc = readCc(
			(context.req.query("country_code") ?? "ZZ").toUpperCase(),
		);
		if (cc === undefined)
			return context.json({ error: "country_code is no country code" }, 400);
		const asked = Number(context.req.query("limit") ?? -1);
		if (!Number.isInteger(asked))
			return context.json({ error: "limit is no number" }, 400);
		const codes = context.req.query("category_codes")?.split(",");
		const results = chosen(cc, codes, asked > 0 ? asked : undefined);
		const metadata = {
			count: results.length,
			current_page: -1,
			limit: asked,
			next_url: "",
			pages: 1,
		};
		return context.json({ metadata, results });
	});

	app.post("/bouncer/net-tests", async (context) => {
		const body = await readJson(context.req.raw, MAX_CALL_BYTES);
		if ("wrong" in body) return context.json(...refusal(body));
		const asked = isRecord(body.value) ? body.value["net-tests"] : undefined;
		if (!Array.isArray(asked) || !asked.every(isRecord))
			return context.json({ error: "net-tests is no list" }, 400);
		const address = addressFor(context.req.url);
		const alternates = [{ type: "https", address }];
		return context.json({
			"net-tests": asked.map(({ name, version }) => ({
				name,
				version,
				collector: address,
				"collector-alternate": alternates,
				"input-hashes": null,
				"test-helpers": { "web-connectivity": address },
				"test-helpers-alternate": { "web-connectivity": alternates },
			})),
		});
	});
	app.get("/api/v1/waiting", (context) =>
		context.json({ waiting: options.waiting() }),
	);
	return app;

	function isUnwanted(cc: unknown): boolean {
		return cc === EMULATED_CC && !options.takesEmulated;
	}

	function receivedAt(): string {
		return formatInstant(new Date(Math.floor(nowMs() / 1000) * 1000));
	}

	function addressFor(url: string): string {
		return options.address || new URL(url).origin;
	}

	function chosen(
		cc: string,
		categories: unknown,
		most: number | undefined,
	): readonly ListedUrl[] {
		const urls = options.urlsFor(cc);
		return (
			Array.isArray(categories) && categories.length > 0
				? urls.filter(({ category_code }) => categories.includes(category_code))
				: urls
		).slice(0, most);
	}
}

const NO_EMULATED = "QZ stands for emulated measurements; none are taken here";
const NO_REPORT = "no such report, or its time is over";
/** A report stays readable to who opened it while its measurements may be held. */
const HELD_LONGEST_MS = 96 * 3_600_000;

function refusal(body: {
	readonly wrong: string;
	readonly status?: 413 | 415;
}): readonly [{ readonly error: string }, 400 | 413 | 415] {
	return [{ error: body.wrong }, body.status ?? 400];
}

function helpersOf(address: string) {
	return { "web-connectivity": [{ address, type: "https" }] };
}

/** In the form of OONI's: time, country, test, and what nobody can guess. */
function uidOf(nowMs: number, cc: string, testName: string): string {
	const at = new Date(nowMs)
		.toISOString()
		.replace(/[-:]/g, "")
		.replace("T", "")
		.slice(0, 14);
	return `${at}.${String(nowMs % 1000).padStart(3, "0")}000_${cc}_${testName}_${randomBytes(8).toString("hex")}`;
}
