import assert from "node:assert/strict";
import { createServer } from "node:net";
import test from "node:test";
import { Hono } from "hono";
import { serveSite } from "./serve.ts";

const app = new Hono().get("/", (c) => c.text("here"));

test("a busy port gives the next free one, and says which", async () => {
	const first = await serveSite(app, { host: "127.0.0.1", port: 0 });
	try {
		const second = await serveSite(app, {
			host: "127.0.0.1",
			port: first.port,
		});
		try {
			assert.ok(second.port > first.port);
			const answer = await fetch(`http://127.0.0.1:${second.port}/`);
			assert.equal(await answer.text(), "here");
		} finally {
			await second.close();
		}
	} finally {
		await first.close();
	}
});

test("after closing, the port is free and nothing answers", async () => {
	const served = await serveSite(app, { host: "127.0.0.1", port: 0 });
	await served.close();
	await assert.rejects(fetch(`http://127.0.0.1:${served.port}/`));
	const again = createServer();
	await new Promise<void>((resolve, reject) => {
		again.once("error", reject);
		again.listen(served.port, "127.0.0.1", resolve);
	});
	again.close();
});

test("an address that is not ours is an error with a code", async () => {
	await assert.rejects(
		serveSite(app, { host: "203.0.113.1", port: 8080 }),
		(error: { code?: string }) => error.code === "port_unavailable",
	);
});

test("what is asked beyond the most at once is told to come again, and what is sent is not counted", async () => {
	const waiting: (() => void)[] = [];
	const slow = new Hono()
		.get("/", async (c) => {
			await new Promise<void>((done) => waiting.push(done));
			return c.text("here");
		})
		.post("/", (c) => c.text("taken"));
	const served = await serveSite(slow, {
		host: "127.0.0.1",
		port: 0,
		mostAtOnce: 2,
	});
	const url = `http://127.0.0.1:${served.port}/`;
	try {
		const begun = [fetch(url), fetch(url)];
		while (waiting.length < 2) await new Promise((done) => setTimeout(done, 5));
		const refused = await fetch(url);
		assert.equal(refused.status, 503);
		assert.equal(refused.headers.get("retry-after"), "2");
		assert.equal((await fetch(url, { method: "POST" })).status, 200);
		for (const done of waiting) done();
		for (const answer of begun) assert.equal((await answer).status, 200);
	} finally {
		await served.close();
	}
});
