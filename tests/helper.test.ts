/** `rasai helper serve` as an operator runs it, asked by the own probe. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { serveHttp } from "./probe/servers.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

function rasai(home: string, words: readonly string[]): ChildProcess {
	return spawn(process.execPath, [MAIN, ...words], {
		env: { ...process.env, RASAI_HOME: home },
		stdio: ["ignore", "pipe", "inherit"],
		timeout: 60_000,
	});
}

async function serve(
	home: string,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
	const child = rasai(home, [
		..."helper serve --collector --port 0 --quiet --json".split(" "),
	]);
	const [line] = await once(child.stdout ?? assert.fail(), "data");
	const { url } = JSON.parse(String(line)) as { readonly url: string };
	return { url, child };
}

async function kill(child: ChildProcess): Promise<void> {
	const exited = once(child, "exit");
	child.kill("SIGKILL");
	await exited;
}

async function newHome(t: TestContext): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-helper-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	return join(dir, "workspace");
}

test("the own probe asks the own helper and submits, and kill -9 loses nothing of it", async (t) => {
	const home = await newHome(t);
	const site = await serveHttp((_, response) =>
		response.end("<title>x</title>"),
	);
	t.after(() => site.close());
	const first = await serve(home);
	t.after(() => first.child.kill("SIGKILL"));
	const input = `http://127.0.0.1:${site.port}/`;
	const probe = rasai(join(home, "..", "probe"), [
		...`probe run ${input} --private-addresses --skip-check --yes --json`.split(
			" ",
		),
		...`--helper ${first.url} --submit ${first.url}`.split(" "),
	]);
	let out = "";
	probe.stdout?.on("data", (chunk) => {
		out += chunk;
	});
	const [code] = await once(probe, "close");
	assert.equal(code, 0);
	const { test_keys: keys } = JSON.parse(out.split("\n")[0] ?? "");
	assert.equal(keys.control_failure, null);
	// The site is on a private address: the helper does not go there for anybody.
	assert.notEqual(keys.control.http_request.failure, null);
	assert.deepEqual(keys.control.tcp_connect, {});

	const folder = join(home, "archive", "submissions", "open");
	const segments = async () =>
		Promise.all(
			(await readdir(folder)).map((name) =>
				readFile(join(folder, name), "utf8"),
			),
		);
	const [line = ""] = (await segments()).join("").split("\n");
	const { reportId, measurement } = JSON.parse(line);
	assert.equal(measurement.input, input);
	await kill(first.child);

	const second = await serve(home);
	t.after(() => second.child.kill("SIGKILL"));
	const reply = await fetch(`${second.url}/report/${reportId}`);
	const { measurements } = (await reply.json()) as {
		readonly measurements: readonly { readonly reportId: string }[];
	};
	assert.deepEqual(
		measurements.map((one) => one.reportId),
		[reportId],
	);
	await kill(second.child);
});
