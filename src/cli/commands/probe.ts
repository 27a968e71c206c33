/** `rasai probe`: measure from here. */
import { appendFile, readFile } from "node:fs/promises";
import { networkInterfaces, platform } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { formatInstant } from "../../base/index.ts";
import {
	AT_ONCE,
	checkVantage,
	type Exposing,
	exposureOf,
	type MeasurementRecord,
	measureSeveral,
	type NetworkLists,
	PAUSE_MS,
	parseNetworkLists,
	parseResolver,
	realVantage,
	rehearse,
	runMessagingTest,
	runWebConnectivity,
	UNKNOWN_NETWORK,
	type Vantage,
	type VantageReport,
} from "../../measure/probe/index.ts";
import { isRecord } from "../../model/index.ts";
import {
	answerForService,
	judgeProbed,
	type Probed,
} from "../../pipeline/index.ts";
import {
	emptyAsn,
	emptyFingerprints,
	type ReferenceSnapshot,
	registrableDomain,
	snapshotOf,
} from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { hasConsent } from "../probe-consent.ts";
import { submitRecords } from "../probe-submit.ts";
import { type ProbeTargets, readTargets } from "../probe-targets.ts";
import { readFingerprints, readServices } from "../shipped.ts";

interface Run {
	readonly context: Context;
	readonly args: Args;
	readonly vantage: Vantage;
	readonly how: Exposing;
	readonly reference: ReferenceSnapshot;
	readonly report: VantageReport | undefined;
}

const FAULT_WORDS = {
	no_internet: "This machine reaches nothing at all: it is not online.",
	captive_portal:
		"The login page of a local network answers in place of the internet. Log in there first.",
	tls_interception:
		"A program on this machine, or a firewall near it, opens encrypted connections and signs them itself. Results would be about that.",
} as const;

async function run(context: Context, args: Args): Promise<ExitCode> {
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
	const how = exposingOf(args, vantage);
	if (args.flag("keep-nothing") && (args.text("out") || args.text("submit")))
		throw usageError("--keep-nothing goes with neither --out nor --submit");
	if (args.flag("rehearse")) {
		printRehearsal(context, targets, how);
		return 0;
	}
	const size = targets.urls.length + targets.tests.length;
	const agreed = await hasConsent(context, screenOf(size, how), {
		yes: args.flag("yes"),
		keepNothing: args.flag("keep-nothing"),
	});
	if (!agreed) {
		context.say("Nothing was sent.");
		return 1;
	}
	const report = args.flag("skip-check")
		? undefined
		: await checkVantage(vantage, {
				nowMs: () => performance.now(),
				interfaces: Object.keys(networkInterfaces()),
				signal: context.signal,
			});
	if (report?.fault !== undefined) {
		context.say(
			`${FAULT_WORDS[report.fault]}${report.interceptor ? ` It calls itself ${visible(report.interceptor)}.` : ""}\nNothing was measured. --skip-check measures all the same; the results then say so.`,
		);
		return 1;
	}
	if (report?.tunnels.length)
		context.say(
			`A tunnel seems to be up (${report.tunnels.join(", ")}). If it is a VPN, the results are about its network and not about yours.`,
		);
	const folder = args.text("fingerprints");
	const reference = snapshotOf({
		fingerprints: folder
			? await readFingerprints(resolve(context.cwd, folder))
			: emptyFingerprints,
		services,
		asn: emptyAsn,
	});
	return measureAll(
		{ context, args, vantage, how, reference, report },
		targets,
	);
}

/** Measures, prints as results come, and answers for services at the end. */
async function measureAll(run: Run, targets: ProbeTargets): Promise<ExitCode> {
	const { context, args } = run;
	const out = args.text("out");
	const path = out === undefined ? undefined : resolve(context.cwd, out);
	const before = path === undefined ? [] : await readDone(path);
	const doneBefore = new Set(before.map(keyOf));
	const all = [
		...targets.tests.map(({ testName }) => testName),
		...targets.urls,
	].filter((one) => !doneBefore.has(one));
	if (before.length > 0)
		context.say(
			`${count(before.length, "measurement")} of an earlier run kept`,
		);
	const runStartedAt = context.clock();
	const measure = (target: string): Promise<MeasurementRecord> => {
		const shared = {
			nowMs: () => performance.now(),
			startedAt: context.clock(),
			runStartedAt,
			softwareVersion: context.version,
			platform: platform(),
			signal: context.signal,
			useHelper: run.how.helper !== undefined,
		};
		const test = targets.tests.find(({ testName }) => testName === target);
		return test !== undefined
			? runMessagingTest(test, run.vantage, shared)
			: runWebConnectivity(target, run.vantage, {
					...run.how,
					...shared,
					useDoh: run.how.doh,
					vantageReport: run.report,
				});
	};
	const progress = context.progress("Measuring");
	const records: MeasurementRecord[] = [...before];
	const results = measureSeveral(all, measure, {
		atOnce: args.integer("at-once") ?? AT_ONCE,
		pauseMs: PAUSE_MS,
		siteOf: siteOf,
		signal: context.signal,
	});
	for await (const record of results) {
		// What was cut short is no result, and is measured anew next time.
		if (context.signal.aborted) break;
		records.push(record);
		if (path !== undefined)
			await appendFile(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
		progress.update({
			done: records.length - before.length,
			total: all.length,
			unit: "sites",
		});
		print(run, record);
	}
	progress.finish();
	const answers = answerServices(run, targets, records);
	const submit = args.text("submit");
	if (submit !== undefined && records.length > 0) {
		const sent = await submitRecords(context, submit, records);
		context.say(`${count(sent, "measurement")} sent to ${submit}`);
	}
	context.say(
		`${count(records.length, "measurement")}${answers > 0 ? `, ${count(answers, "service")}` : ""}. One visit is one look: what counts is what many see, again and again.`,
	);
	return records.length > 0 ? 0 : 1;
}

function siteOf(target: string): string {
	if (!URL.canParse(target)) return target;
	const { hostname } = new URL(target);
	return registrableDomain(hostname) || hostname;
}

/** Records of an earlier run into the same file: their targets are not measured again. */
async function readDone(path: string): Promise<readonly MeasurementRecord[]> {
	const text = await readFile(path, "utf8").catch(() => "");
	return text.split("\n").flatMap((line) => {
		try {
			return line === "" ? [] : [JSON.parse(line) as MeasurementRecord];
		} catch {
			// The last line of a run that was killed.
			return [];
		}
	});
}

function keyOf(record: MeasurementRecord): string {
	return String(record["input"] ?? record["test_name"]);
}

function print(
	{ context, args, reference }: Run,
	record: MeasurementRecord,
): void {
	const probed = judge(context, reference, record);
	const own = record.test_keys["x_rasai"];
	if (isRecord(own) && Number(own["refused_addresses"]) > 0)
		context.say(
			`${visible(keyOf(record))}: an address was not contacted, since it is private or this machine's own`,
		);
	if (!context.json) {
		if (probed !== undefined) printPlain(context, probed);
		return;
	}
	if (args.text("format") === "ooni") {
		const { x_rasai: _, ...keys } = record.test_keys;
		printJson(context, { ...record, test_keys: keys });
		return;
	}
	const verdict = probed && { ...probed.verdict, plain: probed.plain };
	printJson(context, { ...record, x_verdict: verdict ?? null });
}

function judge(
	context: Context,
	reference: ReferenceSnapshot,
	record: MeasurementRecord,
): Probed | undefined {
	return judgeProbed(record, reference, formatInstant(context.clock()));
}

function printPlain(
	context: Context,
	{ header, verdict, plain }: Probed,
): void {
	const what = visible(header.input || header.testName);
	if (context.plain) {
		context.print(
			`${[what, verdict.state, verdict.mechanism ?? "", visible(plain)].join("\t")}\n`,
		);
		return;
	}
	const layers = Object.entries(verdict.layers)
		.filter(([, { rule }]) => rule !== undefined)
		.map(([layer, { state, rule }]) => `${layer} ${state} (${rule})`)
		.join(", ");
	context.print(
		`${context.bold(visible(plain))}\n    ${what}\n    ${visible(verdict.why)}\n${layers === "" ? "" : `    ${layers}\n`}`,
	);
}

function answerServices(
	{ context, reference }: Run,
	{ services }: ProbeTargets,
	records: readonly MeasurementRecord[],
): number {
	if (services.length === 0) return 0;
	const verdicts = records.flatMap(
		(record) => judge(context, reference, record)?.verdict.targets ?? [],
	);
	for (const service of services) {
		const answer = answerForService(service, verdicts);
		if (context.json) printJson(context, answer);
		else context.print(`${context.bold(answer.plain)}\n`);
	}
	return services.length;
}

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

function screenOf(size: number, how: Exposing): string {
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

function printRehearsal(
	context: Context,
	targets: ProbeTargets,
	how: Exposing,
): void {
	const size = targets.urls.length + targets.tests.length;
	if (context.json) {
		printJson(context, {
			...exposureOf(size, how),
			visits: targets.urls.map((url) => ({ url, log: rehearse(url, how) })),
			tests: targets.tests,
		});
		return;
	}
	context.print(
		`${screenOf(size, how)}\nNothing has been sent. What someone who watches the line could write down:\n`,
	);
	for (const url of targets.urls)
		context.print(
			`\n${context.bold(visible(url))}\n${rehearse(url, how)
				.map((line) => `    ${line}\n`)
				.join("")}`,
		);
	for (const { testName, connects, fetches, lookups } of targets.tests)
		context.print(
			`\n${context.bold(testName)}\n${[...lookups, ...connects, ...fetches]
				.map((line) => `    ${line}\n`)
				.join("")}`,
		);
}

const flag = (name: string, summary: string) =>
	({ name, kind: "flag", summary }) as const;
const text = (name: string, value: string, summary: string) =>
	({ name, kind: "text", value, summary }) as const;
const list = (name: string, value: string, summary: string) =>
	({ name, kind: "list", value, summary }) as const;

export const probeCommands: readonly Command[] = [
	{
		noun: "probe",
		verb: "run",
		isStarter: true,
		summary: "Ask whether sites and services are blocked on this network",
		operands: "[URL...]",
		operandCount: [0, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai probe run https://example.org",
				does: "an ordinary visit, and a plain answer",
			},
			{
				line: "rasai probe run --rehearse https://example.org",
				does: "show what would be sent and seen; send nothing",
			},
			{
				line: "rasai probe run --service whatsapp --find-causes",
				does: "every endpoint of a service, and after a failure what triggers it",
			},
			{
				line: "rasai probe run --list pk.csv --out pk.jsonl --json",
				does: "a list of the Citizen Lab; run again to go on where it stopped",
			},
		],
		options: [
			list("service", "NAME", "measure a service by all its endpoints"),
			list(
				"list",
				"FILE",
				"measure a list: Citizen Lab CSV, or one URL a line",
			),
			flag("full", "all that OONI's web_connectivity 0.5 does"),
			flag(
				"find-causes",
				"after a failure: try again, and find what triggers it",
			),
			flag(
				"compare-speeds",
				"see whether a site's name is slowed down (about 6 MB a site)",
			),
			flag("quic", "ask for QUIC where the site offers it"),
			text(
				"helper",
				"URL",
				"compare with what this test helper sees from elsewhere",
			),
			list(
				"udp-resolver",
				"IP",
				"with --full: ask this resolver instead of a public one",
			),
			list(
				"doh",
				"URL",
				"with --full: ask this DoH server instead of a public one",
			),
			flag("no-doh", "with --full: ask no DoH server"),
			text("ca", "FILE", "trust the authorities in this PEM file too"),
			list(
				"innocent",
				"HOST",
				"a site to compare with that nobody is likely to block",
			),
			text("cc", "CC", "country to state in the results (default ZZ, unknown)"),
			{
				name: "asn",
				kind: "integer",
				value: "N",
				summary: "network to state in the results (default 0, unknown)",
			},
			text("endpoints", "FILE", "a newer list of messaging endpoints"),
			text(
				"fingerprints",
				"DIR",
				"fingerprints of block pages, as OONI publishes them",
			),
			{
				name: "format",
				kind: "text",
				value: "FORMAT",
				choices: ["rasai", "ooni"],
				summary:
					"with --json: rasai (default: with what goes beyond OONI, and the verdict) or ooni",
			},
			text(
				"out",
				"FILE",
				"append results to FILE; what is in it already is not measured again",
			),
			text(
				"submit",
				"URL",
				"send the results to this collector (OONI's protocol)",
			),
			{
				name: "at-once",
				kind: "integer",
				value: "N",
				summary: `most sites at a time (default ${AT_ONCE})`,
			},
			flag(
				"sensitive",
				"take in sites of a list that it may be dangerous to be seen visiting",
			),
			flag(
				"keep-nothing",
				"write nothing to this device, your yes included; that Rasai is installed still shows",
			),
			flag("rehearse", "show what would be sent and seen; send nothing"),
			flag(
				"skip-check",
				"do not check first whether this network is fit to measure from",
			),
			flag(
				"private-addresses",
				"contact private and loopback addresses too: for a lab on this machine",
			),
			flag("yes", "you have read what is sent and seen, and agree"),
		],
		notes: [
			"By default one ordinary visit a site is made, after a look at a few well-known sites that tells whether\nthe line works. Nobody else is asked: no helper, no public resolver, no collector. Without a helper,\nresults say less. --rehearse names every host.",
			"Private and loopback addresses are never contacted, not after a redirect either.",
		],
		run,
	},
];
