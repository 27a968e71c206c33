/** Signals followed beside measurements, against a server on loopback that answers as IODA's API does, and fails as it does. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import { createPoliteClient } from "../../src/gather/signals/index.ts";
import {
	detectIncidents,
	type FollowEvent,
	follow,
	readAlerts,
	recordAlerts,
	runOf,
} from "../../src/pipeline/index.ts";
import { openTestWorkspace } from "../../src/pipeline/test-workspace.ts";
import { Ledger, readFollowStatus } from "../../src/store/index.ts";

const HOUR = 3600;
const START = Date.parse("2026-01-05T00:00:00Z") / 1000;
/** Both gauges fall to a tenth here, for as long as anybody looks. */
const CUT = Date.parse("2026-01-24T12:00:00Z") / 1000;

/** Answers questions for raw signals of a country whose routes and answers to pings fall at CUT. */
async function serveIoda(t: TestContext, clock: () => Date) {
	const asked: { readonly from: number; readonly until: number }[] = [];
	const state = { broken: false };
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? "", "http://x");
		if (state.broken) {
			response.writeHead(500).end();
			return;
		}
		// The bucket of measurements, which is empty.
		if (!url.pathname.startsWith("/v2/signals")) {
			response.end(
				'<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>',
			);
			return;
		}
		const number = (name: string) => Number(url.searchParams.get(name));
		const span = { from: number("from"), until: number("until") };
		asked.push(span);
		const from = Math.floor(span.from / HOUR) * HOUR;
		const last = Math.min(span.until, clock().getTime() / 1000);
		const values = (height: number) =>
			Array.from({ length: Math.max(0, (last - from) / HOUR) }, (_, i) => {
				const at = from + i * HOUR;
				const day = 1 + 0.2 * Math.sin((at / 86_400) * 2 * Math.PI);
				const noise = 1 + 0.01 * Math.sin(i * 12.9898 + height);
				return Math.round(height * day * noise * (at >= CUT ? 0.1 : 1));
			});
		const series = (datasource: string, height: number) => ({
			entityType: "country",
			entityCode: "PK",
			entityName: "Pakistan",
			datasource,
			from,
			until: last,
			step: HOUR,
			values: values(height),
		});
		response.end(
			JSON.stringify({
				type: "signals",
				requestParameters: span,
				error: "",
				data: [[series("bgp", 4000), series("ping-slash24", 30_000)]],
			}),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => server.close());
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, asked, state };
}

test("followed signals are asked for what is new, a cut is told once, and a source that fails is named and caught up with", async (t) => {
	const time = { now: new Date((START + 20 * 86_400 - 3 * 86_400) * 1000) };
	const clock = () => time.now;
	const ioda = await serveIoda(t, clock);
	const workspace = await openTestWorkspace();
	t.after(() => workspace.close());
	const reader = await workspace.openReader();
	const ledger = await Ledger.open(workspace.workspace);
	t.after(async () => {
		await ledger.close();
		reader.close();
	});
	const { paths } = workspace;
	const events: FollowEvent[] = [];
	let round = 0;
	const http = createHttpClient({ allowedOrigins: [ioda.url] });
	await follow(
		(work) =>
			work({
				...workspace,
				clock,
				reader,
				detect: async () =>
					(
						await detectIncidents({
							reader,
							ledger,
							paths,
							clock,
							archive: workspace.archive,
							run: runOf({ reference: workspace.reference.snapshot }),
						})
					).incidents,
				recordAlerts: (alerts) => recordAlerts(ledger, alerts),
				sentAlerts: () => readAlerts(paths),
			}),
		{
			feed: {
				http,
				bucketUrl: ioda.url,
				cc: ["PK"],
				test: [],
				fetch: { maxAttempts: 1, firstWaitMs: 1 },
			},
			signals: {
				client: createPoliteClient(http, {
					pauseMs: 0,
					download: { maxAttempts: 1, firstWaitMs: 1 },
				}),
				names: ["ioda:country/PK"],
				everyMs: 6 * HOUR * 1000,
				lookbackDays: 17,
				apis: { ioda: `${ioda.url}/v2`, ripestat: ioda.url, radar: ioda.url },
			},
			everyMs: 3 * HOUR * 1000,
			lookbackDays: 1,
			minFreeBytes: 0,
			keepRawDays: undefined,
			rounds: 40,
			import: { workers: 1 },
			signal: new AbortController().signal,
			sleep: async () => {
				time.now = new Date(time.now.getTime() + 3 * HOUR * 1000);
				ioda.state.broken = round >= 4 && round < 10;
				round++;
			},
			random: () => 0.5,
			tell: (event) => events.push(event),
		},
	);
	const [first, second] = ioda.asked;
	assert.ok(first && second);
	assert.equal(first.until - first.from, 7 * 86_400, "a week at a time");
	const later = ioda.asked.slice(3);
	assert.ok(
		later.length >= 14 && later.length <= 20,
		`${later.length} later questions`,
	);
	for (const { from, until } of later)
		assert.ok(until - from < 3 * 86_400, "only what is new, and a day again");
	const problems = events.filter(({ event }) => event === "problem");
	assert.ok(problems.length > 0, "the days without answers are told");
	const told = events.flatMap((one) =>
		one.event === "alert" ? [one.alert] : [],
	);
	assert.deepEqual(
		told.map(({ kind }) => kind),
		["opened"],
		"one notification for one event",
	);
	assert.match(
		told[0]?.text ?? "",
		/internet, cause not established, in PK since 2026-01-24T12:00:00Z: 2 of 2 signals fell/,
	);
	const [status] =
		(await readFollowStatus(paths))?.sources.filter(
			({ source }) => source === "ioda:country/PK",
		) ?? [];
	assert.equal(status?.state, "ok");
	assert.equal(status?.cc, "PK");
	assert.ok((status?.lagHours ?? 99) <= 6);
});
