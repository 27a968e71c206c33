/** A plan carried out: the probe measures every session's sites, and time runs as the plan says. */
import {
	type MeasurementRecord,
	runWebConnectivity,
} from "../../probe/index.ts";
import {
	type BlackHole,
	type Internet,
	LAB_LIMITS,
	markEmulated,
	type Network,
	type NetworkCondition,
	openInternet,
	openNetwork,
	type ServerFault,
} from "../net/index.ts";
import type { WorldPlan, WorldSession } from "./plan.ts";

export interface WorldContext {
	readonly blackHole: BlackHole;
	readonly seed: string;
	/** Sessions at one time. */
	readonly atOnce: number;
	readonly nowMs: () => number;
	readonly softwareVersion: string;
	readonly signal: AbortSignal;
}

/** Gives the measurements of the sessions, in the order of the plan. */
export async function* measureWorld(
	plan: WorldPlan,
	context: WorldContext,
): AsyncGenerator<MeasurementRecord> {
	const places = createPlaces(context);
	try {
		for (let at = 0; at < plan.sessions.length; at += context.atOnce) {
			context.signal.throwIfAborted();
			const batch = plan.sessions.slice(at, at + context.atOnce);
			const measured = await Promise.all(
				batch.map((session) => measureSession(plan, session, places, context)),
			);
			yield* measured.flat();
		}
	} finally {
		await places.close();
	}
}

/** Networks that are set up already, by what is done to them: conditions last for days. */
interface Places {
	at(
		asn: number,
		condition: NetworkCondition,
		faults: Readonly<Record<string, ServerFault>>,
	): Promise<Network>;
	close(): Promise<void>;
}

function createPlaces({ blackHole, nowMs, seed }: WorldContext): Places {
	const internets = new Map<string, Promise<Internet>>();
	const networks = new Map<string, Promise<Network>>();
	return {
		async at(asn, condition, faults) {
			const world = JSON.stringify(faults);
			const internet =
				internets.get(world) ?? openInternet({ blackHole, faults, nowMs });
			internets.set(world, internet);
			const place = `${asn} ${JSON.stringify(condition)} ${world}`;
			const network =
				networks.get(place) ??
				internet.then((opened) =>
					openNetwork({
						internet: opened,
						condition,
						asn,
						seed: `${seed} ${asn}`,
					}),
				);
			networks.set(place, network);
			return network;
		},
		async close() {
			for (const network of networks.values()) await (await network).close();
			for (const internet of internets.values()) await (await internet).close();
		},
	};
}

async function measureSession(
	plan: WorldPlan,
	{ at, asn, reportId }: WorldSession,
	places: Places,
	{ nowMs, softwareVersion, signal }: WorldContext,
): Promise<readonly MeasurementRecord[]> {
	const isNow = (one: { readonly since: string; readonly until: string }) =>
		one.since <= at && at < one.until;
	const condition = plan.episodes.find(
		(episode) => episode.asn === asn && isNow(episode),
	)?.condition;
	const faults = Object.fromEntries(
		plan.outages.filter(isNow).map(({ target, fault }) => [target, fault]),
	);
	const { vantage } = await places.at(asn, condition ?? {}, faults);
	const runStartedAt = new Date(at);
	const records: MeasurementRecord[] = [];
	for (const [index, url] of plan.urls.entries()) {
		const record = await runWebConnectivity(url, vantage, {
			nowMs,
			softwareVersion,
			signal,
			runStartedAt,
			startedAt: new Date(runStartedAt.getTime() + index * 20_000),
			platform: "lab",
			limits: LAB_LIMITS,
			full: true,
			useHelper: true,
			useDoh: true,
			findCauses: true,
			compareSpeeds: false,
			askQuic: false,
		});
		records.push({ ...markEmulated(record), report_id: reportId });
	}
	return records;
}
