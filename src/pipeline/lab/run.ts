/** The lab, scored: each case is measured by the probe, judged, and held against what must be found. */
import { setMaxListeners } from "node:events";
import {
	BLOCK_PAGE_MARK,
	type Case,
	type Cause,
	type Expectation,
	measureCase,
	openBlackHole,
	openNamespaceLab,
	type Scenario,
	sweepNamespaces,
} from "../../measure/lab/index.ts";
import type { Layer, Locus, State, Verdict } from "../../model/index.ts";
import {
	emptyAsn,
	emptyServices,
	parseFingerprints,
	type ReferenceSnapshot,
	snapshotOf,
} from "../../reference/index.ts";
import { judgeProbed } from "../probe/index.ts";

export interface LabFinding {
	readonly state: State;
	readonly mechanism: string | null;
	readonly locus: Locus;
	readonly cause: Cause | null;
	readonly layers: Readonly<Record<Layer, State>>;
	readonly why: string;
}

export interface LabResult {
	readonly scenario: string;
	/** The case, where a scenario has several. */
	readonly label: string;
	readonly repetition: number;
	readonly expected: Expectation;
	readonly found: LabFinding;
	/** What is not as expected; empty: right. */
	readonly wrong: readonly string[];
	/** Blocking, or slowing down, is claimed where there is none: the worst that can be wrong (P6). */
	readonly falseAlarm: boolean;
	readonly seconds: number;
	readonly record: unknown;
}

export const LAB_FORMS = ["userspace", "namespaces"] as const;
export type LabForm = (typeof LAB_FORMS)[number];

export interface LabOptions {
	/** Servers and proxies on loopback, or namespaces with real packets. */
	readonly form: LabForm;
	readonly repeat: number;
	/** Share of packets (or pieces) that every line loses on top of what the scenario does; 0: none. */
	readonly loss: number;
	/** Cases measured at one time. */
	readonly atOnce: number;
	readonly seed: string;
	/** Only goes forward, in milliseconds. */
	readonly nowMs: () => number;
	readonly startedAt: Date;
	readonly softwareVersion: string;
	readonly signal: AbortSignal;
}

/** Runs every case of the scenarios and gives results as they come. */
export async function* runScenarios(
	scenarios: readonly Scenario[],
	options: LabOptions,
): AsyncGenerator<LabResult> {
	const reference = labReference();
	const { form } = options;
	const possible = scenarios.filter(({ needsPackets }) =>
		form === "userspace" ? needsPackets === undefined : true,
	);
	const waiting = Array.from({ length: options.repeat }, (_, repetition) =>
		possible.flatMap(({ id, cases }) =>
			cases.map((one) => ({
				id,
				one: withLoss(one, options.loss),
				repetition,
			})),
		),
	).flat();
	const signal = AbortSignal.any([options.signal]);
	// Every connection and look-up of every case listens to it.
	setMaxListeners(0, signal);
	if (form === "namespaces") await sweepNamespaces();
	const packets = form === "namespaces" ? openNamespaceLab() : undefined;
	const blackHole = await openBlackHole();
	const running = new Map<number, Promise<readonly [number, LabResult]>>();
	let next = 0;
	try {
		while (next < waiting.length || running.size > 0) {
			options.signal.throwIfAborted();
			for (; next < waiting.length && running.size < options.atOnce; next++) {
				const { id, one, repetition } = waiting[next] as (typeof waiting)[0];
				const index = next;
				const score = async (): Promise<readonly [number, LabResult]> => {
					const startedMs = options.nowMs();
					const seed = `${options.seed} ${id} ${one.label} ${repetition}`;
					const context = { ...options, signal, seed };
					const record = packets
						? await packets.measure(one, context)
						: await measureCase(one, { ...context, blackHole });
					const found = judge(record, reference, options.startedAt);
					return [
						index,
						{
							scenario: id,
							label: one.label,
							repetition,
							expected: one.expect,
							found,
							wrong: compare(one, found),
							falseAlarm: isFalseAlarm(one, found),
							seconds: (options.nowMs() - startedMs) / 1000,
							record,
						},
					];
				};
				running.set(index, score());
			}
			const [index, result] = await Promise.race(running.values());
			running.delete(index);
			// What was cut short is no result.
			options.signal.throwIfAborted();
			yield result;
		}
	} finally {
		await Promise.allSettled(running.values());
		await packets?.close();
		await blackHole.close();
	}
}

/** A line that loses much already stays as it is. */
function withLoss(one: Case, loss: number): Case {
	const { line } = one.network;
	return loss === 0 || line?.loss !== undefined
		? one
		: { ...one, network: { ...one.network, line: { ...line, loss } } };
}

/** What is known of the emulated country beforehand: its block page. */
function labReference(): ReferenceSnapshot {
	return snapshotOf({
		fingerprints: parseFingerprints({
			dns: "",
			http: `name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes\nlab.block_page,nat,,body,contains,${BLOCK_PAGE_MARK},5,QZ,lab,,emulated\n`,
		}),
		services: emptyServices,
		asn: emptyAsn,
	});
}

function judge(
	record: unknown,
	reference: ReferenceSnapshot,
	startedAt: Date,
): LabFinding {
	const receivedAt = new Date(startedAt.getTime() + 3_600_000).toISOString();
	const probed = judgeProbed(record, reference, receivedAt);
	if (probed === undefined)
		throw new RangeError("the probe's own record cannot be read");
	const { verdict } = probed;
	const { layers } = verdict;
	return {
		state: verdict.state,
		mechanism: verdict.mechanism ?? null,
		locus: verdict.locus,
		cause: causeOf(verdict) ?? null,
		layers: {
			dns: layers.dns.state,
			tcp: layers.tcp.state,
			tls: layers.tls.state,
			http: layers.http.state,
			quic: layers.quic.state,
		},
		why: verdict.why,
	};
}

/** What the verdict says that the censor went by. */
function causeOf({ mechanism = "" }: Verdict): Cause | undefined {
	if (mechanism.startsWith("dns")) return "dns";
	if (mechanism.startsWith("tcp") || mechanism.endsWith(".ip"))
		return "address";
	if (mechanism.endsWith(".sni")) return "server_name";
	return mechanism.endsWith(".host") ? "host" : undefined;
}

function compare({ expect }: Case, found: LabFinding): readonly string[] {
	const wrong: string[] = [];
	if (found.state !== expect.state) wrong.push("state");
	if (found.mechanism !== expect.mechanism) wrong.push("mechanism");
	if (expect.cause !== undefined && found.cause !== expect.cause)
		wrong.push("cause");
	if (expect.locus !== undefined && found.locus !== expect.locus)
		wrong.push("locus");
	for (const [layer, state] of Object.entries(expect.layers ?? {}))
		if (found.layers[layer as Layer] !== state) wrong.push(`layer ${layer}`);
	return wrong;
}

const CLAIMS: readonly State[] = ["blocked", "likely_blocked", "throttled"];

function isFalseAlarm({ expect }: Case, { state }: LabFinding): boolean {
	return CLAIMS.includes(state) && !CLAIMS.includes(expect.state);
}
