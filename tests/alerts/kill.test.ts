/** `rasai` as an operator runs it: set up by config.toml, killed while it sends, and looked at by its commands. */
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { recordAlerts } from "../../src/pipeline/index.ts";
import {
	createWorkspace,
	Ledger,
	openWorkspace,
} from "../../src/store/index.ts";
import { blockOfX } from "../browser/incidents.ts";
import { headerOf, textOf } from "./bench.ts";
import { startSmtpServer } from "./smtp-server.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));

interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

function rasai(home: string, words: readonly string[]): Promise<Ran> {
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			[MAIN, ...words, "--workspace", home],
			{ timeout: 60_000 },
			(error, out, err) =>
				resolve({ code: error ? Number(error.code) : 0, out, err }),
		);
	});
}

async function makeWorkspace(t: TestContext, smtpPort: number) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-alerts-kill-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	const home = join(dir, "workspace");
	await createWorkspace(home);
	await writeFile(
		join(home, "config.toml"),
		`[site]\naddress = "https://rasai.example"\n[alerts]\nsmtp_host = "127.0.0.1"\nsmtp_port = ${smtpPort}\nsmtp_security = "none"\nfrom = "alerts@rasai.example"\n`,
	);
	return home;
}

/** Writes an incident and its alert into the ledger, as the live loop does. */
async function tell(home: string, number: number): Promise<void> {
	const workspace = await openWorkspace(home, {
		mode: "write",
		program: "test",
		clock: () => new Date(),
	});
	const ledger = await Ledger.open(workspace);
	const id = `pk-x-${number}`;
	const at = new Date().toISOString();
	const incident = blockOfX("PK", 4, { id, aliases: [], revisedAt: at });
	await ledger.append([
		{
			kind: "incident",
			subject: id,
			author: "rasai",
			body: incident,
			texts: {},
		},
	]);
	await recordAlerts(ledger, [
		{
			incident: id,
			revision: incident.revision,
			kind: "opened",
			at,
			cc: "PK",
			service: "x",
			scope: "country",
			text: "x is restricted in PK.",
		},
	]);
	await ledger.close();
	await workspace.close();
}

test("a program that is killed while it sends loses no message, and repeats one under the same Message-ID alone", async (t) => {
	const server = await startSmtpServer(t);
	const home = await makeWorkspace(t, server.port);
	const added = await rasai(home, [
		..."alert add --mail reader@mail.example --cc PK --agreed --json".split(
			" ",
		),
	]);
	assert.equal(added.code, 0, added.err);
	await tell(home, 1);
	// It is killed at the worst moment: the mail is on its way and nothing is known of it.
	server.behave("hang");
	const killed: ChildProcess = spawn(
		process.execPath,
		[MAIN, "alert", "deliver", "--workspace", home],
		{ stdio: "ignore", timeout: 60_000 },
	);
	while (server.connectionCount() === 0)
		await new Promise((done) => setTimeout(done, 20));
	killed.kill("SIGKILL");
	await once(killed, "exit");
	await tell(home, 2);
	const [name = ""] = await readdir(join(home, "private", "subscriptions"));
	const path = join(home, "private", "subscriptions", name);
	const kept = JSON.parse(await readFile(path, "utf8"));
	assert.equal(kept.queue[0].attempts, 1);
	// The wait is over.
	kept.queue[0].nextAttemptAt = "2026-01-01T00:00:00Z";
	await writeFile(path, JSON.stringify(kept));
	const after = await rasai(home, ["alert", "deliver", "--json"]);
	assert.equal(after.code, 0, after.err);
	assert.equal(JSON.parse(after.out).sentCount, 2);
	assert.deepEqual(
		server.mails.map((mail) => /incident\/(pk-x-\d)/.exec(textOf(mail))?.[1]),
		["pk-x-1", "pk-x-2"],
	);
	assert.equal(
		new Set(server.mails.map((mail) => headerOf(mail, "Message-ID"))).size,
		2,
	);
	const status = await rasai(home, ["alert", "status", "--json"]);
	assert.equal(JSON.parse(status.out).state, "delivering");
	const list = await rasai(home, ["alert", "list"]);
	assert.match(list.out, /r…@mail\.example/);
	assert.doesNotMatch(list.out, /reader@/);
	const post = await rasai(
		home,
		"alert post pk-x-2 --form telegram".split(" "),
	);
	assert.match(JSON.parse(post.out).text, /^<b>New: X \(Twitter\)/);
	const removed = await rasai(
		home,
		"alert remove --mail READER@mail.example --json".split(" "),
	);
	assert.equal(JSON.parse(removed.out).removed.length, 1);
	assert.deepEqual(await readdir(join(home, "private", "subscriptions")), []);
});
