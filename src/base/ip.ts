/**
 * Which IP addresses lie on the public Internet. Two uses: a name that
 * resolves to any other address is a distinctive sign of a forged answer, and
 * our own requests must never be led to one (P7).
 *
 * Sources: IANA IPv4 Special-Purpose Address Registry and IANA IPv6
 * Special-Purpose Address Registry (both RFC 6890, as updated by RFC 8190),
 * IANA IPv4 Multicast Address Space Registry, IANA Internet Protocol Version 6
 * Address Space (only 2000::/3 is global unicast, RFC 4291). A block counts as
 * bogon where the registry's column "Globally Reachable" is not True.
 */
import { isIPv4, isIPv6 } from "node:net";

type Prefix = readonly [address: string, bits: number];

const BOGON_IPV4: readonly Prefix[] = [
	["0.0.0.0", 8], // this network, RFC 791
	["10.0.0.0", 8], // private use, RFC 1918
	["100.64.0.0", 10], // carrier-grade NAT, RFC 6598
	["127.0.0.0", 8], // loopback, RFC 1122
	["169.254.0.0", 16], // link local, RFC 3927
	["172.16.0.0", 12], // private use, RFC 1918
	["192.0.0.0", 24], // IETF protocol assignments, RFC 6890
	["192.0.2.0", 24], // documentation, RFC 5737
	["192.88.99.0", 24], // deprecated 6to4 relay anycast, RFC 7526
	["192.168.0.0", 16], // private use, RFC 1918
	["198.18.0.0", 15], // benchmarking, RFC 2544
	["198.51.100.0", 24], // documentation, RFC 5737
	["203.0.113.0", 24], // documentation, RFC 5737
	["224.0.0.0", 4], // multicast, RFC 5771
	["240.0.0.0", 4], // reserved and limited broadcast, RFC 1112, RFC 919
];

/** Globally reachable parts of the blocks above: port control and TURN anycast, RFC 7723, RFC 8155. */
const GLOBAL_IPV4: readonly Prefix[] = [
	["192.0.0.9", 32],
	["192.0.0.10", 32],
];

const BOGON_IPV6: readonly Prefix[] = [
	["2001::", 23], // IETF protocol assignments (Teredo, benchmarking…), RFC 2928
	["2001:db8::", 32], // documentation, RFC 3849
	["3fff::", 20], // documentation, RFC 9637
];

/** Globally reachable parts of the blocks above. */
const GLOBAL_IPV6: readonly Prefix[] = [
	["2001:1::1", 128], // port control anycast, RFC 7723
	["2001:1::2", 128], // TURN anycast, RFC 8155
	["2001:1::3", 128], // DNS-SD service registration anycast, RFC 9665
	["2001:3::", 32], // AMT, RFC 7450
	["2001:4:112::", 48], // AS112-v6, RFC 7535
	["2001:20::", 28], // ORCHIDv2, RFC 7343
	["2001:30::", 28], // drone remote identification, RFC 9374
];

const bogonIpv4 = BOGON_IPV4.map(compileIpv4);
const globalIpv4 = GLOBAL_IPV4.map(compileIpv4);
const bogonIpv6 = BOGON_IPV6.map(compileIpv6);
const globalIpv6 = GLOBAL_IPV6.map(compileIpv6);

/**
 * Whether an address is one that no public service can have. IPv4-mapped IPv6
 * addresses are bogons, whatever they map to; 6to4 and NAT64 addresses are as
 * the IPv4 address they carry. Text that is no IP address is not a bogon: who
 * guards with this must ask first whether it is one.
 */
export function isBogon(ip: string): boolean {
	if (isIPv4(ip)) return isBogonIpv4(ipv4Number(ip));
	const groups = ipv6Groups(ip);
	if (groups === undefined) return false;
	const nat64 = embeddedNat64(groups);
	if (nat64 !== undefined) return isBogonIpv4(nat64);
	if ((groups[0] as number) >>> 13 !== 1) return true;
	if (groups[0] === 0x2002) return isBogonIpv4(joinGroups(groups, 1));
	return (
		bogonIpv6.some((block) => ipv6Matches(groups, block)) &&
		!globalIpv6.some((block) => ipv6Matches(groups, block))
	);
}

/** Whether an address is this machine's own: 127.0.0.0/8, ::1, and the former mapped into IPv6. */
export function isLoopback(ip: string): boolean {
	if (!ip.includes(":")) return ip.startsWith("127.") && isIPv4(ip);
	const groups = ipv6Groups(ip);
	if (groups === undefined || groups.slice(0, 5).some((group) => group !== 0))
		return false;
	if (groups[5] === 0xffff) return joinGroups(groups, 6) >>> 24 === 127;
	return groups[5] === 0 && joinGroups(groups, 6) === 1;
}

interface CompiledIpv4 {
	readonly network: number;
	readonly mask: number;
}

interface CompiledIpv6 {
	readonly groups: readonly number[];
	readonly bits: number;
}

function isBogonIpv4(address: number): boolean {
	const inside = ({ network, mask }: CompiledIpv4): boolean =>
		(address & mask) >>> 0 === network;
	return bogonIpv4.some(inside) && !globalIpv4.some(inside);
}

function compileIpv4([address, bits]: Prefix): CompiledIpv4 {
	const mask = (0xffffffff << (32 - bits)) >>> 0;
	return { network: (ipv4Number(address) & mask) >>> 0, mask };
}

function compileIpv6([address, bits]: Prefix): CompiledIpv6 {
	return { groups: ipv6Groups(address) ?? [], bits };
}

function ipv4Number(ip: string): number {
	let value = 0;
	for (const part of ip.split(".")) value = (value << 8) | Number(part);
	return value >>> 0;
}

/** The eight 16-bit groups of an IPv6 address, or undefined where the text is not one. A zone is ignored. */
function ipv6Groups(ip: string): readonly number[] | undefined {
	if (!isIPv6(ip)) return undefined;
	const text = ip.replace(/%.*$/, "").replace(/[\d.]+$/, (tail) => {
		if (!tail.includes(".")) return tail;
		const value = ipv4Number(tail);
		return `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
	});
	const [before = "", after] = text.split("::");
	const left = parseGroups(before);
	const right = parseGroups(after ?? "");
	const gap = after === undefined ? 0 : 8 - left.length - right.length;
	return [...left, ...new Array<number>(gap).fill(0), ...right];
}

function parseGroups(text: string): readonly number[] {
	return text === ""
		? []
		: text.split(":").map((group) => Number.parseInt(group, 16));
}

function joinGroups(groups: readonly number[], at: number): number {
	return (((groups[at] as number) << 16) | (groups[at + 1] as number)) >>> 0;
}

/** The IPv4 address inside 64:ff9b::/96, RFC 6052. */
function embeddedNat64(groups: readonly number[]): number | undefined {
	const isNat64 =
		groups[0] === 0x64 &&
		groups[1] === 0xff9b &&
		groups.slice(2, 6).every((group) => group === 0);
	return isNat64 ? joinGroups(groups, 6) : undefined;
}

function ipv6Matches(groups: readonly number[], block: CompiledIpv6): boolean {
	let bits = block.bits;
	for (let i = 0; bits > 0; i++, bits -= 16) {
		const mask = bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff;
		if ((((groups[i] as number) ^ (block.groups[i] as number)) & mask) !== 0)
			return false;
	}
	return true;
}
