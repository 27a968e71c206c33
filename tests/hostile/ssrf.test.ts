/**
 * P7: nobody leads a request of ours into a private network, whoever of us
 * sends it: the probe, the helper, the source archiver, a webhook, the fetch
 * of a mirror, an import by address. A server waits on loopback; whatever
 * reaches it was led there.
 */
import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import {
	createHttpClient,
	download,
	type HttpClient,
	systemClock,
} from "../../src/base/index.ts";
import { webFile } from "../../src/gather/archives/web-files.ts";
import { helperRoutes } from "../../src/measure/helper/index.ts";
import {
	realVantage,
	runWebConnectivity,
} from "../../src/measure/probe/index.ts";
import { fetchPage } from "../../src/pipeline/sources/fetch-page.ts";
import { createWebhookSender } from "../../src/publish/alerts/webhook.ts";
import { fetchMirror } from "../../src/publish/mirror/fetch.ts";
import { emptyAsn } from "../../src/reference/index.ts";
import type { QueuedMessage, Subscription } from "../../src/store/index.ts";
import { type Running, serveHttp, webOptions } from "../probe/servers.ts";
import { HOSTILE_ANSWERS, HOSTILE_HOSTS } from "./addresses.ts";

const visits: string[] = [];
let trap: Running;
before(async () => {
	trap = await serveHttp((request, response) => {
		visits.push(`${request.headers.host} ${request.url}`);
		response.end("inside");
	});
});
after(() => trap.close());

const LIMITS = { connectMs: 2000, idleMs: 2000, totalMs: 4000 };
const signal = AbortSignal.timeout(120_000);

/** Everybody who sends requests through the one client. Each throws, or says that it failed. */
const SENDERS: Readonly<
	Record<string, (http: HttpClient, url: string) => Promise<unknown>>
> = {
	"the client itself": (http, url) => http.request(url, { limits: LIMITS }),
	"a download": (http, url) =>
		drain(download(http, url, { signal, limits: LIMITS })),
	"an import by address": async (http, url) =>
		drain(webFile(http, { url }, { maxAttempts: 1 }).open(signal)),
	"the source archiver": (http, url) =>
		fetchPage(http, url, systemClock, signal, LIMITS),
	"a mirror's fetch": (http, url) =>
		fetchMirror({
			client: http,
			url,
			folder: join(tmpdir(), "rasai-never-made"),
			signal,
		}),
	"a webhook": async (http, url) => {
		const site = {
			name: "Rasai",
			address: "https://rasai.example",
			key: Buffer.alloc(32),
		};
		const { result } = await createWebhookSender(site, http, systemClock).send(
			{
				id: "s",
				channel: { kind: "webhook", url, secret: "whsec_aaaa" },
			} as Subscription,
			{
				id: "m",
				queuedAt: "2026-01-01T00:00:00Z",
				notices: [],
			} as unknown as QueuedMessage,
			signal,
		);
		if (result !== "sent") throw new Error(result);
	},
};

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
	for await (const _ of chunks);
}

for (const [who, send] of Object.entries(SENDERS))
	test(`P7: ${who} goes to no private address, however it is written or resolved`, async () => {
		const http = createHttpClient({ limits: LIMITS });
		for (const host of HOSTILE_HOSTS)
			await assert.rejects(send(http, `http://${host}:${trap.port}/x`), host);
		for (const answer of HOSTILE_ANSWERS) {
			const lied = createHttpClient({
				limits: LIMITS,
				resolve: async () => [answer],
			});
			await assert.rejects(
				send(lied, `http://name.example:${trap.port}/x`),
				answer,
			);
		}
		assert.deepEqual(visits, []);
	});

test("P7: no redirect leads a client inside, and no second look-up", async () => {
	let location = "";
	const outside = await serveHttp((_, response) =>
		response.writeHead(302, { location }).end(),
	);
	try {
		const origin = `http://127.0.0.1:${outside.port}`;
		const http = createHttpClient({ allowedOrigins: [origin], limits: LIMITS });
		for (const host of HOSTILE_HOSTS)
			for (const who of ["the client itself", "the source archiver"] as const) {
				location = encodeURI(`http://${host}:${trap.port}/redirected`);
				await assert.rejects(
					(SENDERS[who] ?? assert.fail())(http, origin),
					host,
				);
			}
		let looks = 0;
		const rebinding = createHttpClient({
			limits: LIMITS,
			resolve: async () => {
				looks += 1;
				return looks % 2 === 1 ? ["192.0.2.1", "127.0.0.1"] : ["127.0.0.1"];
			},
		});
		for (let i = 0; i < 4; i += 1)
			await assert.rejects(
				rebinding.request(`http://name.example:${trap.port}/`),
			);
		assert.deepEqual(visits, []);
	} finally {
		await outside.close();
	}
});

test("P7: the probe goes to no private address, however it is written or resolved", async () => {
	const visit = (url: string, addresses: readonly string[]) =>
		runWebConnectivity(
			url,
			realVantage({ systemLookup: async () => ({ addresses }) }),
			webOptions(),
		).catch(() => undefined);
	for (const host of HOSTILE_HOSTS)
		await visit(`http://${host}:${trap.port}/`, ["127.0.0.1"]);
	for (const answer of HOSTILE_ANSWERS)
		await visit(`http://name.example:${trap.port}/`, [answer]);
	assert.deepEqual(visits, []);
});

test("P7: the helper goes to no private address, however it is written or resolved", async () => {
	const ask = async (url: string, answers: readonly string[]) => {
		const app = helperRoutes({
			vantage: realVantage({
				systemLookup: async () => ({ addresses: answers }),
			}),
			asn: emptyAsn,
			nowMs: () => performance.now(),
			keepMs: 0,
			maxInFlight: 50,
			perMinute: 100_000,
			trustsProxy: false,
		});
		await app.request("/", {
			method: "POST",
			body: JSON.stringify({
				http_request: url,
				http_request_headers: {},
				tcp_connect: answers.map((one) =>
					one.includes(":") ? `[${one}]:${trap.port}` : `${one}:${trap.port}`,
				),
				x_quic_enabled: false,
			}),
		});
	};
	for (const host of HOSTILE_HOSTS)
		await ask(`http://${host}:${trap.port}/`, ["127.0.0.1"]);
	for (const answer of HOSTILE_ANSWERS)
		await ask(`http://name.example:${trap.port}/`, [answer]);
	assert.deepEqual(visits, []);
});
