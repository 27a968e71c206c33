/**
 * How fast signals are detected, beside IODA's 7-day median on the same
 * signals in the same run: years of 5-minute readings, one signal in memory at
 * a time for each of two workers. `node signals.bench.js 40` takes 40 signals;
 * `1000` is the whole of 250 countries and 4 signals.
 */
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { detectByMedian } from "../src/judge/incidents/index.ts";
import { createRandom } from "../src/measure/lab/index.ts";
import type { Signal, SignalPoint } from "../src/model/index.ts";
import { detectSignal } from "../src/pipeline/index.ts";
import { figure } from "./figures.ts";

const WORKERS = 2;
const STEP_SECONDS = 300;
const READINGS = (365 * 86_400) / STEP_SECONDS;
const WANTED_SIGNALS = 1000;
const SAMPLE_SIGNALS = 24;
/** The baseline is timed on one signal in so many. */
const BASELINE_EVERY = 8;

/** A daily and weekly season, noise that remembers, gaps; one in four has an outage of a day to a week. */
function makeSignal(seed: number): Signal {
	const random = createRandom(`signal ${seed}`);
	const isOut = random.next() < 0.25;
	const outFrom = (0.2 + 0.7 * random.next()) * READINGS;
	const outUntil = outFrom + 288 * (1 + 6 * random.next());
	const swing = seed % 4 === 0 ? 0 : 0.5;
	const points: SignalPoint[] = [];
	let wander = 0;
	for (let i = 0; i < READINGS; i++) {
		const noise = random.next() + random.next() + random.next() - 1.5;
		wander = 0.97 * wander + 0.01 * noise;
		const day = 1 + swing * Math.sin((2 * Math.PI * i) / 288);
		const weekend = Math.floor(i / 288) % 7 > 4 ? 1 - 0.2 * swing : 1;
		const left = isOut && i >= outFrom && i < outUntil ? 0.1 : 1;
		points.push({
			at: i * STEP_SECONDS,
			reading:
				i % 5000 < 6 ? "gap" : 1000 * day * weekend * Math.exp(wander) * left,
		});
	}
	return {
		source: "bench",
		measure: "made up",
		unit: "",
		entity: { cc: "QZ", area: null, asn: null },
		access: null,
		licence: "",
		trouble: "fall",
		verified: true,
		stepSeconds: STEP_SECONDS,
		points,
	};
}

interface Timing {
	readonly seconds: number;
	readonly changes: number;
	readonly byMedian: number;
	readonly baselineSeconds: number;
	readonly baselineSignals: number;
}

function run(first: number, count: number): Timing {
	detectSignal(makeSignal(-1));
	let [seconds, changes, byMedian] = [0, 0, 0];
	let [baselineSeconds, baselineSignals] = [0, 0];
	for (let i = first; i < first + count; i++) {
		const signal = makeSignal(i);
		const started = performance.now();
		changes += detectSignal(signal).length;
		seconds += (performance.now() - started) / 1000;
		if (i % BASELINE_EVERY !== 0) continue;
		const values = signal.points.flatMap(({ at, reading }) =>
			typeof reading === "number" ? [{ at: at / 3600, value: reading }] : [],
		);
		const before = performance.now();
		byMedian += detectByMedian(values).length;
		baselineSeconds += (performance.now() - before) / 1000;
		baselineSignals++;
	}
	return { seconds, changes, byMedian, baselineSeconds, baselineSignals };
}

/** What the processor spends, which other programs on the machine leave alone. */
function processorMicros(): number {
	const signals = Array.from({ length: 4 }, (_, i) => makeSignal(i));
	for (const signal of signals) detectSignal(signal);
	const before = process.cpuUsage();
	for (const signal of signals) detectSignal(signal);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / (signals.length * READINGS);
}

if (isMainThread) {
	const signals = Number(process.argv[2] ?? SAMPLE_SIGNALS);
	const each = Math.ceil(signals / WORKERS);
	const started = performance.now();
	let peak = 0;
	const watch = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage.rss());
	}, 100);
	const timings = await Promise.all(
		Array.from(
			{ length: WORKERS },
			(_, i) =>
				new Promise<Timing>((resolve, reject) => {
					const worker = new Worker(new URL(import.meta.url));
					worker.once("message", resolve);
					worker.once("error", reject);
					worker.postMessage([i * each, each]);
				}),
		),
	);
	clearInterval(watch);
	const sum = (pick: (timing: Timing) => number): number =>
		timings.reduce((all, timing) => all + pick(timing), 0);
	const longest = Math.max(...timings.map(({ seconds }) => seconds));
	const points = WORKERS * each * READINGS;
	const micros = (sum(({ seconds }) => seconds) / points) * 1e6;
	const baseline =
		(sum(({ baselineSeconds }) => baselineSeconds) /
			(sum(({ baselineSignals }) => baselineSignals) * READINGS)) *
		1e6;
	figure({
		name: "readings",
		value: micros,
		unit: "us",
		better: "less",
		baseline: { what: "IODA's 7-day median on the same", value: baseline },
	});
	console.log(
		`${WORKERS} workers, ${WORKERS * each} signals, ${points} readings: ${(points / longest).toFixed(0)} readings/s, ${micros.toFixed(2)} us a reading and worker; 7-day median ${baseline.toFixed(2)} us, ratio ${(micros / baseline).toFixed(2)}`,
	);
	console.log(
		`${sum(({ changes }) => changes)} changes, ${sum(({ byMedian }) => byMedian)} by the median on one signal in ${BASELINE_EVERY}; ${((performance.now() - started) / 1000).toFixed(0)} s with making the signals and the baseline; most memory ${(peak / 1e6).toFixed(0)} MB`,
	);
	console.log(
		`processor time, with collecting garbage, on one signal after another: ${processorMicros().toFixed(2)} us a reading`,
	);
	console.log(
		`${WANTED_SIGNALS} signals at this pace: ${((longest * WANTED_SIGNALS) / (WORKERS * each)).toFixed(0)} s`,
	);
} else
	parentPort?.once("message", ([first, count]: [number, number]) => {
		parentPort?.postMessage(run(first, count));
	});
