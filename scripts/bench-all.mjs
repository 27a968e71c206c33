/**
 * `npm run bench`: runs every benchmark that has figures, several times each,
 * and writes them as one JSON file: medians, each as a ratio to its baseline
 * of the same run, with the least and the greatest of the runs. Then compares
 * the ratios with those of the last release, kept in bench/results.
 *
 *   --full         the sizes that the figures are stated for; takes hours
 *   --only A,B     some benchmarks
 *   --rounds N     runs of each (3)
 *   --out FILE     where to write (default .build/bench.json)
 *   --against FILE compare with this file
 */
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, projectRoot, say } from "./project.mjs";

/** Arguments and settings for a short run, and for the full one. One `round` where a run takes a minute. */
const BENCHES = {
	observe: {},
	fingerprints: {},
	ledger: { short: { RASAI_BENCH_ENTRIES: "20000" } },
	record: { short: { RASAI_BENCH_ENTRIES: "10000" } },
	detect: {},
	signals: { short: ["8"], full: ["1000"] },
	import: { short: ["40"], full: ["300"] },
	"import-cores": { short: ["60"], full: ["300"], rounds: 1 },
	helper: { short: { RASAI_BENCH_LOOKS: "2000" } },
	collector: { short: { RASAI_BENCH_SECONDS: "5" } },
	incidents: { short: { RASAI_BENCH_DAYS: "10" } },
	"country-page": {
		short: { RASAI_BENCH_OBSERVATIONS: "1000000" },
		rounds: 1,
	},
	probe: { rounds: 1 },
	api: { rounds: 1 },
};
/** Ratios that differ by less are the same, however narrow the runs lie. */
const LEAST_CHANGE = 0.05;
/** Where a benchmark ran once, its noise is not known; this is taken for it. */
const ONCE = 0.25;

const RESULTS = join(projectRoot, "bench", "results");
const collected = join(projectRoot, ".build", `figures-${process.pid}.jsonl`);

const { values: asked } = parseArgs({
	options: {
		full: { type: "boolean", default: false },
		only: { type: "string" },
		rounds: { type: "string", default: "3" },
		out: { type: "string", default: join(projectRoot, ".build", "bench.json") },
		against: { type: "string" },
	},
});

const { version } = JSON.parse(
	readFileSync(join(projectRoot, "package.json"), "utf8"),
);
const names = asked.only?.split(",") ?? Object.keys(BENCHES);
const unknown = names.find((name) => BENCHES[name] === undefined);
if (unknown) fail(`no benchmark with figures: ${unknown}`);

const figures = names.flatMap(figuresOf);
const result = {
	version,
	full: asked.full,
	machine: {
		cpu: cpus()[0]?.model ?? "",
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		node: process.version,
		/** Programs that wanted a core at the end, over five minutes; about 1 where nothing else ran. */
		load: Number(loadavg()[1]?.toFixed(1)),
	},
	figures,
};
const out = resolve(asked.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(result, null, "\t")}\n`);
report(figures, lastRelease());
say(`written to ${out}`);

/** Runs a benchmark and gives its figures over all rounds. */
function figuresOf(name) {
	const { short, full, rounds } = BENCHES[name];
	const settings = (asked.full ? full : short) ?? [];
	const [words, env] = Array.isArray(settings)
		? [settings, {}]
		: [[], settings];
	const byName = new Map();
	for (let round = 0; round < (rounds ?? Number(asked.rounds)); round++) {
		say(`${name}, run ${round + 1}`);
		mkdirSync(dirname(collected), { recursive: true });
		rmSync(collected, { force: true });
		const { status } = spawnSync(
			process.execPath,
			[join(projectRoot, "scripts", "bench.mjs"), name, ...words],
			{
				cwd: projectRoot,
				stdio: ["ignore", "ignore", "inherit"],
				env: { ...process.env, ...env, RASAI_BENCH_FIGURES: collected },
			},
		);
		if (status !== 0) fail(`${name} ended with ${status}`);
		for (const line of readFileSync(collected, "utf8").trim().split("\n")) {
			const figure = JSON.parse(line);
			const found = byName.get(figure.name) ?? [];
			byName.set(figure.name, [...found, figure]);
		}
	}
	rmSync(collected, { force: true });
	return [...byName.values()].map((found) => summaryOf(name, found));
}

function summaryOf(bench, found) {
	const { name, unit, better, baseline } = found[0];
	const ratios = found
		.map((figure) => figure.value / figure.baseline.value)
		.sort((a, b) => a - b);
	const values = found.map(({ value }) => value).sort((a, b) => a - b);
	const middle = Math.floor(found.length / 2);
	return {
		bench,
		name,
		unit,
		better,
		baseline: baseline.what,
		value: rounded(values[middle]),
		ratio: rounded(ratios[middle]),
		low: rounded(ratios[0]),
		high: rounded(ratios.at(-1)),
		rounds: found.length,
	};
}

function rounded(value) {
	return Number(value.toPrecision(4));
}

/** The file to compare with: the one that is named, else the newest that is kept. */
function lastRelease() {
	const kept = existsSync(RESULTS)
		? readdirSync(RESULTS).sort((a, b) =>
				a.localeCompare(b, "en", { numeric: true }),
			)
		: [];
	const newest = kept.at(-1);
	const file = asked.against ?? (newest && join(RESULTS, newest));
	return file && { file, ...JSON.parse(readFileSync(file, "utf8")) };
}

function report(figures, before) {
	const comparable = before?.full === asked.full ? before : undefined;
	const known = new Map(
		(comparable?.figures ?? []).map((one) => [`${one.bench}/${one.name}`, one]),
	);
	console.log(
		`${result.machine.cpu}, ${result.machine.cores} cores, ${result.machine.memoryGb} GB, Node ${result.machine.node}, load ${result.machine.load}`,
	);
	console.log(
		comparable
			? `beside ${comparable.version} (${comparable.file}; ${comparable.machine.cpu}, Node ${comparable.machine.node}, load ${comparable.machine.load})`
			: "nothing of the same kind to compare with",
	);
	console.log(
		"\n| benchmark | figure | value | ratio | of the runs | baseline | since then |\n|---|---|---|---|---|---|---|",
	);
	for (const one of figures)
		console.log(
			`| ${one.bench} | ${one.name} | ${one.value} ${one.unit} | ${one.ratio} | ${one.rounds === 1 ? "one run" : `${one.low} to ${one.high}`} | ${one.baseline} | ${comparison(one, known.get(`${one.bench}/${one.name}`))} |`,
		);
}

/** Better or worse only where no run of one lies among the runs of the other. */
function comparison(now, then) {
	if (then === undefined) return "new";
	const change = now.ratio / then.ratio - 1;
	const [own, other] = [rangeOf(now), rangeOf(then)];
	const overlap = own[0] <= other[1] && other[0] <= own[1];
	if (overlap || Math.abs(change) < LEAST_CHANGE) return "the same";
	const isBetter = change > 0 === (now.better === "more");
	return `${isBetter ? "better" : "WORSE"}: ${change > 0 ? "+" : ""}${(change * 100).toFixed(0)}%`;
}

function rangeOf({ rounds, ratio, low, high }) {
	return rounds === 1 ? [ratio * (1 - ONCE), ratio * (1 + ONCE)] : [low, high];
}
