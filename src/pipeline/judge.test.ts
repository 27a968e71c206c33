import assert from "node:assert/strict";
import { after, test } from "node:test";
import { buildRuleset, defaultRuleset } from "../judge/verdicts/index.ts";
import { packStory } from "../measure/lab/index.ts";
import type { State } from "../model/index.ts";
import { sql } from "../store/index.ts";
import { explainMeasurement } from "./explain.ts";
import { importArchives } from "./import.ts";
import { runOf } from "./judge.ts";
import { parseRuleset, rescore } from "./rescore.ts";
import { memoryFile, openTestWorkspace } from "./test-workspace.ts";

const workspace = await openTestWorkspace();
after(() => workspace.close());

interface Run {
	readonly cc: string;
	readonly asn: number;
	readonly day: string;
	readonly softwareVersion?: string;
	/** TLS failure; null for a page that loaded. */
	readonly tls: string | null;
}

let count = 0;

/** One visit to page.example without any helper: nothing but other networks can be its control. */
function visit({ cc, asn, day, tls, softwareVersion = "3.20.0" }: Run): string {
	count += 1;
	const flow = {
		transaction_id: 50_001,
		tags: ["classic", "depth=0", "fetch_body=true"],
	};
	return `${JSON.stringify({
		annotations: { platform: "android" },
		input: "https://page.example/",
		measurement_start_time: `${day} 12:00:00`,
		measurement_uid: `visit-${count}`,
		probe_asn: `AS${asn}`,
		probe_cc: cc,
		report_id: `report-${count}`,
		resolver_asn: `AS${asn}`,
		software_name: "rasai-test",
		software_version: softwareVersion,
		test_keys: {
			queries: [
				{
					answers: [{ answer_type: "A", ipv4: "93.184.216.34" }],
					engine: "getaddrinfo",
					failure: null,
					hostname: "page.example",
					query_type: "ANY",
					t: 0.02,
					transaction_id: 10_001,
					tags: ["classic", "depth=0"],
				},
			],
			tcp_connect: [
				{
					ip: "93.184.216.34",
					port: 443,
					status: { failure: null, success: true },
					t: 0.1,
					...flow,
				},
			],
			tls_handshakes: [
				{
					address: "93.184.216.34:443",
					failure: tls,
					no_tls_verify: false,
					server_name: "page.example",
					t: 0.2,
					...flow,
				},
			],
			requests:
				tls === null
					? [
							{
								address: "93.184.216.34:443",
								failure: null,
								request: {
									method: "GET",
									url: "https://page.example/",
									headers: {},
								},
								response: {
									body: "<title>Page</title>",
									code: 200,
									headers: {},
								},
								t: 0.4,
								...flow,
							},
						]
					: [],
			control: null,
			control_failure: "generic_timeout_error",
		},
		test_name: "web_connectivity",
		test_start_time: `${day} 12:00:00`,
		test_version: "0.5.28",
	})}\n`;
}

async function importLines(
	name: string,
	lines: readonly string[],
): Promise<void> {
	await importArchives(
		[memoryFile(name, Buffer.from(lines.join("")))],
		workspace,
		{ workers: 1 },
	);
}

async function statesOf(cc: string, day: string): Promise<readonly State[]> {
	const reader = await workspace.openReader();
	const rows = await reader.query<{ state: State }>(
		{ world: "real" },
		sql`SELECT state FROM verdicts WHERE cc = ${cc} AND day = ${day}::DATE ORDER BY uid`,
	);
	reader.close();
	return rows.map(({ state }) => state);
}

test("P7: networks elsewhere are a control once there are three, in a window that ends with the day itself", async () => {
	const blocked = { cc: "AA", asn: 64500, tls: "connection_reset" };
	const elsewhere = (asn: number, day: string) =>
		visit({ cc: "BB", asn, day, tls: null });
	await importLines("blocked.jsonl", [
		visit({ ...blocked, day: "2025-03-20" }),
		visit({ ...blocked, day: "2025-03-28" }),
	]);
	assert.deepEqual(await statesOf("AA", "2025-03-20"), ["impaired"]);
	await importLines("two.jsonl", [
		elsewhere(1, "2025-03-13"),
		elsewhere(2, "2025-03-19"),
	]);
	assert.deepEqual(await statesOf("AA", "2025-03-20"), ["impaired"]);
	// P8: what arrives later, for the same evening, changes what was judged before.
	await importLines("third.jsonl", [elsewhere(3, "2025-03-20")]);
	assert.deepEqual(await statesOf("AA", "2025-03-20"), ["likely_blocked"]);
	assert.deepEqual(await statesOf("AA", "2025-03-28"), ["impaired"]);
});

test("P10: what one release fails with in every country is a defect of the release", async () => {
	const day = "2025-04-10";
	const networks = ["CC", "DD", "EE"].flatMap((cc, i) =>
		[10, 11].map((asn) => ({ cc, asn: asn + i * 10, day })),
	);
	const failing = networks.map((network) =>
		visit({ ...network, softwareVersion: "3.20.1", tls: "connection_reset" }),
	);
	await importLines("release.jsonl", failing);
	assert.ok(!(await statesOf("CC", day)).includes("insufficient"));
	await importLines(
		"others.jsonl",
		networks.flatMap((network) => [
			visit({ ...network, tls: null }),
			visit({ ...network, tls: null }),
		]),
	);
	const states = await statesOf("CC", day);
	assert.deepEqual([...states].sort(), [
		"insufficient",
		"insufficient",
		"ok",
		"ok",
		"ok",
		"ok",
	]);
});

test("an explanation says what was stored, with every rule that fired and the control it rests on", async () => {
	const files = [...packStory("explain", { days: 27, scale: 0.1 })].slice(-12);
	await importArchives(
		files.map((file) => memoryFile(file.path, file.bytes)),
		workspace,
		{ workers: 1 },
	);
	const reader = await workspace.openReader();
	let explainedCount = 0;
	for (const world of ["real", "emulated"] as const) {
		const stored = await reader.query<{
			uid: string;
			state: State;
			mechanism: string;
			why: string;
			control: string;
		}>(
			{ world },
			sql`SELECT DISTINCT uid, measurement_state AS state, measurement_mechanism AS mechanism, why, control
			FROM verdicts ORDER BY md5(uid) LIMIT 30`,
		);
		for (const row of stored) {
			const [explained, ...others] = await explainMeasurement(reader, row.uid, {
				reference: workspace.reference.snapshot,
			});
			assert.ok(explained);
			assert.deepEqual(others, []);
			const { verdict } = explained;
			assert.deepEqual(
				{ ...row, mechanism: row.mechanism || undefined },
				{
					uid: verdict.uid,
					state: verdict.state,
					mechanism: verdict.mechanism,
					why: verdict.why,
					control: verdict.control,
				},
			);
			const fired = verdict.targets.flatMap((t) => t.fired.map((f) => f.rule));
			assert.deepEqual(
				explained.rules.map(({ id }) => id).sort(),
				[...new Set(fired)].sort(),
			);
			explainedCount += 1;
		}
	}
	assert.ok(explainedCount >= 40);
	assert.deepEqual(
		await explainMeasurement(reader, "nobody", {
			reference: workspace.reference.snapshot,
		}),
		[],
	);
	reader.close();
});

test("P1: other rules are tried beside the ones that pages show, from stored facts", async () => {
	const lenient = parseRuleset(
		JSON.stringify(
			defaultRuleset.rules.filter(({ class: outcome }) => outcome === "ok"),
		),
	);
	const { reference, store } = workspace;
	const options = { reference: reference.snapshot, ruleset: lenient };
	const before = await statesOf("AA", "2025-03-20");
	const summary = await rescore(store, options);
	assert.ok(summary.measurements > 0);
	assert.deepEqual(summary.run, runOf(options));
	assert.deepEqual(await statesOf("AA", "2025-03-20"), before);
	await rescore(store, { ...options, use: true });
	assert.deepEqual(await statesOf("AA", "2025-03-20"), ["insufficient"]);
	// The next import judges by the rules that ship again, and finds their judgements still there.
	const back = await importArchives([], workspace, { workers: 1 });
	assert.equal(back.judgedDays, 0);
	assert.deepEqual(await statesOf("AA", "2025-03-20"), before);
});

test("rules that are none are refused", () => {
	for (const text of ["{", "{}", '[{"id": "x"}]', "[1]"])
		assert.throws(() => parseRuleset(text), { code: "ruleset_invalid" });
	assert.equal(
		parseRuleset(JSON.stringify(defaultRuleset.rules)).hash,
		buildRuleset(defaultRuleset.rules).hash,
	);
});
