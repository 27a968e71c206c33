/**
 * Our own estimator: a log-linear line through published estimates, with a
 * partly pooled effect of each country. Its interval is made from its errors on
 * rows that it was not fitted on, so it carries all that the line does not know.
 */
import { sha256Hex } from "../../base/index.ts";
import { dot, type RegressionRow, regress } from "./regression.ts";
import type { CostKind, Spread } from "./types.ts";

/** What the estimator asks of an event. `mixed`: a year's restrictions of all kinds, added up. */
export interface CalibrationCase {
	readonly cc: string;
	readonly kind: CostKind | "mixed";
	readonly gdpUsd: number;
	readonly population: number;
	readonly users: number;
	readonly hours: number;
}

export interface CalibrationRow extends CalibrationCase {
	readonly id: string;
	/** Rows about one event share it, and never lie on both sides of a fold. */
	readonly group: string;
	readonly amountUsd: number;
}

export interface Calibration {
	/** By column of COLUMNS. */
	readonly coefficients: readonly number[];
	/** Logarithms, by country code; a country not listed has none. */
	readonly countries: Readonly<Record<string, number>>;
	/** Half of the 90% interval, as a logarithm: of a year's restrictions, and of a single event. */
	readonly halfWidths: { readonly year: number; readonly event: number };
	readonly rowCount: number;
}

export const COLUMNS = [
	"one",
	"lnGdpPerHead",
	"lnUsers",
	"lnHours",
	"lnUsersPerHead",
	"lnUsersPerHeadByLnHours",
	"isWhole",
	"isPart",
	"isService",
] as const;
/** Kinds of single events are few: their effects are drawn to those of the annual rows. */
const PENALTIES = [0, 0, 0, 0, 0, 0, 1, 1, 1];
/** A country's effect is held to vary as much as the noise. Not tuned. */
const COUNTRY_PENALTY = 1;
/** About 400 hours, the middle of the annual rows; it moves no prediction. */
const CENTRAL_LN_HOURS = 6;
const COVERAGE = 0.9;
/** With fewer single events than this, all errors make their interval. */
const LEAST_EVENTS = 10;
const INNER_FOLDS = 10;

/** Fold of a group, the same on every machine. */
export function foldOf(group: string, folds: number): number {
	return Number.parseInt(sha256Hex(group).slice(0, 8), 16) % folds;
}

/** Fits line and interval. Rows must have positive numbers. */
export function calibrate(rows: readonly CalibrationRow[]): Calibration {
	const errors = heldOutErrors(rows);
	const ofYears = errors.filter(({ kind }) => kind === "mixed");
	const ofEvents = errors.filter(({ kind }) => kind !== "mixed");
	return {
		...fitLine(rows),
		halfWidths: {
			year: coveringWidth(ofYears),
			event: coveringWidth(ofEvents.length < LEAST_EVENTS ? errors : ofEvents),
		},
		rowCount: rows.length,
	};
}

/** The error that so many of 100 do not pass, with the correction for few errors. */
function coveringWidth(errors: readonly HeldOutError[]): number {
	const sorted = errors.map(({ error }) => error).sort((a, b) => a - b);
	const rank = Math.ceil(COVERAGE * (sorted.length + 1)) - 1;
	return sorted[Math.min(rank, sorted.length - 1)] ?? Number.NaN;
}

/** A calibration from its file; undefined where the file has another shape or other columns. */
export function readCalibration(value: unknown): Calibration | undefined {
	const one = value as Partial<Calibration> | null;
	const isWhole =
		Array.isArray(one?.coefficients) &&
		one.coefficients.length === COLUMNS.length &&
		[
			...one.coefficients,
			...Object.values(one.countries ?? {}),
			one.halfWidths?.year,
			one.halfWidths?.event,
			one.rowCount,
		].every((number) => Number.isFinite(number));
	return isWhole ? (one as Calibration) : undefined;
}

/** Median of the interval and its ends, in dollars. */
export function predict(
	calibration: Calibration,
	one: CalibrationCase,
): Spread {
	const mid = predictLn(calibration, one);
	const { year, event } = calibration.halfWidths;
	const half = one.kind === "mixed" ? year : event;
	return {
		low: Math.exp(mid - half),
		mid: Math.exp(mid),
		high: Math.exp(mid + half),
	};
}

type Line = Pick<Calibration, "coefficients" | "countries">;

function predictLn({ coefficients, countries }: Line, one: CalibrationCase) {
	return dot(columnsOf(one), coefficients) + (countries[one.cc] ?? 0);
}

function columnsOf(one: CalibrationCase): readonly number[] {
	const { kind } = one;
	const reach = Math.log(one.users / one.population);
	return [
		1,
		Math.log(one.gdpUsd / one.population),
		Math.log(one.users),
		Math.log(one.hours),
		reach,
		// Many hours that reach few people are regional or of one service: an hour more then counts for less.
		reach * (Math.log(one.hours) - CENTRAL_LN_HOURS),
		Number(kind === "full"),
		Number(kind === "mobile" || kind === "regional" || kind === "throttling"),
		Number(kind === "service"),
	];
}

function fitLine(rows: readonly CalibrationRow[]): Line {
	const codes = [...new Set(rows.map(({ cc }) => cc))].sort();
	const lines = rows.map(
		(row): RegressionRow => ({
			x: [...columnsOf(row), ...codes.map((cc) => Number(cc === row.cc))],
			y: Math.log(row.amountUsd),
		}),
	);
	const found = regress(lines, {
		penalties: [...PENALTIES, ...codes.map(() => COUNTRY_PENALTY)],
		isRobust: true,
	});
	return {
		coefficients: found.slice(0, COLUMNS.length),
		countries: Object.fromEntries(
			codes.map((cc, at) => [cc, found[COLUMNS.length + at] ?? 0]),
		),
	};
}

interface HeldOutError {
	readonly kind: CalibrationRow["kind"];
	/** As a logarithm, without sign. */
	readonly error: number;
}

/** Errors on groups that were left out. */
function heldOutErrors(rows: readonly CalibrationRow[]): HeldOutError[] {
	const errors: HeldOutError[] = [];
	for (let fold = 0; fold < INNER_FOLDS; fold++) {
		const isOut = ({ group }: CalibrationRow) =>
			// Not the split of the back-test: what is left there would leave a fold empty here.
			foldOf(`inner ${group}`, INNER_FOLDS) === fold;
		const out = rows.filter(isOut);
		if (out.length === 0) continue;
		const line = fitLine(rows.filter((row) => !isOut(row)));
		for (const row of out)
			errors.push({
				kind: row.kind,
				error: Math.abs(Math.log(row.amountUsd) - predictLn(line, row)),
			});
	}
	return errors;
}
