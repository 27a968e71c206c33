import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after, before } from "node:test";
import { isBogon } from "../../base/index.ts";
import { emptyAsn } from "../../reference/index.ts";
import { realVantage, type Vantage } from "../probe/index.ts";
import { type HelperOptions, helperRoutes } from "./helper-routes.ts";
import type { HelperAnswer } from "./look.ts";

/** A site on this machine, to which emulated public addresses are routed. */
const SITE = "198.18.0.1";
let hits = 0;
const server = createServer((request, response) => {
	hits++;
	if (request.url === "/inside")
		response.writeHead(302, { Location: "http://inside.example/" }).end();
	else if (request.url === "/silent") return;
	else if (request.url === "/moved")
		response.writeHead(301, { Location: "/end" }).end();
	else
		response
			.writeHead(200, { "X-Site": "yes" })
			.end("<title>A page of the site</title>");
});
before(
	() => new Promise<void>((done) => void server.listen(0, "127.0.0.1", done)),
);
after(() => {
	server.closeAllConnections();
	server.close();
});

function vantage(changes: Partial<Vantage> = {}): Vantage {
	const { port } = server.address() as AddressInfo;
	return realVantage({
		async systemLookup(name) {
			if (name === "site.example") return { addresses: [SITE] };
			if (name === "inside.example") return { addresses: ["127.0.0.1"] };
			throw Object.assign(new Error(name), { code: "ENOTFOUND" });
		},
		permits: (ip) => ip === SITE || !isBogon(ip),
		route: (endpoint) =>
			endpoint.ip === SITE && endpoint.port === 80
				? { host: "127.0.0.1", port }
				: { host: "127.0.0.1", port: 1 },
		...changes,
	});
}

function helper(changes: Partial<HelperOptions> = {}) {
	const app = helperRoutes({
		vantage: vantage(),
		asn: emptyAsn,
		nowMs: () => performance.now(),
		keepMs: 0,
		maxInFlight: 50,
		perMinute: 100_000,
		trustsProxy: false,
		...changes,
	});
	return async (body: unknown) => {
		const reply = await app.request("/", {
			method: "POST",
			body: typeof body === "string" ? body : JSON.stringify(body),
		});
		return {
			status: reply.status,
			headers: reply.headers,
			body: (await reply.json()) as HelperAnswer & { readonly error: string },
		};
	};
}

const ask = (http_request: string, tcp_connect: readonly string[] = []) => ({
	http_request,
	http_request_headers: { Accept: ["*/*"] },
	tcp_connect,
	x_quic_enabled: false,
});

test("a page is seen with its addresses, connections and end, in the helper protocol's form", async () => {
	const { status, body } = await helper()(
		ask("http://site.example/moved", [`${SITE}:80`]),
	);
	assert.equal(status, 200);
	assert.deepEqual(body.dns, { failure: null, addrs: [SITE], ASNs: [] });
	assert.deepEqual(body.tcp_connect[`${SITE}:80`], {
		status: true,
		failure: null,
	});
	assert.deepEqual(body.tcp_connect[`${SITE}:443`], {
		status: false,
		failure: "connection_refused_error",
	});
	assert.equal(body.http_request.status_code, 200);
	assert.equal(body.http_request.failure, null);
	assert.equal(body.http_request.title, "A page of the site");
	assert.equal(body.http_request.body_length, 33);
	assert.equal(body.http_request.headers["X-Site"], "yes");
	assert.deepEqual(body.ip_info[SITE], { asn: 0, flags: 1 + 2 + 4 });
});

test("a name that does not exist is told in the helper's own words", async () => {
	const { body } = await helper()(ask("https://none.example/"));
	assert.equal(body.dns.failure, "dns_name_error");
	assert.equal(body.http_request.failure, "dns_lookup_error");
	assert.equal(body.http_request.status_code, -1);
});

test("P7: neither a probe, a resolver nor a redirect leads the helper to a private address", async () => {
	const before = hits;
	const asks = [
		ask("http://127.0.0.1/"),
		ask("http://inside.example/"),
		ask("http://[::1]/"),
		ask("http://site.example/end", [
			"127.0.0.1:80",
			"10.0.0.1:80",
			"169.254.169.254:80",
		]),
		ask("http://site.example/inside"),
	];
	const answers = [];
	for (const one of asks) answers.push((await helper()(one)).body);
	for (const { tcp_connect } of answers)
		for (const address of Object.keys(tcp_connect))
			assert.ok(address.startsWith(SITE), address);
	assert.deepEqual(
		answers.map(({ http_request }) => http_request.failure !== null),
		[true, true, true, false, true],
	);
	assert.equal(hits - before, 2, "the site's two own pages");
});

test("P7: a name that turns to a private address between two look-ups is refused", async () => {
	let asked = 0;
	const contacted = new Set<string>();
	const rebinding = vantage({
		systemLookup: async () => ({
			addresses: [asked++ === 0 ? SITE : "127.0.0.1"],
		}),
		route: ({ ip }) => {
			contacted.add(ip);
			return {
				host: "127.0.0.1",
				port: (server.address() as AddressInfo).port,
			};
		},
	});
	await helper({ vantage: rebinding })(ask("http://site.example/"));
	assert.ok(asked >= 2);
	assert.deepEqual([...contacted], [SITE]);
});

test("P7: what is malformed, or would make a scanner of the helper, is answered 400 with a reason", async () => {
	const send = helper();
	for (const wrong of [
		"{",
		"[]",
		{},
		ask("ftp://site.example/"),
		ask("http://user:word@site.example/"),
		ask("http://site.example:25/"),
		ask("http://site.example/", ["site.example:80"]),
		ask("http://site.example/", [`${SITE}:22`]),
		ask("http://site.example/", new Array(65).fill(`${SITE}:80`)),
	]) {
		const { status, body } = await send(wrong);
		assert.equal(status, 400, JSON.stringify(wrong));
		assert.match(body.error, /\w+ \w+/);
	}
	assert.equal((await send(`"${"x".repeat(70_000)}"`)).status, 413);
});

test("what is more than it can answer at once is shed with 503 and a time to come back", async () => {
	const send = helper({ maxInFlight: 3, limits: { httpMs: 300 } });
	const replies = await Promise.all(
		Array.from({ length: 5 }, () => send(ask("http://site.example/silent"))),
	);
	const statuses = replies.map(({ status }) => status).sort();
	assert.deepEqual(statuses, [200, 200, 200, 503, 503]);
	const shed = replies.find(({ status }) => status === 503);
	assert.match(shed?.headers.get("retry-after") ?? "", /^\d+$/);
	const answered = replies.find(({ status }) => status === 200);
	assert.equal(answered?.body.http_request.failure, "generic_timeout_error");
	assert.equal((await send(ask("http://site.example/end"))).status, 200);
});

test("two probes that ask about the same page within the time share one look", async () => {
	const send = helper({ keepMs: 60_000 });
	const before = hits;
	const one = ask("http://site.example/end");
	const [first] = await Promise.all([send(one), send(one)]);
	const later = await send(one);
	assert.equal(hits - before, 1);
	assert.deepEqual(later.body, first.body);
});

test("50 requests in flight are answered, hundreds in a row", async () => {
	const send = helper();
	let failed = 0;
	const work = Array.from({ length: 50 }, async () => {
		for (let i = 0; i < 6; i++) {
			const { status, body } = await send(ask("http://site.example/end"));
			if (status !== 200 || body.http_request.failure !== null) failed++;
		}
	});
	await Promise.all(work);
	assert.equal(failed, 0);
});

test("one client gets its share of a minute, and then 429", async () => {
	const send = helper({ perMinute: 2 });
	const statuses = [];
	for (let i = 0; i < 3; i++)
		statuses.push((await send(ask("http://site.example/end"))).status);
	assert.deepEqual(statuses, [200, 200, 429]);
});
