/**
 * Three network namespaces in a row: the visitor, the provider in the middle,
 * the internet outside. They are named by the process that made them, so that
 * what a crash left behind is found and removed.
 */
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

const exec = promisify(execFile);
const TIME_LIMIT_MS = 10_000;
const PREFIX = "rasai-lab";

export interface Namespaces {
	readonly visitor: string;
	readonly provider: string;
	readonly outside: string;
	close(): Promise<void>;
}

/** The provider's range, without the addresses that sites have in it. */
export const LINKS = {
	visitor: "192.0.2.201",
	gateway: "192.0.2.202",
	exit: "192.0.2.205",
	outside: "192.0.2.206",
} as const;

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
		if (pid !== undefined && !isAlive(Number(pid))) await remove(name);
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
		]);
		await ip(visitor, [
			"link set lo up",
			`addr add ${LINKS.visitor}/30 dev line`,
			"link set line up",
			`route add default via ${LINKS.gateway}`,
		]);
		await ip(provider, [
			"link set lo up",
			`addr add ${LINKS.gateway}/30 dev to-visitor`,
			`addr add ${LINKS.exit}/30 dev to-outside`,
			"link set to-visitor up",
			"link set to-outside up",
			`route add default via ${LINKS.outside}`,
			...providerIps.map((one) => `addr add ${one}/32 dev lo`),
		]);
		await ip(outside, [
			"link set lo up",
			`addr add ${LINKS.outside}/30 dev line`,
			"link set line up",
			`route add default via ${LINKS.exit}`,
			...outsideIps.map((one) => `addr add ${one}/32 dev lo`),
		]);
		for (const name of [provider, outside])
			for (const setting of [
				"net.ipv4.ip_forward=1",
				"net.ipv4.conf.all.route_localnet=1",
				"net.ipv4.conf.all.rp_filter=0",
			])
				await inside(name, ["sysctl", "-q", "-w", setting]);
	} catch (error) {
		await close();
		throw error;
	}
	return { visitor, provider, outside, close };
}

async function ip(name: string, lines: readonly string[]): Promise<void> {
	for (const line of lines)
		await exec("ip", ["-n", name, ...line.split(" ")], {
			timeout: TIME_LIMIT_MS,
		});
}

/** Runs a command in a namespace. */
export async function inside(
	name: string,
	command: readonly string[],
): Promise<void> {
	await exec("ip", ["netns", "exec", name, ...command], {
		timeout: TIME_LIMIT_MS,
	});
}
