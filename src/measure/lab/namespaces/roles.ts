/** What each of the three processes does case after case: the internet outside, the provider with its censor, the visitor with the probe. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import type { MeasurementRecord } from "../../probe/index.ts";
import {
	CLOSED_PORT,
	createListeners,
	INNOCENTS,
	type InternetEndpoint,
	type Listeners,
	lookUpAt,
	type NetworkCondition,
	openBlackHole,
	openGate,
	openInterceptors,
	openInternet,
	openQuicServer,
	openResolver,
	PROVIDER,
	PUBLIC_RESOLVER,
	type Running,
	SITES,
	vantageOn,
	type Zone,
} from "../net/index.ts";
import { createRandom } from "../random.ts";
import { type Case, type ProbeContext, probeFrom } from "../scenarios/index.ts";
import { feed } from "./feed.ts";
import {
	divert,
	filterRules,
	gateCondition,
	lineCommand,
	type Rule,
	tableOf,
} from "./rules.ts";

const exec = promisify(execFile);
const nowMs = (): number => performance.now();

export interface OutsideReport {
	readonly zone: readonly (readonly [string, readonly string[]])[];
	readonly endpoints: readonly Pick<InternetEndpoint, "ip" | "port">[];
}

/** Servers on loopback, reached at their own addresses. */
export function createOutside(): (one: Case) => Promise<OutsideReport> {
	const blackHole = openBlackHole();
	let close: () => Promise<unknown> = async () => {};
	return async (one) => {
		await close();
		const internet = await openInternet({
			blackHole: await blackHole,
			faults: one.faults,
			helperIsDown: one.helperIsDown,
			alsoCalled: one.alsoCalled,
			nowMs,
		});
		const { zone, endpoints } = internet;
		const listeners = createListeners();
		close = () => Promise.all([internet.close(), listeners.close()]);
		const quic = await listeners.start(openQuicServer());
		const resolver = await listeners.start(
			openResolver({
				zone,
				rules: [],
				loss: 0,
				random: createRandom("outside"),
			}),
		);
		const isIpv4 = ({ ip }: { readonly ip: string }): boolean =>
			!ip.includes(":");
		for (const endpoint of endpoints)
			if (!isIpv4(endpoint) && endpoint.atFromHere !== CLOSED_PORT)
				await listeners.start(openRelay(endpoint));
		const diverted = [
			...endpoints
				.filter(isIpv4)
				.map(({ ip, port, atFromHere }) => divert("tcp", ip, port, atFromHere)),
			divert("udp", PUBLIC_RESOLVER.ip, PUBLIC_RESOLVER.port, resolver),
			...[...SITES, ...INNOCENTS]
				.filter((site) => site.quic)
				.flatMap(({ ips }) => ips.map((ip) => divert("udp", ip, 443, quic))),
		];
		await feed(["iptables-restore"], tableOf("nat", diverted));
		return { zone: [...zone], endpoints };
	};
}

/** Takes connections to an IPv6 endpoint at its own address: unlike those to IPv4, the system turns none of them to loopback. */
async function openRelay({
	ip,
	port,
	atFromHere,
}: InternetEndpoint): Promise<Running> {
	const server = createServer((client) => {
		const upstream = connect(atFromHere, "127.0.0.1");
		for (const [one, other] of [
			[client, upstream],
			[upstream, client],
		] as const)
			one
				.on("error", () => other.destroy())
				.on("close", () => other.destroy())
				.pipe(other);
	});
	server.listen({ host: ip, port });
	await once(server, "listening");
	return {
		port,
		close: async () => void server.close(),
	};
}

export interface ProviderTask {
	readonly condition: NetworkCondition;
	readonly outside: OutsideReport;
	readonly seed: string;
}

/** The resolver, the packet filter, and machines in the path for what a filter cannot do. */
export function createProvider(): (task: ProviderTask) => Promise<void> {
	let listeners: Listeners | undefined;
	return async ({ condition, outside, seed }) => {
		await listeners?.close();
		listeners = createListeners();
		const diverted = await startInPath(listeners, condition, outside, seed);
		await feed(
			["iptables-restore"],
			tableOf("filter", filterRules(condition, 4)) + tableOf("nat", diverted),
		);
		await feed(
			["ip6tables-restore"],
			tableOf("filter", filterRules(condition, 6)),
		);
		const [program = "", ...args] = lineCommand(condition);
		const slowed = exec(program, args, { timeout: 10_000 });
		// Nothing to take away is no failure.
		await (condition.line?.kbps === undefined
			? slowed.catch(() => {})
			: slowed);
	};
}

/** Starts resolvers and gates, and gives the rules that lead to them. */
async function startInPath(
	listeners: Listeners,
	condition: NetworkCondition,
	outside: OutsideReport,
	seed: string,
): Promise<readonly Rule[]> {
	const zone: Zone = new Map(outside.zone);
	const random = createRandom(seed);
	const { dns = [] } = condition;
	const path = dns.filter(({ at }) => at === "path");
	const resolver = (rules: typeof dns) =>
		listeners.start(openResolver({ zone, rules, loss: 0, random }));
	const diverted = [divert("udp", PROVIDER.resolver, 53, await resolver(dns))];
	if (path.length > 0)
		diverted.push(divert("udp", PUBLIC_RESOLVER.ip, 53, await resolver(path)));
	const gated = gateCondition(condition);
	const interceptors = await openInterceptors(listeners, gated);
	const ports = [
		...(gated.tls?.length || gated.throttled ? [443] : []),
		...(gated.http?.length ? [80] : []),
	];
	for (const { ip, port } of outside.endpoints) {
		if (!ports.includes(port) || ip.includes(":")) continue;
		const gate = await listeners.start(
			openGate({
				ip,
				upstream: { host: ip, port },
				condition: gated,
				line: undefined,
				random: random.fork(`${ip} ${port}`),
				interceptors,
			}),
		);
		diverted.push(divert("tcp", ip, port, gate));
	}
	return diverted;
}

export interface VisitorTask {
	readonly one: Case;
	readonly context: Omit<ProbeContext, "nowMs" | "startedAt"> & {
		readonly startedAt: string;
	};
}

/** The probe, on a network where addresses are what they seem. */
export function beVisitor({
	one,
	context,
}: VisitorTask): Promise<MeasurementRecord> {
	const vantage = vantageOn(one.asn, {
		systemLookup: (hostname) =>
			lookUpAt({ host: PROVIDER.resolver, port: 53 }, hostname),
		route: ({ ip, port }) => ({ host: ip, port }),
	});
	return probeFrom(vantage, one, {
		...context,
		nowMs,
		startedAt: new Date(context.startedAt),
	});
}
