import assert from "node:assert/strict";
import { BlockList, isIP } from "node:net";
import { test } from "node:test";
import fc from "fast-check";
import { isBogon, isLoopback } from "./ip.ts";

const BOGONS = [
	"0.0.0.0",
	"0.255.255.255",
	"10.0.0.1",
	"10.255.255.255",
	"100.64.0.1",
	"100.127.255.255",
	"127.0.0.1",
	"127.255.255.255",
	"169.254.169.254",
	"172.16.0.0",
	"172.31.255.255",
	"192.0.0.1",
	"192.0.0.170",
	"192.0.2.7",
	"192.88.99.1",
	"192.168.1.1",
	"198.18.0.1",
	"198.19.255.255",
	"198.51.100.9",
	"203.0.113.255",
	"224.0.0.1",
	"239.255.255.250",
	"240.0.0.1",
	"255.255.255.255",
	"::",
	"::1",
	"::7f00:1",
	"::ffff:127.0.0.1",
	"::ffff:8.8.8.8",
	"::FFFF:0808:0808",
	"64:ff9b::10.0.0.1",
	"64:ff9b:1::8.8.8.8",
	"100::1",
	"2001::1",
	"2001:2::1",
	"2001:10::1",
	"2001:db8::1",
	"2001:0db8:0:0:0:0:0:1",
	"2002:7f00:1::1",
	"2002:a00:1::",
	"3fff::1",
	"3fff:fff::1",
	"5f00::1",
	"fc00::1",
	"fdff::1",
	"fe80::1",
	"fe80::1%eth0",
	"fec0::1",
	"ff02::1",
	"4000::1",
	"1fff::1",
];

const PUBLIC = [
	"1.1.1.1",
	"8.8.8.8",
	"9.255.255.255",
	"11.0.0.0",
	"100.63.255.255",
	"100.128.0.0",
	"126.255.255.255",
	"128.0.0.0",
	"169.253.0.1",
	"172.15.255.255",
	"172.32.0.0",
	"192.0.0.9",
	"192.0.0.10",
	"192.0.1.0",
	"192.31.196.1",
	"192.52.193.1",
	"192.175.48.1",
	"198.17.255.255",
	"198.20.0.0",
	"223.255.255.255",
	"64:ff9b::8.8.8.8",
	"2000::1",
	"2001:1::1",
	"2001:1::3",
	"2001:3::1",
	"2001:4:112::1",
	"2001:20::1",
	"2001:2f:ffff::",
	"2001:200::1",
	"2001:4860:4860::8888",
	"2002:808:808::1",
	"2606:4700:4700::1111",
	"2620:4f:8000::1",
	"2a00:1450::200e",
	"3ffe::1",
	"3fff:1000::1",
];

test("Addresses that the IANA registries keep off the public Internet are bogons", () => {
	for (const ip of BOGONS) assert.equal(isBogon(ip), true, ip);
});

test("Addresses just outside those blocks, and the globally reachable parts inside them, are not", () => {
	for (const ip of PUBLIC) assert.equal(isBogon(ip), false, ip);
});

test("Text that is no IP address is no bogon and no loopback", () => {
	for (const text of [
		"",
		"localhost",
		"10.0.0",
		"010.0.0.1",
		"1.2.3.4.5",
		":::",
		"g::1",
	]) {
		assert.equal(isBogon(text), false, text);
		assert.equal(isLoopback(text), false, text);
	}
});

test("Loopback is 127.0.0.0/8 and ::1, mapped or not", () => {
	for (const ip of [
		"127.0.0.1",
		"127.9.9.9",
		"::1",
		"0:0:0:0:0:0:0:1",
		"::ffff:127.0.0.1",
		"::ffff:7f00:1",
	])
		assert.equal(isLoopback(ip), true, ip);
	for (const ip of [
		"126.0.0.1",
		"128.0.0.1",
		"::",
		"::2",
		"::1:0:1",
		"1::1",
		"::127.0.0.1",
		"::ffff:8.8.8.8",
	])
		assert.equal(isLoopback(ip), false, ip);
});

test("The IPv4 table agrees with Node's own block list on any address", () => {
	const list = new BlockList();
	for (const [net, bits] of [
		["0.0.0.0", 8],
		["10.0.0.0", 8],
		["100.64.0.0", 10],
		["127.0.0.0", 8],
		["169.254.0.0", 16],
		["172.16.0.0", 12],
		["192.0.2.0", 24],
		["192.88.99.0", 24],
		["192.168.0.0", 16],
		["198.18.0.0", 15],
		["198.51.100.0", 24],
		["203.0.113.0", 24],
		["224.0.0.0", 3],
	] as const)
		list.addSubnet(net, bits);
	fc.assert(
		fc.property(fc.ipV4(), (ip) => {
			if (ip.startsWith("192.0.0.")) return;
			assert.equal(isBogon(ip), list.check(ip));
		}),
	);
});

test("Any way of writing an IPv6 address is read alike", () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 0xffff }), {
				minLength: 8,
				maxLength: 8,
			}),
			(groups) => {
				const long = groups
					.map((group) => group.toString(16).padStart(4, "0"))
					.join(":");
				const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
				assert.equal(isIP(short), 6);
				assert.equal(isBogon(short), isBogon(long.toUpperCase()));
				assert.equal(isLoopback(short), isLoopback(long));
			},
		),
	);
});
