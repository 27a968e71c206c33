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
