/** A network of the emulated internet: its line, its resolver and its censor, and the vantage of a probe on it. */
import { realVantage, type Vantage } from "../../probe/index.ts";
import { createRandom } from "../random.ts";
import { TRUSTED_ROOT } from "./authority.ts";
import { HERE } from "./behaviour.ts";
import {
	CHECK_PATH,
	DOH,
	HELPER,
	INNOCENTS,
	isEmulatedAddress,
	OBJECT_PATH,
	PROVIDER,
	PUBLIC_RESOLVER,
} from "./cast.ts";
import type { AddressRule, DnsRule, NetworkCondition } from "./condition.ts";
import { openGate } from "./gate.ts";
import { type Internet, portOf } from "./internet.ts";
import { createBucket } from "./line.ts";
import {
	CLOSED_PORT,
	createListeners,
	type Listeners,
	openInterceptor,
} from "./listeners.ts";
import { openQuicServer, openSilence } from "./quic.ts";
import { openResolver } from "./resolver.ts";
import { lookUpAt } from "./stub.ts";

export interface Network {
	readonly vantage: Vantage;
	close(): Promise<void>;
}

export interface NetworkOptions {
	readonly internet: Internet;
	readonly condition: NetworkCondition;
	readonly asn: number;
	readonly seed: string;
}

export async function openNetwork({
	internet,
	condition,
	asn,
	seed,
}: NetworkOptions): Promise<Network> {
	const listeners = createListeners();
	const random = createRandom(seed);
	const { line } = condition;
	const bucket = line?.kbps === undefined ? undefined : createBucket(line.kbps);
	const interceptors = await openInterceptors(listeners, condition);

	const gates = new Map<string, number>();
	for (const { ip, port } of internet.endpoints) {
		const upstreamPort = portOf(internet.endpoints, { ip, port }, "atFromHere");
		gates.set(
			`${ip} ${port}`,
			upstreamPort === undefined ||
				upstreamPort === CLOSED_PORT ||
				upstreamPort === internet.blackHole.port
				? (upstreamPort ?? CLOSED_PORT)
				: await listeners.start(
						openGate({
							ip,
							upstream: {
								host: "127.0.0.1",
								port: upstreamPort,
								localAddress: HERE,
							},
							condition,
							line: bucket,
							random: random.fork(`${ip} ${port}`),
							interceptors,
						}),
					),
		);
	}
	const resolver = async (
		ip: string,
		rules: readonly DnsRule[],
	): Promise<number> =>
		listeners.start(
			openResolver({
				zone: internet.zone,
				rules: ruleFor(condition, ip, 53) === undefined ? rules : [SILENCE],
				loss: line?.loss ?? 0,
				random: random.fork(ip),
			}),
		);
	const { dns = [] } = condition;
	const ownResolver = await resolver(PROVIDER.resolver, dns);
	const publicResolver = await resolver(
		PUBLIC_RESOLVER.ip,
		dns.filter(({ at }) => at === "path"),
	);
	const quic = await listeners.start(openQuicServer());
	const silence = await listeners.start(openSilence());

	const tcpPort = (ip: string, port: number): number => {
		const act = ruleFor(condition, ip, port)?.act;
		if (act === "prohibit")
			throw new RangeError("no ICMP message can be made without packets");
		if (act === "refuse") return CLOSED_PORT;
		if (act === "drop" || (line?.ipv6Broken && ip.includes(":")))
			return internet.blackHole.port;
		const known = gates.get(`${ip} ${port}`);
		if (known !== undefined) return known;
		return internet.endpoints.some((one) => one.ip === ip)
			? CLOSED_PORT
			: internet.blackHole.port;
	};
	const udpPort = (ip: string, port: number): number => {
		if (port === PUBLIC_RESOLVER.port) return publicResolver;
		const { quicDropped = [] } = condition;
		return quicDropped === "all" ||
			quicDropped.includes(ip) ||
			ruleFor(condition, ip, port) !== undefined
			? silence
			: quic;
	};
	return {
		vantage: vantageOn(asn, {
			systemLookup: (hostname) =>
				lookUpAt({ host: "127.0.0.1", port: ownResolver }, hostname),
			route: ({ ip, port }, protocol) => ({
				host: "127.0.0.1",
				port: protocol === "tcp" ? tcpPort(ip, port) : udpPort(ip, port),
			}),
		}),
		close: () => listeners.close(),
	};
}

/** The machines that answer handshakes in place of sites, by kind of certificate. */
export async function openInterceptors(
	listeners: Listeners,
	{ tls = [] }: NetworkCondition,
): Promise<ReadonlyMap<string, number>> {
	const ports = new Map<string, number>();
	for (const { act } of tls)
		if (act.kind === "intercept" && !ports.has(act.certificate))
			ports.set(
				act.certificate,
				await listeners.start(openInterceptor(act.certificate)),
			);
	return ports;
}

/** The vantage of a probe on an emulated network. */
export function vantageOn(
	asn: number,
	ways: Pick<Vantage, "systemLookup" | "route">,
): Vantage {
	return realVantage({
		network: {
			cc: "QZ",
			asn,
			name: `Emulated Network ${asn}`,
			resolverAsn: asn,
			resolverIp: PROVIDER.resolver,
			resolverName: `Emulated Network ${asn}`,
		},
		udpResolvers: [PUBLIC_RESOLVER],
		dohResolvers: [`https://${DOH.names[0]}/dns-query`],
		helpers: [`https://${HELPER.names[0]}/`],
		ca: TRUSTED_ROOT,
		permits: isEmulatedAddress,
		innocents: INNOCENTS.map(({ names: [hostname = ""], quic }) => ({
			hostname,
			speaksQuic: quic === true,
			check: { url: `http://${hostname}${CHECK_PATH}`, status: 204 },
			object: `https://${hostname}${OBJECT_PATH}`,
		})),
		...ways,
	});
}

const SILENCE: DnsRule = { at: "path", act: { kind: "silence" } };

function ruleFor(
	{ addresses = [] }: NetworkCondition,
	ip: string,
	port: number,
): AddressRule | undefined {
	return addresses.find(
		(rule) =>
			(rule.ips === "all" || rule.ips.includes(ip)) &&
			(rule.port === undefined || rule.port === port),
	);
}
