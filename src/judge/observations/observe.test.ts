import assert from "node:assert/strict";
import { test } from "node:test";
import { observeKeys, ofLayer } from "./testing.ts";

const CONTROL = {
	dns: { failure: null, addrs: ["192.0.2.10"] },
	tcp_connect: { "192.0.2.10:443": { status: true, failure: null } },
	http_request: {
		status_code: 200,
		body_length: 9,
		failure: null,
		headers: {},
	},
	ip_info: { "192.0.2.10": { asn: 64501, flags: 3 } },
};

test("positions are dense from 0, in the order of the facts", () => {
	const { observations } = observeKeys({ control: CONTROL });
	assert.deepEqual(
		observations.map(({ position }) => position),
		observations.map((_, index) => index),
	);
});

test("the absence of a control is a fact, and so is its presence", () => {
	const controlOf = (keys: Readonly<Record<string, unknown>>): unknown =>
		ofLayer(observeKeys(keys), "app").map(({ name, vantage, failure }) => [
			name,
			vantage,
			failure,
		]);
	const none = "unknown_failure: no control in the measurement";
	assert.deepEqual(controlOf({ control: CONTROL }), [
		["control", "helper", undefined],
	]);
	assert.deepEqual(controlOf({ control: null }), [["control", "helper", none]]);
	assert.deepEqual(
		controlOf({
			control: { dns: { addrs: null }, http_request: { status_code: 0 } },
		}),
		[["control", "helper", none]],
	);
	assert.deepEqual(
		controlOf({ control: CONTROL, control_failure: "connection_reset" }),
		[["control", "helper", "connection_reset"]],
	);
});

test("P7: a helper that failed is not believed in what it left behind", () => {
	const observed = observeKeys({
		control: CONTROL,
		control_failure: "generic_timeout_error",
	});
	assert.equal(observed.observations.length, 1);
});

test("the helper's AS numbers fill the probe's answers where these have none", () => {
	const observed = observeKeys({
		control: CONTROL,
		queries: [
			{
				hostname: "www.example.org",
				query_type: "A",
				engine: "getaddrinfo",
				answers: [
					{ answer_type: "A", ipv4: "192.0.2.10" },
					{ answer_type: "A", ipv4: "192.0.2.11", asn: 64502 },
				],
			},
		],
	});
	assert.deepEqual(
		ofLayer(observed, "dns").map(({ answers }) => answers.map((a) => a.asn)),
		[[64501, 64502], [64501]],
	);
});

test("a literal address in the input has no look-up at the helper", () => {
	const observed = observeKeys(
		{ control: { ...CONTROL, dns: { failure: null, addrs: [] } } },
		"web_connectivity",
		"https://192.0.2.10/",
	);
	assert.deepEqual(ofLayer(observed, "dns"), []);
});

test("P7: verdict keys of the test change nothing", () => {
	const keys = {
		control: CONTROL,
		requests: [],
		tcp_connect: [
			{ ip: "192.0.2.10", port: 443, status: { success: true, failure: null } },
		],
	};
	const lied = {
		...keys,
		blocking: "tcp_ip",
		accessible: false,
		dns_consistency: "inconsistent",
		x_blocking_flags: 63,
		title_match: false,
	};
	assert.deepEqual(observeKeys(lied), observeKeys(keys));
});

test("P7: more facts than any honest measurement holds are cut and the cut is noted", () => {
	const row = { ip: "192.0.2.10", port: 443, status: { failure: null } };
	const observed = observeKeys({
		tcp_connect: new Array(5000).fill(row),
		control: CONTROL,
	});
	assert.equal(observed.observations.length, 2000);
	assert.deepEqual(observed.problems, [
		"test_keys: more than 2000 facts, the rest left out",
	]);
});

test("P7: a thousand bad rows give a bounded list of problems", () => {
	const { problems } = observeKeys({ tcp_connect: new Array(1000).fill({}) });
	assert.equal(problems.length, 101);
	assert.equal(problems[100], "more problems than are listed here");
});

test("P11: the answers to names that tell the asker's own address are left out", () => {
	const observed = observeKeys(
		{
			queries: [
				{
					hostname: "whoami.v4.powerdns.org",
					query_type: "A",
					engine: "udp",
					answers: [{ answer_type: "A", ipv4: "203.0.113.77" }],
				},
			],
			x_dns_whoami: { system_v4: [{ address: "203.0.113.77" }] },
			client_resolver: "203.0.113.77",
		},
		"urlgetter",
	);
	assert.equal(observed.observations.length, 1);
	assert.ok(!JSON.stringify(observed).includes("203.0.113.77"));
});

test("P11: addresses in failures, titles and redirect queries are scrubbed", () => {
	const request = (url: string) => ({ url, method: "GET" });
	const observed = observeKeys(
		{
			requests: [
				{
					failure: "unknown_failure: read tcp 203.0.113.77:5000->192.0.2.10:80",
					request: request("http://filter.example.net/?ip=203.0.113.77"),
					response: null,
				},
				{
					failure: null,
					request: request("http://www.example.org/"),
					response: {
						code: 302,
						headers: { Location: "http://filter.example.net/?ip=203.0.113.77" },
						body: "<title>203.0.113.77 is refused</title>",
					},
				},
			],
		},
		"urlgetter",
	);
	assert.deepEqual(
		ofLayer(observed, "http").map(({ depth }) => depth),
		[0, 1],
	);
	assert.ok(!JSON.stringify(observed).includes("203.0.113.77"));
});

test("P11: ndt's and dash's words on the client are not read", () => {
	const client = "203.0.113.77";
	for (const name of ["ndt", "dash"]) {
		const observed = observeKeys(
			{
				download: [{ ConnectionInfo: { Client: client }, AppInfo: {} }],
				receiver_data: [{ real_address: client }],
				simple: { median_bitrate: 5, download: 5 },
			},
			name,
		);
		assert.ok(!JSON.stringify(observed).includes(client));
		assert.ok(observed.observations.length > 0);
	}
});

test("names of the language's own are names like others", () => {
	const observed = observeKeys(
		JSON.parse(
			'{"__proto__":{"x":1},"queries":[{"hostname":"constructor","engine":"toString","query_type":"A","answers":null}],"control":{"dns":{"addrs":["192.0.2.1"]},"tcp_connect":{"__proto__":{"status":true}}}}',
		),
	);
	assert.equal(ofLayer(observed, "dns")[0]?.engine, "unknown");
});

test("a test that Rasai does not know is read by its standard keys", () => {
	const observed = observeKeys(
		{
			queries: [{ hostname: "a.example.org", query_type: "A", answers: [] }],
			tcp_connect: [{ ip: "192.0.2.1", port: 80, status: {} }],
			requests: [{ request: { url: "http://a.example.org/" }, response: {} }],
		},
		"a_test_of_tomorrow",
	);
	assert.deepEqual(
		observed.observations.map(({ layer }) => layer),
		["dns", "tcp", "http"],
	);
});

test("an empty body is told apart from one that the record does not hold", () => {
	const bytes = (response: object) =>
		ofLayer(
			observeKeys(
				{
					requests: [{ request: { url: "http://a.example.org/" }, response }],
				},
				"urlgetter",
			),
			"http",
		).map(({ bodyBytes, bodyHash }) => [bodyBytes, bodyHash]);
	assert.deepEqual(bytes({ code: 200, body: null }), [[0, undefined]]);
	assert.deepEqual(bytes({ code: 200 }), [[undefined, undefined]]);
	assert.deepEqual(bytes({ code: 0, body: "" }), [[undefined, undefined]]);
	assert.deepEqual(
		bytes({ code: 200, body: { format: "base64", data: "aGk=" } }),
		[[2, "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"]],
	);
	assert.deepEqual(bytes({ code: 200, body: "é" })[0]?.[0], 2);
});
