/** What goes beyond an ordinary visit: the state of the network, speeds under two names, QUIC, messaging services. */
import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import test, { type TestContext } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
	checkVantage,
	type Innocent,
	runMessagingTest,
	runWebConnectivity,
} from "../../src/measure/probe/index.ts";
import { judgeProbed } from "../../src/pipeline/index.ts";
import {
	emptyAsn,
	emptyFingerprints,
	emptyServices,
	snapshotOf,
} from "../../src/reference/index.ts";
import {
	loopbackVantage,
	type Running,
	rowsOf,
	selfSigned,
	serveHttp,
	serveHttps,
	webOptions,
} from "./servers.ts";

const SITE = "site.example";
const INNOCENT = "innocent.example";
const IP = "8.8.1.1";
const credentials = selfSigned([SITE, INNOCENT, "other.example"]);
const reference = snapshotOf({
	fingerprints: emptyFingerprints,
	services: emptyServices,
	asn: emptyAsn,
});

async function started<T extends Running>(t: TestContext, running: Promise<T>) {
	const server = await running;
	t.after(() => server.close());
	return server;
}

const INNOCENTS: readonly Innocent[] = [
	{
		hostname: INNOCENT,
		check: { url: `http://${INNOCENT}/204`, status: 204 },
	},
	{ hostname: "other.example" },
];

async function check(
	t: TestContext,
	clear: number | undefined,
	trusted: boolean,
	isUp = true,
) {
	const secure = await started(
		t,
		serveHttps(credentials, (_request, response) => response.end()),
	);
	const plain = await started(
		t,
		serveHttp((_request, response) => {
			response.statusCode = clear ?? 500;
			response.end();
		}),
	);
	const vantage = loopbackVantage(
		isUp ? { [`${IP}:443`]: secure.port, [`${IP}:80`]: plain.port } : {},
		{
			names: { [INNOCENT]: [IP], "other.example": [IP] },
			innocents: INNOCENTS,
			ca: trusted ? credentials.cert : undefined,
		},
	);
	return checkVantage(vantage, {
		nowMs: () => performance.now(),
		interfaces: ["lo", "eth0", "wg0"],
		limits: webOptions().limits,
	});
}

test("P10: a network in order, a login page, a reader of TLS and no network at all are told apart", async (t) => {
	assert.equal((await check(t, 204, true)).fault, undefined);
	assert.equal((await check(t, 200, true)).fault, "captive_portal");
	const intercepted = await check(t, 204, false);
	assert.equal(intercepted.fault, "tls_interception");
	assert.equal(intercepted.interceptor, SITE);
	assert.deepEqual(intercepted.tunnels, ["wg0"]);
	assert.equal((await check(t, 204, true, false)).fault, "no_internet");
});

/** A server of one large object that is slow for names that `slows` takes. */
async function objectServer(t: TestContext, slows: (name: string) => boolean) {
	return started(
		t,
		serveHttps(credentials, async (request, response) => {
			const { servername } = request.socket as { servername?: string };
			const slow = slows(String(servername));
			for (let piece = 0; piece < 10; piece++) {
				response.write(Buffer.alloc(12_000, 97));
				await wait(slow ? 60 : 3);
			}
			response.end();
		}),
	);
}

for (const [what, slows, state] of [
	["the name alone", (name: string) => name === SITE, "throttled"],
	["every name: a slow server", () => true, "ok"],
	["no name", () => false, "ok"],
] as const)
	test(`a transfer slowed for ${what} is ${state}`, async (t) => {
		const server = await objectServer(t, slows);
		const record = await runWebConnectivity(
			`https://${SITE}/`,
			loopbackVantage(
				{ [`${IP}:443`]: server.port },
				{
					names: { [SITE]: [IP] },
					ca: credentials.cert,
					innocents: [{ hostname: INNOCENT }],
				},
			),
			webOptions({ compareSpeeds: true, limits: { httpMs: 3000 } }),
		);
		const judged = judgeProbed(record, reference, "2026-11-24T12:00:00Z");
		assert.equal(judged?.verdict.state, state);
		assert.equal(
			judged?.verdict.mechanism,
			state === "throttled" ? "tls.throttle.sni" : undefined,
		);
	});

test("QUIC is asked for where the site offers it, and its versions are noted", async (t) => {
	const server = await started(
		t,
		serveHttps(credentials, (_request, response) => {
			response.setHeader("alt-svc", 'h3=":443"');
			response.end();
		}),
	);
	const quic = createSocket("udp4").bind(0, "127.0.0.1");
	await once(quic, "listening");
	t.after(() => quic.close());
	quic.on("message", (sent, from) =>
		quic.send(
			Buffer.concat([
				Buffer.from([0x80, 0, 0, 0, 0, 8]),
				sent.subarray(15, 23),
				Buffer.from([8]),
				sent.subarray(6, 14),
				Buffer.from([0, 0, 0, 1]),
			]),
			from.port,
			from.address,
		),
	);
	const vantage = loopbackVantage(
		{ [`${IP}:443`]: server.port },
		{ names: { [SITE]: [IP] }, ca: credentials.cert },
	);
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		{
			...vantage,
			route: (endpoint, protocol) =>
				protocol === "udp"
					? { host: "127.0.0.1", port: quic.address().port }
					: vantage.route(endpoint, protocol),
		},
		webOptions({ askQuic: true }),
	);
	const [row] = rowsOf(record).x_rasai["quic_handshakes"] as {
		failure: null;
		x_versions: string[];
	}[];
	assert.equal(row?.failure, null);
	assert.deepEqual(row?.x_versions, ["00000001"]);
});

test("an endpoint of a messaging service that is dead for the helper too is not held against the network", async (t) => {
	const server = await started(
		t,
		serveHttps(credentials, (_request, response) => response.end()),
	);
	const helper = await started(
		t,
		serveHttp((_request, response) =>
			response.end(
				JSON.stringify({
					tcp_connect: {
						"8.8.1.2:443": { status: false, failure: "generic_timeout_error" },
						"8.8.1.3:443": { status: true, failure: null },
					},
				}),
			),
		),
	);
	const record = await runMessagingTest(
		{
			testName: "signal",
			testVersion: "0.2.5",
			connects: ["dead.example:443", "blocked.example:443"],
			fetches: [`GET https://${SITE}/`],
			lookups: [],
			ownAuthority: false,
		},
		loopbackVantage(
			{ [`${IP}:443`]: server.port },
			{
				names: {
					[SITE]: [IP],
					"dead.example": ["8.8.1.2"],
					"blocked.example": ["8.8.1.3"],
				},
				ca: credentials.cert,
				helpers: [`http://127.0.0.1:${helper.port}/`],
			},
		),
		{ ...webOptions(), useHelper: true },
	);
	const rows = rowsOf(record);
	assert.deepEqual(
		rows.tcp_connect.map(({ ip, status }) => [ip, status.failure]).sort(),
		[
			[IP, null],
			["8.8.1.3", "connection_refused"],
		],
	);
	assert.deepEqual(rows.x_rasai["dead_everywhere"], ["8.8.1.2:443"]);
	assert.equal(rows.requests[0]?.response.code, 200);
	const keys = record.test_keys as Readonly<Record<string, unknown>>;
	assert.equal(keys["signal_backend_status"], "ok");
});
