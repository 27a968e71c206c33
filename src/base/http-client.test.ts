import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { RasaiError } from "./errors.ts";
import { createHttpClient, type HttpResponse } from "./http-client.ts";

async function withServer(
	listener: RequestListener,
	use: (origin: string, port: number) => Promise<void>,
): Promise<void> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await use(`http://127.0.0.1:${port}`, port);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

async function textOf(response: HttpResponse): Promise<string> {
	const parts: Uint8Array[] = [];
	for await (const part of response.body) parts.push(part);
	return Buffer.concat(parts).toString();
}

const fails = (code: string) => (error: unknown) => {
	assert.ok(error instanceof RasaiError, String(error));
	assert.equal(error.code, code, error.message);
	return true;
};

const local = createHttpClient({ allowLoopback: true });

test("P7: this machine is refused unless allowed, by address, by name and by redirect", async () => {
	let reached = 0;
	await withServer(
		(_, response) => {
			reached++;
			response.end();
		},
		async (forbidden, forbiddenPort) => {
			const targets = [
				forbidden,
				`http://localhost:${forbiddenPort}/`,
				`http://127.1:${forbiddenPort}/`,
				`http://[::1]:${forbiddenPort}/`,
				`http://[::ffff:127.0.0.1]:${forbiddenPort}/`,
				`http://private.example:${forbiddenPort}/`,
				"file:///etc/passwd",
			];
			await withServer(
				(request, response) => {
					const to = decodeURIComponent(request.url?.slice(1) ?? "");
					response.writeHead(302, { location: to }).end();
				},
				async (origin) => {
					const client = createHttpClient({
						allowedOrigins: [origin],
						resolve: async () => ["127.0.0.1", "::1"],
					});
					for (const target of targets) {
						const redirected = `${origin}/${encodeURIComponent(target)}`;
						for (const url of [target, redirected])
							await assert.rejects(
								client.request(url),
								fails("http_blocked_address"),
								url,
							);
					}
				},
			);
		},
	);
	assert.equal(reached, 0);
});

test("P7: an allowed origin is reached at a private address", async () => {
	await withServer(
		(_, response) => response.end("mirror"),
		async (origin) => {
			const client = createHttpClient({ allowedOrigins: [origin] });
			assert.equal(await textOf(await client.request(`${origin}/a`)), "mirror");
		},
	);
});

test("P7: the connection goes to the address that was checked", async () => {
	await withServer(
		(_, response) => response.end("reached"),
		async (_, port) => {
			const asked: string[] = [];
			const client = createHttpClient({
				allowLoopback: true,
				resolve: async (name) => {
					asked.push(name);
					return ["10.0.0.1", "127.0.0.1"];
				},
			});
			const url = `http://mixed.example:${port}/`;
			assert.equal(await textOf(await client.request(url)), "reached");
			assert.deepEqual(asked, ["mixed.example"]);
		},
	);
});

test("What is no URL, or has credentials in it, is wrong usage", async () => {
	await assert.rejects(local.request("no url"), fails("usage"));
	await assert.rejects(
		local.request("http://user:secret@127.0.0.1/"),
		fails("usage"),
	);
});

test("Redirects are followed for GET up to a limit, and not for POST", async () => {
	await withServer(
		(request, response) => {
			const left = Number(request.url?.slice(1));
			if (left > 0) response.writeHead(307, { location: `/${left - 1}` }).end();
			else response.end(`${request.method} done`);
		},
		async (origin) => {
			const response = await local.request(`${origin}/5`);
			assert.equal(response.url, `${origin}/0`);
			assert.equal(await textOf(response), "GET done");
			await assert.rejects(
				local.request(`${origin}/6`),
				fails("http_redirect"),
			);
			const posted = await local.request(`${origin}/1`, {
				method: "POST",
				body: "x",
			});
			assert.equal(posted.status, 307);
			posted.discard();
		},
	);
});

test("Secrets in headers are not sent on to another origin", async () => {
	await withServer(
		(request, response) => {
			response.end(JSON.stringify(request.headers));
		},
		async (other) => {
			await withServer(
				(_, response) => response.writeHead(302, { location: other }).end(),
				async (origin) => {
					const response = await local.request(origin, {
						headers: {
							Authorization: "secret",
							"X-Token": "secret",
							Range: "bytes=1-",
							"User-Agent": "test",
						},
					});
					const seen = await textOf(response);
					assert.ok(!seen.includes("secret"), seen);
					assert.ok(seen.includes("bytes=1-"), seen);
				},
			);
		},
	);
});

test("A silent server, a slow one and a body without end meet their limits", async () => {
	await withServer(
		(request, response) => {
			if (request.url === "/silent") return;
			response.writeHead(200);
			response.write("begin");
			if (request.url === "/endless") {
				const timer = setInterval(() => response.write("x".repeat(10_000)), 5);
				response.on("close", () => clearInterval(timer));
			}
		},
		async (origin) => {
			const limits = { idleMs: 80 };
			await assert.rejects(
				local.request(`${origin}/silent`, { limits }),
				fails("timeout"),
			);
			await assert.rejects(
				async () =>
					textOf(await local.request(`${origin}/stalled`, { limits })),
				fails("timeout"),
			);
			await assert.rejects(
				async () =>
					textOf(
						await local.request(`${origin}/endless`, {
							limits: { totalMs: 150 },
						}),
					),
				fails("timeout"),
			);
			await assert.rejects(
				async () =>
					textOf(
						await local.request(`${origin}/endless`, {
							limits: { maxBytes: 50_000 },
						}),
					),
				fails("source_too_large"),
			);
			const stop = new AbortController();
			setTimeout(() => stop.abort(), 50);
			await assert.rejects(
				async () =>
					textOf(
						await local.request(`${origin}/endless`, { signal: stop.signal }),
					),
				fails("aborted"),
			);
			await assert.rejects(
				local.request(origin, { signal: AbortSignal.abort() }),
				fails("aborted"),
			);
		},
	);
});

test("A declared size over the limit is refused before the body is read", async () => {
	await withServer(
		(_, response) =>
			response.writeHead(200, { "content-length": "1000000" }).write("x"),
		async (origin) => {
			await assert.rejects(
				local.request(origin, { limits: { maxBytes: 1000 } }),
				fails("source_too_large"),
			);
		},
	);
});

test("A connection that cannot be had, or breaks, is http_failed", async () => {
	let free = 0;
	await withServer(
		(request, response) => {
			if (request.url === "/cut") {
				response.writeHead(200, { "content-length": "100" });
				response.write("half");
				setTimeout(() => response.destroy(), 20);
			} else request.socket.destroy();
		},
		async (origin, port) => {
			free = port;
			await assert.rejects(local.request(`${origin}/`), fails("http_failed"));
			await assert.rejects(
				async () => textOf(await local.request(`${origin}/cut`)),
				fails("http_failed"),
			);
		},
	);
	await assert.rejects(
		local.request(`http://127.0.0.1:${free}/`),
		fails("http_failed"),
	);
	const broken = createHttpClient({
		resolve: () => Promise.reject(new Error("no such name")),
	});
	await assert.rejects(
		broken.request("http://nowhere.example/"),
		fails("http_failed"),
	);
	const hanging = createHttpClient({
		resolve: () => new Promise(() => {}),
		limits: { connectMs: 50 },
	});
	await assert.rejects(
		hanging.request("http://slow.example/"),
		fails("timeout"),
	);
});

test("HTTPS is spoken with a checked certificate and never left for HTTP by a redirect", async () => {
	const server = createTlsServer(
		{ cert: CERTIFICATE, key: PRIVATE_KEY },
		(request, response) => {
			if (request.url === "/down")
				response.writeHead(302, { location: "http://secure.example/" }).end();
			else response.end("secret page");
		},
	);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const options = { allowLoopback: true, resolve: async () => ["127.0.0.1"] };
	const trusting = createHttpClient({ ...options, ca: CERTIFICATE });
	const url = `https://secure.example:${port}`;
	try {
		assert.equal(await textOf(await trusting.request(url)), "secret page");
		await assert.rejects(
			trusting.request(`${url}/down`),
			fails("http_redirect"),
		);
		await assert.rejects(
			trusting.request(`https://other.example:${port}`),
			fails("http_failed"),
		);
		await assert.rejects(
			createHttpClient(options).request(url),
			fails("http_failed"),
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

/** Made for this test alone, for secure.example: a certificate and its key. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBtjCCAVygAwIBAgIUCI83/aSDgdkq5t7KBiMkfkkKWaswCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUZW11bGF0ZWQgdGVzdCBzZXJ2ZXIwIBcNMjYxMTI0MDY0MDE1
WhgPMjEyNjEwMzEwNjQwMTVaMB8xHTAbBgNVBAMMFGVtdWxhdGVkIHRlc3Qgc2Vy
dmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWKF1aweBwYVnh9XuhcQPjCOq
0yOrnt53y6u90U9QhdTErPyCP0ousqJacb8RanPhd66fQy+fN+Dqlz6nFLr4xKN0
MHIwHQYDVR0OBBYEFLTNk4/ZtBtXnoxpUpf0nIJiMjhXMB8GA1UdIwQYMBaAFLTN
k4/ZtBtXnoxpUpf0nIJiMjhXMA8GA1UdEwEB/wQFMAMBAf8wHwYDVR0RBBgwFoIO
c2VjdXJlLmV4YW1wbGWHBH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIgXC0it21GMfzu
9n6AU4ILy5+uZQPzJKLqZxucjmcNLVwCIQCf5Sw86izJyWVAz1HPtoMDrRK5oxev
5fN7Oqz9Zy9hew==
-----END CERTIFICATE-----
`;
const PRIVATE_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfy4ig9+FWAOkoC/P
BIf4WcgrJSXHmdDJhLBZZ7o6sZihRANCAARYoXVrB4HBhWeH1e6FxA+MI6rTI6ue
3nfLq73RT1CF1MSs/II/Si6yolpxvxFqc+F3rp9DL5834OqXPqcUuvjE
-----END PRIVATE KEY-----
`;
