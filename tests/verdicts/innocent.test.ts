/** P6: what looks like a block and has another reading, beside the block that it must not hide. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MeasurementHeader, Observation } from "../../src/model/index.ts";
import { parseFingerprints, snapshotOf } from "../../src/reference/index.ts";
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
	return {
		...context,
		reference: snapshotOf({
			...context.reference,
			fingerprints: parseFingerprints({
				http: `${HEAD}\n${httpRows}`,
				dns: `${HEAD}\n${dnsRows}`,
			}),
		}),
	};
}

const CLEAR = { url: "http://news.example.org/" };
const IN_CLEAR: Partial<MeasurementHeader> = { input: CLEAR.url };
const OWN = { probeAsn: 64500 } as const;

/** A visit in clear text to the site's own address that ended in this page. */
function clearVisit(
	page: Parameters<typeof http>[0],
	elsewhere: Parameters<typeof http>[0] = {},
): readonly Observation[] {
	return [
		dns([SITE]),
		tcp(SITE, undefined, { port: 80 }),
		http({ ...CLEAR, ip: SITE, ...page }),
		...helper([SITE], { ...CLEAR, ...elsewhere }),
	];
}

test("P6: a private address that proves itself by certificate is a cache or a tunnel, not a forged answer", () => {
	const seen = (failure?: string) => [
		dns(["10.20.30.40"]),
		tcp("10.20.30.40"),
		tls("10.20.30.40", failure),
		...(failure ? [] : [http({ ip: "10.20.30.40" })]),
		...helper(),
	];
	assert.equal(judge(seen()).state, "ok");
	const forged = judge(seen("ssl_invalid_hostname"));
	assert.equal(forged.state, "blocked");
	assert.equal(forged.mechanism, "dns.injection.bogon");
});

test("P6: in clear text only the very page of the control proves a private address", () => {
	const seen = (title: string) => [
		dns(["10.20.30.40"]),
		tcp("10.20.30.40", undefined, { port: 80 }),
		http({ ...CLEAR, ip: "10.20.30.40", title }),
		...helper([SITE], CLEAR),
	];
	assert.equal(judge(seen("Evening news of the region"), IN_CLEAR).state, "ok");
	assert.equal(judge(seen("Not to be seen"), IN_CLEAR).state, "blocked");
});

test("P6: what becomes of a connection to a tunnelling program's own address says nothing of the network", () => {
	const verdict = judge([
		dns(["198.18.0.7"]),
		dns(["198.18.0.7"], { engine: "udp", resolver: "9.9.9.9:53" }),
		tcp("198.18.0.7"),
		tls("198.18.0.7", "eof_error"),
		...helper(),
	]);
	assert.equal(verdict.state, "insufficient");
	assert.equal(verdict.layers.dns.rule, "dns.tunnel_address");
});

test("P6: loopback from a resolver of the visitor's choice is a filter of the visitor's choice; from the provider's it is the provider's", () => {
	const seen = [
		dns(["0.0.0.0"]),
		dns([SITE], { engine: "udp", resolver: "9.9.9.9:53" }),
		...helper(),
	];
	const chosen = judge(seen, { resolverAsn: 64999 });
	assert.equal(chosen.state, "impaired");
	assert.equal(chosen.locus, "resolver");
	const provided = judge(seen);
	assert.equal(provided.state, "likely_blocked");
	assert.equal(provided.mechanism, "dns.injection.bogon");
});

test("P6: an address of the well-known translation prefix is the address that it carries", () => {
	const translated = "64:ff9b::2d5a:101"; // 45.90.1.1
	const works = judge([
		dns([translated]),
		tcp(translated),
		...helper(),
		tcp(translated, "network_unreachable", { vantage: "helper" }),
	]);
	assert.equal(works.layers.dns.rule, "dns.address_serves_name");
	const blocked = judge([
		dns([translated]),
		tcp(translated),
		tls(translated, "connection_reset"),
		...helper(),
	]);
	assert.equal(blocked.state, "likely_blocked");
	assert.equal(blocked.mechanism, "tls.reset");
});

test("P6: a silent address in the provider's own network may be a cache that is off", () => {
	const seen = (failure: string) => [
		{ ...dns([STRANGER]), answers: [{ ip: STRANGER, asn: OWN.probeAsn }] },
		tcp(STRANGER, failure),
		...helper(),
		tcp(STRANGER, failure, { vantage: "helper" }),
	];
	assert.equal(judge(seen("generic_timeout_error")).state, "impaired");
	// A cache serves the encrypted port; a server of block pages often does not.
	const refused = judge(seen("connection_refused"));
	assert.equal(refused.mechanism, "dns.injection.address");
	const foreign = judge(seen("generic_timeout_error"), { probeAsn: 64777 });
	assert.equal(foreign.mechanism, "dns.injection.address");
});

test("P6: another front of the same network that serves nobody is no forged answer", () => {
	const [control, , ...rest] = helper();
	assert.ok(control);
	const answer = (ip: string) => [{ ip, asn: 64601 }];
	const verdict = judge([
		{ ...dns([STRANGER]), answers: answer(STRANGER) },
		tcp(STRANGER),
		tls(STRANGER, "ssl_invalid_hostname"),
		control,
		{ ...dns([SITE], { vantage: "helper" }), answers: answer(SITE) },
		...rest,
		tls(STRANGER, "ssl_invalid_hostname", { vantage: "helper" }),
	]);
	assert.equal(verdict.state, "impaired");
});

test("P6: an address dead for all while the control loads the site by another is neither a block nor a site that is down", () => {
	const verdict = judge([
		dns([SITE]),
		tcp(SITE, "generic_timeout_error"),
		app("control", { vantage: "helper" }),
		dns([SITE, SITE_TWO], { vantage: "helper", engine: "doh" }),
		tcp(SITE, "generic_timeout_error", { vantage: "helper" }),
		tcp(SITE_TWO, undefined, { vantage: "helper" }),
		http({ vantage: "helper" }),
	]);
	assert.equal(verdict.state, "impaired");
	assert.equal(verdict.layers.tcp.rule, "tcp.dead_for_all");
});

test("P6: that others load the site says nothing of an address that is not known to be the site's and that nobody else tried", () => {
	const verdict = judge([
		dns([STRANGER]),
		tcp(STRANGER, "generic_timeout_error"),
		http({ failure: "generic_timeout_error" }),
		...helper([SITE]),
	]);
	assert.equal(verdict.state, "impaired");
});

test("P1: a request that could not be sent tells nothing that its connection did not", () => {
	const verdict = judge([
		dns([SITE]),
		tcp(SITE),
		tls(SITE, "ssl_unknown_authority", {}),
		http({ ip: SITE, failure: "generic_timeout_error" }),
		...helper(),
	]);
	assert.notEqual(verdict.mechanism, "http.timeout");
	assert.ok(verdict.layers.http.fired.includes("http.never_asked"));
});

test("P6: beside a page in clear text the encrypted port does not stand for the page's", () => {
	const [control, lookup] = helper();
	assert.ok(control && lookup);
	const verdict = judge(
		[
			dns([SITE]),
			tcp(SITE, "connection_refused", { port: 80, fetchBody: true }),
			tcp(SITE, undefined, { fetchBody: false }),
			tls(SITE, undefined, { fetchBody: false }),
			control,
			lookup,
			tcp(SITE, "connection_refused", { vantage: "helper", port: 80 }),
			http({ ...CLEAR, vantage: "helper", failure: "connection_refused" }),
		],
		IN_CLEAR,
	);
	assert.equal(verdict.state, "down");
});

test("P6: a page about block pages, which the control got too, is no block page", () => {
	const pages = withFingerprints(
		"test.page,nat,,body,contains,You may not,5,PK,own,,",
	);
	const quoted = { fingerprints: ["test.page"] };
	assert.equal(judge(clearVisit(quoted), IN_CLEAR, pages).state, "ok");
	const served = judge(
		clearVisit({ ...quoted, title: "You may not", headerNames: [] }),
		IN_CLEAR,
		pages,
	);
	assert.equal(served.state, "blocked");
});

test("P6: a filter's wording with a header that few sites but this one have is the site's own refusal", () => {
	const pages = withFingerprints(
		"test.filter,prod,,body,contains,Access Denied,5,PK,own,,",
	);
	const page = {
		fingerprints: ["test.filter"],
		statusCode: 403,
		title: "Access Denied",
		bodyBytes: 300,
	};
	assert.equal(judge(clearVisit(page), IN_CLEAR, pages).state, "impaired");
	const box = judge(
		clearVisit({ ...page, headerNames: ["content-type"] }),
		IN_CLEAR,
		pages,
	);
	assert.equal(box.state, "blocked");
	const marked = judge(
		clearVisit({
			...page,
			headerNames: ["content-type"],
			pageMarks: ["akamai_refusal"],
		}),
		IN_CLEAR,
		pages,
	);
	assert.equal(marked.state, "ok");
	assert.equal(marked.locus, "server_side");
});

test("P6: vague words are held against the network only where no server's date stands beside them", () => {
	const pages = withFingerprints(
		"test.word,vbw,,body,contains,forbidden,5,,own,,\ntest.school,inst,,body,contains,denied,5,PK,own,,",
	);
	for (const name of ["test.word", "test.school"]) {
		const page = {
			fingerprints: [name],
			statusCode: 403,
			title: "Access forbidden",
			bodyBytes: 300,
		};
		const of = (headerNames: readonly string[]) =>
			judge(clearVisit({ ...page, headerNames }), IN_CLEAR, pages);
		assert.equal(of(["content-type", "date", "server"]).state, "impaired");
		assert.equal(of(["content-type"]).state, "likely_blocked");
	}
});

test("P6: a page unlike the site's is held against the network only where it bears no server's date", () => {
	const page = { title: "Notice", bodyBytes: 300 };
	const undated = judge(
		clearVisit({ ...page, headerNames: ["content-type"] }),
		IN_CLEAR,
	);
	assert.equal(undated.state, "likely_blocked");
	assert.equal(undated.mechanism, "http.diff");
	const dated = judge(
		clearVisit({ ...page, headerNames: ["content-type", "date"] }),
		IN_CLEAR,
	);
	assert.equal(dated.state, "impaired");
	assert.equal(dated.mechanism, "http.diff");
});

test("P10: a control that was refused is no measure for a page that came", () => {
	const verdict = judge(
		clearVisit({}, { statusCode: 503, title: "Just a moment", bodyBytes: 900 }),
		IN_CLEAR,
	);
	assert.equal(verdict.state, "ok");
	assert.equal(verdict.layers.http.rule, "http.control_refused");
});

test("P6: two empty pages with one status are the same page", () => {
	const empty = { bodyBytes: 0, title: undefined, headerNames: [] };
	assert.equal(judge(clearVisit(empty, empty), IN_CLEAR).state, "ok");
});

test("P4: a visit sent in clear text to a stranger's page is not a visit that worked", () => {
	const sent = (page: Parameters<typeof http>[0]) =>
		judge(
			[
				dns([SITE]),
				tcp(SITE, undefined, { port: 80 }),
				http({ ...CLEAR, ip: SITE, statusCode: 302 }),
				http({
					url: "http://packages.example.net/buy",
					hostname: "packages.example.net",
					depth: 1,
					...page,
				}),
				app("control", { vantage: "helper", failure: "generic_timeout_error" }),
			],
			IN_CLEAR,
		);
	assert.equal(sent({}).state, "impaired");
	assert.equal(sent({ url: "https://packages.example.net/buy" }).state, "ok");
});

test("P4: a visit that ends at a machine of the local network says so, and vague words there count", () => {
	const pages = withFingerprints(
		"test.word,vbw,,body,contains,limited,5,,own,,",
	);
	const ends = (
		fingerprints: readonly string[],
		control: readonly Observation[],
	) =>
		judge(
			[
				dns([SITE]),
				tcp(SITE, undefined, { port: 80 }),
				http({ ...CLEAR, ip: SITE, statusCode: 302 }),
				http({
					url: "http://10.1.2.3/",
					hostname: "10.1.2.3",
					ip: "10.1.2.3",
					depth: 1,
					title: "Access is limited",
					bodyBytes: 300,
					headerNames: ["date"],
					fingerprints,
				}),
				...control,
			],
			IN_CLEAR,
			pages,
		);
	const none = app("control", { vantage: "helper", failure: "eof_error" });
	const login = ends([], [none]);
	assert.equal(login.state, "impaired");
	assert.deepEqual(
		login.targets.map(({ target }) => target),
		["news.example.org"],
	);
	const stub = ends(["test.word"], helper([SITE], CLEAR));
	assert.equal(stub.state, "likely_blocked");
	assert.equal(stub.mechanism, "http.blockpage");
});

test("P6: a transfer that began and then stood still is a stall, whatever the status says", () => {
	const stalled = (readBytes: number) =>
		judge([
			dns([SITE]),
			tcp(SITE),
			tls(SITE),
			http({ ip: SITE, failure: "generic_timeout_error", readBytes }),
			...helper(),
		]);
	assert.equal(stalled(12000).state, "impaired");
	assert.equal(stalled(12000).mechanism, "http");
	assert.equal(stalled(300).mechanism, "http.timeout");
});

test("P4: a page reached only by other resolvers' addresses is not the visitor's page", () => {
	const verdict = judge([
		dns([], { failure: "dns_servfail_error" }),
		dns([SITE], { engine: "udp", classic: false }),
		tcp(SITE, undefined, { classic: false }),
		tls(SITE, undefined, { classic: false }),
		http({ ip: SITE, classic: false }),
		...helper(),
	]);
	assert.equal(verdict.state, "impaired");
	assert.equal(verdict.mechanism, "dns.servfail");
});

test("P6: one server that resets every handshake may be at fault itself; beside servers that answer it is the exception", () => {
	const ech = { testName: "echcheck", input: "" };
	const shake = (role: string, failure?: string) =>
		tls(SITE, failure, { role, serverName: "ech.example.net" });
	const all = judge(
		[
			dns([SITE], { role: "plain" }),
			...["plain", "grease", "ech"].map((role) =>
				shake(role, "connection_reset"),
			),
		],
		ech,
	);
	assert.equal(all.state, "impaired");
	const one = judge(
		[
			dns([SITE], { role: "plain" }),
			shake("plain"),
			shake("grease"),
			shake("ech", "connection_reset"),
		],
		ech,
	);
	assert.equal(one.state, "likely_blocked");
	assert.equal(one.mechanism, "tls.reset");
});

test("P6: a site that resets everybody is down, whether the reset met the visitor while connecting or after", () => {
	const visit = (handshake: string | undefined, page: string | undefined) =>
		judge([
			dns([SITE]),
			tcp(SITE, "connection_reset"),
			app("control", { vantage: "helper" }),
			dns([SITE], { vantage: "helper", engine: "doh" }),
			tcp(SITE, undefined, { vantage: "helper" }),
			...(handshake === ""
				? []
				: [tls(SITE, handshake, { vantage: "helper" })]),
			http({ vantage: "helper", ...(page && { failure: page }) }),
		]);
	const reset = "connection_reset";
	assert.equal(visit(reset, reset).state, "down");
	assert.equal(visit("", reset).state, "down", "no handshake told");
	for (const [handshake, page] of [
		[undefined, undefined],
		["", undefined],
		[undefined, reset],
		["ssl_invalid_certificate", "ssl_invalid_certificate"],
	] as const) {
		const verdict = visit(handshake, page);
		assert.match(verdict.state, /blocked/, `${handshake} ${page}`);
		assert.equal(verdict.mechanism, "tcp.reset");
	}
});

test("P6: dead bridges of an ageing list are not held against the network, dead directory authorities are", () => {
	const run = (role: string) =>
		judge(
			[
				...[1, 2, 3, 4].map((n) =>
					tcp(`45.90.2.${n}`, "generic_timeout_error", { role, port: 9001 }),
				),
				tcp("45.90.3.1", undefined, { role: "dir_port", port: 80 }),
			],
			{ testName: "tor", input: "" },
		);
	assert.equal(run("obfs4").state, "impaired");
	assert.equal(run("or_port_dirauth").state, "likely_blocked");
});

test("P10: where the instrument is at fault, the parts that work do not speak for the whole", () => {
	const part = (role: string, failure?: string) => [
		tcp(SITE, undefined, { role }),
		tls(SITE, failure, { role, serverName: `${role}.example.net` }),
		http({
			role,
			hostname: `${role}.example.net`,
			url: `https://${role}.example.net/`,
			failure,
		}),
	];
	const verdict = judge(
		[...part("cdn"), ...part("storage", "ssl_unknown_authority")],
		{
			testName: "signal",
			testVersion: "0.2.2",
			input: "",
			measuredAt: "2023-12-10T00:00:00Z",
		},
	);
	assert.equal(verdict.state, "insufficient");
});

test("a look-up's locus is the resolver only where another told the truth, the network where both lied", () => {
	const locus = (...other: readonly Observation[]) =>
		judge([
			dns(["10.0.0.9"]),
			...other.map((seen) => ({ ...seen, engine: "udp" }) as Observation),
			...helper(),
		]).locus;
	assert.equal(locus(), "unknown");
	assert.equal(locus(dns([SITE], { resolver: "9.9.9.9:53" })), "resolver");
	assert.equal(locus(dns(["10.0.0.9"], { resolver: "9.9.9.9:53" })), "network");
	assert.equal(locus(dns([STRANGER], { resolver: "9.9.9.9:53" })), "network");
});

test("the block page that a forged address served names the mechanism deeper than the list of addresses does", () => {
	const verdict = judge(
		[
			dns([STRANGER]),
			tcp(STRANGER, undefined, { port: 80 }),
			http({
				...CLEAR,
				ip: STRANGER,
				title: "No",
				bodyBytes: 100,
				fingerprints: ["test.page"],
			}),
			...helper([SITE], CLEAR),
		],
		IN_CLEAR,
		withFingerprints(
			"test.page,isp,,body,contains,You may not,5,PK,own,,",
			`test.address,isp,,dns,full,${STRANGER},5,PK,own,,`,
		),
	);
	assert.equal(verdict.state, "blocked");
	assert.equal(verdict.mechanism, "dns.injection.blockpage");
});
