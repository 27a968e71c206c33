/** Gathers readings by signal, in any order, and hands out sorted series. */
import { canonicalJson } from "../../base/index.ts";
import type {
	Signal,
	SignalKey,
	SignalReading,
	ToldOutage,
} from "../../model/index.ts";
import type { Collector, SignalReject, SignalTable } from "./types.ts";

const HOUR = 3600;

interface Gathered {
	readonly key: SignalKey;
	readonly readings: Map<number, SignalReading>;
	readonly sums: Map<number, { sum: number; count: number }>;
}

export interface FinishingCollector extends Collector {
	finish(source: string): SignalTable;
}

export function createCollector(): FinishingCollector {
	const byKey = new Map<string, Gathered>();
	const told: ToldOutage[] = [];
	const rejected: SignalReject[] = [];
	let latest: Gathered | undefined;

	const gathered = (key: SignalKey): Gathered => {
		// Most readings follow one of the same signal.
		if (latest?.key === key) return latest;
		const text = canonicalJson(key);
		let found = byKey.get(text);
		if (!found) {
			found = { key, readings: new Map(), sums: new Map() };
			byKey.set(text, found);
		}
		latest = found;
		return found;
	};

	return {
		add(key, at, reading) {
			const { readings } = gathered(key);
			const known = readings.get(at);
			// Windows of one source overlap: a value goes before its absence.
			if (known === undefined || typeof known !== "number")
				readings.set(at, reading);
			else if (typeof reading === "number" && reading !== known)
				rejected.push({
					place: `${key.measure} at ${new Date(at * 1000).toISOString()}`,
					reason: "a second, different reading of the same instant",
				});
		},
		average(key, at, value) {
			const hour = Math.floor(at / HOUR) * HOUR;
			const { sums } = gathered(key);
			const known = sums.get(hour);
			if (!known) sums.set(hour, { sum: value, count: 1 });
			else {
				known.sum += value;
				known.count++;
			}
		},
		tell: (outage) => told.push(outage),
		reject: (place, reason) => rejected.push({ place, reason }),
		finish: (source) => ({
			source,
			signals: [...byKey.values()].map(toSignal),
			told,
			rejected,
		}),
	};
}

function toSignal({ key, readings, sums }: Gathered): Signal {
	for (const [at, { sum, count }] of sums) readings.set(at, sum / count);
	const points = [...readings]
		.map(([at, reading]) => ({ at, reading }))
		.sort((a, b) => a.at - b.at);
	return { ...key, stepSeconds: usualStep(points), points };
}

/** The median distance of neighbours; 0 for a single reading. */
function usualStep(points: readonly { readonly at: number }[]): number {
	const steps = points
		.slice(1)
		.map(({ at }, i) => at - (points[i]?.at ?? at))
		.sort((a, b) => a - b);
	return steps[steps.length >> 1] ?? 0;
}
