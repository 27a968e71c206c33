/**
 * The whole archive on paper: a simulation, day by day, of what docs/scale.md
 * says. Its inputs are measured figures (`COSTS`, from the runs that the page
 * names) and assumptions (`PLANS`, `USE`).
 */

/** What a step costs. Seconds of one core and bytes, each a measurement. */
interface Costs {
	readonly readS: number;
	readonly judgeS: number;
	readonly loadS: number;
	readonly rawBytes: number;
	readonly shardBytes: number;
	readonly rowBytes: number;
}

/** Measured on two cores of an AMD EPYC that other work shared: docs/scale.md. */
const COSTS: Readonly<Record<string, Costs>> = {
	"small records (13 kB)": {
		readS: 251e-6,
		judgeS: 230e-6,
		loadS: 100e-6,
		rawBytes: 2336,
		shardBytes: 3932,
		rowBytes: 520,
	},
	"large records (36 kB)": {
		readS: 432e-6,
		judgeS: 230e-6,
		loadS: 100e-6,
		rawBytes: 8340,
		shardBytes: 4131,
		rowBytes: 520,
	},
};

interface Plan {
	readonly name: string;
	/** Cores that read archives. */
	readonly readCores: number;
	/** Folding and judging is one process. */
	readonly judgeCores: number;
	readonly loadCores: number;
	/** What comes over the network, bytes a second. */
	readonly bandwidth: number;
}

const PLANS: readonly Plan[] = [
	{
		name: "one machine, 2 cores, 100 Mbit/s",
		readCores: 1,
		judgeCores: 0.5,
		loadCores: 0.5,
		bandwidth: 12.5e6,
	},
	{
		name: "three machines, 8 cores each, 1 Gbit/s",
		readCores: 20,
		judgeCores: 1,
		loadCores: 1,
		bandwidth: 125e6,
	},
];

const HISTORY = 2e9;
const A_DAY = 1.5e6;
const DAY_S = 86_400;
/** Share of the time that a step really works: restarts, uneven parts, other work. Assumed. */
const USE = 0.7;
const LONGEST_DAYS = 3650;

/** Measurements a day that each step can take. */
function capacities(
	plan: Plan,
	costs: Costs,
): Readonly<Record<string, number>> {
	const day = DAY_S * USE;
	return {
		download: (day * plan.bandwidth) / costs.rawBytes,
		read: (day * plan.readCores) / costs.readS,
		"fold and judge": (day * plan.judgeCores) / costs.judgeS,
		load: (day * plan.loadCores) / costs.loadS,
	};
}

/** Days until the past is in, and the step that is slowest; undefined where new measurements alone are too many. */
function simulate(
	plan: Plan,
	costs: Costs,
	times: number,
): {
	readonly days: number | undefined;
	readonly slowest: string;
	readonly use: number;
} {
	const steps = Object.entries(capacities(plan, costs));
	const [slowest = "", least = 0] =
		steps.toSorted((a, b) => a[1] - b[1])[0] ?? [];
	const left = steps.map(() => 0);
	let source = HISTORY * times;
	for (let day = 1; day <= LONGEST_DAYS; day++) {
		// A weekly rhythm: fewer people measure on two days of seven.
		const fresh = A_DAY * times * (day % 7 < 2 ? 0.8 : 1.08);
		let arriving = fresh + source;
		source = 0;
		steps.forEach(([, capacity], index) => {
			const waiting = (left[index] ?? 0) + arriving;
			arriving = Math.min(waiting, capacity);
			left[index] = waiting - arriving;
		});
		if (left.every((waiting) => waiting === 0))
			return { days: day, slowest, use: (A_DAY * times) / least };
	}
	return { days: undefined, slowest, use: (A_DAY * times) / least };
}

for (const [mix, costs] of Object.entries(COSTS)) {
	console.log(`\n${mix}, a million measurements:`);
	console.log(
		`  core seconds: read ${(costs.readS * 1e6).toFixed(0)}, fold and judge ${(costs.judgeS * 1e6).toFixed(0)}, load ${(costs.loadS * 1e6).toFixed(0)}`,
	);
	console.log(
		`  GB: raw ${(costs.rawBytes / 1e3).toFixed(1)}, waiting as shards ${(costs.shardBytes / 1e3).toFixed(1)}, in ClickHouse ${(costs.rowBytes / 1e3).toFixed(2)}`,
	);
	for (const plan of PLANS)
		for (const times of [1, 10, 100]) {
			const { days, slowest, use } = simulate(plan, costs, times);
			const rows = (HISTORY * times * costs.rowBytes) / 1e12;
			const daily = (A_DAY * times * costs.rowBytes) / 1e9;
			console.log(
				`  ${plan.name}, ${times} x: ${days === undefined ? "never catches up in ten years" : `the past is in after ${days} days`}; slowest is ${slowest} (new measurements use ${(use * 100).toFixed(1)}% of it); ClickHouse ${rows.toFixed(1)} TB and ${daily.toFixed(1)} GB a day more`,
			);
		}
}
