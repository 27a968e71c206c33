/** A condition as rules of the provider's packet filter, and what is left to gates in the path. */
import type {
	AddressRule,
	HttpRule,
	NetworkCondition,
	TlsRule,
} from "../net/index.ts";

/** A rule of `iptables`, word by word. */
export type Rule = readonly string[];
export type Family = 4 | 6;

const TO_VISITOR = "to-visitor";
const RESET = ["-j", "REJECT", "--reject-with", "tcp-reset"];
const DROP = ["-j", "DROP"];
const PROHIBITED = { 4: "icmp-host-prohibited", 6: "icmp6-adm-prohibited" };
/** Looks for a name in the bytes of a hello or a request. */
const STRING = ["-m", "string", "--algo", "bm", "--string"];

/** Rules for what a packet filter can do by itself. */
export function filterRules(
	condition: NetworkCondition,
	family: Family,
): readonly Rule[] {
	const { addresses = [], tls = [], http = [], quicDropped, line } = condition;
	const named = (port: number, { name, act }: TlsRule | HttpRule): Rule[] =>
		isFilterAct(act.kind) && name !== undefined
			? [
					[
						...["-A", "FORWARD", "-i", TO_VISITOR, "-p", "tcp"],
						...["--dport", String(port), ...STRING],
						port === 80 ? `Host: ${name}` : name,
						...(act.kind === "reset" ? RESET : DROP),
					],
				]
			: [];
	const quic =
		quicDropped === undefined ? [] : toAddresses(quicDropped, family);
	return [
		...addresses.flatMap((rule) => addressRules(rule, family)),
		...tls.flatMap((rule) => named(443, rule)),
		...http.flatMap((rule) => named(80, rule)),
		...quic.map((to) => [
			...["-A", "FORWARD", "-p", "udp", "--dport", "443", ...to, ...DROP],
		]),
		...(line?.ipv6Broken && family === 6 ? [["-A", "FORWARD", ...DROP]] : []),
		...(line?.loss
			? ["INPUT", "FORWARD", "OUTPUT"].map((chain) => [
					...["-A", chain, "-m", "statistic", "--mode", "random"],
					...["--probability", String(line.loss), ...DROP],
				])
			: []),
	];
}

/** The visitor's line as `tc` slows it. */
export function lineCommand({ line }: NetworkCondition): readonly string[] {
	const root = ["dev", TO_VISITOR, "root"];
	return line?.kbps === undefined
		? ["tc", "qdisc", "del", ...root]
		: [
				...["tc", "qdisc", "replace", ...root, "tbf"],
				...["rate", `${line.kbps}kbit`, "burst", "8kb", "latency", "200ms"],
			];
}

function isFilterAct(kind: string): boolean {
	return kind === "reset" || kind === "drop";
}

/** What a rule says of destinations, one rule each; none where they are all of the other family. */
function toAddresses(
	ips: readonly string[] | "all",
	family: Family,
): readonly Rule[] {
	return ips === "all"
		? [[]]
		: ips
				.filter((ip) => ip.includes(":") === (family === 6))
				.map((ip) => ["-d", ip]);
}

function addressRules(
	{ ips, port, act }: AddressRule,
	family: Family,
): readonly Rule[] {
	const protocol =
		port === undefined && (act === "drop" || act === "prohibit")
			? []
			: ["-p", "tcp"];
	// The provider's own machines are met on the way in.
	const chains =
		ips === "all" && port === undefined ? ["FORWARD", "INPUT"] : ["FORWARD"];
	return chains.flatMap((chain) =>
		toAddresses(ips, family).map((to) => [
			...["-A", chain, "-i", TO_VISITOR, ...to, ...protocol],
			...(port === undefined ? [] : ["--dport", String(port)]),
			// With the first packet of data, not before.
			...(act === "reset" ? ["--tcp-flags", "PSH", "PSH"] : []),
			...(act === "prohibit"
				? ["-j", "REJECT", "--reject-with", PROHIBITED[family]]
				: act === "drop"
					? DROP
					: RESET),
		]),
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
): Rule {
	return [
		...["-A", "PREROUTING", "-p", protocol],
		...["-d", ip, "--dport", String(port)],
		...["-j", "DNAT", "--to-destination", `127.0.0.1:${to}`],
	];
}

/** Rules as `iptables-restore` reads them: they take the place of all that were in the table. */
export function tableOf(
	table: "filter" | "nat",
	rules: readonly Rule[],
): string {
	const lines = rules.map((rule) =>
		rule
			.map((word) => (word.includes(" ") ? JSON.stringify(word) : word))
			.join(" "),
	);
	return `*${table}\n${lines.map((line) => `${line}\n`).join("")}COMMIT\n`;
}
