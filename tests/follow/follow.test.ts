import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import type { Bucket } from "../../src/gather/archives/test-bucket.ts";
import { storyTruth } from "../../src/measure/lab/index.ts";
import {
	detectIncidents,
	type FollowEvent,
	type FollowOptions,
	follow,
	importArchives,
	readAlerts,
	recordAlerts,
	runOf,
} from "../../src/pipeline/index.ts";
import {
	memoryFile,
	openTestWorkspace,
	type TestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { Ledger, readFollowStatus } from "../../src/store/index.ts";
import { makeReplay, withReplay } from "./replay.ts";

const HOUR_MS = 3_600_000;
/** Three weeks of quiet are imported before; the ban of x.com begins on the fourth day that is followed. */
const START = "2025-02-19T00:00:00Z";
const STORY = { since: "2025-01-27T00:00:00Z", days: 31, scale: 0.4 };
const REPLAY = makeReplay({
	...STORY,
	seed: "follow",
	lateShare: 0.1,
	outage: ["2025-02-20T03:00:00Z", "2025-02-21T21:00:00Z"],
});

interface Following {
	readonly bucket: Bucket;
	readonly workspace: TestWorkspace;
	/** The replay's clock: rounds move it on. */
	readonly time: { now: Date };
	readonly tell?: (event: FollowEvent) => void;
}

function optionsOf(
	{ bucket, time, tell = () => {} }: Following,
	more: Partial<FollowOptions> = {},
): FollowOptions {
	return {
		feed: {
			http: createHttpClient({ allowedOrigins: [bucket.url] }),
			bucketUrl: bucket.url,
			cc: ["QZ"],
			test: [],
			fetch: { firstWaitMs: 1 },
		},
		everyMs: 24 * HOUR_MS,
		lookbackDays: 7,
		minFreeBytes: 0,
		keepRawDays: undefined,
		import: { workers: 1 },
		signal: new AbortController().signal,
		sleep: async (ms) => {
			const hours = Math.ceil(ms / HOUR_MS);
			time.now = new Date(time.now.getTime() + hours * HOUR_MS);
		},
		random: () => 0.5,
		tell,
		...more,
	};
}

async function followReplay(
	following: Following,
	more: Partial<FollowOptions> = {},
): Promise<void> {
	const { workspace, time } = following;
	const clock = () => time.now;
	const reader = await workspace.openReader();
	const ledger = await Ledger.open(workspace.workspace);
	const { paths } = workspace;
	try {
		await follow(
			(work) =>
				work({
					...workspace,
					clock,
					reader,
					detect: async () =>
						(
							await detectIncidents({
								reader,
								ledger,
								paths,
								clock,
								run: runOf({ reference: workspace.reference.snapshot }),
							})
						).incidents,
					recordAlerts: (alerts) => recordAlerts(ledger, alerts),
					sentAlerts: () => readAlerts(paths),
				}),
			optionsOf(following, more),
		);
	} finally {
		await ledger.close();
		reader.close();
	}
}

/** Partitions after all of the replay was imported at once. */
async function importedAtOnce(): Promise<Readonly<Record<string, string>>> {
	const workspace = await openTestWorkspace();
	try {
		const files = Object.entries(REPLAY.objects);
		await importArchives(
			files.map(([key, bytes]) => memoryFile(key, bytes)),
			workspace,
			{ workers: 1 },
		);
		return await workspace.derivedFiles();
	} finally {
		await workspace.close();
	}
}

test("P2, P8: followed through errors, an outage and late uploads, the state equals one import, and each event is told once", async () => {
	const events: FollowEvent[] = [];
	await withReplay(
		REPLAY,
		() => time.now,
		async (bucket) => {
			// Every ninth request fails once; the loop has to come through.
			bucket.interrupt = (_, response, count) => {
				if (count % 9 !== 0) return false;
				response.writeHead(503).end();
				return true;
			};
			const workspace = await openTestWorkspace();
			try {
				await importArchives(
					Object.entries(REPLAY.visibleAt(time.now)).map(([key, bytes]) =>
						memoryFile(key, bytes),
					),
					workspace,
					{ workers: 1 },
				);
				await followReplay(
					{ bucket, workspace, time, tell: (event) => events.push(event) },
					{ rounds: 15 },
				);
				assert.ok(time.now >= REPLAY.until, "the replay has ended");
				assert.deepEqual(
					await workspace.derivedFiles(),
					await importedAtOnce(),
				);
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

	const alerts = events.flatMap((event) =>
		event.event === "alert" ? [event.alert] : [],
	);
	const opened = alerts.filter(({ kind }) => kind === "opened");
	const { episodes } = storyTruth("follow", STORY);
	for (const { at, service, text } of opened) {
		const own = episodes.filter(({ targets }) =>
			targets.some((name) => service === name || service?.endsWith(`.${name}`)),
		);
		assert.ok(own.length > 0, `told, and nothing was restricted: ${text}`);
		const begun = Math.min(...own.map(({ since }) => Date.parse(since)));
		assert.ok(Date.parse(at) > begun, "not before it began");
	}
	const ofX = opened.filter(({ service }) => service === "x.com");
	assert.equal(ofX.length, 1, "one event, one opening");
	assert.equal(
		new Set(
			alerts.map(
				({ incident, kind, revision }) => `${incident} ${kind} ${revision}`,
			),
		).size,
		alerts.length,
		"nothing is told twice",
	);
});

const time = { now: new Date(START) };

test("P2: a source that cannot be read, a full disk and a stop leave the state whole, and the next round goes on", async () => {
	const clock = { now: new Date("2025-02-20T00:00:00Z") };
	await withReplay(
		REPLAY,
		() => clock.now,
		async (bucket) => {
			const workspace = await openTestWorkspace();
			const states: string[] = [];
			const following: Following = {
				bucket,
				workspace,
				time: clock,
				tell: (event) => {
					if (event.event === "round")
						states.push(event.round.sources[0]?.state ?? "");
				},
			};
			try {
				bucket.interrupt = (_, response) => {
					response.writeHead(403).end();
					return true;
				};
				await followReplay(following, { rounds: 1 });
				bucket.interrupt = () => false;
				await followReplay(following, {
					rounds: 1,
					minFreeBytes: Number.MAX_SAFE_INTEGER,
				});
				assert.equal(
					(await readFollowStatus(workspace.paths))?.sources[0]?.checkedAt,
					null,
				);
				await followReplay(following, { rounds: 1 });
				const stop = new AbortController();
				stop.abort();
				await followReplay(following, { signal: stop.signal });
				assert.deepEqual(states, ["failing", "paused", "ok"]);
			} finally {
				await workspace.close();
			}
		},
	);
});
