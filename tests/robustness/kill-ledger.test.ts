/**
 * `kill -9` at random moments of a running server while entries come in by
 * every way there is: `record add` and `record import` handed over to it, and
 * an editor's form with a reviewer's approval. What was acknowledged must be
 * in the ledger, and the chain must verify, after every kill. Three kills
 * here; `npm run test:kill-ledger` does 200 (environment variable RASAI_KILLS).
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { addEditor, readRecord } from "../../src/pipeline/index.ts";
import {
	createWorkspace,
	Ledger,
	openWorkspace,
	readEditors,
	verifyLedger,
	type WorkspacePaths,
	workspacePaths,
} from "../../src/store/index.ts";

const KILLS = Number(process.env["RASAI_KILLS"] ?? 3);
const MAIN = join(import.meta.dirname, "../../src/cli/main.js");

function rasai(dir: string, words: readonly string[]): ChildProcess {
	return spawn(process.execPath, [MAIN, ...words, "--workspace", dir], {
		stdio: ["ignore", "pipe", "pipe"],
	});
}

interface Server {
	readonly child: ChildProcess;
	readonly address: string;
}

async function startServer(dir: string): Promise<Server> {
	const child = rasai(dir, ["serve", "--port", "0", "--json"]);
	child.stderr?.resume();
	const [line] = (await once(
		createInterface({ input: child.stdout as NodeJS.ReadableStream }),
		"line",
	)) as [string];
	return { child, address: (JSON.parse(line) as { url: string }).url };
}

/** Somebody with a browser: a cookie, and the token that their forms bring back. */
interface Person {
	readonly cookie: string;
	readonly formToken: string;
}

async function post(
	{ address }: Server,
	person: Person | undefined,
	path: string,
	form: Readonly<Record<string, string>> = {},
): Promise<Response> {
	return fetch(`${address}/edit/${path}`, {
		method: "POST",
		redirect: "manual",
		headers: { origin: address, cookie: person?.cookie ?? "" },
		body: new URLSearchParams({
			...form,
			formToken: person?.formToken ?? "",
		}),
		signal: AbortSignal.timeout(10_000),
	});
}

async function signIn(
	server: Server,
	paths: WorkspacePaths,
	pseudonym: string,
): Promise<Person> {
	const { token } = addEditor(paths, pseudonym, "reviewer", new Date());
	const answer = await post(server, undefined, `sign-in/${token}`);
	const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
	const session = readEditors(paths).sessions.find(
		(one) => one.pseudonym === pseudonym,
	);
	assert.ok(cookie && session, await answer.text());
	return { cookie, formToken: session.formToken };
}

/** Writes entries by the form until the server is gone; tells each that was acknowledged. */
async function writeByForm(
	server: Server,
	[author, reviewer]: readonly [Person, Person],
	name: string,
	acknowledge: (id: string) => void,
): Promise<void> {
	for (let n = 0; ; n += 1) {
		const saved = await post(server, author, "save", {
			type: "statement",
			country: "QZ",
			"when.date": "2024-03-13",
			"actor.rank": "minister",
			"actor.name": `Person ${name}-${n}`,
			summary: `Said ${name}-${n}.`,
			sources: "https://paper.example/1",
			confidence: "high",
		});
		const draft = saved.headers.get("location")?.replace("/edit/", "") ?? "";
		assert.match(draft, /^draft\//, await saved.text());
		await post(server, author, `${draft}/submit`);
		const approved = await post(server, reviewer, `${draft}/approve`);
		const entry = approved.headers.get("location") ?? "";
		assert.match(entry, /^\/entry\//, await approved.text());
		acknowledge(decodeURIComponent(entry.replace("/entry/", "")));
	}
}

/** Adds an entry by a command handed to the server; says whether it was acknowledged. */
async function writeByCommand(
	dir: string,
	words: readonly string[],
	acknowledge: () => void,
): Promise<void> {
	const [code] = await once(
		rasai(dir, words).on("error", () => {}),
		"close",
	);
	if (code === 0) acknowledge();
}

test(`P2: a server killed ${KILLS} times while entries come in by command and by form loses none that was acknowledged`, {
	timeout: 60_000 + KILLS * 20_000,
}, async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-kill-ledger-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	await createWorkspace(dir);
	const paths = workspacePaths(dir);
	const acknowledged = new Set<string>();
	let people: [Person, Person] | undefined;
	let formCount = 0;
	let commandCount = 0;
	for (let round = 0; round < KILLS; round += 1) {
		const server = await startServer(dir);
		people ??= [
			await signIn(server, paths, "night-heron"),
			await signIn(server, paths, "grey-owl"),
		];
		const file = join(dir, "..", `rasai-kill-${process.pid}-${round}.jsonl`);
		const imported = Array.from({ length: 300 }, (_, n) => `i-${round}-${n}`);
		await writeFile(file, imported.map(entryLine).join("\n"));
		const added = `a-${round}`;
		const writing = Promise.allSettled([
			writeByForm(server, people, `f-${round}`, (id) => {
				acknowledged.add(id);
				formCount += 1;
			}),
			writeByCommand(dir, ["record", "import", file], () => {
				for (const id of imported) acknowledged.add(id);
				commandCount += 1;
			}),
			writeByCommand(
				dir,
				`record add --id ${added} --type denial --cc QZ --on 2024-03-13 --summary Said. --source https://paper.example/1`.split(
					" ",
				),
				() => {
					acknowledged.add(added);
					commandCount += 1;
				},
			),
		]);
		await setTimeout(Math.random() * 2500);
		server.child.kill("SIGKILL");
		const [byForm] = await writing;
		// A form ends because its server is gone, and for no other reason.
		if (byForm.status === "rejected")
			assert.ok(
				!(byForm.reason instanceof assert.AssertionError),
				byForm.reason,
			);
		await rm(file);
		// Who writes next cuts off what was never acknowledged.
		const workspace = await openWorkspace(dir, {
			mode: "write",
			clock: () => new Date(),
			program: "test",
		});
		await (await Ledger.open(workspace)).close();
		await workspace.close();
		const report = await verifyLedger(paths);
		assert.equal(report.ok, true, JSON.stringify(report.steps));
	}
	const { entries } = await readRecord(paths);
	t.diagnostic(
		`${acknowledged.size} entries acknowledged (${formCount} by form, ${commandCount} commands), ${entries.size} kept`,
	);
	assert.ok(acknowledged.size > 0);
	for (const id of acknowledged)
		assert.ok(entries.has(id), `${id} was acknowledged and is lost`);
	const chain = await readFile(join(paths.ledger, "chain.log"), "utf8");
	assert.doesNotMatch(chain, /Person f-/);
});

function entryLine(id: string): string {
	return JSON.stringify({
		id,
		country: "QZ",
		type: "statement",
		when: { date: "2024-03-13", precision: "day" },
		services: [],
		areas: [],
		about: [],
		actor: { rank: "minister" },
		summary: `Said ${id}.`,
		claims: [],
		deadlines: [],
		sources: [{ url: "https://paper.example/1" }],
		confidence: "high",
	});
}
