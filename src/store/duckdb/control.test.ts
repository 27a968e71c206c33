import assert from "node:assert/strict";
import { test } from "node:test";
import type { Observation } from "../../model/index.ts";
import { sql } from "../sql.ts";
import type { FactsRow } from "../store.ts";
import { openReader } from "./reader.ts";
import { sampleFacts } from "./sample-facts.ts";
import { batchOf, testStore } from "./test-store.ts";

const HOST = "site.example";

function row(
	uid: string,
	session: string,
	observations: readonly Partial<Observation>[],
	network: { cc?: string; asn?: number; day?: string } = {},
): FactsRow {
	const [base] = sampleFacts({
		seed: 1,
		count: 1,
		days: [network.day ?? "2024-02-17"],
	});
	if (!base) throw new Error("no sample");
	return {
		...base,
		header: {
			...base.header,
			uid,
			reportId: session,
			input: "",
			testName: "openvpn",
			probeCc: network.cc ?? "DE",
			probeAsn: network.asn ?? 64496,
		},
		observations: observations.map(
			(observation, position) =>
				({
					position,
					vantage: "probe",
					role: "",
					depth: 0,
					...observation,
				}) as Observation,
		),
	};
}

const dns = (more: object = {}) => ({
	layer: "dns" as const,
	hostname: HOST,
	queryType: "A",
	engine: "getaddrinfo" as const,
	resolver: "",
	answers: [{ ip: "198.51.100.1", asn: 64510 }],
	...more,
});
const tls = (more: object = {}) => ({
	layer: "tls" as const,
	hostname: HOST,
	serverName: HOST,
	ip: "198.51.100.1",
	port: 443,
	verified: true,
	certificates: [],
	...more,
});
const http = (more: object = {}) => ({
	layer: "http" as const,
	hostname: HOST,
	url: `http://${HOST}/`,
	method: "GET",
	ip: "198.51.100.7",
	statusCode: 200,
	headerNames: [],
	fingerprints: [],
	pageMarks: [],
	...more,
});

test("P7: control counts sessions and networks, not rows, and only what the probe itself got to work", async (t) => {
	const { store, workspace } = await testStore(t);
	await store.writeShard(
		batchOf([
			// One session that says the same thrice, and failed once: it worked.
			...["a", "b", "c"].map((uid) => row(uid, "s1", [dns(), tls()])),
			row("d", "s1", [tls({ failure: "connection_reset" })]),
			row("e", "s2", [tls({ verified: false })]),
			// What the helper saw, and what stands behind a redirect, is not the network's.
			row("f", "s3", [
				dns({ vantage: "helper" }),
				tls({ depth: 1, ip: "198.51.100.2" }),
			]),
			row("g", "s4", [
				http(),
				http({ ip: "10.0.0.1" }),
				http({ ip: "198.51.100.8", statusCode: 404 }),
			]),
			row("h", "s5", [dns({ failure: "dns_nxdomain_error", answers: [] })]),
			// Unknown networks and conflicting measurements say nothing.
			row("i", "s6", [dns()], { asn: 0 }),
			row("j", "s7", [dns()], { cc: "ZZ" }),
			row("k", "s8", [dns()]),
			row("k", "s8", [dns(), tls()]),
		]),
	);
	await store.mergeShards();
	const reader = await openReader(workspace);
	t.after(() => reader.close());
	const rows = await reader.query<Record<string, unknown>>(
		{ world: "real" },
		sql`SELECT kind, hostname, key, ok_count AS ok, failed_count AS failed FROM control WHERE kind <> 'instrument'`,
	);
	assert.deepEqual(
		rows.map(
			({ kind, hostname, key, ok, failed }) =>
				`${kind} ${hostname} ${key} ${ok}/${failed}`,
		),
		[
			`address ${HOST} 198.51.100.1 1/1`,
			`address ${HOST} 198.51.100.2 1/0`,
			`address ${HOST} 198.51.100.7 1/0`,
			`asn ${HOST} 64510 1/0`,
			`http ${HOST}  1/0`,
			`resolution ${HOST}  1/1`,
			`tls ${HOST}  1/1`,
		],
	);
});

test("P7: a window counts a network as ok where its successes outnumber its failures over all days", async (t) => {
	const { store } = await testStore(t);
	const on = (day: string, asn: number, cc: string, failure?: string) =>
		row(
			`${day}${asn}${cc}${failure}`,
			`${day}${asn}${cc}${failure}`,
			[dns({ failure })],
			{ day, asn, cc },
		);
	await store.writeShard(
		batchOf([
			on("2024-02-15", 1, "DE"),
			on("2024-02-16", 1, "DE", "dns_nxdomain_error"),
			on("2024-02-16", 1, "DE"),
			on("2024-02-16", 2, "DE", "dns_nxdomain_error"),
			on("2024-02-17", 2, "DE"),
			on("2024-02-17", 3, "DE"),
			on("2024-02-17", 1, "FR"),
			on("2024-02-18", 4, "FR"),
		]),
	);
	await store.mergeShards();
	const read = async (since: string, until: string) => {
		const found: string[] = [];
		for await (const rows of store.readControlWindow("real", since, until))
			for (const { kind, cc, okNetworks, failedNetworks } of rows)
				if (kind === "resolution")
					found.push(`${cc} ${okNetworks}/${failedNetworks}`);
		return found;
	};
	assert.deepEqual(await read("2024-02-15", "2024-02-18"), [
		"DE 2/1",
		"FR 1/0",
	]);
	assert.deepEqual(await read("2024-01-01", "2024-01-02"), []);
});
