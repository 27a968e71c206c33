/** `rasai probe` as a person runs it, against a server on this machine. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { serveHttp } from "./servers.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
/** Nothing but the server named is contacted. */
const HERE = ["--private-addresses", "--skip-check", "--yes"];

interface Finished {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function rasai(
	home: string,
	words: readonly string[],
	stopWhen?: RegExp,
): Promise<Finished> {
	const child = spawn(process.execPath, [MAIN, ...words], {
		env: { ...process.env, RASAI_HOME: home },
		stdio: ["ignore", "pipe", "pipe"],
		timeout: 30_000,
	});
	let [out, err] = ["", ""];
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		err += chunk;
		if (stopWhen?.test(err)) child.kill("SIGINT");
	});
	return new Promise((resolve) =>
		child.on("close", (code) => resolve({ code, out, err })),
	);
}

async function site(t: TestContext) {
	const home = await mkdtemp(join(tmpdir(), "rasai-probe-"));
	const seen: string[] = [];
	const server = await serveHttp((request, response) => {
		let body = "";
		request.on("data", (chunk) => {
			body += chunk;
		});
		request.on("end", () => {
			seen.push(`${request.method} ${request.url} ${body}`);
			response.end(
				request.url === "/report"
					? '{"report_id":"r1"}'
					: request.method === "POST"
						? "{}"
						: "<title>Here</title>",
			);
		});
	});
	t.after(async () => {
		await server.close();
		await rm(home, { recursive: true });
	});
	return { home, seen, url: `http://127.0.0.1:${server.port}` };
}

test("P11: a rehearsal shows what an observer would log, and sends nothing", async (t) => {
	const { home, seen, url } = await site(t);
	const { code, out } = await rasai(home, [
		"probe",
		"run",
		"--rehearse",
		`${url}/page`,
		"https://example.org",
	]);
	assert.equal(code, 0);
	assert.match(out, /about [\d.]+ MB, at most [\d.]+ MB/);
	assert.match(out, /Nothing has been sent/);
	assert.match(out, /TLS +server name example\.org, in the clear/);
	assert.match(out, /GET http:\/\/127\.0\.0\.1:\d+\/page, in the clear/);
	assert.deepEqual(seen, []);
});

test("P11: without a yes nothing is sent, and both languages say what to know first", async (t) => {
	const { home, seen, url } = await site(t);
	const { code, err } = await rasai(home, ["probe", "run", url]);
	assert.equal(code, 2);
	assert.match(err, /Your internet provider can see that/);
	assert.match(err, /پیمائش سے پہلے/);
	assert.match(err, /--yes says that you agree/);
	assert.deepEqual(seen, []);
});

test("P7: an address of this machine is refused, and the answer says so", async (t) => {
	const { home, seen, url } = await site(t);
	const { err } = await rasai(home, [
		"probe",
		"run",
		url,
		"--skip-check",
		"--yes",
	]);
	assert.match(err, /an address was not contacted/);
	assert.deepEqual(seen, []);
});

test("the answer comes first in plain words; JSON is the measurement, in either form", async (t) => {
	const { home, url } = await site(t);
	const run = (...more: string[]) =>
		rasai(home, ["probe", "run", `${url}/`, ...HERE, ...more]);
	const plain = await run();
	assert.equal(plain.code, 0);
	assert.match(plain.out.split("\n")[0] ?? "", /works on this network/);
	const own = JSON.parse((await run("--json")).out);
	assert.equal(own.test_name, "web_connectivity");
	assert.equal(own.x_verdict.state, "ok");
	assert.equal(own.test_keys.x_rasai.mode, "quiet");
	const ooni = JSON.parse((await run("--json", "--format", "ooni")).out);
	assert.equal(ooni.test_keys.x_rasai, undefined);
	assert.equal(ooni.x_verdict, undefined);
	assert.equal(ooni.probe_ip, "127.0.0.1");
});

test("a list goes on where it stopped, and leaves out sites that are dangerous to be seen at", async (t) => {
	const { home, seen, url } = await site(t);
	const list = join(home, "list.csv");
	const out = join(home, "out.jsonl");
	await writeFile(
		list,
		`url,category_code,category_description,date_added,source,notes\n${["/a,NEWS", "/b,NEWS", "/c,PORN"].map((row) => `${url}${row},x,2026-01-01,,\n`).join("")}`,
	);
	const run = () =>
		rasai(home, ["probe", "run", "--list", list, "--out", out, ...HERE]);
	const first = await run();
	assert.match(first.err, /1 sites left out/);
	assert.deepEqual(seen.sort(), ["GET /a ", "GET /b "]);
	const lines = (await readFile(out, "utf8")).split("\n").slice(0, 1);
	// As a run leaves it that was killed in the middle of a line.
	await writeFile(out, `${lines[0]}\n{"cut`);
	const again = await run();
	assert.match(again.err, /1 measurement of an earlier run kept/);
	assert.equal(seen.length, 3);
});

test("only with --submit are results sent, by the calls of OONI's collectors", async (t) => {
	const { home, seen, url } = await site(t);
	const { code, err } = await rasai(home, [
		"probe",
		"run",
		`${url}/page`,
		"--submit",
		url,
		...HERE,
	]);
	assert.equal(code, 0, err);
	assert.deepEqual(
		seen.map((line) => line.split(" ").slice(0, 2).join(" ")),
		["GET /page", "POST /report", "POST /report/r1", "POST /report/r1/close"],
	);
	assert.match(seen[2] ?? "", /"report_id":"r1"/);
});

test("watching keeps results encrypted, which a carried file takes elsewhere", async (t) => {
	const { home, url } = await site(t);
	const watched = await rasai(
		home,
		["probe", "watch", `${url}/page`, ...HERE],
		/it waits encrypted/,
	);
	assert.match(watched.err, /1 measurement made/);
	const phrase = join(home, "phrase.txt");
	const file = join(home, "carried.bin");
	await writeFile(phrase, "a passphrase to try\n");
	const secret = ["--passphrase-file", phrase];
	const carried = await rasai(home, ["probe", "carry", file, ...secret]);
	assert.equal(carried.code, 0, carried.err);
	assert.ok(!(await readFile(file)).includes("/page"));
	const { out } = await rasai(home, ["probe", "queue", "--json"]);
	assert.equal(JSON.parse(out).waiting, 0);
	const unpacked = await rasai(home, ["probe", "unpack", file, ...secret]);
	assert.equal(JSON.parse(unpacked.out).input, `${url}/page`);
});

test("a mode that keeps nothing refuses to be told to keep", async (t) => {
	const { home, seen, url } = await site(t);
	const { code, err } = await rasai(home, [
		"probe",
		"run",
		url,
		"--keep-nothing",
		"--out",
		"x.jsonl",
		...HERE,
	]);
	assert.equal(code, 2);
	assert.match(err, /--keep-nothing goes with neither/);
	assert.deepEqual(seen, []);
});
