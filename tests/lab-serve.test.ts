/** `rasai lab serve`: the probe itself, as a program of its own, in a scenario with real packets. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { whyNoNamespaces } from "../src/measure/lab/index.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

test("a site called x.com whose name is reset is found to be blocked by its name", async (t) => {
	const without = whyNoNamespaces();
	if (without !== undefined)
		return t.skip(`NAMESPACES NOT PERMITTED: ${without}`);
	const home = await mkdtemp(join(tmpdir(), "rasai-serve-"));
	t.after(() => rm(home, { recursive: true, force: true }));
	const env = { ...process.env, RASAI_HOME: join(home, "workspace") };
	const lab = spawn(
		process.execPath,
		[MAIN, ..."lab serve sni-reset --name x.com --json --quiet".split(" ")],
		{ env, stdio: ["ignore", "pipe", "inherit"], timeout: 60_000 },
	);
	t.after(() => lab.kill("SIGKILL"));
	const [line] = await once(lab.stdout, "data");
	const { namespace, url, prefix, probe } = JSON.parse(String(line)) as {
		readonly namespace: string;
		readonly url: string;
		readonly prefix: readonly [string, ...string[]];
		readonly probe: readonly string[];
	};
	assert.equal(url, "https://x.com/");
	const [program, ...words] = prefix;
	const asked = spawnSync(
		program,
		[...words, process.execPath, MAIN, ...probe],
		{
			env,
			encoding: "utf8",
			timeout: 60_000,
		},
	);
	assert.equal(asked.status, 0, asked.stderr);
	const record = JSON.parse(asked.stdout.split("\n")[0] ?? "");
	assert.equal(record.input, "https://x.com/");
	assert.equal(record.probe_cc, "QZ");
	assert.equal(record.x_verdict.state, "likely_blocked");
	assert.equal(record.x_verdict.mechanism, "tls.reset.sni");
	const ended = once(lab, "exit");
	lab.kill("SIGTERM");
	await ended;
	const left = spawnSync("ip", ["netns", "list"], { encoding: "utf8" }).stdout;
	assert.ok(!left.includes(namespace), "the namespaces are gone");
});
