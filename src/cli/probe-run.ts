/** What every measuring command does first: targets, vantage, what will be sent, consent, and whether the network is fit. */
import { readFile } from "node:fs/promises";
import { networkInterfaces, platform } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import {
	checkVantage,
	type Exposing,
	exposureOf,
	type MeasurementRecord,
	type NetworkLists,
	parseNetworkLists,
	parseResolver,
	realVantage,
	runMessagingTest,
	runWebConnectivity,
	UNKNOWN_NETWORK,
	type Vantage,
	type VantageReport,
} from "../measure/probe/index.ts";
import {
	emptyAsn,
	emptyFingerprints,
	type ReferenceSnapshot,
	snapshotOf,
} from "../reference/index.ts";
import type { Args, Context } from "./command.ts";
import { count, visible } from "./output.ts";
import { usageError } from "./parse.ts";
import { hasConsent } from "./probe-consent.ts";
import { type ProbeTargets, readTargets } from "./probe-targets.ts";
import { readFingerprints, readServices } from "./shipped.ts";

/** A run that is ready to begin. */
export interface ProbeRun {
	readonly context: Context;
	readonly args: Args;
	readonly targets: ProbeTargets;
	readonly vantage: Vantage;
	readonly how: Exposing;
	readonly reference: ReferenceSnapshot;
}

/** Reads what the command line asks for. Sends nothing. Throws `usage`. */
export async function prepareRun(
	context: Context,
	args: Args,
): Promise<ProbeRun> {
	const services = await readServices(context);
	const shipped = async (name: string): Promise<unknown> =>
		JSON.parse(await readFile(join(context.shipped, "probe", name), "utf8"));
	const endpoints = args.text("endpoints");
	const targets = await readTargets(
		context,
		args,
		services,
		endpoints === undefined
			? await shipped("messaging.json")
			: JSON.parse(await readFile(resolve(context.cwd, endpoints), "utf8")),
	);
	for (const note of targets.notes) context.say(note);
	const lists = parseNetworkLists(await shipped("network.json"));
	const vantage = await readVantage(context, args, lists);
	const folder = args.text("fingerprints");
	const reference = snapshotOf({
		fingerprints: folder
			? await readFingerprints(resolve(context.cwd, folder))
			: emptyFingerprints,
		services,
		asn: emptyAsn,
	});
	const how = exposingOf(args, vantage);
	return { context, args, targets, vantage, how, reference };
}

/** Whether whoever measures has read what is sent, and agreed. Throws `usage` where nobody can be asked. */
export async function agreeTo(run: ProbeRun): Promise<boolean> {
	const { context, args } = run;
	const agreed = await hasConsent(context, screenOf(run), {
		yes: args.flag("yes"),
		keepNothing: args.flag("keep-nothing"),
	});
	if (!agreed) context.say("Nothing was sent.");
	return agreed;
}

/** Looks at the network; `unfit` where nothing measured from it would count, which has then been said. */
export async function lookAtVantage({
	context,
	args,
	vantage,
}: ProbeRun): Promise<VantageReport | "unfit" | undefined> {
	if (args.flag("skip-check")) return undefined;
	const report = await checkVantage(vantage, {
		nowMs: () => performance.now(),
		interfaces: Object.keys(networkInterfaces()),
		signal: context.signal,
	});
	if (report.fault !== undefined) {
		const by = report.interceptor
			? ` It calls itself ${visible(report.interceptor)}.`
			: "";
		context.say(
			`${FAULT_WORDS[report.fault]}${by}\nNothing was measured. --skip-check measures all the same.`,
		);
		return "unfit";
	}
	if (report.tunnels.length > 0)
		context.say(
			`A tunnel seems to be up (${report.tunnels.join(", ")}). If it is a VPN, the results are about its network and not about yours.`,
		);
	return report;
}

/** A function that measures one target: a URL, or a test by its name. */
export function measurer(
	{ context, targets, vantage, how }: ProbeRun,
	report: VantageReport | undefined,
): (target: string) => Promise<MeasurementRecord> {
	const runStartedAt = context.clock();
	return (target) => {
		const shared = {
			nowMs: () => performance.now(),
			startedAt: context.clock(),
			runStartedAt,
			softwareVersion: context.version,
			platform: platform(),
			signal: context.signal,
			useHelper: how.helper !== undefined,
		};
		const test = targets.tests.find(({ testName }) => testName === target);
		return test !== undefined
			? runMessagingTest(test, vantage, shared)
			: runWebConnectivity(target, vantage, {
					...how,
					...shared,
					useDoh: how.doh,
					vantageReport: report,
				});
	};
}

/** Names of everything to measure: tests, then URLs. */
export function namesOf({ tests, urls }: ProbeTargets): readonly string[] {
	return [...tests.map(({ testName }) => testName), ...urls];
}

const FAULT_WORDS = {
	no_internet: "This machine reaches nothing at all: it is not online.",
	captive_portal:
		"The login page of a local network answers in place of the internet. Log in there first.",
	tls_interception:
		"A program on this machine, or a firewall near it, opens encrypted connections and signs them itself. Results would be about that.",
} as const;

function exposingOf(args: Args, vantage: Vantage): Exposing {
	return {
		full: args.flag("full"),
		findCauses: args.flag("find-causes"),
		compareSpeeds: args.flag("compare-speeds"),
		askQuic: args.flag("quic"),
		helper: vantage.helpers[0],
		doh: !args.flag("no-doh") && vantage.dohResolvers.length > 0,
		udpResolvers: vantage.udpResolvers.length > 0,
		submit: args.text("submit"),
		checks: args.flag("skip-check")
			? []
			: vantage.innocents.flatMap(({ hostname, check }) => [
					hostname,
					...(check === undefined ? [] : [new URL(check.url).hostname]),
				]),
	};
}

async function readVantage(
	context: Context,
	args: Args,
	lists: NetworkLists,
): Promise<Vantage> {
	const ca = args.text("ca");
	const udp = args.list("udp-resolver").map(parseResolver);
	const doh = args.list("doh");
	const helper = args.text("helper");
	for (const url of [...doh, ...(helper ? [helper] : [])])
		if (!URL.canParse(url)) throw usageError(`${url}: not a URL`);
	const cc = args.text("cc")?.toUpperCase() ?? UNKNOWN_NETWORK.cc;
	if (!/^[A-Z]{2}$/.test(cc)) throw usageError("--cc: two letters, as PK");
	return realVantage({
		network: { ...UNKNOWN_NETWORK, cc, asn: args.integer("asn") ?? 0 },
		udpResolvers: udp.length > 0 ? udp : lists.udpResolvers,
		dohResolvers: doh.length > 0 ? doh : lists.dohResolvers,
		helpers: helper === undefined ? [] : [helper],
		ca:
			ca === undefined
				? undefined
				: await readFile(resolve(context.cwd, ca), "utf8"),
		innocents: [
			...args.list("innocent").map((hostname) => ({ hostname })),
			...lists.innocents,
		],
		ownAddresses: Object.values(networkInterfaces()).flatMap(
			(list) =>
				list
					?.filter(({ internal }) => !internal)
					.map(({ address }) => address) ?? [],
		),
		...(args.flag("private-addresses") ? { permits: () => true } : {}),
	});
}

/** What is sent and seen, in megabytes and plain words. */
export function screenOf({ targets, how }: ProbeRun): string {
	const size = namesOf(targets).length;
	const { typicalMb, mostMb, sends, watcherSees } = exposureOf(size, how);
	return [
		`${count(size, "target")}: about ${typicalMb} MB, at most ${mostMb} MB.`,
		"What is sent:",
		...sends.map((line) => `- ${line}`),
		"What your provider sees:",
		...watcherSees.map((line) => `- ${line}`),
		"",
	].join("\n");
}
