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
	network: { cc?: string; asn?: number; day?: string; hour?: string } = {},
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
			measuredAt: `${network.day ?? "2024-02-17"}T${network.hour ?? "12"}:00:00Z`,
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
			`http ${HOST} 2024-02-17T12 1/0`,
			`resolution ${HOST} 2024-02-17T12 1/1`,
			`tls ${HOST} 2024-02-17T12 1/1`,
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

test("P10: the hours are told in which networks failed that usually reach a name, and no others", async (t) => {
	const { store } = await testStore(t);
	let sessions = 0;
	const on = (day: string, hour: string, cc: string, works: boolean) =>
		row(
			`${sessions++}`,
			`${sessions}`,
			[tls(works ? {} : { failure: "connection_reset", verified: false })],
			{ day, hour, asn: 64500, cc },
		);
	const days = ["2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16"];
	await store.writeShard(
		batchOf([
			...["DE", "FR", "JP", "BR", "PK"].flatMap((cc) =>
				days.map((day) => on(day, "06", cc, true)),
			),
			// It never works there: no outage.
			...["IR", "TM", "CN"].flatMap((cc) => [
				on("2024-02-16", "06", cc, false),
				on("2024-02-17", "09", cc, false),
			]),
			...["DE", "FR", "PK"].map((cc) => on("2024-02-17", "06", cc, false)),
			on("2024-02-17", "07", "JP", false),
			on("2024-02-17", "20", "BR", true),
			on("2024-02-17", "20", "DE", false),
		]),
	);
	await store.mergeShards();
	const hours = new Map<string, string[]>();
	for await (const rows of store.readControlWindow(
		"real",
		"2024-02-10",
		"2024-02-18",
	))
		for (const { kind, key, cc, okNetworks, failedNetworks } of rows)
			if (kind === "tls" && key !== "")
				hours.set(key, [
					...(hours.get(key) ?? []),
					`${cc} ${okNetworks}/${failedNetworks}`,
				]);
	const all = ["DE 0/1", "FR 0/1", "JP 0/1", "PK 0/1"];
	const early = ["DE 0/1", "FR 0/1", "PK 0/1"];
	assert.deepEqual(Object.fromEntries(hours), {
		"6": early,
		"~": ["BR 1/0", ...all],
		"~4": early,
		"~5": all,
		"~6": all,
		"~7": all,
		"~8": all,
	});
});
