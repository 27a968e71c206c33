import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { createHttpClient } from "../../base/index.ts";
import {
	createWorkspace,
	eraseSource,
	listSources,
	readSource,
	workspacePaths,
} from "../../store/index.ts";
import { archiveSources, type SourceResult } from "./archive-sources.ts";

/** A site whose pages misbehave by their names, a workspace, and the archiver between them. */
async function openSite(t: TestContext) {
	const asked: string[] = [];
	const pages: Readonly<Record<string, (res: ServerResponse) => void>> = {
		"/page": (res) => {
			res.setHeader("content-type", "text/html");
			res.write("<p>one ");
			setTimeout(() => res.end("two</p>"), 20);
		},
		"/moved": (res) => res.writeHead(301, { location: "/page" }).end("gone"),
		"/inside": (res) =>
			res.writeHead(302, { location: "http://10.0.0.1/admin" }).end(),
		"/inside-by-name": (res) =>
			res.writeHead(302, { location: "http://router.example/" }).end(),
		"/file": (res) =>
			res.writeHead(302, { location: "file:///etc/passwd" }).end(),
		"/circle": (res) => res.writeHead(302, { location: "/circle" }).end(),
		"/declared-huge": (res) =>
			res.writeHead(200, { "content-length": String(10 ** 10) }).write("x"),
		"/endless": (res) => {
			const more = setInterval(() => res.write("x".repeat(65_536)), 1);
			res.on("close", () => clearInterval(more));
		},
		"/silent": () => {},
		"/missing": (res) => res.writeHead(404).end(),
		"/busy": (res) =>
			asked.filter((path) => path === "/busy").length < 2
				? res.writeHead(503).end()
				: res.end("at last"),
	};
	const server = createServer((req, res) => {
		asked.push(req.url ?? "");
		pages[req.url ?? ""]?.(res);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const dir = await mkdtemp(join(tmpdir(), "rasai-sources-"));
	await createWorkspace(dir);
	t.after(async () => {
		server.closeAllConnections();
		server.close();
		await rm(dir, { recursive: true });
	});
	const paths = workspacePaths(dir);
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		paths,
		asked,
		base,
		async archive(...names: string[]): Promise<readonly SourceResult[]> {
			const results: SourceResult[] = [];
			await archiveSources(
				paths,
				names.map((name) => `${base}${name}`),
				{
					client: createHttpClient({
						allowLoopback: true,
						resolve: async () => ["192.168.1.1"],
					}),
					clock: () => new Date(),
					signal: new AbortController().signal,
					gapMs: 1,
					retryMs: [1],
					limits: { idleMs: 200, maxBytes: 1_000_000 },
					again: false,
					onResult: async (result) => {
						results.push(result);
					},
				},
			);
			return results;
		},
	};
}

interface ReadRecord {
	readonly fields: Readonly<Record<string, string>>;
	readonly block: Buffer;
}

/** Reads a web archive file by the standard alone, record by record. */
function readWarc(bytes: Buffer): readonly ReadRecord[] {
	const records: ReadRecord[] = [];
	let rest = gunzipSync(bytes);
	while (rest.length > 0) {
		const end = rest.indexOf("\r\n\r\n");
		const [version, ...lines] = rest.subarray(0, end).toString().split("\r\n");
		assert.equal(version, "WARC/1.1");
		const fields = Object.fromEntries(
			lines.map((line) => {
				const colon = line.indexOf(": ");
				return [line.slice(0, colon), line.slice(colon + 2)];
			}),
		);
		const length = Number(fields["Content-Length"]);
		const block = rest.subarray(end + 4, end + 4 + length);
		assert.equal(block.length, length);
		assert.equal(
			rest.subarray(end + 4 + length, end + 8 + length).toString(),
			"\r\n\r\n",
		);
		assert.equal(
			fields["WARC-Block-Digest"],
			`sha256:${createHash("sha256").update(block).digest("hex")}`,
		);
		records.push({ fields, block: Buffer.from(block) });
		rest = rest.subarray(end + 8 + length);
	}
	return records;
}

test("P5: a cited page is kept with every redirect on the way, as WARC 1.1", async (t) => {
	const site = await openSite(t);
	const [result] = await site.archive("/moved");
	assert.equal(result?.result, "archived");
	assert.equal(result.kept?.finalUrl, `${site.base}/page`);
	const bytes = await readSource(site.paths, result.kept?.hash ?? "");
	const records = readWarc(bytes);
	assert.deepEqual(
		records.map(({ fields }) => [
			fields["WARC-Type"],
			fields["WARC-Target-URI"]?.slice(site.base.length),
		]),
		[
			["warcinfo", undefined],
			["response", "/moved"],
			["request", "/moved"],
			["metadata", "/moved"],
			["response", "/page"],
			["request", "/page"],
			["metadata", "/page"],
		],
	);
	const [, moved, , , page, request] = records;
	assert.match(
		moved?.block.toString() ?? "",
		/^HTTP\/1\.1 301 Moved Permanently\r\n(?:.*\r\n)*\r\ngone$/,
	);
	assert.match(page?.block.toString() ?? "", /\r\n\r\n<p>one two<\/p>$/);
	assert.match(page?.block.toString() ?? "", /Content-Length: 14\r\n/);
	assert.equal(page?.fields["WARC-IP-Address"], "127.0.0.1");
	assert.equal(
		request?.fields["WARC-Concurrent-To"],
		page?.fields["WARC-Record-ID"],
	);
	assert.match(request?.block.toString() ?? "", /^GET \/page HTTP\/1\.1\r\n/);
});

test("P7: no redirect leads into a private network, and nothing huge, slow or endless is kept", async (t) => {
	const site = await openSite(t);
	const results = await site.archive(
		"/inside",
		"/inside-by-name",
		"/file",
		"/circle",
		"/declared-huge",
		"/endless",
		"/silent",
		"/missing",
	);
	const why = Object.fromEntries(
		results.map(({ url, why: reason }) => [
			url.slice(site.base.length),
			reason ?? "",
		]),
	);
	assert.match(why["/inside"] ?? "", /not on the public Internet/);
	assert.match(why["/inside-by-name"] ?? "", /not on the public Internet/);
	assert.match(why["/file"] ?? "", /not HTTP/);
	assert.match(why["/circle"] ?? "", /redirects/);
	assert.match(why["/declared-huge"] ?? "", /more than 1000000 bytes/);
	assert.match(why["/endless"] ?? "", /more than 1000000 bytes/);
	assert.match(why["/silent"] ?? "", /nothing for 0.2 s/);
	assert.equal(why["/missing"], "status 404");
	assert.deepEqual(await listSources(site.paths), []);
	assert.equal(site.asked.filter((path) => path === "/silent").length, 2);
	assert.equal(site.asked.filter((path) => path === "/missing").length, 1);
});

test("what passes is tried again, what is kept is not fetched twice, and a copy can be erased", async (t) => {
	const site = await openSite(t);
	const [first] = await site.archive("/busy");
	assert.equal(first?.result, "archived");
	const [second, page] = await site.archive("/busy", "/page", "/page");
	assert.equal(second?.result, "known");
	assert.equal(page?.result, "archived");
	assert.deepEqual(site.asked, ["/busy", "/busy", "/page"]);
	await eraseSource(site.paths, first.kept?.hash ?? "");
	assert.deepEqual(
		(await listSources(site.paths)).map(({ url }) => url),
		[`${site.base}/page`],
	);
	await assert.rejects(readSource(site.paths, first.kept?.hash ?? ""), {
		code: "not_found",
	});
});
