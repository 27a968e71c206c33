/**
 * How near each method comes to published figures. Our estimator is judged only
 * on groups of rows that it was not fitted on, beside a log-linear baseline
 * refitted on the same rows in the same folds. The figures aimed at are models'
 * figures themselves: nearness to them is no nearness to true losses.
 */
import {
	type Calibration,
	calibrate,
	costModels,
	estimateBy,
	foldOf,
	median,
	type PublishedRow,
	type PublishedRows,
	predict,
	regress,
	type Spread,
} from "../../account/costs/index.ts";
import { type Estimate, shareOf } from "../evaluate/intervals.ts";

export interface CostScore {
	readonly method: string;
	readonly rowCount: number;
	/** 10^median|log10(estimate/published)|. Null without rows. */
	readonly medianFactorError: number | null;
	readonly within2: Estimate | null;
	readonly within3: Estimate | null;
	/** Published figures inside its own low and high; null where it gives one number only. */
	readonly coverage: Estimate | null;
}

export interface CostBacktest {
	readonly rowCount: number;
	readonly usedRows: { readonly year: number; readonly event: number };
	readonly excluded: Readonly<Record<string, number>>;
	readonly folds: number;
	/** On annual rows, in the same folds. */
	readonly crossValidation: {
		readonly calibrated: CostScore;
		readonly baseline: CostScore;
		/** Whole countries left out, where no country's own effect can help. */
		readonly calibratedNewCountry: CostScore;
		readonly baselineNewCountry: CostScore;
		readonly beatsBaseline: boolean;
	};
	/** Each method on rows it has the inputs for, and was not made from, against figures that count the whole economy. */
	readonly onYears: readonly CostScore[];
	readonly onEvents: readonly CostScore[];
	readonly warning: string;
}

const FOLDS = 10;
const WARNING =
	"The targets are models' figures, not measured losses. Annual rows add up blackouts, blocked services and slow networks, which no formula of ours can take apart. Figures that a constant was worked out from prove nothing about the method that uses it.";

/**
 * Country and year of the figures that a method's constants were worked out
 * from. It is not scored on them.
 */
const MADE_FROM: Readonly<Record<string, readonly string[]>> = {
	"brookings-2016": ["NG 2021", "IR 2026"],
	"netblocks-cost": [
		"PK 2024",
		"TZ 2025",
		"KE 2024",
		"KE 2023",
		"UG 2021",
		"NG 2021",
		"IR 2019",
	],
	"cipesa-2017": ["KE 2023", "UG 2021"],
	"pide-2023": ["PK 2023"],
	"operator-revenue": ["PK 2023"],
	"tax-revenue": ["PK 2023", "PK 2024"],
};

interface Scored {
	readonly published: number;
	readonly estimate: Spread;
}

/** Runs the whole back-test. Pure: the same rows give the same scores. */
export function backtestCosts(published: PublishedRows): CostBacktest {
	const { rows } = published;
	const years = rows.filter(({ of }) => of === "year");
	const byGroup = ({ group }: PublishedRow) => group;
	const byCountry = ({ cc }: PublishedRow) => cc;
	const calibrated = score(
		"rasai-calibrated",
		heldOut(rows, byGroup, fitCalibrated).flatMap(({ row, ...one }) =>
			row.of === "year" ? [one] : [],
		),
	);
	const baseline = score("log-linear", heldOut(years, byGroup, fitBaseline));
	const economy = rows.filter(({ countsEconomy }) => countsEconomy);
	const calibrations = new Map(
		Array.from({ length: FOLDS }, (_, fold) => [
			fold,
			fitOn(rows.filter(({ group }) => foldOf(group, FOLDS) !== fold)),
		]),
	);
	const by = (some: readonly PublishedRow[]) =>
		scoreMethods(some, calibrations);
	return {
		rowCount: published.rowCount,
		usedRows: { year: years.length, event: rows.length - years.length },
		excluded: published.excluded,
		folds: FOLDS,
		crossValidation: {
			calibrated,
			baseline,
			calibratedNewCountry: score(
				"rasai-calibrated",
				heldOut(rows, byCountry, fitCalibrated).filter(
					({ row }) => row.of === "year",
				),
			),
			baselineNewCountry: score(
				"log-linear",
				heldOut(years, byCountry, fitBaseline),
			),
			beatsBaseline:
				(calibrated.medianFactorError ?? Number.POSITIVE_INFINITY) <
					(baseline.medianFactorError ?? 0) &&
				(calibrated.within3?.value ?? 0) > (baseline.within3?.value ?? 1),
		},
		onYears: by(economy.filter(({ of }) => of === "year")),
		onEvents: by(economy.filter(({ of }) => of === "event")),
		warning: WARNING,
	};
}

/** The calibration that ships, made from all usable rows. */
export const fitOn = (rows: readonly PublishedRow[]): Calibration =>
	calibrate(rows.filter(({ countsEconomy }) => countsEconomy));

type Predict = (row: PublishedRow) => Spread;

function heldOut(
	rows: readonly PublishedRow[],
	keyOf: (row: PublishedRow) => string,
	fit: (rows: readonly PublishedRow[]) => Predict,
): readonly (Scored & { readonly row: PublishedRow })[] {
	return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
		const isOut = (row: PublishedRow) => foldOf(keyOf(row), FOLDS) === fold;
		const out = rows.filter(isOut);
		if (out.length === 0) return [];
		const predictRow = fit(rows.filter((row) => !isOut(row)));
		return out.map((row) => ({
			row,
			published: row.amountUsd,
			estimate: predictRow(row),
		}));
	});
}

function fitCalibrated(rows: readonly PublishedRow[]): Predict {
	const calibration = fitOn(rows);
	return (row) => predict(calibration, row);
}

/** Least squares on GDP per head, users and hours, as the published baseline; it has no interval. */
function fitBaseline(rows: readonly PublishedRow[]): Predict {
	const x = (row: PublishedRow) => [
		1,
		Math.log(row.gdpUsd / row.population),
		Math.log(row.users),
		Math.log(row.hours),
	];
	const found = regress(
		rows.map((row) => ({ x: x(row), y: Math.log(row.amountUsd) })),
		{ penalties: [0, 0, 0, 0], isRobust: false },
	);
	return (row) => {
		const usd = Math.exp(
			x(row).reduce((sum, value, at) => sum + value * (found[at] ?? 0), 0),
		);
		return { low: usd, mid: usd, high: usd };
	};
}

function score(method: string, scored: readonly Scored[]): CostScore {
	const errors = scored.map(({ published, estimate }) =>
		Math.abs(Math.log(estimate.mid / published)),
	);
	const intervals = scored.filter(
		({ estimate }) => estimate.low < estimate.high,
	);
	const within = (factor: number) =>
		shareOf(
			errors.filter((error) => error <= Math.log(factor)).length,
			errors.length,
		) ?? null;
	return {
		method,
		rowCount: scored.length,
		medianFactorError: errors.length > 0 ? Math.exp(median(errors)) : null,
		within2: within(2),
		within3: within(3),
		coverage:
			shareOf(
				intervals.filter(
					({ published, estimate }) =>
						estimate.low <= published && published <= estimate.high,
				).length,
				intervals.length,
			) ?? null,
	};
}

/** Every method, and the range of those that count the whole economy. */
function scoreMethods(
	rows: readonly PublishedRow[],
	calibrations: ReadonlyMap<number, Calibration>,
): readonly CostScore[] {
	const scored = new Map<string, Scored[]>();
	const add = (method: string, published: number, estimate: Spread) =>
		scored.set(method, [
			...(scored.get(method) ?? []),
			{ published, estimate },
		]);
	for (const row of rows) {
		const calibration = calibrations.get(foldOf(row.group, FOLDS));
		const whole: Spread[] = [];
		for (const model of costModels(calibration)) {
			// A year's mixture is a kind of its own to our estimator; formulas see it as a full cut of its users.
			const usd =
				model.id === "rasai-calibrated"
					? calibration && row.countsEconomy
						? predict(calibration, row)
						: undefined
					: spreadOf(estimateBy(model, row.slices));
			if (!usd) continue;
			if (model.counts === "economy") whole.push(usd);
			const isMadeFrom = row.slices.some(({ year }) =>
				MADE_FROM[model.id]?.includes(`${row.cc} ${year}`),
			);
			if (!isMadeFrom) add(model.id, row.amountUsd, usd);
		}
		if (whole.length > 0) {
			const low = Math.min(...whole.map((one) => one.low));
			const high = Math.max(...whole.map((one) => one.high));
			add("range", row.amountUsd, { low, mid: Math.sqrt(low * high), high });
		}
	}
	return [...scored].map(([method, some]) => score(method, some));
}

function spreadOf({
	low,
	mid,
	high,
}: {
	readonly low: number | null;
	readonly mid: number | null;
	readonly high: number | null;
}): Spread | undefined {
	return low === null || mid === null || high === null
		? undefined
		: { low, mid, high };
}
