import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
	createRandom,
	packStory,
	storyTruth,
} from "../../measure/lab/index.ts";
import type { Incident } from "../../model/index.ts";
import { parseServices } from "../../reference/index.ts";
import { Ledger } from "../../store/index.ts";
import { readMeasuredTrack } from "../dossier/measured.ts";
import { importArchives } from "../import.ts";
import { runOf } from "../judge.ts";
import {
	memoryFile,
	openTestWorkspace,
	type TestWorkspace,
} from "../test-workspace.ts";
import { type DetectOptions, detectIncidents } from "./detect-incidents.ts";

const SEED = "detect";
const STORY = [...packStory(SEED, { scale: 0.6 })];
const HOUR_MS = 3_600_000;

/** Detects in what is new in a workspace, or in everything. */
async function detectIn(
	workspace: TestWorkspace,
	options: DetectOptions = {},
): Promise<readonly Incident[]> {
	const reader = await workspace.openReader();
	const ledger = await Ledger.open(workspace.workspace);
	try {
		const { incidents } = await detectIncidents(
			{
				reader,
				ledger,
				paths: workspace.paths,
				clock: workspace.clock,
				run: runOf({ reference: workspace.reference.snapshot }),
			},
			options,
		);
		return incidents;
	} finally {
		await ledger.close();
		reader.close();
	}
}

/** What the data say, without what only the ledger's history gives. */
const told = (incidents: readonly Incident[]) =>
	incidents
		.filter(({ status }) => status !== "merged" && status !== "withdrawn")
		.map(({ id, aliases, revision, revisedAt, reason, ...rest }) => rest)
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const WHOLE = (async () => {
	const workspace = await openTestWorkspace();
	try {
		await importArchives(
			STORY.map((file) => memoryFile(file.path, file.bytes)),
			workspace,
			{ workers: 1 },
		);
		const incidents = await detectIn(workspace);
		const again = await detectIn(workspace, { all: true, workers: 2 });
		const services = parseServices(
			JSON.parse(readFileSync("data/services/services.json", "utf8")),
		);
		const reader = await workspace.openReader();
		const tracks = await Promise.all(
			incidents
				.filter(({ targets }) => targets.length > 0)
				.map(async (incident) => ({
					incident,
					// Where it goes on, all that there is of it.
					track: await readMeasuredTrack(reader, incident, "2026-01-01", {
						services,
					}),
				})),
		);
		reader.close();
		return { incidents, again, tracks };
	} finally {
		await workspace.close();
	}
})();

test("each restriction of the story is one incident, begun and ended when it truly did", async () => {
	const { incidents } = await WHOLE;
	const truth = storyTruth(SEED, { scale: 0.6 });
	const published = incidents.filter(
		({ status, confounds }) =>
			(status === "ongoing" || status === "ended") && confounds.length === 0,
	);
	const blocks = truth.episodes.filter(({ kind }) => kind === "block");
	const of = (targets: readonly string[]) =>
		blocks.filter((one) =>
			one.targets.some((name) =>
				targets.some(
					(target) =>
						target === name ||
						target.endsWith(`.${name}`) ||
						target.startsWith(`${name}/`),
				),
			),
		);
	for (const incident of published) {
		const real = of(incident.targets);
		// Sites that are down, captchas and a defective release are no restrictions.
		assert.ok(real.length > 0, `${incident.id}: nothing was restricted`);
		const begun = Math.min(...real.map(({ since }) => Date.parse(since)));
		const { earliest, latest } = incident.onset;
		assert.ok(
			Date.parse(earliest ?? "") - 24 * HOUR_MS <= begun &&
				begun <= Date.parse(latest) + 24 * HOUR_MS,
			`${incident.id}: ${earliest} to ${latest}, truly ${new Date(begun).toISOString()}`,
		);
	}
	const x = published.filter(({ targets }) => targets.includes("x.com"));
	assert.equal(x.length, 1, "brief windows of access end nothing");
	assert.equal(x[0]?.scope, "country");
	assert.ok(x[0]?.witness);
});

test("P5: a dossier gives the very numbers of its incident, and other networks stand beside", async () => {
	const { tracks } = await WHOLE;
	assert.ok(tracks.length >= 3);
	for (const { incident, track } of tracks) {
		const { whole } = track;
		assert.deepEqual(
			{
				sessions: whole.blockedSessionCount + whole.slowedSessionCount,
				of: whole.sessionCount,
				networks: whole.networkCount,
				measurements: whole.measurementCount,
			},
			incident.counts,
			incident.id,
		);
		assert.deepEqual(
			track.networks.filter(({ isPart }) => isPart).map(({ asn }) => asn),
			incident.networks.map(({ asn }) => asn),
			incident.id,
		);
	}
});

test("P3: looking at everything again, in threads, changes nothing", async () => {
	const { incidents, again } = await WHOLE;
	assert.deepEqual(again, incidents);
});

test("P2, P8: detecting after each arrival, in any order, gives what one run over everything gives", async () => {
	const { incidents } = await WHOLE;
	const random = createRandom("detect/arrival");
	const files = STORY.map((file) => ({
		file,
		// Most come in order; some days late.
		at:
			Number(/\/(\d{8})\//.exec(file.path)?.[1]) + (random.chance(0.2) ? 4 : 0),
	})).sort((a, b) => a.at - b.at);
	const workspace = await openTestWorkspace();
	try {
		const step = Math.ceil(files.length / 8);
		let current: readonly Incident[] = [];
		for (let from = 0; from < files.length; from += step) {
			await importArchives(
				files
					.slice(from, from + step)
					.map(({ file }) => memoryFile(file.path, file.bytes)),
				workspace,
				{ workers: 1 },
			);
			current = await detectIn(workspace);
		}
		assert.deepEqual(told(current), told(incidents));
	} finally {
		await workspace.close();
	}
});
