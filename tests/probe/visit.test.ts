/** What the probe writes down of a visit, against servers on loopback that do as they are told. */
import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import test, { type TestContext } from "node:test";
import { runWebConnectivity } from "../../src/measure/probe/index.ts";
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
	serveCensored,
	serveDns,
	serveHttp,
	serveHttps,
	serveTcp,
	webOptions,
} from "./servers.ts";

const SITE = "site.example";
const IP = "8.8.1.1";
const credentials = selfSigned([SITE, "innocent.example"]);
const reference = snapshotOf({
	fingerprints: emptyFingerprints,
	services: emptyServices,
	asn: emptyAsn,
});

async function started(t: TestContext, running: Promise<Running>) {
	const server = await running;
	t.after(() => server.close());
	return server;
}

function siteAt(
	port: number,
	more: Parameters<typeof loopbackVantage>[1] = {},
) {
	return loopbackVantage(
		{ [`${IP}:443`]: port, [`${IP}:80`]: port },
		{ names: { [SITE]: [IP] }, ca: credentials.cert, ...more },
	);
}

const page = (body: string) =>
	serveHttps(credentials, (_request, response) => response.end(body));

test("an ordinary visit is one look-up, one connection and one page", async (t) => {
	const server = await started(t, page("<title>Here</title>"));
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		siteAt(server.port, { udpResolvers: [{ ip: "8.8.4.4", port: 53 }] }),
		webOptions(),
	);
	const rows = rowsOf(record);
	assert.deepEqual(
		rows.queries.map(({ engine, failure }) => [engine, failure]),
		[["getaddrinfo", null]],
	);
	assert.equal(rows.tcp_connect.length, 1);
	assert.deepEqual(rows.tcp_connect[0]?.tags, [
		"classic",
		"tcptls_experiment",
		"depth=0",
		"fetch_body=true",
	]);
	assert.equal(rows.tls_handshakes[0]?.peer_certificates.length, 1);
	assert.equal(rows.requests[0]?.response.body, "<title>Here</title>");
	assert.equal(record["probe_ip"], "127.0.0.1");
	assert.ok(rows.network_events.some(({ operation }) => operation === "read"));
});

test("our own reader takes every row, and judges the visit", async (t) => {
	const server = await started(t, page("<title>Here</title>"));
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		siteAt(server.port),
		webOptions({ full: true }),
	);
	const judged = judgeProbed(record, reference, "2026-11-24T12:00:00Z");
	assert.deepEqual(judged?.problems, []);
	assert.equal(judged?.verdict.state, "ok");
	assert.match(judged?.plain ?? "", /site\.example works on this network/);
});

for (const [name, act, failure, alert] of [
	["a reset", (socket) => socket.resetAndDestroy(), "connection_reset"],
	["an end of the connection", (socket) => socket.end(), "eof_error"],
	[
		"an alert",
		(socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 112])),
		"ssl_failed_handshake",
		112,
	],
	["silence", () => {}, "generic_timeout_error"],
	[
		"what is not TLS",
		(socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"),
		"ssl_failed_handshake",
	],
] as readonly (readonly [string, (socket: Socket) => void, string, number?])[])
	test(`in the handshake ${name} is ${failure}`, async (t) => {
		const server = await started(
			t,
			serveTcp((socket) => socket.once("data", () => act(socket))),
		);
		const record = await runWebConnectivity(
			`https://${SITE}/`,
			siteAt(server.port),
			webOptions(),
		);
		const [handshake] = rowsOf(record).tls_handshakes;
		assert.equal(handshake?.failure, failure);
		assert.equal(handshake?.x_alert, alert);
	});

for (const [name, names, notAfter, trusted, failure] of [
	[
		"for another name",
		["other.example"],
		undefined,
		true,
		"ssl_invalid_hostname",
	],
	[
		"out of date",
		[SITE],
		new Date(Date.UTC(2021, 0, 1)),
		true,
		"ssl_invalid_certificate",
	],
	["that nobody signed", [SITE], undefined, false, "ssl_unknown_authority"],
] as const)
	test(`a certificate ${name} is ${failure}, and is kept`, async (t) => {
		const own = selfSigned(names, notAfter);
		const server = await started(
			t,
			serveHttps(own, (_request, response) => response.end()),
		);
		const record = await runWebConnectivity(
			`https://${SITE}/`,
			siteAt(server.port, { ca: trusted ? own.cert : undefined }),
			webOptions(),
		);
		const rows = rowsOf(record);
		assert.equal(rows.tls_handshakes[0]?.failure, failure);
		assert.equal(rows.tls_handshakes[0]?.peer_certificates.length, 1);
		assert.equal(rows.requests.length, 0);
	});

test("redirects are taken step by step, with cookies that are not written down", async (t) => {
	const server = await started(
		t,
		serveHttps(
			credentials,
			(request, response) => {
				if (request.url === "/") {
					response.writeHead(302, {
						location: "/next",
						"set-cookie": "visit=c00kie-value; Secure",
					});
					response.end();
				} else response.end(`you sent ${request.headers.cookie}`);
			},
			true,
		),
	);
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		siteAt(server.port),
		webOptions(),
	);
	const [last, first] = rowsOf(record).requests;
	assert.equal(first?.alpn, "h2");
	assert.equal(first?.response.code, 302);
	assert.equal(last?.request.url, `https://${SITE}/next`);
	assert.equal(last?.response.body, "you sent visit=[scrubbed]");
	assert.doesNotMatch(JSON.stringify(record), /c00kie-value/);
});

test("P7: no redirect and no look-up leads to a private or loopback address", async (t) => {
	let visits = 0;
	const server = await started(
		t,
		serveHttp((request, response) => {
			visits++;
			const location =
				request.url === "/literal"
					? "http://127.0.0.1/"
					: "http://rebind.example/";
			response.writeHead(302, { location });
			response.end();
		}),
	);
	for (const path of ["/literal", "/name"]) {
		const record = await runWebConnectivity(
			`http://${SITE}${path}`,
			siteAt(server.port, {
				names: { [SITE]: [IP], "rebind.example": ["192.168.1.1", "127.0.0.1"] },
			}),
			webOptions({ findCauses: true }),
		);
		const rows = rowsOf(record);
		assert.deepEqual(
			rows.tcp_connect.map(({ ip }) => ip),
			[IP],
		);
		assert.ok(Number(rows.x_rasai["refused_addresses"]) >= 1);
	}
	assert.equal(visits, 2);
});

test("a redirect without a host, and the eleventh, end the visit with their failures", async (t) => {
	const server = await started(
		t,
		serveHttp((request, response) => {
			const location = request.url === "/bad" ? "https:///" : "/again";
			response.writeHead(302, { location });
			response.end();
		}),
	);
	const visit = async (path: string) =>
		rowsOf(
			await runWebConnectivity(
				`http://${SITE}${path}`,
				siteAt(server.port),
				webOptions(),
			),
		).requests;
	assert.equal(
		(await visit("/bad"))[0]?.failure,
		"http_invalid_redirect_location_host",
	);
	const hops = await visit("/");
	assert.equal(hops.length, 11);
	assert.equal(
		hops[0]?.failure,
		"unknown_failure: stopped after too many redirects",
	);
});

test("a body is kept up to the limit and marked as cut", async (t) => {
	const server = await started(t, page("x".repeat(5000)));
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		siteAt(server.port),
		webOptions({ limits: { bodyBytes: 1000 } }),
	);
	const [request] = rowsOf(record).requests;
	assert.equal(request?.response.body.length, 1000);
	assert.equal(request?.response.body_is_truncated, true);
	assert.equal(request?.failure, null);
});

test("in full, every resolver is asked, every address is tried, and one fetches", async (t) => {
	const server = await started(t, page("here"));
	const dns = await started(
		t,
		serveDns((name, type) =>
			type === "A"
				? [
						{ answers: [{ type: "A", name, data: "8.8.1.2", ttl: 60 }] },
						{
							answers: [{ type: "A", name, data: "8.8.1.3", ttl: 60 }],
							afterMs: 60,
						},
					]
				: [{ rcode: 3 }],
		),
	);
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		loopbackVantage(
			{
				[`${IP}:443`]: server.port,
				"8.8.1.2:443": server.port,
				"8.8.4.4:53": dns.port,
			},
			{
				names: { [SITE]: [IP] },
				ca: credentials.cert,
				udpResolvers: [{ ip: "8.8.4.4", port: 53 }],
			},
		),
		webOptions({ full: true }),
	);
	const rows = rowsOf(record);
	assert.deepEqual(
		rows.queries
			.map(({ engine, query_type, failure }) => [engine, query_type, failure])
			.sort(),
		[
			["getaddrinfo", "ANY", null],
			["udp", "A", null],
			["udp", "AAAA", "dns_nxdomain_error"],
		],
	);
	assert.deepEqual(
		rows.x_dns_duplicate_responses.map(({ answers }) => answers?.[0]?.ipv4),
		["8.8.1.3"],
	);
	assert.deepEqual(
		rows.tcp_connect.map(({ ip, tags }) => [ip, tags.includes("classic")]),
		[
			[IP, true],
			["8.8.1.2", false],
		],
	);
	assert.equal(rows.requests.length, 1);
});

test("the next helper is asked when one fails, and helper-only addresses are tried", async (t) => {
	const server = await started(t, page("here"));
	const asked: unknown[] = [];
	const broken = await started(
		t,
		serveHttp((_request, response) => {
			response.writeHead(503);
			response.end();
		}),
	);
	const helper = await started(
		t,
		serveHttp((request, response) => {
			request.on("data", (chunk) => asked.push(JSON.parse(String(chunk))));
			request.on("end", () =>
				response.end(
					JSON.stringify({ dns: { failure: null, addrs: [IP, "8.8.1.9"] } }),
				),
			);
		}),
	);
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		loopbackVantage(
			{ [`${IP}:443`]: server.port, "8.8.1.9:443": server.port },
			{
				names: { [SITE]: [IP] },
				ca: credentials.cert,
				helpers: [broken, helper].map(
					({ port }) => `http://127.0.0.1:${port}/`,
				),
			},
		),
		webOptions({ full: true, useHelper: true }),
	);
	const rows = rowsOf(record);
	assert.equal(rows.control_failure, null);
	assert.deepEqual(
		rows.tcp_connect.map(({ ip }) => ip),
		[IP, "8.8.1.9"],
	);
	assert.equal(asked.length, 1);
	assert.deepEqual((asked[0] as { tcp_connect: unknown }).tcp_connect, [
		`${IP}:443`,
		`${IP}:80`,
	]);
});

for (const [outcome, act] of [
	["reset", (socket) => socket.resetAndDestroy()],
	["timeout", () => {}],
	["eof", (socket) => socket.end()],
] as readonly (readonly [string, (socket: Socket) => void])[])
	for (const cause of ["sni", "ip"])
		test(`the cause of a ${outcome} is found: ${cause}`, async (t) => {
			const behind = await started(t, page("here"));
			const censored = await started(
				t,
				cause === "sni"
					? serveCensored(behind, SITE, act)
					: serveTcp((socket) => socket.once("data", () => act(socket))),
			);
			const helper = await started(
				t,
				serveHttp((_request, response) =>
					response.end(
						JSON.stringify({
							dns: { failure: null, addrs: [IP] },
							tcp_connect: { [`${IP}:443`]: { status: true, failure: null } },
							tls_handshake: {
								[`${IP}:443`]: {
									server_name: SITE,
									status: true,
									failure: null,
								},
							},
							http_request: {
								failure: null,
								status_code: 200,
								body_length: 4,
								title: "",
								headers: {},
							},
						}),
					),
				),
			);
			const innocentIp = "8.8.2.2";
			const innocent =
				cause === "sni"
					? await started(t, serveCensored(behind, SITE, act))
					: behind;
			const record = await runWebConnectivity(
				`https://${SITE}/`,
				loopbackVantage(
					{
						[`${IP}:443`]: censored.port,
						[`${innocentIp}:443`]: innocent.port,
					},
					{
						names: { [SITE]: [IP], "innocent.example": [innocentIp] },
						ca: credentials.cert,
						helpers: [`http://127.0.0.1:${helper.port}/`],
						innocents: [{ hostname: "innocent.example" }],
					},
				),
				webOptions({ useHelper: true, findCauses: true }),
			);
			const judged = judgeProbed(record, reference, "2026-11-24T12:00:00Z");
			assert.deepEqual(judged?.problems, []);
			assert.equal(judged?.verdict.mechanism, `tls.${outcome}.${cause}`);
		});

test("P10: what fails once and works when tried again is no finding", async (t) => {
	const behind = await started(t, page("here"));
	let first = true;
	const flaky = await started(
		t,
		serveTcp((socket) => {
			if (first) {
				first = false;
				socket.resetAndDestroy();
				return;
			}
			socket.pipe(connect(behind.port, "127.0.0.1")).pipe(socket);
		}),
	);
	const record = await runWebConnectivity(
		`https://${SITE}/`,
		siteAt(flaky.port),
		webOptions({ findCauses: true }),
	);
	const judged = judgeProbed(record, reference, "2026-11-24T12:00:00Z");
	assert.equal(judged?.verdict.state, "ok");
});
