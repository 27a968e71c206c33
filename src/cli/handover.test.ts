import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import {
	handOver,
	listenForHandOvers,
	type RunHandedOver,
} from "./handover.ts";

async function folder(t: TestContext, name = "run"): Promise<string> {
	const top = await mkdtemp(join(tmpdir(), "rasai-handover-"));
	t.after(() => rm(top, { recursive: true }));
	const run = join(top, name);
	await mkdir(run);
	return run;
}

const NEVER = new AbortController().signal;
const request = (word: string) => ({
	words: [word],
	cwd: "/somewhere",
	terminal: false,
});

function collect() {
	const words: string[] = [];
	return {
		words,
		out: (text: string) => void words.push(`out ${text}`),
		err: (text: string) => void words.push(`err ${text}`),
	};
}

const echo: RunHandedOver = async ({ words, cwd }, reply) => {
	reply.out(`${words.join(" ")} in ${cwd}`);
	reply.err("done\nwith it");
	return 3;
};

test("a command's words, output and exit code pass through the socket", async (t) => {
	const run = await folder(t);
	const server = await listenForHandOvers(run, echo);
	const heard = collect();
	assert.equal(await handOver(run, request("import"), heard, NEVER), 3);
	assert.deepEqual(heard.words, [
		"out import in /somewhere",
		"err done\nwith it",
	]);
	await server.close();
	assert.deepEqual(await readdir(run), []);
});

test("where nobody listens, the caller does it itself", async (t) => {
	const run = await folder(t);
	assert.equal(await handOver(run, request("a"), collect(), NEVER), undefined);
	const server = await listenForHandOvers(run, echo);
	await server.close();
	assert.equal(await handOver(run, request("a"), collect(), NEVER), undefined);
});

test("a path too long for a socket still works", async (t) => {
	const run = await folder(t, "long".repeat(30));
	const server = await listenForHandOvers(run, echo);
	assert.equal(await handOver(run, request("a"), collect(), NEVER), 3);
	await server.close();
	assert.deepEqual(await readdir(run), []);
});

test("commands run one after another, and a waiting one is told", async (t) => {
	const run = await folder(t);
	let running = 0;
	let most = 0;
	const server = await listenForHandOvers(run, async () => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setTimeout(resolve, 30));
		running -= 1;
		return 0;
	});
	const clients = [collect(), collect(), collect()];
	const codes = await Promise.all(
		clients.map((heard) => handOver(run, request("a"), heard, NEVER)),
	);
	assert.deepEqual(codes, [0, 0, 0]);
	assert.equal(most, 1);
	assert.equal(
		clients.filter(({ words }) => words[0]?.includes("waiting")).length,
		2,
	);
	await server.close();
});

test("a client that goes away aborts its command, and the next one runs", async (t) => {
	const run = await folder(t);
	const aborted: boolean[] = [];
	const server = await listenForHandOvers(
		run,
		async ({ words }, reply, signal) => {
			if (words[0] === "long") {
				reply.out("started");
				await new Promise((resolve) =>
					signal.addEventListener("abort", resolve),
				);
			}
			aborted.push(signal.aborted);
			return 0;
		},
	);
	const stop = new AbortController();
	await assert.rejects(
		handOver(
			run,
			request("long"),
			{ out: () => stop.abort(), err: () => {} },
			stop.signal,
		),
		{ code: "aborted" },
	);
	assert.equal(await handOver(run, request("next"), collect(), NEVER), 0);
	assert.deepEqual(aborted, [true, false]);
	await server.close();
});

test("closing the server aborts the command that runs and tells its client", async (t) => {
	const run = await folder(t);
	const server = await listenForHandOvers(run, async (_, reply, signal) => {
		reply.out("started");
		await new Promise((resolve) => signal.addEventListener("abort", resolve));
		return 1;
	});
	let started = () => {};
	const running = new Promise<void>((resolve) => {
		started = resolve;
	});
	const code = handOver(
		run,
		request("long"),
		{ out: () => started(), err: () => {} },
		NEVER,
	);
	await running;
	await server.close();
	assert.equal(await code, 1);
});

test("a writer that throws does not take the queue with it", async (t) => {
	const run = await folder(t);
	const server = await listenForHandOvers(run, async ({ words }) => {
		if (words[0] === "bad") throw new Error("fault");
		return 0;
	});
	assert.equal(await handOver(run, request("bad"), collect(), NEVER), 1);
	assert.equal(await handOver(run, request("good"), collect(), NEVER), 0);
	await server.close();
});
