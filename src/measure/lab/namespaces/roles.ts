/** What each of the three processes is: the internet outside, the provider with its censor, the visitor with the probe. */
import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import type { MeasurementRecord } from "../../probe/index.ts";
import {
	createListeners,
	INNOCENTS,
	type InternetEndpoint,
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
	SITES,
	vantageOn,
	type Zone,
} from "../net/index.ts";
import { createRandom } from "../random.ts";
import { type Case, type ProbeContext, probeFrom } from "../scenarios/index.ts";
import { type Command, divert, filterRules, gateCondition } from "./rules.ts";

const exec = promisify(execFile);
const nowMs = (): number => performance.now();

async function apply(commands: readonly Command[]): Promise<void> {
	for (const [program = "", ...args] of commands)
		await exec(program, args, { timeout: 10_000 });
}

export interface OutsideReport {
	readonly zone: readonly (readonly [string, readonly string[]])[];
	readonly endpoints: readonly Pick<InternetEndpoint, "ip" | "port">[];
}

/** Servers on loopback, reached at their own addresses. */
export async function beOutside(one: Case): Promise<OutsideReport> {
	const { zone, endpoints } = await openInternet({
		blackHole: await openBlackHole(),
		faults: one.faults,
		helperIsDown: one.helperIsDown,
		nowMs,
	});
	const listeners = createListeners();
	const quic = await listeners.start(openQuicServer());
	const resolver = await listeners.start(
		openResolver({ zone, rules: [], loss: 0, random: createRandom("outside") }),
	);
	await apply([
		...endpoints
			.filter(({ ip }) => !ip.includes(":"))
			.map(({ ip, port, atFromHere }) => divert("tcp", ip, port, atFromHere)),
		divert("udp", PUBLIC_RESOLVER.ip, PUBLIC_RESOLVER.port, resolver),
		...[...SITES, ...INNOCENTS]
			.filter((site) => site.quic)
			.flatMap(({ ips }) => ips.map((ip) => divert("udp", ip, 443, quic))),
	]);
	return { zone: [...zone], endpoints };
}

export interface ProviderTask {
	readonly condition: NetworkCondition;
	readonly outside: OutsideReport;
	readonly seed: string;
}

/** The resolver, the packet filter, and machines in the path for what a filter cannot do. */
export async function beProvider({
	condition,
	outside,
	seed,
}: ProviderTask): Promise<void> {
	const zone: Zone = new Map(outside.zone);
	const random = createRandom(seed);
	const listeners = createListeners();
	const { dns = [] } = condition;
	const path = dns.filter(({ at }) => at === "path");
	const resolver = (rules: typeof dns) =>
		listeners.start(openResolver({ zone, rules, loss: 0, random }));
	const commands: Command[] = [
		divert("udp", PROVIDER.resolver, 53, await resolver(dns)),
	];
	if (path.length > 0)
		commands.push(divert("udp", PUBLIC_RESOLVER.ip, 53, await resolver(path)));
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
		commands.push(divert("tcp", ip, port, gate));
	}
	await apply([...commands, ...filterRules(condition)]);
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
