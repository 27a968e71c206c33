/** The client against a server on loopback with the paging, errors and traps of the APIs. */
import assert from "node:assert/strict";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import test, { type TestContext } from "node:test";
import { createHttpClient } from "../../../base/index.ts";
import { readSignals } from "../read.ts";
import {
	type ApiAnswer,
	type Asking,
	askIodaOutages,
	askIodaSignals,
	askRadar,
	askRipestat,
} from "./ask.ts";
import { createPoliteClient, type PoliteOptions } from "./polite.ts";

const DAY = 86_400;

async function serve(
	t: TestContext,
	handle: (
		url: URL,
		request: IncomingMessage,
		response: ServerResponse,
	) => void,
	options: Partial<PoliteOptions> = {},
): Promise<Asking> {
	const server = createServer((request, response) =>
		handle(new URL(request.url ?? "", "http://x"), request, response),
	);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const client = createPoliteClient(
		createHttpClient({ allowLoopback: true, limits: { totalMs: 10_000 } }),
		{ pauseMs: 1, download: { firstWaitMs: 5 }, ...options },
	);
	return {
		client,
		base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		since: 0,
		until: 20 * DAY,
	};
}
const json = (response: ServerResponse, value: unknown) =>
	response.end(JSON.stringify(value));
async function all(
	answers: AsyncIterable<ApiAnswer>,
): Promise<readonly ApiAnswer[]> {
	const taken: ApiAnswer[] = [];
	for await (const answer of answers) taken.push(answer);
	return taken;
}

test("IODA's raw signals are asked for by the week, through refusals, and read as one signal a week", async (t) => {
	const windows: number[][] = [];
	let refusals = 2;
	const asking = await serve(t, (url, _, response) => {
		if (refusals-- > 0) {
			response.statusCode = refusals === 1 ? 429 : 503;
			return void response.end();
		}
		const [from, until] = [
			Number(url.searchParams.get("from")),
			Number(url.searchParams.get("until")),
		];
		windows.push([from / DAY, until / DAY]);
		json(response, {
			type: "signals",
			error: null,
			copyright: "x",
			data: [
				[
					{
						entityType: "country",
						entityCode: "QZ",
						datasource: "bgp",
						from,
						step: 300,
						values: [1, null],
					},
				],
			],
		});
	});
	const answers = await all(askIodaSignals(asking, "country/QZ"));
	assert.deepEqual(windows, [
		[0, 7],
		[7, 14],
		[14, 20],
	]);
	assert.deepEqual(
		readSignals("a", answers[1]?.text ?? "").signals[0]?.points.map(
			({ reading }) => reading,
		),
		[1, "gap"],
	);
});

test("pages are asked for until one is not full, from IODA by number and from Radar by offset with the key", async (t) => {
	const asked: string[] = [];
	const asking = await serve(
		t,
		(url, request, response) => {
			asked.push(
				url.searchParams.get("page") ??
					`${url.searchParams.get("offset")} ${request.headers.authorization}`,
			);
			const isLast = asked.length % 2 === 0;
			const items = Array.from({ length: isLast ? 3 : 100 }, () => ({}));
			json(
				response,
				url.pathname.startsWith("/radar")
					? { success: true, result: { annotations: items } }
					: { error: null, data: items },
			);
		},
		{ key: "test-key" },
	);
	assert.equal(
		(await all(askIodaOutages(asking, "alerts", "country/QZ"))).length,
		2,
	);
	assert.equal(
		(await all(askRadar(asking, "annotations/outages", "QZ"))).length,
		2,
	);
	assert.deepEqual(asked, [
		"0",
		"1",
		"0 Bearer test-key",
		"100 Bearer test-key",
	]);
});

test("RIPEstat is asked for a resolution, and what has not changed is not sent again", async (t) => {
	const statuses: number[] = [];
	const asking = await serve(
		t,
		(url, request, response) => {
			assert.equal(url.searchParams.get("resolution"), "1d");
			response.setHeader("etag", '"one"');
			response.statusCode =
				request.headers["if-none-match"] === '"one"' ? 304 : 200;
			statuses.push(response.statusCode);
			if (response.statusCode === 304) response.end();
			else json(response, { status: "ok", data: { stats: [] } });
		},
		{ cache: new Map() },
	);
	const [first] = await all(askRipestat(asking, "QZ"));
	const [second] = await all(askRipestat(asking, "QZ"));
	assert.deepEqual(statuses, [200, 304]);
	assert.equal(second?.text, first?.text);
});

test("an error inside an answer of status 200 is an error, and so is a page that is no JSON", async (t) => {
	const bodies = ['{"success":false,"errors":[{}],"result":null}', "<html>"];
	const asking = await serve(
		t,
		(_, __, response) => void response.end(bodies.shift()),
	);
	const fails = { code: "source_unreadable" };
	await assert.rejects(all(askRadar(asking, "traffic_anomalies")), fails);
	await assert.rejects(all(askRipestat(asking, "QZ")), fails);
});

test("requests keep their distance, those asked at once as well", async (t) => {
	const times: number[] = [];
	const asking = await serve(
		t,
		(_, __, response) => {
			times.push(performance.now());
			json(response, { data: {} });
		},
		{ pauseMs: 60 },
	);
	await Promise.all([
		all(askRipestat(asking, "QZ")),
		all(askRipestat(asking, "QZ")),
	]);
	assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 50);
});
