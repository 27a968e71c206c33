import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { AT_ONCE, measureSeveral } from "./several.ts";

const options = {
	atOnce: AT_ONCE,
	pauseMs: 5,
	siteOf: (target: string) => target.split("/")[0] ?? "",
};

test("a hundred targets, a fifth of them silent, take at most an eighth of the time one by one", async () => {
	const [quickMs, silentMs] = [10, 200];
	const targets = Array.from({ length: 100 }, (_, i) => `site${i}`);
	const takes = (target: string): number =>
		Number(target.slice(4)) % 5 === 0 ? silentMs : quickMs;
	const oneByOneMs = targets.reduce((sum, one) => sum + takes(one), 0);
	const startedMs = performance.now();
	let seen = 0;
	for await (const _ of measureSeveral(
		targets,
		(target) => wait(takes(target), target),
		options,
	))
		seen++;
	assert.equal(seen, 100);
	const tookMs = performance.now() - startedMs;
	assert.ok(tookMs <= oneByOneMs / 8, `${tookMs} of ${oneByOneMs} ms`);
});

test("no two measurements of one site at a time, and a pause between them", async () => {
	const busy = new Map<string, number>();
	const endedMs = new Map<string, number>();
	for await (const _ of measureSeveral(
		["a/1", "a/2", "a/3", "b/1", "b/2"],
		async (target) => {
			const site = options.siteOf(target);
			assert.equal(busy.get(site) ?? 0, 0);
			const last = endedMs.get(site);
			if (last !== undefined)
				// Timers may be a millisecond early.
				assert.ok(performance.now() - last >= options.pauseMs - 1);
			busy.set(site, 1);
			await wait(3);
			busy.set(site, 0);
			endedMs.set(site, performance.now());
		},
		options,
	));
});

test("stops when told to, and gives what was done", async () => {
	const stop = new AbortController();
	const seen: string[] = [];
	for await (const one of measureSeveral(
		["a", "b", "c", "d"],
		async (target) => {
			await wait(2);
			return target;
		},
		{ ...options, atOnce: 1, signal: stop.signal },
	)) {
		seen.push(one);
		stop.abort();
	}
	assert.ok(seen.length <= 2);
});

test("an error of one measurement ends the run with it", async () => {
	const run = async () => {
		for await (const _ of measureSeveral(
			["a"],
			async () => {
				throw new Error("ours");
			},
			options,
		));
	};
	await assert.rejects(run, /ours/);
});
