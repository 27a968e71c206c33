import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import {
	type FollowEvent,
	follow,
	importArchives,
} from "../../src/pipeline/index.ts";
import {
	memoryFile,
	openTestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { makeReplay, withReplay } from "./replay.ts";

const HOUR_MS = 3_600_000;
const START = "2025-02-17T00:00:00Z";

const REPLAY = makeReplay({
	seed: "follow",
	since: START,
	days: 12,
	scale: 0.1,
	lateShare: 0.1,
	outage: ["2025-02-20T03:00:00Z", "2025-02-20T21:00:00Z"],
});

/** All of the replay imported at once. */
const WHOLE = (async () => {
	const workspace = await openTestWorkspace();
	try {
		await importArchives(
			Object.entries(REPLAY.objects).map(([key, bytes]) =>
				memoryFile(key, bytes),
			),
			workspace,
			{ workers: 1 },
		);
		return await workspace.derivedFiles();
	} finally {
		await workspace.close();
	}
})();

test("P2: weeks followed hour by hour, with errors, an outage and late uploads, equal one import of everything", async () => {
	let now = new Date(START);
	const events: FollowEvent[] = [];
	await withReplay(
		REPLAY,
		() => now,
		async (bucket) => {
			// Every ninth request fails once; the loop has to come through.
			bucket.interrupt = (_, response, count) => {
				if (count % 9 !== 0) return false;
				response.writeHead(503).end();
				return true;
			};
			const workspace = await openTestWorkspace();
			try {
				const reader = await workspace.openReader();
				await follow(
					(work) =>
						work({
							...workspace,
							clock: () => now,
							reader,
							detect: async () => [],
							recordAlerts: async () => {},
							sentAlerts: async () => [],
						}),
					{
						feed: {
							http: createHttpClient({ allowedOrigins: [bucket.url] }),
							bucketUrl: bucket.url,
							cc: ["QZ"],
							test: [],
							fetch: { firstWaitMs: 1 },
						},
						everyMs: 12 * HOUR_MS,
						lookbackDays: 7,
						minFreeBytes: 0,
						keepRawDays: undefined,
						rounds: 2 * 19,
						import: { workers: 1 },
						signal: new AbortController().signal,
						sleep: async (ms) => {
							now = new Date(now.getTime() + Math.ceil(ms / HOUR_MS) * HOUR_MS);
						},
						random: () => 0.5,
						tell: (event) => events.push(event),
					},
				);
				assert.ok(now >= REPLAY.until, "the replay has ended");
				assert.deepEqual(await workspace.derivedFiles(), await WHOLE);
				reader.close();
			} finally {
				await workspace.close();
			}
		},
	);
	const states = events.flatMap((event) =>
		event.event === "round"
			? event.round.sources.map(({ state }) => state)
			: [],
	);
	assert.ok(states.includes("late"), "P10: the outage is the source's");
	assert.ok(states.includes("ok"));
});
