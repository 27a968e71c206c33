/**
 * Linear regression with a penalty for each column and Huber's weights, so that
 * one odd row does not bend the line (Huber, Ann. Math. Stat. 35, 1964). The
 * penalty is the prior of a random effect: with 1, a column's effect is held to
 * vary as much as the noise does.
 */

/** Huber's constant: 95% efficient where errors are normal. */
const HUBER = 1.345;
const ROUNDS = 30;

export interface RegressionRow {
	readonly x: readonly number[];
	readonly y: number;
}

export interface RegressionOptions {
	/** For each column; 0: free. */
	readonly penalties: readonly number[];
	readonly isRobust: boolean;
}

/** Coefficients by column. */
export function regress(
	rows: readonly RegressionRow[],
	{ penalties, isRobust }: RegressionOptions,
): readonly number[] {
	let weights = rows.map(() => 1);
	let coefficients = solveWeighted(rows, weights, penalties);
	for (let round = 0; isRobust && round < ROUNDS; round++) {
		const errors = rows.map(({ x, y }) => Math.abs(y - dot(x, coefficients)));
		const scale = 1.4826 * median(errors);
		weights = errors.map((error) =>
			Math.min(1, (HUBER * scale) / Math.max(error, 1e-9)),
		);
		coefficients = solveWeighted(rows, weights, penalties);
	}
	return coefficients;
}

export function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return (
		((sorted[Math.ceil(half) - 1] ?? Number.NaN) +
			(sorted[Math.floor(half)] ?? Number.NaN)) /
		2
	);
}

function solveWeighted(
	rows: readonly RegressionRow[],
	weights: readonly number[],
	penalties: readonly number[],
): readonly number[] {
	const size = penalties.length;
	const matrix = penalties.map((penalty, i) =>
		Array.from({ length: size + 1 }, (_, j) => (i === j ? penalty : 0)),
	);
	rows.forEach(({ x, y }, at) => {
		const weight = weights[at] ?? 0;
		matrix.forEach((line, i) => {
			const left = weight * (x[i] ?? 0);
			if (left === 0) return;
			for (let j = 0; j < size; j++)
				line[j] = (line[j] ?? 0) + left * (x[j] ?? 0);
			line[size] = (line[size] ?? 0) + left * y;
		});
	});
	return eliminate(matrix);
}

/** Gauss-Jordan with row exchange. A column that nothing tells of gets 0. */
function eliminate(matrix: number[][]): readonly number[] {
	const size = matrix.length;
	for (let column = 0; column < size; column++) {
		let best = column;
		for (let row = column; row < size; row++)
			if (at(matrix, row, column) ** 2 > at(matrix, best, column) ** 2)
				best = row;
		const pivotLine = matrix[best] ?? [];
		matrix[best] = matrix[column] ?? [];
		matrix[column] = pivotLine;
		const pivot = pivotLine[column] ?? 0;
		if (Math.abs(pivot) < 1e-12) continue;
		for (let row = 0; row < size; row++) {
			const line = matrix[row];
			if (!line || row === column) continue;
			const factor = (line[column] ?? 0) / pivot;
			if (factor === 0) continue;
			for (let j = column; j <= size; j++)
				line[j] = (line[j] ?? 0) - factor * (pivotLine[j] ?? 0);
		}
	}
	return matrix.map((line, row) => {
		const pivot = line[row] ?? 0;
		return Math.abs(pivot) < 1e-12 ? 0 : (line[size] ?? 0) / pivot;
	});
}

const at = (matrix: readonly number[][], row: number, column: number): number =>
	matrix[row]?.[column] ?? 0;
