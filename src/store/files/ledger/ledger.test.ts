import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { generateKeyPairSync, randomInt } from "node:crypto";
import { once } from "node:events";
import {
	appendFile,
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	truncate,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import type { LedgerDraft } from "../../../account/ledger/index.ts";
import { workspacePaths } from "../layout.ts";
import { createWorkspace, openWorkspace } from "../workspace.ts";
import { Ledger } from "./ledger.ts";
import { ledgerPaths } from "./paths.ts";
import { readLedger } from "./read.ts";
import { verifyLedger } from "./verify.ts";

const NOW = new Date("2024-02-17T17:00:00Z");

async function newWorkspace(t: TestContext) {
	const dir = await mkdtemp(join(tmpdir(), "rasai-ledger-"));
	t.after(() => rm(dir, { recursive: true }));
	await createWorkspace(dir);
	const paths = workspacePaths(dir);
	const events: Record<string, unknown>[] = [];
	return {
		dir,
		paths,
		files: ledgerPaths(paths),
		/** What the opened ledgers logged. */
		events,
		/** Opens the ledger for as long as `work` takes. */
		async use<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
			const workspace = await openWorkspace(dir, {
				mode: "write",
				clock: () => NOW,
				program: "test",
				log: (_level, event, fields) => events.push({ event, ...fields }),
			});
			try {
				const ledger = await Ledger.open(workspace);
				try {
					return await work(ledger);
				} finally {
					await ledger.close();
				}
			} finally {
				await workspace.close();
			}
		},
	};
}

function draft(subject: string, more: Partial<LedgerDraft> = {}): LedgerDraft {
	return {
		kind: "record_entry",
		subject,
		author: "night-heron",
		body: { type: "statement" },
		texts: { people: `person of ${subject}` },
		...more,
	};
}

async function subjectsOf(paths: {
	readonly ledger: string;
	readonly keys: string;
}): Promise<readonly string[]> {
	const subjects: string[] = [];
	for await (const { entry } of readLedger(paths))
		if (entry.kind !== "key") subjects.push(entry.subject);
	return subjects;
}

test("what is appended can be read with its texts, also after opening anew", async (t) => {
	const { paths, use, files } = await newWorkspace(t);
	assert.deepEqual(await subjectsOf(paths), []);
	await use((ledger) => ledger.append([draft("a"), draft("b")]));
	await use((ledger) => ledger.append([draft("c")]));
	assert.deepEqual(await subjectsOf(paths), ["a", "b", "c"]);
	for await (const { entry, texts } of readLedger(paths))
		if (entry.kind === "record_entry")
			assert.deepEqual(texts, { people: `person of ${entry.subject}` });
	const report = await verifyLedger(paths);
	assert.equal(report.ok, true);
	assert.equal(report.entryCount, 4);
	assert.equal((await stat(files.key)).mode & 0o777, 0o600);
	assert.equal((await stat(files.chain)).mode & 0o777, 0o600);
});

test("what comes at the same time is signed together, in order, each acknowledged", async (t) => {
	const { paths, use } = await newWorkspace(t);
	await use(async (ledger) => {
		const acknowledged = await Promise.all(
			Array.from({ length: 200 }, (_, n) => ledger.append([draft(`n-${n}`)])),
		);
		assert.deepEqual(
			acknowledged.map(([entry]) => entry?.seq),
			Array.from({ length: 200 }, (_, n) => n + 1),
		);
		// An append made by who was just acknowledged must not be forgotten.
		await ledger.append([draft("x")]).then(() => ledger.append([draft("y")]));
	});
	const report = await verifyLedger(paths);
	assert.equal(report.ok, true);
	assert.equal(report.entryCount, 203);
	assert.ok(report.headCount < 50, `${report.headCount} heads`);
});

test("an entry that supersedes what is not the latest is refused, and others of the batch are not", async (t) => {
	const { paths, use } = await newWorkspace(t);
	await use(async (ledger) => {
		const [first] = await ledger.append([draft("a")]);
		const [second] = await ledger.append([
			draft("a", { supersedes: first?.seq }),
		]);
		const results = await Promise.allSettled([
			ledger.append([draft("a", { supersedes: first?.seq })]),
			ledger.append([draft("b")]),
			ledger.append([draft("a", { supersedes: second?.seq })]),
			ledger.append([draft("c", { author: "A Name" })]),
		]);
		assert.deepEqual(
			results.map(({ status }) => status),
			["rejected", "fulfilled", "fulfilled", "rejected"],
		);
	});
	assert.equal((await verifyLedger(paths)).ok, true);
	assert.deepEqual(await subjectsOf(paths), ["a", "a", "b", "a"]);
});

test("P2: a torn tail is cut off and reported, whatever byte the crash came at", async (t) => {
	const { paths, files, use, events } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a")]));
	const { size: acknowledged } = await stat(files.chain);
	const texts = join(files.texts, "000000.jsonl");
	const { size: textsAcknowledged } = await stat(texts);
	await use((ledger) => ledger.append([draft("b"), draft("c")]));
	const chain = await readFile(files.chain);
	const allTexts = await readFile(texts);
	for (let size = acknowledged; size < chain.length; size += 97) {
		await writeFile(files.chain, chain.subarray(0, size));
		await writeFile(texts, allTexts);
		events.length = 0;
		await use(async () => {});
		assert.equal((await stat(files.chain)).size, acknowledged);
		assert.equal((await stat(texts)).size, textsAcknowledged);
		assert.deepEqual(
			events.map(({ event, bytes, texts }) => ({ event, bytes, texts })),
			[{ event: "ledger_repaired", bytes: size - acknowledged, texts: 2 }],
		);
		assert.equal((await verifyLedger(paths)).ok, true, `cut at ${size}`);
	}
	await appendFile(files.chain, Buffer.alloc(5000));
	await appendFile(texts, '{"name":"peop');
	assert.equal((await verifyLedger(paths)).ok, false);
	await use((ledger) => ledger.append([draft("d")]));
	assert.equal((await verifyLedger(paths)).ok, true);
	assert.deepEqual(await subjectsOf(paths), ["a", "d"]);
});

test("a changed bit of the last lines stops the writer, and nothing is cut off", async (t) => {
	const { files, use } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a")]));
	const chain = await readFile(files.chain);
	const at = chain.lastIndexOf("head");
	chain[at] = (chain[at] ?? 0) ^ 1;
	await writeFile(files.chain, chain);
	await assert.rejects(
		use(async () => {}),
		{ code: "workspace_damaged" },
	);
	assert.deepEqual(await readFile(files.chain), chain);
});

test("a ledger whose key is gone is not given another", async (t) => {
	const { files, use, paths } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a")]));
	const report = await verifyLedger(paths);
	const key = await readFile(files.key);
	await rm(files.key);
	await assert.rejects(
		use(async () => {}),
		{ code: "workspace_damaged" },
	);
	const unpinned = await verifyLedger(paths);
	assert.deepEqual(
		unpinned.steps.filter(({ ok }) => !ok).map(({ step }) => step),
		["key"],
	);
	await writeFile(files.key, key);
	assert.deepEqual((await verifyLedger(paths)).head, report.head);
});

test("verification locates the first tampered byte's line in the chain and in the texts", async (t) => {
	const { paths, files, use } = await newWorkspace(t);
	await use(async (ledger) => {
		for (let n = 0; n < 50; n += 1) await ledger.append([draft(`n-${n}`)]);
	});
	const chain = await readFile(files.chain);
	const at = chain.indexOf("n-20") + 2;
	const tampered = Buffer.from(chain);
	tampered[at] = "9".charCodeAt(0);
	await writeFile(files.chain, tampered);
	const step = (await verifyLedger(paths)).steps.find(({ ok }) => !ok);
	assert.equal(step?.step, "hashes");
	assert.equal(step?.place?.seq, 21);
	assert.equal(step?.place?.offset, chain.lastIndexOf("\n", at) + 1);
	assert.equal(step?.faultCount, 1);
	await writeFile(files.chain, chain);
	const texts = join(files.texts, "000000.jsonl");
	const content = await readFile(texts, "utf8");
	await writeFile(texts, content.replace("person of n-30", "person of n-31"));
	const inTexts = (await verifyLedger(paths)).steps.find(({ ok }) => !ok);
	assert.equal(inTexts?.step, "texts");
	assert.equal(inTexts?.place?.seq, 31);
	await writeFile(texts, content);
	await truncate(files.chain, chain.length - 10);
	assert.equal((await verifyLedger(paths)).ok, false);
	assert.equal(
		(await verifyLedger(paths, { isBeingWritten: true })).steps.find(
			({ step }) => step === "lines",
		)?.ok,
		true,
	);
});

test("P11: an erased text is nowhere in the workspace, the chain verifies and says why", async (t) => {
	const { dir, paths, files, use } = await newWorkspace(t);
	await use(async (ledger) => {
		await ledger.append([draft("a"), draft("b")]);
		const entry = await ledger.erase(
			{ seq: 1, name: "people", reason: "safety" },
			"night-heron",
		);
		assert.equal(entry.kind, "erasure");
		await assert.rejects(
			ledger.erase({ seq: 1, name: "people", reason: "safety" }, "x"),
			{ code: "not_found" },
		);
	});
	const report = await verifyLedger(paths);
	assert.equal(report.ok, true);
	assert.deepEqual(report.erased, { safety: 1 });
	for (const name of await readdir(dir, { recursive: true }))
		if ((await stat(join(dir, name))).isFile())
			assert.ok(
				!(await readFile(join(dir, name), "utf8")).includes("person of a"),
				name,
			);
	await assert.rejects(stat(files.erasing), { code: "ENOENT" });
});

test("P11: an erasure that was interrupted is finished by who opens the ledger next", async (t) => {
	const { paths, files, use } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a"), draft("b")]));
	const texts = join(files.texts, "000000.jsonl");
	const before = await readFile(texts, "utf8");
	const note = { seq: 1, name: "people", reason: "request" } as const;
	await writeFile(files.erasing, JSON.stringify(note));
	await use(async () => {});
	assert.equal(await readFile(texts, "utf8"), before, "never acknowledged");
	await use((ledger) => ledger.erase(note, "night-heron"));
	await writeFile(texts, before);
	await writeFile(`${texts}.1t1-0-1.unfinished`, before);
	await writeFile(files.erasing, JSON.stringify(note));
	assert.equal((await verifyLedger(paths)).ok, false);
	await use(async () => {});
	assert.equal((await verifyLedger(paths)).ok, true);
	assert.deepEqual(await readdir(files.texts), ["000000.jsonl"]);
});

test("the key can be changed while others write, and whoever trusts the old key still verifies", async (t) => {
	const { paths, files, use } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a")]));
	const before = await verifyLedger(paths);
	await use(async (ledger) => {
		await Promise.all([
			ledger.append([draft("b")]),
			ledger.rotateKey("night-heron"),
			ledger.append([draft("c")]),
		]);
		await ledger.append([draft("d")]);
	});
	await use((ledger) => ledger.append([draft("e")]));
	const after = await verifyLedger(paths);
	assert.equal(after.ok, true, JSON.stringify(after.steps));
	assert.notEqual(after.keyId, before.keyId);
	assert.equal(
		(await verifyLedger(paths, { publicKey: before.publicKey })).ok,
		true,
	);
	assert.deepEqual([...(await subjectsOf(paths))].sort(), [..."abcde"]);
	await assert.rejects(stat(files.nextKey), { code: "ENOENT" });
});

test("a change of the key that was interrupted is finished, or taken back where it was never acknowledged", async (t) => {
	const { paths, files, use } = await newWorkspace(t);
	await use((ledger) => ledger.append([draft("a")]));
	const oldKey = await readFile(files.key);
	await use((ledger) => ledger.rotateKey("night-heron"));
	const newKey = await readFile(files.key);
	const chain = await readFile(files.chain);
	const withoutLastHead = chain.subarray(
		0,
		chain.lastIndexOf("\n", chain.length - 2) + 1,
	);
	for (const left of [chain, withoutLastHead]) {
		await writeFile(files.chain, left);
		await writeFile(files.key, oldKey);
		await writeFile(files.nextKey, newKey);
		await use((ledger) => ledger.append([draft("b")]));
		assert.deepEqual(await readFile(files.key), newKey);
		assert.equal((await verifyLedger(paths)).ok, true);
	}
	const unused = generateKeyPairSync("ed25519").privateKey;
	await writeFile(
		files.nextKey,
		unused.export({ type: "pkcs8", format: "pem" }),
	);
	await use((ledger) => ledger.append([draft("c")]));
	await assert.rejects(stat(files.nextKey), { code: "ENOENT" });
	assert.equal((await verifyLedger(paths)).ok, true);
});

test("who opens a ledger that is open in this program writes to the same end", async (t) => {
	const { dir, paths } = await newWorkspace(t);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: () => NOW,
		program: "test",
	});
	const ledgers = await Promise.all([
		Ledger.open(workspace),
		Ledger.open({ ...workspace }),
	]);
	await Promise.all(
		ledgers.map(async (ledger, n) => {
			await ledger.append([draft(`n-${n}`)]);
			await ledger.close();
		}),
	);
	await workspace.close();
	assert.equal((await verifyLedger(paths)).ok, true);
	assert.equal((await subjectsOf(paths)).length, 2);
});

test("any byte that is changed in the chain or in the texts is found", async (t) => {
	const { paths, files, use } = await newWorkspace(t);
	await use(async (ledger) => {
		for (let n = 0; n < 12; n += 1) await ledger.append([draft(`n-${n}`)]);
		await ledger.erase(
			{ seq: 3, name: "people", reason: "request" },
			"night-heron",
		);
		await ledger.rotateKey("night-heron");
		await ledger.append([draft("last")]);
	});
	for (const path of [files.chain, join(files.texts, "000000.jsonl")]) {
		const whole = await readFile(path);
		for (let n = 0; n < FLIPS; n += 1) {
			const at = randomInt(whole.length);
			const flipped = Buffer.from(whole);
			flipped[at] = (flipped[at] ?? 0) ^ randomInt(1, 256);
			await writeFile(path, flipped);
			const { ok, steps } = await verifyLedger(paths);
			assert.equal(ok, false, `byte ${at} of ${path}`);
			const first = steps.find((step) => !step.ok);
			const lineAt = whole.subarray(0, at).lastIndexOf("\n") + 1;
			assert.ok(
				path !== files.chain ||
					first?.place?.offset === lineAt ||
					first?.found.includes(`byte ${lineAt}`),
				`byte ${at} located at ${JSON.stringify(first)}`,
			);
		}
		await writeFile(path, whole);
	}
	assert.equal((await verifyLedger(paths)).ok, true);
});

/** Bytes changed in each file in `npm test`; `RASAI_FLIPS=5000` asks for more. */
const FLIPS = Number(process.env["RASAI_FLIPS"] ?? 150);

/** Kills in `npm test`; `RASAI_KILLS=200` asks for more. */
const KILLS = Number(process.env["RASAI_KILLS"] ?? 5);

test(`P2: kill -9 at ${KILLS} random moments loses no acknowledged entry`, async (t) => {
	const { dir, paths, use } = await newWorkspace(t);
	const acknowledged = new Set<string>();
	const child = (round: number) => `
		const files = await import(${JSON.stringify(new URL("../index.js", import.meta.url).href)});
		const workspace = await files.openWorkspace(${JSON.stringify(dir)}, {
			mode: "write", clock: () => new Date(), program: "child" });
		const ledger = await files.Ledger.open(workspace);
		console.log("open");
		const write = async (lane) => {
			for (let n = 0; ; n += 1) {
				const drafts = Array.from({ length: 1 + (n % 3) }, (_, m) => ({
					kind: "record_entry", subject: ["${round}", lane, n, m].join("-"),
					author: "child", body: {}, texts: { words: "w".repeat(n % 2000) } }));
				await ledger.append(drafts);
				for (const { subject } of drafts) console.log(subject);
			}
		};
		await Promise.all([0, 1, 2, 3].map(write));`;
	for (let round = 0; round < KILLS; round += 1) {
		const writer = spawn(
			process.execPath,
			["--input-type=module", "-e", child(round)],
			{ stdio: ["ignore", "pipe", "inherit"] },
		);
		const lines = createInterface({ input: writer.stdout });
		await once(lines, "line");
		lines.on("line", (subject) => acknowledged.add(subject));
		const ended = once(lines, "close");
		setTimeout(() => writer.kill("SIGKILL"), Math.random() * 200);
		await Promise.all([ended, once(writer, "exit")]);
		await use(async () => {});
		const report = await verifyLedger(paths);
		assert.equal(report.ok, true, JSON.stringify(report.steps));
	}
	const kept = new Set(await subjectsOf(paths));
	assert.ok(acknowledged.size > 0);
	for (const subject of acknowledged)
		assert.ok(kept.has(subject), `${subject} was acknowledged and is lost`);
});
