/** A case, set up on an emulated internet of its own and measured with the probe. */
import {
	checkVantage,
	type MeasurementRecord,
	runWebConnectivity,
	type Vantage,
} from "../../probe/index.ts";
import {
	type BlackHole,
	LAB_LIMITS,
	markEmulated,
	openInternet,
	openNetwork,
} from "../net/index.ts";
import type { Case } from "./types.ts";

export interface ProbeContext {
	readonly nowMs: () => number;
	/** When the measurement is said to begin. */
	readonly startedAt: Date;
	readonly softwareVersion: string;
	readonly signal?: AbortSignal | undefined;
}

export interface MeasureContext extends ProbeContext {
	readonly blackHole: BlackHole;
	/** Of what the line does by chance. */
	readonly seed: string;
}

/** Measures one case. What it set up is gone when it returns. */
export async function measureCase(
	one: Case,
	{ blackHole, seed, ...context }: MeasureContext,
): Promise<MeasurementRecord> {
	const internet = await openInternet({
		blackHole,
		faults: one.faults,
		helperIsDown: one.helperIsDown,
		alsoCalled: one.alsoCalled,
		nowMs: context.nowMs,
	});
	const network = await openNetwork({
		internet,
		condition: one.network,
		asn: one.asn,
		seed,
	});
	try {
		return await probeFrom(network.vantage, one, context);
	} finally {
		await network.close();
		await internet.close();
	}
}

/** The probe's run over a case, from where it is set up. */
export async function probeFrom(
	vantage: Vantage,
	one: Case,
	{ nowMs, startedAt, softwareVersion, signal }: ProbeContext,
): Promise<MeasurementRecord> {
	const vantageReport = await checkVantage(vantage, {
		nowMs,
		interfaces: [],
		limits: LAB_LIMITS,
		signal,
	});
	const record = await runWebConnectivity(one.url, vantage, {
		nowMs,
		softwareVersion,
		startedAt,
		signal,
		runStartedAt: startedAt,
		platform: "lab",
		limits: LAB_LIMITS,
		full: !one.quiet,
		useHelper: true,
		useDoh: true,
		findCauses: true,
		compareSpeeds: one.compareSpeeds,
		askQuic: one.askQuic,
		vantageReport,
	});
	return markEmulated(record);
}
