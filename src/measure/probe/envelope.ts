/** The frame of a measurement record: who measured what, when, and from where. */
import type { Limits, Trace } from "./trace.ts";
import type { Vantage } from "./vantage.ts";

/** What a run hands to each of its measurements. */
export interface RunContext {
	/** A clock that only goes forward, in milliseconds. */
	readonly nowMs: () => number;
	/** When this measurement began. */
	readonly startedAt: Date;
	/** When the run began. */
	readonly runStartedAt: Date;
	readonly softwareVersion: string;
	/** Of the machine: `linux`, `win32`… */
	readonly platform: string;
	readonly limits?: Partial<Limits> | undefined;
	readonly signal?: AbortSignal | undefined;
}

export type MeasurementRecord = Readonly<Record<string, unknown>> & {
	readonly test_keys: Readonly<Record<string, unknown>>;
};

export interface TestName {
	readonly testName: string;
	readonly testVersion: string;
	readonly input: string | null;
	readonly helper: string;
}

/** Rows of a trace and further keys in OONI's frame. The probe's address is always 127.0.0.1 (P11). */
export function envelope(
	test: TestName,
	{ network }: Vantage,
	context: RunContext,
	trace: Trace,
	testKeys: Readonly<Record<string, unknown>>,
): MeasurementRecord {
	return {
		annotations: {
			engine_name: "rasai",
			engine_version: context.softwareVersion,
			platform: context.platform,
		},
		data_format_version: "0.2.0",
		extensions: {
			dnst: 0,
			httpt: 0,
			netevents: 0,
			tcpconnect: 0,
			tlshandshake: 0,
		},
		input: test.input,
		measurement_start_time: ooniTime(context.startedAt),
		probe_asn: `AS${network.asn}`,
		probe_cc: network.cc,
		probe_ip: "127.0.0.1",
		probe_network_name: network.name,
		report_id: "",
		resolver_asn: `AS${network.resolverAsn}`,
		resolver_ip: network.resolverIp,
		resolver_network_name: network.resolverName,
		software_name: "rasai",
		software_version: context.softwareVersion,
		test_helpers:
			test.helper === ""
				? {}
				: { backend: { address: test.helper, type: "https" } },
		test_keys: testKeys,
		test_name: test.testName,
		test_runtime: trace.now(),
		test_start_time: ooniTime(context.runStartedAt),
		test_version: test.testVersion,
	};
}

function ooniTime(at: Date): string {
	return at.toISOString().slice(0, 19).replace("T", " ");
}
