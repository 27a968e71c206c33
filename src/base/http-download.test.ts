import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { RasaiError } from "./errors.ts";
import { createHttpClient } from "./http-client.ts";
import { type DownloadOptions, download, fetchText } from "./http-download.ts";

const client = createHttpClient({ allowLoopback: true });
const CONTENT = Buffer.from(
	Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`).join(""),
);
const FAST: DownloadOptions = {
	firstWaitMs: 1,
	random: () => 0.5,
	limits: { idleMs: 150 },
};

interface Seen {
	readonly headers: IncomingMessage["headers"];
	readonly atMs: number;
}

/** Downloads from a server whose n-th answer is the n-th of `answers`, the last one again and again. */
async function run(
	answers: readonly ((
		request: IncomingMessage,
		response: ServerResponse,
	) => void)[],
	options: DownloadOptions = {},
): Promise<{
	readonly body: Buffer;
	readonly code: string | undefined;
	readonly seen: readonly Seen[];
}> {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const answer = answers[Math.min(seen.length, answers.length - 1)];
		seen.push({ headers: request.headers, atMs: performance.now() });
		answer?.(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const parts: Uint8Array[] = [];
	let code: string | undefined;
	try {
		for await (const part of download(client, `http://127.0.0.1:${port}/x`, {
			...FAST,
			...options,
		}))
			parts.push(part);
	} catch (error) {
		if (!(error instanceof RasaiError)) throw error;
		code = error.code;
	} finally {
		server.closeAllConnections();
		server.close();
	}
	return { body: Buffer.concat(parts), code, seen };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const refuse =
	(status: number, headers: Record<string, string> = {}): Answer =>
	(_, response) =>
		void response
			.writeHead(status, headers)
			.end("<Error><Code>SlowDown</Code></Error>");

/** Serves the content, from where a Range asks, and breaks off after `bytes`. */
const serve =
	(
		bytes = Number.POSITIVE_INFINITY,
		headers: Record<string, string> = { etag: '"v1"' },
		content = CONTENT,
	): Answer =>
	(request, response) => {
		const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
		const sameVersion =
			request.headers["if-range"] ===
			(headers["etag"] ?? headers["last-modified"]);
		const from = range && sameVersion ? Number(range[1]) : 0;
		const rest = content.subarray(from);
		response.writeHead(from > 0 ? 206 : 200, {
			...headers,
			"content-length": rest.length,
			...(from > 0
				? {
						"content-range": `bytes ${from}-${content.length - 1}/${content.length}`,
					}
				: {}),
		});
		if (bytes >= rest.length) response.end(rest);
		else
			response.write(rest.subarray(0, bytes), () =>
				setTimeout(() => response.destroy(), 10),
			);
	};

test("A whole answer is given once, with its progress", async () => {
	const progress: [number, number | undefined][] = [];
	const { body, seen } = await run([serve()], {
		onProgress: (done, total) => progress.push([done, total]),
	});
	assert.ok(body.equals(CONTENT));
	assert.equal(seen.length, 1);
	assert.deepEqual(progress.at(-1), [CONTENT.length, CONTENT.length]);
});

test("Refusals that may pass are tried again, with growing waits and as long as the server asks", async () => {
	const { body, seen } = await run(
		[refuse(503), refuse(500), refuse(429, { "retry-after": "1" }), serve()],
		{ firstWaitMs: 20 },
	);
	assert.ok(body.equals(CONTENT));
	const waits = seen
		.slice(1)
		.map(({ atMs }, i) => atMs - (seen[i] as Seen).atMs);
	const [first = 0, second = 0, third = 0] = waits;
	assert.ok(first >= 14 && first < 500, `${waits}`);
	assert.ok(second >= 29 && second < 500, `${waits}`);
	assert.ok(third >= 990, `${waits}`);
	const dated = await run([
		refuse(503, {
			date: "Wed, 21 Oct 2015 07:28:00 GMT",
			"retry-after": "Wed, 21 Oct 2015 07:28:01 GMT",
		}),
		serve(),
	]);
	const [one, two] = dated.seen;
	assert.ok((two?.atMs ?? 0) - (one?.atMs ?? 0) >= 990);
});

test("Attempts end, and refusals for good are not repeated", async () => {
	const busy = await run([refuse(503)], { maxAttempts: 3 });
	assert.equal(busy.code, "http_status");
	assert.equal(busy.seen.length, 3);
	for (const [status, code] of [
		[404, "source_not_found"],
		[410, "source_not_found"],
		[403, "http_status"],
		[206, "http_status"],
		[304, "http_status"],
	] as const) {
		const { code: seenCode, seen } = await run([refuse(status)]);
		assert.equal(seenCode, code, String(status));
		assert.equal(seen.length, 1);
	}
});

test("A body that breaks off is resumed where it stopped, as often as it brings something", async () => {
	const { body, seen, code } = await run(
		[serve(100_000), serve(50_000), refuse(503), serve(70_000), serve()],
		{ maxAttempts: 6 },
	);
	assert.equal(code, undefined);
	assert.ok(body.equals(CONTENT));
	assert.deepEqual(
		seen.map(({ headers }) => headers.range),
		[
			undefined,
			"bytes=100000-",
			"bytes=150000-",
			"bytes=150000-",
			"bytes=220000-",
		],
	);
	assert.equal(seen[1]?.headers["if-range"], '"v1"');
});

test("A date is a version too, and a stalled body is resumed like a broken one", async () => {
	const headers = { "last-modified": "Wed, 21 Oct 2015 07:28:00 GMT" };
	const stall: Answer = (_, response) => {
		response.writeHead(200, { ...headers, "content-length": CONTENT.length });
		response.write(CONTENT.subarray(0, 1000));
	};
	const { body, seen } = await run([stall, serve(undefined, headers)]);
	assert.ok(body.equals(CONTENT));
	assert.equal(seen[1]?.headers["if-range"], headers["last-modified"]);
});

test("A server that knows no ranges is read again from the start, what is known being passed over", async () => {
	const whole: Answer = (_, response) =>
		void response.writeHead(200, { etag: '"v1"' }).end(CONTENT);
	const { body } = await run([serve(100_000), whole]);
	assert.ok(body.equals(CONTENT));
});

test("A thing that changed meanwhile is never joined to what was read before", async () => {
	const other = Buffer.from("other content ".repeat(30_000));
	const changes: readonly Answer[] = [
		serve(undefined, { etag: '"v2"' }, other),
		(_, response) =>
			void response
				.writeHead(206, {
					etag: '"v2"',
					"content-range": `bytes 100000-${CONTENT.length - 1}/${CONTENT.length}`,
				})
				.end(other),
		(_, response) =>
			void response
				.writeHead(206, {
					etag: '"v1"',
					"content-range": `bytes 0-${CONTENT.length - 1}/${CONTENT.length}`,
				})
				.end(CONTENT),
		(_, response) =>
			void response
				.writeHead(206, {
					etag: '"v1"',
					"content-range": "bytes 100000-200000/200001",
				})
				.end(CONTENT),
	];
	for (const [i, change] of changes.entries()) {
		const { body, code } = await run([serve(100_000), change]);
		assert.equal(code, "source_unreadable", `change ${i}`);
		assert.ok(body.equals(CONTENT.subarray(0, 100_000)), `change ${i}`);
	}
	const unversioned = await run([
		serve(100_000, { etag: 'W/"weak"' }),
		serve(),
	]);
	assert.equal(unversioned.code, "source_unreadable");
});

test("A wrong size is noticed: against the listing, and against the body", async () => {
	const listed = await run([serve()], { expectedBytes: 5 });
	assert.equal(listed.code, "source_unreadable");
	assert.equal(listed.body.length, 0);
	const short: Answer = (_, response) =>
		void response
			.writeHead(200, { etag: '"v1"', connection: "close" })
			.end(CONTENT.subarray(0, 1000));
	const cut = await run([short], {
		expectedBytes: CONTENT.length,
		maxAttempts: 2,
	});
	assert.equal(cut.code, "http_failed");
	const lying: Answer = (_, response) => {
		response.writeHead(200, {
			etag: '"v1"',
			"content-length": CONTENT.length + 10,
		});
		response.end(CONTENT);
	};
	const { code } = await run([lying], { maxAttempts: 2 });
	assert.equal(code, "timeout");
});

test("The total limit and a stop end a download at once, even while it waits", async () => {
	const started = performance.now();
	const late = await run([refuse(503, { "retry-after": "30" })], {
		limits: { totalMs: 200 },
	});
	assert.equal(late.code, "timeout");
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 100);
	const stopped = await run([refuse(503, { "retry-after": "30" })], {
		signal: stop.signal,
	});
	assert.equal(stopped.code, "aborted");
	assert.ok(performance.now() - started < 5000);
});

test("Text is fetched with the same patience", async () => {
	let asked = 0;
	const server = createServer((_, response) => {
		response.statusCode = asked++ === 0 ? 502 : 200;
		response.end("süß");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	assert.equal(
		await fetchText(client, `http://127.0.0.1:${port}/`, FAST),
		"süß",
	);
	server.closeAllConnections();
	server.close();
});
