/**
 * Three network namespaces in a row: the visitor, the provider in the middle,
 * the internet outside. They are named by the process that made them, so that
 * what a crash left behind is found and removed.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { feed } from "./feed.ts";

const exec = promisify(execFile);
const TIME_LIMIT_MS = 10_000;
const PREFIX = "rasai-lab";

export interface Namespaces {
	readonly visitor: string;
	readonly provider: string;
	readonly outside: string;
	close(): Promise<void>;
}

/** In the provider's range, beside the addresses that sites have in it. */
const LINKS = {
	gateway: "192.0.2.129",
	exit: "192.0.2.97",
	outside: "192.0.2.98",
	gateway6: "2001:db8:1::1",
	visitor6: "2001:db8:1::2",
	exit6: "2001:db8:2::1",
	outside6: "2001:db8:2::2",
} as const;
/** Addresses of visitors: 192.0.2.130 and on. */
const FIRST_VISITOR = 130;
const VISITORS = 120;

/** Why namespaces cannot be had here; undefined where they can. */
export function whyNoNamespaces(): string | undefined {
	if (process.getuid?.() !== 0) return "they need root";
	for (const [command, ...args] of [
		["ip", "-V"],
		["iptables", "-V"],
		["tc", "-V"],
	] as const)
		if (spawnSync(command, args, { timeout: TIME_LIMIT_MS }).status !== 0)
			return `${command} is not installed`;
	const name = `${PREFIX}-${process.pid}-try`;
	const made = spawnSync("ip", ["netns", "add", name], {
		timeout: TIME_LIMIT_MS,
	});
	spawnSync("ip", ["netns", "del", name], { timeout: TIME_LIMIT_MS });
	return made.status === 0 ? undefined : "the system does not permit them";
}

/** Removes what processes that are gone left behind. */
export async function sweepNamespaces(): Promise<void> {
	const { stdout } = await exec("ip", ["netns", "list"], {
		timeout: TIME_LIMIT_MS,
	});
	for (const line of stdout.split("\n")) {
		const name = line.split(" ")[0] ?? "";
		const pid = new RegExp(`^${PREFIX}-(\\d+)-`).exec(name)?.[1];
		if (pid === undefined || isAlive(Number(pid))) continue;
		await forgetResolver(name);
		await remove(name);
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Where `ip netns exec` finds what programs in a namespace see in place of files in /etc. */
const filesOf = (name: string): string => `/etc/netns/${name}`;

/** Gives programs in a namespace their own resolver. */
export async function nameResolver(name: string, ip: string): Promise<void> {
	await mkdir(filesOf(name), { recursive: true });
	await writeFile(`${filesOf(name)}/resolv.conf`, `nameserver ${ip}\n`);
}

export function forgetResolver(name: string): Promise<void> {
	return rm(filesOf(name), { recursive: true, force: true });
}

async function remove(name: string): Promise<void> {
	await exec("ip", ["netns", "del", name], { timeout: TIME_LIMIT_MS }).catch(
		() => {},
	);
}

let made = 0;

/** Makes the three and joins them; `outsideIps` are what the internet is to hold. */
export async function openNamespaces(
	outsideIps: readonly string[],
	providerIps: readonly string[],
): Promise<Namespaces> {
	const base = `${PREFIX}-${process.pid}-${++made}`;
	const [visitor, provider, outside] = [`${base}-v`, `${base}-p`, `${base}-o`];
	const close = async (): Promise<void> => {
		for (const name of [visitor, provider, outside]) await remove(name);
	};
	try {
		for (const name of [visitor, provider, outside])
			await exec("ip", ["netns", "add", name], { timeout: TIME_LIMIT_MS });
		await ip(provider, [
			`link add to-visitor type veth peer name line netns ${visitor}`,
			`link add to-outside type veth peer name line netns ${outside}`,
			"link set lo up",
			`addr add ${LINKS.gateway}/25 dev to-visitor`,
			`addr add ${LINKS.exit}/30 dev to-outside`,
			`addr add ${LINKS.gateway6}/64 dev to-visitor nodad`,
			`addr add ${LINKS.exit6}/64 dev to-outside nodad`,
			"link set to-visitor up",
			"link set to-outside up",
			`route add default via ${LINKS.outside}`,
			`route add default via ${LINKS.outside6}`,
			...providerIps.map(onLoopback),
		]);
		await ip(visitor, [
			"link set lo up",
			`addr add ${LINKS.visitor6}/64 dev line nodad`,
			"link set line up",
			`route add default via ${LINKS.gateway6}`,
		]);
		await ip(outside, [
			"link set lo up",
			`addr add ${LINKS.outside}/30 dev line`,
			`addr add ${LINKS.outside6}/64 dev line nodad`,
			"link set line up",
			`route add default via ${LINKS.exit}`,
			`route add default via ${LINKS.exit6}`,
			...outsideIps.map(onLoopback),
		]);
		for (const name of [provider, outside])
			await exec(
				"ip",
				[
					...["netns", "exec", name, "sysctl", "-q", "-w"],
					"net.ipv4.ip_forward=1",
					"net.ipv6.conf.all.forwarding=1",
					"net.ipv4.conf.all.route_localnet=1",
					"net.ipv4.conf.all.rp_filter=0",
				],
				{ timeout: TIME_LIMIT_MS },
			);
	} catch (error) {
		await close();
		throw error;
	}
	return { visitor, provider, outside, close };
}

function onLoopback(ip: string): string {
	return `addr add ${ip}/${ip.includes(":") ? "128 nodad" : "32"} dev lo`;
}

/**
 * Gives the visitor the address of its nth case: what the system remembers of
 * connections of cases before, by their addresses and ports, then meets none of
 * this one.
 */
export function moveVisitor(visitor: string, nth: number): Promise<void> {
	return ip(visitor, [
		"addr flush dev line to 192.0.2.0/24",
		`addr add 192.0.2.${FIRST_VISITOR + (nth % VISITORS)}/25 dev line`,
		`route add default via ${LINKS.gateway}`,
	]);
}

/** Runs lines of `ip` in a namespace, in one process. */
function ip(name: string, lines: readonly string[]): Promise<void> {
	return feed(["ip", "-n", name, "-batch", "-"], lines.join("\n"));
}
