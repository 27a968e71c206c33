/** Each scoring gap of today's pipelines (docs/methods/verdicts.md, items 1-21), answered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	buildNetworkControl,
	buildRuleset,
	buildValidity,
	defaultRuleset,
	type NetworkControlRow,
	stateOfWindow,
} from "../../src/judge/verdicts/index.ts";
import type { FingerprintSet } from "../../src/reference/index.ts";
import {
	emptyAsn,
	parseFingerprints,
	parseServices,
	snapshotOf,
} from "../../src/reference/index.ts";
import {
	app,
	context,
	dns,
	helper,
	http,
	judge,
	SITE,
	SITE_TWO,
	STRANGER,
	tcp,
	tls,
} from "./facts.ts";

const HEAD =
	"name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes";

function withFingerprints(httpRows: string, dnsRows = ""): typeof context {
	const fingerprints: FingerprintSet = parseFingerprints({
		http: `${HEAD}\n${httpRows}`,
		dns: `${HEAD}\n${dnsRows}`,
	});
	return {
		...context,
		reference: snapshotOf({ ...context.reference, fingerprints }),
	};
}

function reach(
	kind: NetworkControlRow["kind"],
	cc: string,
	okNetworks: number,
	failedNetworks = 0,
	hostname = "news.example.org",
): NetworkControlRow {
	return { kind, hostname, key: "", cc, okNetworks, failedNetworks };
}

const CLEAR = { url: "http://news.example.org/" };

test("1: a block page in clear text is an HTTP verdict with the page as its artefact", () => {
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE, undefined, { port: 80 }),
			http({ ...CLEAR, ip: SITE, fingerprints: ["test.page"], title: "No" }),
			...helper([SITE], CLEAR),
		],
		{ input: CLEAR.url },
		withFingerprints("test.page,isp,,body,contains,You may not,5,PK,own,,"),
	);
	assert.equal(verdict.state, "blocked");
	assert.equal(verdict.mechanism, "http.blockpage");
	assert.equal(verdict.layers.http.rule, "http.block_page");
});

test("1: the same page from the site itself, over a verified connection, is the site's business", () => {
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE),
			tls(SITE),
			http({ ip: SITE, fingerprints: ["test.page"] }),
			...helper(),
		],
		{},
		withFingerprints("test.page,isp,,body,contains,You may not,5,PK,own,,"),
	);
	assert.equal(verdict.state, "ok");
});

test("1: a block page on another host, reached by a redirect in clear text, counts for the site asked for", () => {
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE, undefined, { port: 80 }),
			http({
				...CLEAR,
				ip: SITE,
				statusCode: 302,
				location: "https://blocked.example.net/",
			}),
			http({
				url: "https://blocked.example.net/",
				hostname: "blocked.example.net",
				depth: 1,
				fingerprints: ["test.page"],
			}),
			...helper([SITE], CLEAR),
		],
		{ input: CLEAR.url },
		withFingerprints("test.page,nat,,body,contains,You may not,5,PK,own,,"),
	);
	assert.equal(verdict.state, "blocked");
	assert.deepEqual(
		verdict.targets.map(({ target }) => target),
		["news.example.org"],
	);
});

test("2: without a control a failure is impaired, never blocked", () => {
	const verdict = judge([
		app("control", { vantage: "helper", failure: "connection_refused" }),
		dns([], { failure: "dns_nxdomain_error" }),
	]);
	assert.equal(verdict.state, "impaired");
	assert.equal(verdict.control, "none");
	assert.equal(verdict.layers.dns.rule, "dns.failed_without_control");
});

test("3: an answer that differs but serves the site is genuine", () => {
	const verdict = judge([
		dns([STRANGER]),
		tcp(STRANGER),
		tls(STRANGER),
		http({ ip: STRANGER }),
		...helper(),
	]);
	assert.equal(verdict.state, "ok");
	assert.equal(verdict.layers.dns.rule, "dns.address_serves_name");
});

test("3: an answer that differs, with nothing else known, is never blocked by DNS", () => {
	const verdict = judge([
		dns([STRANGER]),
		tcp(STRANGER, "generic_timeout_error"),
		...helper(),
	]);
	assert.equal(verdict.layers.dns.state, "impaired");
	assert.ok(!["blocked"].includes(verdict.state));
});

test("3: an answer whose address presents no certificate for the name is forged", () => {
	const verdict = judge([
		dns([STRANGER]),
		tcp(STRANGER),
		tls(STRANGER, "ssl_invalid_hostname", {
			leaf: {
				matchesName: false,
				selfSigned: false,
				issuer: "Example CA",
				notBeforeAt: "2025-01-01T00:00:00Z",
				notAfterAt: "2027-01-01T00:00:00Z",
			},
		}),
		...helper(),
	]);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.mechanism, "dns.injection.address");
	assert.equal(verdict.layers.tls.evidence, "masked");
});

test("4: what other networks saw in the window stands in for a helper that was not there", () => {
	const networks = buildNetworkControl([
		reach("resolution", "DE", 2),
		reach("resolution", "FR", 1),
	]);
	const verdict = judge(
		[dns([], { failure: "dns_nxdomain_error" })],
		{},
		{ ...context, networks },
	);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.control, "networks");
});

test("5: P7: two networks, or any number in the same country, are no control", () => {
	for (const rows of [
		[reach("resolution", "DE", 2)],
		[reach("resolution", "PK", 50)],
	]) {
		const networks = buildNetworkControl(rows);
		const verdict = judge(
			[dns([], { failure: "dns_nxdomain_error" })],
			{},
			{ ...context, networks },
		);
		assert.equal(verdict.state, "impaired", JSON.stringify(rows));
	}
});

test("5: networks that disagree are no control", () => {
	const networks = buildNetworkControl([reach("resolution", "DE", 5, 4)]);
	const verdict = judge(
		[dns([], { failure: "dns_nxdomain_error" })],
		{},
		{ ...context, networks },
	);
	assert.equal(verdict.state, "impaired");
});

/** What networks saw over the days, and in the hour of the measurement. */
function outage(...inTheHour: readonly NetworkControlRow[]) {
	return buildNetworkControl([
		reach("resolution", "DE", 8),
		reach("resolution", "FR", 8),
		...inTheHour.map((one) => ({ ...one, key: HOUR })),
	]);
}
/** When measurements of these tests are made. */
const HOUR = "0";

test("5: P10: a name that failed elsewhere in the same hours is down, though it worked in the days before", () => {
	const said = (networks: ReturnType<typeof buildNetworkControl>) =>
		judge(
			[dns([], { failure: "dns_nxdomain_error" })],
			{},
			{ ...context, networks },
		).state;
	const failed = (cc: string, count: number, ok = 0) =>
		reach("resolution", cc, ok, count);
	assert.equal(said(outage()), "likely_blocked");
	assert.equal(said(outage(failed("DE", 2), failed("FR", 1))), "down");
	// Two networks, one country or the probe's own country are no outage (P7).
	assert.equal(said(outage(failed("DE", 2))), "likely_blocked");
	assert.equal(said(outage(failed("DE", 9))), "likely_blocked");
	assert.equal(
		said(outage(failed("DE", 1), failed("FR", 1), failed("PK", 9))),
		"likely_blocked",
	);
	// Where as many got through nothing is clear, and where more did they decide.
	assert.equal(said(outage(failed("DE", 2, 2), failed("FR", 1))), "impaired");
	assert.equal(
		said(outage(failed("DE", 2, 4), failed("FR", 1))),
		"likely_blocked",
	);
});

test("6: someone else's certificate at the site's own address is interception", () => {
	const leaf = {
		matchesName: false,
		selfSigned: true,
		issuer: "Gateway",
		notBeforeAt: "2025-01-01T00:00:00Z",
		notAfterAt: "2027-01-01T00:00:00Z",
	};
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "ssl_invalid_hostname", { leaf }),
		...helper(),
	]);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.mechanism, "tls.mitm");
});

test("6: a certificate that fits the name but is not trusted may be the probe's own fault", () => {
	const leaf = {
		matchesName: true,
		selfSigned: false,
		issuer: "Example CA",
		notBeforeAt: "2025-01-01T00:00:00Z",
		notAfterAt: "2027-01-01T00:00:00Z",
	};
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "ssl_unknown_authority", { leaf }),
		...helper(),
	]);
	assert.equal(verdict.state, "impaired");
});

test("7: P10: a test older than a change of the service's authority says nothing", () => {
	const verdict = judge(
		[
			tls(SITE, "ssl_unknown_authority", {
				role: "chat",
				serverName: "chat.example.org",
			}),
		],
		{
			testName: "signal",
			testVersion: "0.2.0",
			measuredAt: "2022-11-01T00:00:00Z",
			input: "",
		},
	);
	assert.equal(verdict.state, "insufficient");
	assert.match(verdict.why, /test version 0\.2\.0 is older/);
});

test("7: P10: an instrument that fails on nearly every network while others work is a defect", () => {
	const instrument = "0.5.28 ooniprobe 3.22.0 linux";
	const row = { testName: "web_connectivity", target: "news.example.org" };
	const validity = buildValidity([
		{ ...row, instrument, networks: 10, countries: 5, failedNetworks: 10 },
		{
			...row,
			instrument: "0.5.27 ooniprobe 3.21.0 linux",
			networks: 20,
			countries: 5,
			failedNetworks: 1,
		},
	]);
	const facts = [
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "connection_reset"),
		...helper(),
	];
	assert.equal(judge(facts).state, "likely_blocked");
	assert.equal(
		judge(facts, {}, { ...context, validity }).state,
		"insufficient",
	);
});

test("7: an instrument that fails on one country's networks alone is not a defect", () => {
	const row = { testName: "web_connectivity", target: "news.example.org" };
	const validity = buildValidity([
		{
			...row,
			instrument: "0.5.28 ooniprobe 3.22.0 linux",
			networks: 10,
			countries: 1,
			failedNetworks: 10,
		},
		{
			...row,
			instrument: "other",
			networks: 20,
			countries: 5,
			failedNetworks: 1,
		},
	]);
	const facts = [
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "connection_reset"),
		...helper(),
	];
	assert.equal(
		judge(facts, {}, { ...context, validity }).state,
		"likely_blocked",
	);
});

test("8: TCP and TLS failures without a control are undetermined and say so", () => {
	const none = app("control", {
		vantage: "helper",
		failure: "connection_refused",
	});
	const onTcp = judge([none, dns([SITE]), tcp(SITE, "generic_timeout_error")]);
	assert.equal(onTcp.state, "impaired");
	assert.equal(onTcp.layers.tcp.rule, "tcp.failed_without_control");
	const onTls = judge([
		none,
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "connection_reset"),
	]);
	assert.equal(onTls.state, "impaired");
	assert.equal(onTls.layers.tls.rule, "tls.failed_without_control");
});

test("9: a messaging service is blocked when none of its endpoints works, and not when one does", () => {
	const fixed = { testName: "telegram", input: "" };
	const dead = (ip: string) => tcp(ip, "generic_timeout_error", { role: "dc" });
	const web = [
		dns([STRANGER], { role: "web", hostname: "web.example.org" }),
		tcp(STRANGER, undefined, { role: "web" }),
	];
	const all = judge(
		[dead(SITE), dead(SITE_TWO), dead("45.90.1.3"), ...web],
		fixed,
	);
	assert.equal(all.state, "likely_blocked");
	assert.equal(all.mechanism, "tcp.timeout");
	const one = judge(
		[dead(SITE), tcp(SITE_TWO, undefined, { role: "dc" }), ...web],
		fixed,
	);
	assert.equal(
		one.targets.find(({ target }) => target === "telegram/dc")?.state,
		"ok",
	);
});

test("9: when nothing else worked in the run, a dead service is not blamed on a censor", () => {
	const verdict = judge(
		[
			tcp(SITE, "generic_timeout_error", { role: "dc" }),
			tcp(SITE_TWO, "generic_timeout_error", { role: "dc" }),
		],
		{ testName: "telegram", input: "" },
	);
	assert.equal(verdict.state, "impaired");
});

test("10: tunnels are judged, and one failed run is impaired, not blocked", () => {
	const fixed = { testName: "psiphon", input: "" };
	assert.equal(judge([app("tunnel", { role: "tunnel" })], fixed).state, "ok");
	assert.equal(
		judge(
			[app("tunnel", { role: "tunnel", failure: "generic_timeout_error" })],
			fixed,
		).state,
		"impaired",
	);
});

test("11: an encrypted look-up that resolves puts a forged NXDOMAIN on the resolver", () => {
	const verdict = judge([
		dns([], { failure: "dns_nxdomain_error" }),
		dns([SITE], {
			engine: "doh",
			resolver: "https://dns.example.net/dns-query",
		}),
		tcp(SITE, undefined, { classic: false }),
		tls(SITE, undefined, { classic: false }),
		http({ ip: SITE, classic: false }),
		...helper(),
	]);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.mechanism, "dns.injection.nxdomain");
	assert.equal(verdict.locus, "resolver");
});

test("11: a public resolver asked in the clear that lies the same way puts it on the network", () => {
	const verdict = judge([
		dns(["127.0.0.1"]),
		dns(["127.0.0.1"], {
			engine: "udp",
			queryType: "A",
			resolver: "45.90.9.9:53",
		}),
		...helper(),
	]);
	assert.equal(verdict.state, "blocked");
	assert.equal(verdict.mechanism, "dns.injection.bogon");
	assert.equal(verdict.locus, "network");
});

test("11: order of facts does not matter", () => {
	const facts = [
		dns([STRANGER]),
		tcp(STRANGER),
		tls(STRANGER, "ssl_unknown_authority"),
		...helper(),
	];
	const there = judge(facts);
	const back = judge([...facts].reverse());
	assert.equal(back.state, there.state);
	assert.equal(back.mechanism, there.mechanism);
});

test("12: a transfer that began and stalled is impaired at the shallowest node, not blocked", () => {
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE),
		http({ ip: SITE, failure: "generic_timeout_error", statusCode: 200 }),
		...helper(),
	]);
	assert.equal(verdict.state, "impaired");
	assert.equal(verdict.mechanism, "http");
});

test("12: a transfer ten times slower than this network's others and than this site's elsewhere is throttled", () => {
	const slow = { readBytes: 60_000, readSpanMs: 9_000 };
	const facts = [
		dns([SITE]),
		tcp(SITE),
		tls(SITE),
		http({ ip: SITE, ...slow }),
		...helper(),
	];
	const hosts = ["a", "b", "c", "d", "e"];
	const speeds = (here: number, there: number) => [
		...hosts.map((name) => ({
			hostname: `${name}.example.net`,
			cc: "PK",
			asn: 64500,
			kbps: here,
		})),
		...hosts.map((_, i) => ({
			hostname: "news.example.org",
			cc: "DE",
			asn: 64501 + i,
			kbps: there,
		})),
	];
	const stateAt = (here: number, there: number): string =>
		judge(
			facts,
			{},
			{
				...context,
				networks: buildNetworkControl([], speeds(here, there)),
			},
		).state;
	assert.equal(stateAt(4000, 8000), "throttled");
	assert.equal(stateAt(300, 8000), "ok", "a slow line");
	assert.equal(stateAt(4000, 300), "ok", "a slow site");
});

test("13: a target names its service and function", () => {
	const services = parseServices({
		services: [
			{
				id: "newsroom",
				name: "Newsroom",
				category: "news",
				domains: ["example.org"],
				tests: [],
				aliases: [],
				functions: [],
			},
		],
	});
	const verdict = judge(
		[dns([SITE]), tcp(SITE), tls(SITE), http({ ip: SITE }), ...helper()],
		{},
		{
			...context,
			reference: snapshotOf({ ...context.reference, services, asn: emptyAsn }),
		},
	);
	assert.equal(verdict.targets[0]?.service, "newsroom");
});

test("14: a refusal by the site's own front is server side and no block", () => {
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE),
		http({
			ip: SITE,
			statusCode: 403,
			pageMarks: ["cloudflare_challenge"],
			title: "Just a moment",
		}),
		...helper(),
	]);
	assert.equal(verdict.state, "ok");
	assert.equal(verdict.locus, "server_side");
});

test("14: a geoblock in clear text is no block either", () => {
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE, undefined, { port: 80 }),
			http({
				...CLEAR,
				ip: SITE,
				statusCode: 451,
				bodyBytes: 300,
				title: "Unavailable",
				headerNames: [],
			}),
			...helper([SITE], CLEAR),
		],
		{ input: CLEAR.url },
	);
	assert.equal(verdict.state, "ok");
});

test("15: every fired rule is kept, not only the one that decided", () => {
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "connection_reset"),
		...helper(),
	]);
	assert.equal(verdict.layers.tls.rule, "tls.reset");
	assert.deepEqual(verdict.layers.dns.fired, [
		"dns.address_serves_name",
		"dns.address_agrees",
	]);
	const positions = verdict.targets[0]?.fired.find(
		({ rule }) => rule === "tls.reset",
	)?.positions;
	assert.deepEqual(positions, [2]);
});

test("16: one dead address among several does not make the site blocked, however many there are", () => {
	for (const count of [1, 4, 16]) {
		const dead = Array.from({ length: count }, (_, i) =>
			tcp(`45.90.2.${i}`, "generic_timeout_error"),
		);
		const verdict = judge([
			dns([SITE, ...dead.map(({ ip }) => ip)]),
			...dead,
			tcp(SITE),
			tls(SITE),
			http({ ip: SITE }),
			...helper([SITE, ...dead.map(({ ip }) => ip)]),
		]);
		assert.equal(verdict.state, "ok", `${count} dead addresses`);
	}
});

test("17: nothing seen, seen but meaningless, and scored are three different things", () => {
	const verdict = judge([
		dns(["10.0.0.1"]),
		tcp("10.0.0.1", "generic_timeout_error"),
		...helper(),
	]);
	assert.equal(verdict.layers.dns.evidence, "scored");
	assert.equal(verdict.layers.tcp.evidence, "masked");
	assert.equal(verdict.layers.http.evidence, "none");
	for (const layer of ["tcp", "http"] as const)
		assert.equal(verdict.layers[layer].state, "insufficient");
});

test("18: P4: two sessions are insufficient, whatever they say", () => {
	const none = {
		blocked: 0,
		likelyBlocked: 0,
		throttled: 0,
		impaired: 0,
		down: 0,
		ok: 0,
	};
	assert.equal(
		stateOfWindow({ ...none, blocked: 40, sessions: 2 }),
		"insufficient",
	);
	assert.equal(stateOfWindow({ ...none, ok: 40, sessions: 2 }), "insufficient");
	assert.equal(stateOfWindow({ ...none, sessions: 9 }), "insufficient");
	assert.equal(stateOfWindow({ ...none, blocked: 3, sessions: 3 }), "blocked");
});

test("19: P3: the ruleset is named by its content, down to a comment", () => {
	const [first, ...rest] = defaultRuleset.rules;
	assert.ok(first);
	assert.equal(buildRuleset([first, ...rest]).hash, defaultRuleset.hash);
	assert.notEqual(
		buildRuleset([{ ...first, comment: "other" }, ...rest]).hash,
		defaultRuleset.hash,
	);
	assert.notEqual(buildRuleset([...rest, first]).hash, defaultRuleset.hash);
});

for (const [failure, layer, mechanism] of [
	["connection_refused", "tcp", "tcp.refused"],
	["generic_timeout_error", "tcp", "tcp.timeout"],
	["connection_reset", "tls", "tls.reset"],
	["generic_timeout_error", "tls", "tls.timeout"],
	["eof_error", "tls", "tls.eof"],
] as const) {
	test(`20: a redirect hop that fails with ${failure} in ${layer} is found, and not held against the short link`, () => {
		const hop = { depth: 1, hostname: "far.example.com" };
		const verdict = judge([
			dns([SITE]),
			tcp(SITE),
			tls(SITE),
			http({ ip: SITE, statusCode: 301, location: "https://far.example.com/" }),
			dns([SITE_TWO], hop),
			tcp(SITE_TWO, layer === "tcp" ? failure : undefined, hop),
			...(layer === "tls"
				? [tls(SITE_TWO, failure, { ...hop, serverName: "far.example.com" })]
				: []),
			...helper(),
		]);
		assert.equal(verdict.state, "likely_blocked");
		assert.equal(verdict.mechanism, mechanism);
		assert.deepEqual(
			verdict.targets.map(({ target, state, viaRedirect }) => ({
				target,
				state,
				viaRedirect,
			})),
			[
				{ target: "news.example.org", state: "ok", viaRedirect: false },
				{
					target: "far.example.com",
					state: "likely_blocked",
					viaRedirect: true,
				},
			],
		);
	});
}

test("20: a reset when the page is asked for is HTTP interference", () => {
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE, undefined, { port: 80 }),
			http({ ...CLEAR, ip: SITE, failure: "connection_reset" }),
			...helper([SITE], CLEAR),
		],
		{ input: CLEAR.url },
	);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.mechanism, "http.reset");
});

test("the name is named as the cause only when the same address answered another name", () => {
	const facts = [
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "connection_reset"),
		...helper(),
	];
	const contrast = tls(SITE, "ssl_invalid_hostname", {
		serverName: "innocent.example.net",
		role: "control",
	});
	assert.equal(judge(facts).mechanism, "tls.reset");
	assert.equal(judge([...facts, contrast]).mechanism, "tls.reset.sni");
	const both = tls(SITE, "connection_reset", {
		serverName: "innocent.example.net",
		role: "control",
	});
	assert.equal(judge([...facts, both]).mechanism, "tls.reset.ip");
});

test("a site that is down everywhere is down", () => {
	const downPage = {
		failure: "generic_timeout_error",
		statusCode: undefined,
	} as const;
	const view = [
		app("control", { vantage: "helper" }),
		dns([SITE], { vantage: "helper" }),
		tcp(SITE, "generic_timeout_error", { vantage: "helper" }),
		http({ vantage: "helper", ...downPage }),
	] as const;
	assert.equal(
		judge([dns([SITE]), tcp(SITE, "generic_timeout_error"), ...view]).state,
		"down",
	);
	assert.equal(
		judge([
			dns([], { failure: "dns_nxdomain_error" }),
			app("control", { vantage: "helper" }),
			dns([], { vantage: "helper", failure: "dns_name_error" }),
			http({ vantage: "helper", failure: "dns_lookup_error" }),
		]).state,
		"down",
	);
});

test("a filter on the probe's own machine is not the network's doing", () => {
	const verdict = judge(
		[
			dns(["0.0.0.0"], { role: "web" }),
			tcp("0.0.0.0", undefined, { role: "web" }),
			tls("127.0.0.1", "ssl_invalid_hostname", { role: "web" }),
		],
		{ testName: "whatsapp", input: "" },
	);
	assert.equal(verdict.state, "insufficient");
});

test("behind a captive portal nothing is said, even of forged look-ups", () => {
	const verdict = judge(
		[
			dns(["10.0.0.1"]),
			http({ ...CLEAR, ip: "10.0.0.1", pageMarks: ["captive_portal"] }),
			...helper([SITE], CLEAR),
		],
		{ input: CLEAR.url },
	);
	assert.equal(verdict.state, "insufficient");
	assert.equal(verdict.mechanism, undefined);
	assert.match(verdict.why, /login page/);
});

test("a forged address at which nothing answers is a forged answer, not a site that is down", () => {
	const [control, ...rest] = helper();
	assert.ok(control);
	const verdict = judge([
		dns([STRANGER]),
		tcp(STRANGER, "generic_timeout_error"),
		control,
		...rest,
		tcp(STRANGER, "generic_timeout_error", { vantage: "helper" }),
	]);
	assert.equal(verdict.state, "likely_blocked");
	assert.equal(verdict.mechanism, "dns.injection.address");
});

test("a service all of whose names vanish is blocked by look-up, one retired name is not", () => {
	const gone = (role: string) =>
		dns([], {
			role,
			hostname: `${role}.example.net`,
			failure: "dns_nxdomain_error",
		});
	const fixed = { testName: "signal", testVersion: "0.2.5", input: "" };
	const all = judge([gone("chat"), gone("storage")], fixed);
	assert.equal(all.state, "likely_blocked");
	assert.equal(all.mechanism, "dns.injection.nxdomain");
	const one = judge(
		[
			gone("directory"),
			dns([SITE], { role: "chat", hostname: "chat.example.net" }),
			tcp(SITE, undefined, { role: "chat" }),
			tls(SITE, undefined, { role: "chat", serverName: "chat.example.net" }),
		],
		fixed,
	);
	assert.equal(one.state, "impaired");
});

test("a hop within one service counts for the name that was asked for", () => {
	const services = parseServices({
		services: [
			{
				id: "newsroom",
				name: "Newsroom",
				category: "news",
				domains: ["news.example.org", "newsroom.example"],
				tests: [],
				aliases: [],
				functions: [],
			},
		],
	});
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE),
			tls(SITE),
			http({ ip: SITE, statusCode: 301 }),
			dns([SITE_TWO], { depth: 1, hostname: "newsroom.example" }),
			tcp(SITE_TWO, undefined, { depth: 1, hostname: "newsroom.example" }),
			tls(SITE_TWO, "connection_reset", {
				depth: 1,
				hostname: "newsroom.example",
				serverName: "newsroom.example",
			}),
			...helper(),
		],
		{},
		{
			...context,
			reference: snapshotOf({ ...context.reference, services }),
		},
	);
	assert.deepEqual(
		verdict.targets.map(({ target, state }) => [target, state]),
		[["news.example.org", "likely_blocked"]],
	);
});
