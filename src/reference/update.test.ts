import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createHttpClient, sha256Hex } from "../base/index.ts";
import {
	manifestId,
	parseManifest,
	type ReferenceManifest,
} from "./manifest.ts";
import { emptyServices } from "./services.ts";
import { openSnapshot } from "./snapshot.ts";
import { type ReferenceSource, referenceSources } from "./sources.ts";
import {
	fetchFromFolder,
	fetchFromWeb,
	type ReferenceSink,
	type SourceFetcher,
	type UpdateOptions,
	updateReference,
} from "./update.ts";

const HEADER =
	"name,scope,location_found,pattern_type,pattern,confidence_no_fp,expected_countries";

function makeHttpFingerprints(count: number, extra = ""): string {
	const rows = Array.from(
		{ length: count },
		(_, index) => `t.${index},nat,body,contains,blocked page ${index}!,5,PK`,
	);
	return `${HEADER}\n${rows.join("\n")}\n${extra}`;
}

function makeRanges(count: number): string {
	return Array.from(
		{ length: count },
		(_, index) =>
			`1.${index >> 8}.${index & 255}.0,1.${index >> 8}.${index & 255}.255,${64500 + (index % 8)},Network\n`,
	).join("");
}

/** A sink that keeps everything in memory, as the files of a workspace would. */
function createSink() {
	const kept: { id: string; manifest: ReferenceManifest }[] = [];
	let files: ReadonlyMap<string, string> = new Map();
	const sink: ReferenceSink = {
		current: async () => kept.at(-1)?.manifest,
		read: async (name) => files.get(name) ?? "",
		async keep(id, manifest, newFiles) {
			kept.push({ id, manifest });
			files = newFiles;
		},
	};
	return { sink, kept, read: (name: string) => files.get(name) };
}

const options: UpdateOptions = {
	sources: referenceSources(["PK"]).map((source) => ({
		...source,
		fewestRows: Math.min(source.fewestRows, 10),
	})),
	clock: () => new Date("2026-02-03T04:05:06Z"),
};

const FILES: Readonly<Record<string, string>> = {
	"fingerprints_dns.csv": `${HEADER}\n${Array.from({ length: 12 }, (_, index) => `d.${index},nat,dns,full,192.0.2.${index},5,PK`).join("\n")}\n`,
	"fingerprints_http.csv": makeHttpFingerprints(40),
	"asn-ipv4.csv": makeRanges(400),
	"global.csv": `url,category_code,category_description\n${Array.from({ length: 20 }, (_, index) => `https://site${index}.example/,NEWS,News Media`).join("\n")}\n`,
};

function folderWith(
	changes: Readonly<Record<string, string>> = {},
): SourceFetcher {
	const files = { ...FILES, ...changes };
	return fetchFromFolder(async (name) =>
		files[name] === undefined ? undefined : Buffer.from(files[name]),
	);
}

async function outcomeOf(
	file: string,
	changes: Readonly<Record<string, string>>,
	overrides: Partial<UpdateOptions> = {},
): Promise<string> {
	const { sink } = createSink();
	await updateReference(folderWith(), sink, options);
	const result = await updateReference(folderWith(changes), sink, {
		...options,
		...overrides,
	});
	const outcome = result.sources.find(({ name }) => name === file);
	return `${outcome?.outcome} ${outcome?.rows}: ${outcome?.problems[0] ?? ""}`;
}

test("files of a folder become a snapshot with hash, address, licence and time", async () => {
	const { sink, kept, read } = createSink();
	const result = await updateReference(folderWith(), sink, options);
	assert.ok(result.changed);
	assert.deepEqual(
		result.sources.map(({ name, outcome, rows }) => [name, outcome, rows]),
		[
			["fingerprints_dns.csv", "updated", 12],
			["fingerprints_http.csv", "updated", 40],
			["asn-ipv4.csv", "updated", 400],
			["asn-ipv6.csv", "absent", 0],
			["country-ipv4.csv", "absent", 0],
			["country-ipv6.csv", "absent", 0],
			["test-lists/legend.csv", "absent", 0],
			["test-lists/global.csv", "updated", 20],
			["test-lists/pk.csv", "absent", 0],
		],
	);
	assert.equal(kept.length, 1);
	assert.equal(kept[0]?.id, result.snapshot);
	assert.deepEqual(kept[0]?.manifest.sources[1], {
		name: "fingerprints_dns.csv",
		url: "file:fingerprints_dns.csv",
		sha256: sha256Hex(FILES["fingerprints_dns.csv"] ?? ""),
		bytes: (FILES["fingerprints_dns.csv"] ?? "").length,
		rows: 12,
		licence: "CC-BY-NC-SA-4.0",
		fetchedAt: "2026-02-03T04:05:06Z",
		etag: "",
	});
	const snapshot = openSnapshot(read, emptyServices);
	assert.equal(snapshot.fingerprints.size, 52);
	assert.equal(snapshot.asn.lookup("1.0.3.7"), 64503);
	assert.equal(openSnapshot(() => undefined, emptyServices).asn.hash, "none");
});

test("P3: the same files give the same snapshot, whenever they are fetched", async () => {
	const { sink, kept } = createSink();
	const first = await updateReference(folderWith(), sink, options);
	const again = await updateReference(folderWith(), sink, {
		...options,
		clock: () => new Date("2027-01-01T00:00:00Z"),
	});
	assert.equal(again.changed, false);
	assert.equal(again.snapshot, first.snapshot);
	assert.equal(kept.length, 1);
	const { sink: other } = createSink();
	const later = await updateReference(folderWith(), other, {
		...options,
		clock: () => new Date("2027-01-01T00:00:00Z"),
	});
	assert.equal(later.snapshot, first.snapshot);
});

test("a changed file makes a new snapshot, and says how many lines changed", async () => {
	const { sink, kept } = createSink();
	await updateReference(folderWith(), sink, options);
	const result = await updateReference(
		folderWith({ "fingerprints_http.csv": makeHttpFingerprints(43) }),
		sink,
		options,
	);
	const outcome = result.sources[1];
	assert.deepEqual(
		[
			outcome?.outcome,
			outcome?.rows,
			outcome?.addedLines,
			outcome?.removedLines,
		],
		["updated", 43, 3, 0],
	);
	assert.equal(kept.length, 2);
	assert.equal(kept[1]?.manifest.sources.length, 4);
});

test("P7: a file that lost most of its rows is refused, the present one stays, and force takes it", async () => {
	const file = "fingerprints_http.csv";
	const changes = { [file]: makeHttpFingerprints(19) };
	assert.match(
		await outcomeOf(file, changes),
		/^refused 40: only 19 rows, where the present version has 40/,
	);
	assert.match(
		await outcomeOf(file, { [file]: makeHttpFingerprints(20) }),
		/^updated 20/,
	);
	assert.match(await outcomeOf(file, changes, { force: true }), /^updated 19/);
	assert.match(
		await outcomeOf("asn-ipv4.csv", { "asn-ipv4.csv": makeRanges(9) }),
		/^refused 400: only 9 rows, where at least 10 are expected/,
	);
});

test("P7: a file that is not what it claims to be is refused, even with force", async () => {
	const file = "fingerprints_http.csv";
	for (const text of [
		"<html>Sign in to the network</html>",
		"",
		FILES["global.csv"] ?? "",
		makeHttpFingerprints(40, "x,nat,nowhere,contains,text,5,PK\n".repeat(6)),
		makeHttpFingerprints(40, "poison,nat,body,contains,<div class=,5,PK\n"),
	])
		assert.match(
			await outcomeOf(file, { [file]: text }, { force: true }),
			/^refused 40: /,
			text.slice(0, 40),
		);
	assert.match(
		await outcomeOf(file, {
			[file]: makeHttpFingerprints(
				40,
				"ok,fp,body,contains,<div class=,5,PK\n",
			),
		}),
		/^updated 41: $/,
	);
	assert.match(
		await outcomeOf(file, {
			[file]: makeHttpFingerprints(40, "x,nat,nowhere,contains,text,5,PK\n"),
		}),
		/^updated 40: http: line 42: x: location_found/,
	);
});

test("P7: bytes that are no UTF-8 are refused", async () => {
	const { sink } = createSink();
	const result = await updateReference(
		fetchFromFolder(async () => Uint8Array.of(0x61, 0xff, 0x0a)),
		sink,
		options,
	);
	assert.ok(result.sources.every(({ outcome }) => outcome === "refused"));
	assert.equal(result.snapshot, undefined);
});

/** A server with the sources' files by name, ETags and a count of what was asked of it. */
async function startServer(
	t: TestContext,
	answer: (path: string) => { status: number; body: string },
) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const { status, body } = answer(request.url ?? "");
		asked.push(`${request.method} ${request.url}`);
		response.writeHead(status, {
			etag: `"${sha256Hex(body).slice(0, 8)}"`,
			"content-length": Buffer.byteLength(body),
		});
		response.end(request.method === "HEAD" ? undefined : body);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	t.after(() => server.close());
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const sources: readonly ReferenceSource[] = options.sources.map((source) => ({
		...source,
		url: `${origin}/${source.localNames.at(-1)}`,
	}));
	return { asked, sources };
}

test("files come over the web once, and again only when their ETag has changed", async (t) => {
	const files = { ...FILES };
	const { asked, sources } = await startServer(t, (path) => {
		const body = files[path.slice(1)];
		return body === undefined
			? { status: 404, body: "" }
			: { status: 200, body };
	});
	const { sink, kept } = createSink();
	const fetch = fetchFromWeb(createHttpClient({ allowLoopback: true }));
	const first = await updateReference(fetch, sink, { ...options, sources });
	assert.ok(first.changed);
	assert.equal(first.sources[3]?.outcome, "absent");
	assert.match(kept[0]?.manifest.sources[0]?.url ?? "", /^http:\/\/127/);
	assert.equal(asked.filter((one) => one.startsWith("GET")).length, 4);
	asked.length = 0;
	const again = await updateReference(fetch, sink, { ...options, sources });
	assert.equal(again.changed, false);
	assert.equal(again.sources[0]?.outcome, "unchanged");
	assert.equal(again.sources[0]?.rows, 12);
	assert.deepEqual(
		asked.filter((one) => one.startsWith("GET")),
		[],
	);
	files["fingerprints_http.csv"] = makeHttpFingerprints(50);
	const third = await updateReference(fetch, sink, { ...options, sources });
	assert.ok(third.changed);
	assert.deepEqual(
		asked.filter((one) => one.startsWith("GET")),
		["GET /fingerprints_http.csv"],
	);
});

test("a source that cannot be had leaves the others to be updated", async (t) => {
	const { sources } = await startServer(t, (path) =>
		path === "/fingerprints_http.csv"
			? { status: 403, body: "no" }
			: { status: 200, body: FILES[path.slice(1)] ?? "" },
	);
	const { sink } = createSink();
	const fetch = fetchFromWeb(createHttpClient({ allowLoopback: true }));
	const result = await updateReference(fetch, sink, { ...options, sources });
	assert.equal(result.sources[0]?.outcome, "updated");
	assert.equal(result.sources[1]?.outcome, "failed");
	assert.match(result.sources[1]?.problems[0] ?? "", /answers 403/);
});

test("P7: a source that leads into a private network is not followed", async (t) => {
	const { sources } = await startServer(t, () => ({ status: 200, body: "x" }));
	const { sink } = createSink();
	const result = await updateReference(fetchFromWeb(createHttpClient()), sink, {
		...options,
		sources,
	});
	assert.ok(result.sources.every(({ outcome }) => outcome === "failed"));
});

test("an update that is broken off throws and keeps nothing", async () => {
	const { sink, kept } = createSink();
	const signal = AbortSignal.abort();
	await assert.rejects(
		updateReference(
			async () => {
				throw signal.reason;
			},
			sink,
			{ ...options, signal },
		),
	);
	assert.equal(kept.length, 0);
});

test("a manifest is read back, and a damaged one is refused", async () => {
	const { sink, kept } = createSink();
	await updateReference(folderWith(), sink, options);
	const manifest = kept[0]?.manifest as ReferenceManifest;
	const read = parseManifest(JSON.parse(JSON.stringify(manifest)));
	assert.equal(manifestId(read), kept[0]?.id);
	const [source] = manifest.sources;
	for (const bad of [
		null,
		{},
		{ sources: [{}] },
		{ sources: [{ ...source, name: "../../etc/passwd.csv" }] },
		{ sources: [{ ...source, sha256: "x" }] },
		{ sources: [{ ...source, rows: "12" }] },
	])
		assert.throws(() => parseManifest(bad), { code: "reference_invalid" });
});

const shared = join(process.env["RASAI_SHARED"] ?? "../shared", "data");
const skip =
	!existsSync(shared) && "RASAI_SHARED not found: published reference data";

test("IP-to-country data are taken as published, and refused where rows are of no country", async () => {
	const outcome = (cc: string) =>
		outcomeOf("country-ipv4.csv", {
			"user-country-ipv4.csv": Array.from(
				{ length: 40 },
				(_, i) => `192.0.${i}.0,192.0.${i}.255,${cc}`,
			).join("\n"),
		});
	assert.match(await outcome("PK"), /^updated 40: /);
	assert.match(await outcome("XX"), /^(?!updated)/);
});

test("the published fingerprints and test lists are accepted as they are", {
	skip,
}, async () => {
	const { sink } = createSink();
	const fetch = fetchFromFolder(async (name) =>
		["fingerprints", "test-lists"]
			.map((folder) => join(shared, folder, name))
			.filter(existsSync)
			.map((path) => readFileSync(path))
			.at(0),
	);
	const result = await updateReference(fetch, sink, {
		...options,
		sources: referenceSources(["PK", "IN", "IR", "MM", "RU", "TR"]),
	});
	assert.deepEqual(
		result.sources
			.filter(({ outcome }) => outcome !== "updated")
			.map(({ name, outcome }) => `${name} ${outcome}`),
		[
			"asn-ipv4.csv absent",
			"asn-ipv6.csv absent",
			"country-ipv4.csv absent",
			"country-ipv6.csv absent",
		],
	);
	assert.ok(result.sources.every(({ problems }) => problems.length === 0));
});
