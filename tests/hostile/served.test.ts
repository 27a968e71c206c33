/**
 * Payloads through the doors that others have (measurements, the record,
 * addresses) and out of every way in which they are shown: pages in Chromium,
 * CSV, JSON, the terminal.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { toCsv } from "../../src/base/index.ts";
import { openBrowser } from "../browser/chromium.ts";
import { row } from "../redteam/forge.ts";
import { MARK, OUTSIDE, PAYLOADS } from "./payloads.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai-hostile-"));
const HOME = join(TOP, "workspace");
let server: ChildProcess;
let url: string;

function rasai(...words: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[MAIN, ...words, "--workspace", HOME],
		{ encoding: "utf8", timeout: 60_000 },
	);
	return { status, stdout, stderr };
}

/** A measurement with the payload in every field that is shown. */
function hostileRow(payload: string, i: number): string {
	const record = JSON.parse(
		row({ outcome: "reset", identity: `p${i}`, asn: 64500, hour: i }),
	);
	const queries = record.test_keys.queries.map((one: object) => ({
		...one,
		failure: payload,
		resolver_address: payload,
	}));
	return JSON.stringify({
		...record,
		annotations: { ...record.annotations, platform: payload },
		input: `https://www.example.org/?q=${payload}`,
		measurement_uid:
			i % 2 === 0 ? `${payload.slice(0, 200)}${i}` : record.measurement_uid,
		probe_asn: `AS${64500 + (i % 12)}`,
		probe_network_name: payload,
		report_id: `${payload.slice(0, 200)}${i}`,
		resolver_network_name: payload,
		software_name: payload,
		software_version: payload,
		test_keys: { ...record.test_keys, queries },
	});
}

/** The shipped list with the payload in every text of its first rows. */
function hostileList(): string {
	const [columns = [], first = []] = parse(
		readFileSync("data/record/pakistan-restrictions.csv", "utf8"),
		{ to: 2 },
	) as string[][];
	const texts = [
		"scope_names",
		"networks",
		"ordered_by",
		"stated_justification",
		"source_urls",
		"notes",
	];
	const rows = PAYLOADS.map((payload, i) =>
		columns.map((name, at) =>
			name === "id"
				? `PK-2006-03-01-hostile-${i}`
				: texts.includes(name)
					? `${name === "source_urls" ? "https://page.example/?" : ""}${payload}`
					: first[at],
		),
	);
	return toCsv(columns, rows);
}

before(async () => {
	const measurements = join(TOP, "hostile.jsonl");
	writeFileSync(measurements, `${PAYLOADS.map(hostileRow).join("\n")}\n`);
	const list = join(TOP, "list.csv");
	writeFileSync(list, hostileList());
	const imported = rasai("archive", "import", measurements, "--json");
	assert.equal(imported.status, 0, imported.stderr);
	const { measurements: taken, rejected } = JSON.parse(imported.stdout);
	assert.equal(taken + rejected, PAYLOADS.length, imported.stdout);
	assert.ok(taken > PAYLOADS.length / 2, imported.stdout);
	const recorded = rasai("record", "import", list, "--json");
	assert.equal(recorded.status, 0, recorded.stderr + recorded.stdout);
	server = spawn(
		process.execPath,
		[MAIN, ..."serve --port 0 --json --quiet --workspace".split(" "), HOME],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const [line] = await once(server.stdout ?? assert.fail(), "data");
	url = JSON.parse(String(line)).url;
});
after(() => {
	server?.kill("SIGKILL");
	rmSync(TOP, { recursive: true, force: true });
});

/** Pages that show what came in, and all that they link to, once. */
async function listPaths(): Promise<readonly string[]> {
	const asked = encodeURIComponent(PAYLOADS[1] ?? "");
	const paths = new Set([
		"/",
		"/qz",
		"/pk",
		"/pk/record",
		"/incidents",
		"/rejects",
		`/explore?cc=${asked}&target=${asked}`,
		`/measurement/${asked}`,
		`/${asked}`,
	]);
	for (const path of [...paths, "/qz/as64500"]) {
		const body = await (await fetch(new URL(path, url))).text();
		for (const [, link = ""] of body.matchAll(/<a [^>]*?href="(\/[^"#]*)/g))
			if (paths.size < 150) paths.add(link.replaceAll("&amp;", "&"));
	}
	return [...paths];
}

test("P7: on pages payloads are text: no script, no foreign address, and a policy that allows none", async () => {
	const paths = await listPaths();
	assert.ok(paths.length > 40, `${paths.length} pages`);
	let shown = 0;
	for (const path of paths) {
		const reply = await fetch(new URL(path, url));
		const body = await reply.text();
		assert.ok(reply.status < 500, `${path}: ${reply.status}`);
		const policy = reply.headers.get("content-security-policy") ?? "";
		assert.match(policy, /default-src 'none'/, path);
		// What others may frame says so, and nothing else.
		const rest = path.startsWith("/embed/")
			? policy.replace(/frame-ancestors \*$/, "")
			: policy;
		assert.doesNotMatch(rest, /unsafe-inline|unsafe-eval|\*/, path);
		assert.equal(reply.headers.get("x-content-type-options"), "nosniff", path);
		if (!/html/.test(reply.headers.get("content-type") ?? "")) continue;
		if (body.includes(MARK)) shown += 1;
		const tags = (
			body.replace(/"[^"]*"/g, '""').match(/<[a-z][^>]*>/gi) ?? []
		).join("");
		assert.doesNotMatch(
			tags,
			/<script(?! (type|src)=)|<iframe|<base|<svg onload|<img src=x|http-equiv=refresh/i,
			path,
		);
		assert.doesNotMatch(tags, / on(error|load|focus|click|mouseover)=/i, path);
		assert.doesNotMatch(
			body,
			new RegExp(
				`(href|src|action)="(javascript|data:text|(https?:)?//${OUTSIDE})`,
				"i",
			),
			path,
		);
	}
	assert.ok(shown > 5, `payloads stand on ${shown} pages`);
});

test("P7: in a browser no payload runs, and nothing is asked of anybody else", async (t) => {
	const browser = await openBrowser(t);
	if (!browser) return;
	const paths = await listPaths();
	const page = await browser.newPage();
	const foreign: string[] = [];
	page.on("request", (request) => {
		if (
			!request.url().startsWith(url) &&
			!request.url().startsWith("data:image")
		)
			foreign.push(request.url());
	});
	page.on("dialog", (dialog) => {
		foreign.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	for (const path of paths
		.filter((one) => !/\.(csv|json|jsonl|parquet|pdf|md|ics|xml)\b/.test(one))
		.slice(0, 40)) {
		await page.goto(new URL(path, url).href);
		await page.evaluate(
			`for (const one of document.querySelectorAll("*")) one.dispatchEvent(new Event("mouseover"))`,
		);
		assert.equal(await page.evaluate(`"${MARK}" in window`), false, path);
		assert.ok(page.url().startsWith(url), `${path} led to ${page.url()}`);
	}
	assert.deepEqual(foreign, []);
});

test("P7: no cell of any CSV begins as a formula, and no row is broken in two", async () => {
	const paths = [
		"/rejects.csv",
		"/qz.csv",
		"/pk/record.csv",
		"/api/v1/measurements?cc=QZ&format=csv",
		"/api/v1/verdicts?cc=QZ&format=csv",
		"/api/v1/record?format=csv",
	];
	let rows = 0;
	for (const path of paths) {
		const reply = await fetch(new URL(path, url));
		if (reply.status === 404) continue;
		const table = parse(await reply.text(), { comment: "#" }) as string[][];
		rows += table.length;
		for (const line of table)
			for (const cell of line)
				assert.ok(
					!/^[=+@\t\r\n\uff1d\uff0b\uff20]/.test(cell) &&
						!/^-[^\d.]|^-\d+[^\d.eE]/.test(cell),
					`${path}: ${JSON.stringify(cell.slice(0, 60))}`,
				);
	}
	assert.ok(rows > PAYLOADS.length, `${rows} rows`);
});

test("P7: the terminal gets no control character and no direction override from a payload", () => {
	const { uid } = JSON.parse(
		rasai(
			"measurement",
			"judge",
			join(TOP, "hostile.jsonl"),
			"--json",
		).stdout.split("\n")[0] ?? "",
	);
	for (const words of [
		["archive", "rejects"],
		["archive", "list"],
		["incident", "list"],
		["record", "list"],
		["record", "list", "--plain"],
		["verdict", "explain", uid],
		["measurement", "judge", join(TOP, "hostile.jsonl")],
		["doctor"],
	]) {
		const { stdout, stderr } = rasai(...words);
		const [unsafe] =
			/[^\P{Cc}\n\t]|\p{Bidi_Control}/u.exec(stdout + stderr) ?? [];
		assert.equal(unsafe && JSON.stringify(unsafe), undefined, words.join(" "));
	}
});
