/** `/report` as an operator switches it on: off until then, and nothing but the report is kept. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

async function serve(t: TestContext, home: string) {
	const child = spawn(
		process.execPath,
		[MAIN, ..."up --no-story --port 0 --json".split(" ")],
		{
			env: { ...process.env, RASAI_HOME: home },
			stdio: ["ignore", "pipe", "ignore"],
			timeout: 60_000,
		},
	);
	t.after(() => child.kill("SIGKILL"));
	const [line] = await Promise.race([
		once(child.stdout, "data"),
		once(child, "exit").then(() => assert.fail("it ended")),
	]);
	const { url } = JSON.parse(String(line)) as { readonly url: string };
	const stop = async (): Promise<void> => {
		const ended = once(child, "exit");
		child.kill("SIGTERM");
		await ended;
	};
	return { page: new URL("/report", url).href, stop };
}

test("visitors can report once the operator has switched it on", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-report-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	const home = join(dir, "workspace");
	const before = await serve(t, home);
	assert.equal((await fetch(before.page)).status, 404);
	await before.stop();
	const config = join(home, "config.toml");
	const settings = await readFile(config, "utf8");
	await writeFile(
		config,
		settings.replace(
			/(\[report\]\n#.*\n)# enabled = false/,
			"$1enabled = true",
		),
	);
	const { page, stop } = await serve(t, home);
	const form = await fetch(`${page}?service=x`);
	assert.match(
		form.headers.get("content-security-policy") ?? "",
		/connect-src https:\/\/x\.com .*https:\/\/www\.iana\.org/,
	);
	const sent = await fetch(page, {
		method: "POST",
		headers: { origin: new URL(page).origin },
		body: new URLSearchParams({ service: "x", cc: "QZ", works: "no" }),
	});
	assert.equal(sent.status, 200, await sent.text());
	await stop();
	const folder = join(home, "archive", "visitor-reports");
	const [name = ""] = await readdir(folder);
	const kept = JSON.parse(await readFile(join(folder, name), "utf8"));
	assert.deepEqual(
		{ ...kept, receivedAt: "" },
		{
			service: "x",
			asn: 0,
			receivedAt: "",
			cc: "QZ",
			works: false,
			checks: [],
		},
	);
	assert.match(kept.receivedAt, /:00:00Z$/);
});
