/** A condition as rules of the provider's packet filter, and what is left to gates in the path. */
import type {
	AddressRule,
	HttpRule,
	NetworkCondition,
	TlsRule,
} from "../net/index.ts";

/** Arguments of `iptables` and `tc`, command first. */
export type Command = readonly string[];

const TO_VISITOR = "to-visitor";
const RESET = ["-j", "REJECT", "--reject-with", "tcp-reset"];
const DROP = ["-j", "DROP"];
/** Bytes of a hello or a request that a name is looked for in. */
const STRING = ["-m", "string", "--algo", "bm", "--string"];

/** Rules for what a packet filter can do by itself. */
export function filterRules(condition: NetworkCondition): readonly Command[] {
	const { addresses = [], tls = [], http = [], quicDropped, line } = condition;
	const forward = (...rule: readonly string[]): Command => [
		"iptables",
		"-A",
		"FORWARD",
		...rule,
	];
	return [
		...addresses.flatMap(addressRules),
		...tls.flatMap(({ name, act }) =>
			isFilterAct(act.kind) && name !== undefined
				? [
						forward(
							...["-i", TO_VISITOR, "-p", "tcp", "--dport", "443"],
							...[...STRING, name],
							...(act.kind === "reset" ? RESET : DROP),
						),
					]
				: [],
		),
		...http.flatMap(({ name, act }) =>
			isFilterAct(act.kind) && name !== undefined
				? [
						forward(
							...["-i", TO_VISITOR, "-p", "tcp", "--dport", "80"],
							...[...STRING, `Host: ${name}`],
							...(act.kind === "reset" ? RESET : DROP),
						),
					]
				: [],
		),
		...(quicDropped === undefined
			? []
			: (quicDropped === "all" ? ["0.0.0.0/0"] : quicDropped).map((ip) =>
					forward("-p", "udp", "--dport", "443", "-d", ip, ...DROP),
				)),
		...(line?.loss
			? ["INPUT", "FORWARD", "OUTPUT"].map((chain) => [
					...["iptables", "-A", chain, "-m", "statistic", "--mode", "random"],
					...["--probability", String(line.loss), ...DROP],
				])
			: []),
		...(line?.kbps === undefined
			? []
			: [
					[
						...["tc", "qdisc", "add", "dev", TO_VISITOR, "root", "tbf"],
						...["rate", `${line.kbps}kbit`, "burst", "8kb", "latency", "200ms"],
					],
				]),
	];
}

function isFilterAct(kind: string): boolean {
	return kind === "reset" || kind === "drop";
}

function addressRules({ ips, port, act }: AddressRule): readonly Command[] {
	const to = ips === "all" ? ["0.0.0.0/0"] : ips;
	const protocols =
		port === undefined && act === "drop" ? [[]] : [["-p", "tcp"]];
	// The provider's own machines are met on the way in.
	const chains =
		ips === "all" && port === undefined ? ["FORWARD", "INPUT"] : ["FORWARD"];
	return chains.flatMap((chain) =>
		to.flatMap((ip) =>
			protocols.map((protocol) => [
				...["iptables", "-A", chain, "-i", TO_VISITOR, "-d", ip, ...protocol],
				...(port === undefined ? [] : ["--dport", String(port)]),
				// With the first packet of data, not before.
				...(act === "reset" ? ["--tcp-flags", "PSH", "PSH"] : []),
				...(act === "drop" ? DROP : RESET),
			]),
		),
	);
}

/** What needs a machine in the path: pages, certificates, alerts, names that are slowed. */
export function gateCondition(condition: NetworkCondition): NetworkCondition {
	const needsGate = ({ name, act }: TlsRule | HttpRule): boolean =>
		name === undefined || !isFilterAct(act.kind);
	return {
		tls: condition.tls?.filter(needsGate) ?? [],
		http: condition.http?.filter(needsGate) ?? [],
		...(condition.throttled === undefined
			? {}
			: { throttled: condition.throttled }),
	};
}

/** Sends connections for an endpoint to a port of the namespace's own loopback. */
export function divert(
	protocol: "tcp" | "udp",
	ip: string,
	port: number,
	to: number,
): Command {
	return [
		...["iptables", "-t", "nat", "-A", "PREROUTING", "-p", protocol],
		...["-d", ip, "--dport", String(port)],
		...["-j", "DNAT", "--to-destination", `127.0.0.1:${to}`],
	];
}
