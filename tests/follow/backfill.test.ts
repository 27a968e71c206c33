/** Filling in a country's past while it is followed: rounds go on, and both together give what one import gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createHttpClient } from "../../src/base/index.ts";
import { piecesOf, takeTurns } from "../../src/cli/turns.ts";
import {
	detectIncidents,
	type FollowEvent,
	follow,
	importArchives,
	readAlerts,
	recordAlerts,
	runOf,
} from "../../src/pipeline/index.ts";
import {
	memoryFile,
	openTestWorkspace,
} from "../../src/pipeline/test-workspace.ts";
import { Ledger } from "../../src/store/index.ts";
import { makeReplay, withReplay } from "./replay.ts";

const HOUR_MS = 3_600_000;
const LIVE_FROM = "2025-02-05T00:00:00Z";
const REPLAY = makeReplay({
	since: "2025-01-27T00:00:00Z",
	days: 11,
	scale: 0.1,
	seed: "backfill",
	lateShare: 0,
});
const PIECES = 4;

test("P2, P8: while the past is filled in, live rounds go on between its pieces, and the state is that of one import", async () => {
	const time = { now: new Date(LIVE_FROM) };
	const past = Object.entries(REPLAY.visibleAt(time.now)).map(([key, bytes]) =>
		memoryFile(key, bytes),
	);
	const order: string[] = [];
	const workspace = await openTestWorkspace();
	const clock = () => time.now;
	try {
		await withReplay(REPLAY, clock, async (bucket) => {
			const exclusively = takeTurns();
			const reader = await workspace.openReader();
			const ledger = await Ledger.open(workspace.workspace);
			const { paths } = workspace;
			const detect = async () =>
				(
					await detectIncidents({
						reader,
						ledger,
						paths,
						clock,
						run: runOf({ reference: workspace.reference.snapshot }),
					})
				).incidents;
			const following = follow(
				(work) =>
					exclusively(() =>
						work({
							...workspace,
							clock,
							reader,
							detect,
							recordAlerts: (alerts) => recordAlerts(ledger, alerts),
							sentAlerts: () => readAlerts(paths),
						}),
					),
				{
					feed: {
						http: createHttpClient({ allowedOrigins: [bucket.url] }),
						bucketUrl: bucket.url,
						cc: ["QZ"],
						test: [],
						fetch: { firstWaitMs: 1 },
					},
					everyMs: 24 * HOUR_MS,
					lookbackDays: 1,
					minFreeBytes: 0,
					keepRawDays: undefined,
					rounds: 4,
					import: { workers: 1 },
					signal: new AbortController().signal,
					sleep: async (ms) => {
						time.now = new Date(time.now.getTime() + ms);
					},
					random: () => 0.5,
					tell: ({ event }: FollowEvent) => {
						if (event === "round") order.push("round");
					},
				},
			);
			const begin = () => {
				let asked = 0;
				return () => ++asked >= past.length / PIECES;
			};
			async function* files() {
				yield* past;
			}
			for await (const piece of piecesOf(files(), begin))
				await exclusively(async () => {
					await importArchives(piece, workspace, { workers: 1 });
					order.push("piece");
				});
			await following;
			await exclusively(detect);
			await ledger.close();
			reader.close();
		});
		const first = order.indexOf("piece");
		const last = order.lastIndexOf("piece");
		assert.ok(
			order.slice(first, last).includes("round"),
			`live rounds waited for the past: ${order.join(" ")}`,
		);

		const atOnce = await openTestWorkspace();
		try {
			await importArchives(
				Object.entries(REPLAY.visibleAt(time.now)).map(([key, bytes]) =>
					memoryFile(key, bytes),
				),
				atOnce,
				{ workers: 1 },
			);
			assert.deepEqual(
				await workspace.derivedFiles(),
				await atOnce.derivedFiles(),
			);
		} finally {
			await atOnce.close();
		}
	} finally {
		await workspace.close();
	}
});
