/**
 * How fast the detector is, beside OONI's CUSUM on the same series in the same
 * run: series of a year of hours of which 5% hold data. All cores work, as in
 * an import; one worker per core.
 */
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { createDetector, detectByCusum } from "../src/judge/incidents/index.ts";
import { type Series, seriesOf } from "../src/judge/series/index.ts";
import { createRandom } from "../src/measure/lab/index.ts";
import { figure } from "./figures.ts";

const HOURS = 365 * 24;
const FILLED = 0.05;
const SERIES = 2000;
const WANTED = 100_000;

/** One in ten has a block of a month. */
function makeSeries(seed: number): Series {
	const random = createRandom(`series ${seed}`);
	const background = 0.002 * 50 ** random.next();
	const blockedFrom = random.next() < 0.1 ? random.next() * HOURS : HOURS;
	const cells = [];
	for (let hour = 0; hour < HOURS; hour++) {
		if (random.next() >= FILLED) continue;
		const n = 1 + random.int(3);
		const rate =
			hour >= blockedFrom && hour < blockedFrom + 720 ? 0.95 : background;
		let k = 0;
		for (let i = 0; i < n; i++) if (random.next() < rate) k++;
		cells.push({ hour, k, n });
	}
	return seriesOf({}, cells, { since: 0, until: HOURS });
}

interface Timing {
	readonly detectorSeconds: number;
	readonly cusumSeconds: number;
	/** Counted so that no engine may skip the work. */
	readonly changes: number;
	readonly byCusum: number;
}

function run(offset: number): Timing {
	const series = Array.from({ length: SERIES }, (_, i) =>
		makeSeries(offset + i),
	);
	const detector = createDetector();
	for (const one of series.slice(0, 200)) {
		detector.detect(one);
		detectByCusum(one);
	}
	let changes = 0;
	const started = performance.now();
	for (const one of series) changes += detector.detect(one).changepoints.length;
	const between = performance.now();
	let byCusum = 0;
	for (const one of series) byCusum += detectByCusum(one).length;
	return {
		detectorSeconds: (between - started) / 1000,
		cusumSeconds: (performance.now() - between) / 1000,
		changes,
		byCusum,
	};
}

if (isMainThread) {
	const workers = Array.from(
		{ length: availableParallelism() },
		(_, i) =>
			new Promise<Timing>((resolve, reject) => {
				const worker = new Worker(new URL(import.meta.url));
				worker.once("message", resolve);
				worker.once("error", reject);
				worker.postMessage(i * SERIES);
			}),
	);
	const timings = await Promise.all(workers);
	const rate = (pick: (timing: Timing) => number): number =>
		timings.reduce((sum, timing) => sum + SERIES / pick(timing), 0);
	const total = (pick: (timing: Timing) => number): number =>
		timings.reduce((sum, timing) => sum + pick(timing), 0);
	const detector = rate(({ detectorSeconds }) => detectorSeconds);
	const cusum = rate(({ cusumSeconds }) => cusumSeconds);
	figure({
		name: "series of a year",
		value: detector,
		unit: "series/s",
		better: "more",
		baseline: { what: "OONI's CUSUM on the same", value: cusum },
	});
	console.log(
		`${timings.length} workers, ${SERIES} series each: detector ${detector.toFixed(0)} series/s, CUSUM ${cusum.toFixed(0)} series/s, ratio ${(cusum / detector).toFixed(0)}`,
	);
	console.log(
		`${WANTED} series of a year: ${(WANTED / detector).toFixed(0)} s; ${total(({ changes }) => changes)} changes found, ${total(({ byCusum }) => byCusum)} by CUSUM`,
	);
} else
	parentPort?.once("message", (offset: number) => {
		parentPort?.postMessage(run(offset));
	});
