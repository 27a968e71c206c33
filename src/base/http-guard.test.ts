import assert from "node:assert/strict";
import { test } from "node:test";
import { RasaiError } from "./errors.ts";
import { type AddressPolicy, createAddressGuard } from "./http-guard.ts";

// Nothing here connects: the guard is asked, not the network.

const isBlocked = (error: unknown): boolean =>
	error instanceof RasaiError && error.code === "http_blocked_address";

test("P7: addresses that are not public are refused, however they are written", () => {
	const guard = createAddressGuard({});
	for (const url of [
		"http://127.0.0.1/",
		"http://127.1/",
		"http://2130706433/",
		"http://0x7f.0.0.1/",
		"http://0/",
		"http://10.1.2.3/",
		"https://169.254.169.254/latest",
		"http://100.64.0.1/",
		"http://224.0.0.1/",
		"http://[::1]/",
		"http://[::ffff:127.0.0.1]/",
		"http://[::ffff:8.8.8.8]/",
		"http://[fe80::1]/",
		"http://[fd00::1]/",
		"http://[64:ff9b::7f00:1]/",
		"http://[2002:7f00:1::]/",
		"ftp://example.org/",
		"file:///etc/passwd",
		"data:text/plain,x",
	])
		assert.throws(() => guard.check(new URL(url)), isBlocked, url);
	for (const url of [
		"http://8.8.8.8/",
		"https://[2001:4860:4860::8888]/",
		"https://example.org/",
	])
		guard.check(new URL(url));
});

test("P7: a name gives none but its permitted addresses, and fails where it has none", async () => {
	const mixed = [
		"10.0.0.1",
		"8.8.8.8",
		"::ffff:127.0.0.1",
		"2001:4860:4860::8888",
		"127.0.0.1",
	];
	assert.deepEqual(await lookUp({}, mixed), [
		"8.8.8.8",
		"2001:4860:4860::8888",
	]);
	assert.deepEqual(await lookUp({ allowLoopback: true }, mixed), [
		"8.8.8.8",
		"::ffff:127.0.0.1",
		"2001:4860:4860::8888",
		"127.0.0.1",
	]);
	assert.deepEqual(
		await lookUp({ allowedOrigins: ["http://name.example/any/path"] }, [
			"10.0.0.1",
		]),
		["10.0.0.1"],
	);
	for (const addresses of [
		["10.0.0.1"],
		["127.0.0.1", "::1", "fe80::1"],
		["no address"],
		[],
	])
		await assert.rejects(lookUp({}, addresses), isBlocked, String(addresses));
	for (const origin of [
		"https://name.example",
		"http://name.example:81",
		"http://other.example",
	])
		await assert.rejects(
			lookUp({ allowedOrigins: [origin] }, ["10.0.0.1"]),
			isBlocked,
			origin,
		);
});

test("A single address is given where one is asked for", async () => {
	const guard = createAddressGuard({
		resolve: async () => ["10.0.0.1", "2001:4860:4860::8888"],
	});
	const seen = await new Promise((resolve) => {
		guard.lookup(new URL("http://name.example/"))(
			"name.example",
			{},
			(error, address, family) => resolve([error, address, family]),
		);
	});
	assert.deepEqual(seen, [null, "2001:4860:4860::8888", 6]);
});

function lookUp(
	policy: AddressPolicy,
	addresses: readonly string[],
): Promise<readonly string[]> {
	const guard = createAddressGuard({
		...policy,
		resolve: async () => addresses,
	});
	return new Promise((resolve, reject) => {
		guard.lookup(new URL("http://name.example/"))(
			"name.example",
			{ all: true },
			(error, found) => {
				if (error) reject(error);
				else
					resolve(
						(found as { address: string }[]).map(({ address }) => address),
					);
			},
		);
	});
}
