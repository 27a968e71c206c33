/** Webhooks, to a receiver that fails, and that checks what it gets. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type TestContext, test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import {
	createWebhookSecret,
	createWebhookSender,
} from "../../src/publish/alerts/index.ts";
import { openBench } from "./bench.ts";

const SECRET = createWebhookSecret();

async function receive(t: TestContext) {
	const got: { headers: IncomingHttpHeaders; body: string }[] = [];
	let statuses: number[] = [];
	const server = createServer(async (request, response) => {
		let body = "";
		for await (const chunk of request) body += chunk;
		got.push({ headers: request.headers, body });
		const status = statuses.shift() ?? 204;
		if (status === 0) request.socket.destroy();
		else
			response
				.writeHead(status, status === 302 ? { location: "/elsewhere" } : {})
				.end();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	t.after(() => server.close());
	const address = server.address();
	assert.ok(address !== null && typeof address !== "string");
	return {
		got,
		url: `http://127.0.0.1:${address.port}/hook`,
		answer: (...given: number[]) => {
			statuses = given;
		},
	};
}

test("a webhook is signed over its id, its time and its body, and repeats its id", async (t) => {
	const { got, url, answer } = await receive(t);
	const { subscribe, tell, deliver, minutesLater, read } = openBench(t, 1);
	const id = subscribe({ channel: { kind: "webhook", url, secret: SECRET } });
	tell("opened");
	answer(500, 0, 302);
	await deliver();
	for (const minutes of [3, 11, 31]) {
		minutesLater(minutes);
		await deliver();
	}
	assert.equal(got.length, 4);
	assert.equal(read(id)?.deliveries[0]?.result, "sent");
	assert.equal(new Set(got.map(({ body }) => body)).size, 1);
	assert.equal(
		new Set(got.map(({ headers }) => headers["webhook-id"])).size,
		1,
	);
	assert.equal(
		new Set(got.map(({ headers }) => headers["webhook-timestamp"])).size,
		4,
	);
	for (const { headers, body } of got) {
		const key = Buffer.from(SECRET.replace("whsec_", ""), "base64");
		const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
		assert.equal(
			headers["webhook-signature"],
			`v1,${createHmac("sha256", key).update(signed).digest("base64")}`,
		);
	}
	const message = JSON.parse(got[0]?.body ?? "");
	assert.equal(message.id, got[0]?.headers["webhook-id"]);
	assert.equal(message.follows, null);
	assert.equal(message.notices[0].kind, "opened");
	assert.equal(
		message.notices[0].url,
		"https://rasai.example/incident/pk-x-2026-01-30",
	);
	assert.equal(message.notices[0].posts.telegram.parse_mode, "HTML");
	tell("ended", { status: "ended" });
	await deliver();
	assert.equal(JSON.parse(got[4]?.body ?? "").follows, message.id);
});

test("a receiver that is gone for good is not asked again, and a webhook is not forgotten", async (t) => {
	const { got, url, answer } = await receive(t);
	const { subscribe, tell, deliver, read, minutesLater } = openBench(t, 1);
	const id = subscribe({ channel: { kind: "webhook", url, secret: SECRET } });
	for (let n = 0; n < 4; n++) {
		tell("opened", { id: `pk-${n}` });
		answer(410);
		await deliver();
		minutesLater(5);
	}
	assert.equal(got.length, 4);
	assert.equal(read(id)?.givenUpInARow, 4);
});

test("P7: a webhook reaches no private address", async (t) => {
	const { got, url } = await receive(t);
	const bench = openBench(t, 1);
	const { subscribe, tell, deliver, read, options } = bench;
	const id = subscribe({ channel: { kind: "webhook", url, secret: SECRET } });
	tell("opened");
	await deliver({
		senders: {
			mail: undefined,
			webhook: createWebhookSender(
				{
					name: "Rasai",
					address: "https://rasai.example",
					key: Buffer.alloc(32),
				},
				createHttpClient(),
				options.clock,
			),
		},
	});
	assert.equal(got.length, 0);
	assert.match(read(id)?.queue[0]?.problem ?? "", /not on the public Internet/);
});
