/** The story as a stream of measurements, day by day and test by test, as OONI's bucket orders them. */
import { EMULATED_CC } from "../../../model/index.ts";
import type { Random } from "../random.ts";
import { runSignal, runTelegram, runWhatsapp } from "./apps.ts";
import { PUBLIC_RESOLVER, SITES, type Site, siteOf } from "./cast.ts";
import {
	makeProbes,
	type Probe,
	type Session,
	sessionsOf,
	versionOf,
} from "./diary.ts";
import {
	makePlot,
	type Plot,
	STORY_DAYS,
	STORY_SINCE,
	type StoryTruth,
} from "./plot.ts";
import {
	OPENVPN_INPUT,
	runOpenvpn,
	runPsiphon,
	runTor,
	runVanillaTor,
} from "./tunnels.ts";
import type { Visitor } from "./visit.ts";
import { runWebConnectivity, type TestRun } from "./web.ts";

export interface StoryOptions {
	/** First day, UTC midnight. */
	readonly since?: string;
	readonly days?: number;
	/** Sessions beside those of the shipped story. */
	readonly scale?: number;
}

export interface StoryItem {
	/** Object key in the layout of OONI's bucket. */
	readonly path: string;
	/** One record in OONI's data format. */
	readonly measurement: Readonly<Record<string, unknown>>;
}

const HOUR_MS = 3_600_000;
const SITES_PER_SESSION = 5;

interface Task {
	readonly testName: string;
	readonly testVersion: string;
	readonly input: string | null;
	readonly run: (visitor: Visitor) => TestRun;
}

/** What happened in the story of this seed: the answers a judge should find. */
export function storyTruth(
	seed: string,
	options: StoryOptions = {},
): StoryTruth {
	return plotOf(seed, options).truth;
}

function plotOf(seed: string, options: StoryOptions): Plot {
	return makePlot(
		seed,
		options.since ?? STORY_SINCE,
		options.days ?? STORY_DAYS,
	);
}

/** The measurements of the story of this seed, in order of day, test, then session. */
export function* emulateStory(
	seed: string,
	options: StoryOptions = {},
): Generator<StoryItem> {
	const plot = plotOf(seed, options);
	const probes = makeProbes(plot);
	for (let dayMs = plot.sinceMs; dayMs < plot.untilMs; dayMs += 24 * HOUR_MS) {
		const byPath = new Map<string, StoryItem[]>();
		for (let hour = 0; hour < 24; hour++) {
			const sessions = sessionsOf(
				plot,
				probes,
				dayMs + hour * HOUR_MS,
				options.scale ?? 1,
			);
			for (const session of sessions)
				for (const item of runSession(plot, session)) {
					const items = byPath.get(item.path) ?? [];
					items.push(item);
					byPath.set(item.path, items);
				}
		}
		for (const path of [...byPath.keys()].sort()) yield* byPath.get(path) ?? [];
	}
}

function* runSession(plot: Plot, session: Session): Generator<StoryItem> {
	const { probe, random } = session;
	const network = probe.network;
	const softwareVersion = versionOf(plot, probe, session.atMs);
	const resolver =
		probe.rotates && random.chance(0.4)
			? PUBLIC_RESOLVER
			: { asn: network.asn, ip: network.resolverIp, name: network.name };
	const networkType =
		network.kind === "mobile" && random.chance(0.7) ? "mobile" : "wifi";
	const reportSuffix = random.hex(16);
	let atMs = session.atMs;
	for (const task of tasksOf(session)) {
		const run = task.run({
			network,
			softwareVersion,
			plot,
			atMs,
			random: random.fork(`${task.testName}/${task.input}/${atMs}`),
		});
		const slug = task.testName.replaceAll("_", "");
		const runtime = Math.round(run.runtime * 1e6) / 1e6;
		const uid = `${compact(atMs)}.${random.int(1e6).toString().padStart(6, "0")}_${EMULATED_CC}_${slug}_${random.hex(16)}`;
		yield {
			path: storyPath(slug, session.atMs),
			measurement: {
				annotations: {
					architecture: "arm64",
					emulated: "true",
					engine_name: "rasai-emulator",
					engine_version: softwareVersion,
					network_type: networkType,
					platform: probe.platform,
				},
				data_format_version: "0.2.0",
				extensions: {
					dnst: 0,
					httpt: 0,
					netevents: 0,
					tcpconnect: 0,
					tlshandshake: 0,
					tunnel: 0,
				},
				input: task.input,
				measurement_start_time: ooniTime(atMs),
				measurement_uid: uid,
				probe_asn: `AS${network.asn}`,
				probe_cc: EMULATED_CC,
				probe_ip: "127.0.0.1",
				probe_network_name: network.name,
				report_id: `${compact(session.atMs).replace(/^(\d{8})(\d{6})$/, "$1T$2Z")}_${slug}_${EMULATED_CC}_${network.asn}_n1_${reportSuffix}`,
				resolver_asn: `AS${resolver.asn}`,
				resolver_ip: resolver.ip,
				resolver_network_name: resolver.name,
				software_name: "rasai-emulator",
				software_version: softwareVersion,
				test_helpers:
					task.testName === "web_connectivity"
						? { backend: { address: "https://helper.example/", type: "https" } }
						: {},
				test_keys: run.testKeys,
				test_name: task.testName,
				test_runtime: runtime,
				test_start_time: ooniTime(session.atMs),
				test_version: task.testVersion,
			},
		};
		atMs += Math.ceil(runtime) * 1000 + 1000;
		if (plot.isShutDown(network.asn, atMs)) return;
	}
}

function tasksOf({ errand, random, probe }: Session): readonly Task[] {
	const messaging: Task[] = [
		{
			testName: "whatsapp",
			testVersion: "0.11.0",
			input: null,
			run: runWhatsapp,
		},
		{
			testName: "telegram",
			testVersion: "0.3.1",
			input: null,
			run: runTelegram,
		},
		{ testName: "signal", testVersion: "0.2.5", input: null, run: runSignal },
	];
	switch (errand) {
		case "web":
			return pickSites(random, SITES_PER_SESSION).map(webTask);
		case "messaging":
			return [...messaging, webTask(siteOf("https://mmg.whatsapp.net/"))];
		case "tunnels":
			return tunnelTasks(random, probe);
		case "everything":
			return [
				...pickSites(random, SITES_PER_SESSION).map(webTask),
				...messaging,
				...tunnelTasks(random, probe),
			];
		case "rally":
			return [
				"https://x.com/",
				"https://twitter.com/",
				"https://t.co/",
				"https://mmg.whatsapp.net/",
			].map((url) => webTask(siteOf(url)));
	}
}

function tunnelTasks(random: Random, probe: Probe): readonly Task[] {
	const tasks: Task[] = [
		{ testName: "tor", testVersion: "0.4.0", input: null, run: runTor },
		{ testName: "psiphon", testVersion: "0.6.0", input: null, run: runPsiphon },
		{
			testName: "openvpn",
			testVersion: "0.1.2",
			input: OPENVPN_INPUT,
			run: runOpenvpn,
		},
	];
	// The tor binary comes with the mobile apps only.
	if (probe.platform === "android" && random.chance(0.5))
		tasks.push({
			testName: "vanilla_tor",
			testVersion: "0.3.0",
			input: null,
			run: runVanillaTor,
		});
	return tasks;
}

function webTask(site: Site): Task {
	return {
		testName: "web_connectivity",
		testVersion: "0.5.28",
		input: site.url,
		run: (visitor) => runWebConnectivity(visitor, site),
	};
}

/** `count` sites of the list, the heavier ones more often (Efraimidis and Spirakis, 2006). */
function pickSites(random: Random, count: number): readonly Site[] {
	return SITES.map((site) => ({
		site,
		key: random.next() ** (1 / site.weight),
	}))
		.sort((a, b) => b.key - a.key)
		.slice(0, count)
		.map(({ site }) => site);
}

function storyPath(slug: string, atMs: number): string {
	const day = compact(atMs).slice(0, 8);
	return `jsonl/${slug}/${EMULATED_CC}/${day}/00/${day}_${EMULATED_CC}_${slug}.l.0.jsonl.gz`;
}

/** `20250222140500` */
function compact(ms: number): string {
	return new Date(ms).toISOString().slice(0, 19).replace(/\D/g, "");
}

/** `2025-02-22 14:05:00` */
function ooniTime(ms: number): string {
	return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
