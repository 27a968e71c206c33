/** A case, set up on an emulated internet of its own and measured with the probe. */
import {
	checkVantage,
	type MeasurementRecord,
	runWebConnectivity,
} from "../../probe/index.ts";
import {
	type BlackHole,
	LAB_LIMITS,
	markEmulated,
	openInternet,
	openNetwork,
} from "../net/index.ts";
import type { Case } from "./types.ts";

export interface MeasureContext {
	readonly blackHole: BlackHole;
	/** Of what the line does by chance. */
	readonly seed: string;
	readonly nowMs: () => number;
	/** When the measurement is said to begin. */
	readonly startedAt: Date;
	readonly softwareVersion: string;
	readonly signal?: AbortSignal | undefined;
}

/** Measures one case. What it set up is gone when it returns. */
export async function measureCase(
	one: Case,
	{ blackHole, seed, ...context }: MeasureContext,
): Promise<MeasurementRecord> {
	const { nowMs, signal } = context;
	const internet = await openInternet({
		blackHole,
		faults: one.faults,
		helperIsDown: one.helperIsDown,
		nowMs,
	});
	const network = await openNetwork({
		internet,
		condition: one.network,
		asn: one.asn,
		seed,
	});
	try {
		const vantageReport = await checkVantage(network.vantage, {
			nowMs,
			interfaces: [],
			limits: LAB_LIMITS,
			signal,
		});
		const record = await runWebConnectivity(one.url, network.vantage, {
			...context,
			runStartedAt: context.startedAt,
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
	} finally {
		await network.close();
		await internet.close();
	}
}
