/**
 * The model's Markov chain: one hour's transition matrix and its powers. An
 * empty hour says nothing about the state and lets it move on; a run of g
 * empty hours is the g-th power, made from squarings and kept, so that time
 * is spent only on hours that hold data.
 */
import { COUNTRY_LIFT, START, STATES } from "./model.ts";

export const STATE_COUNT = STATES.length;

const POSITION = new Map(STATES.map(({ name }, index) => [name, index]));

/** Position of a state. Throws RangeError on a name that is none. */
function position(name: string): number {
	const found = POSITION.get(name);
	if (found === undefined) throw new RangeError(`no state ${name}`);
	return found;
}

/** Row-major one-hour transition matrix; `lifted`: while the country's other networks are restricted. */
function hourMatrix(lifted: boolean, noiseEveryHours: number): Float64Array {
	const size = STATE_COUNT;
	const matrix = new Float64Array(size * size);
	STATES.forEach((from, row) => {
		const total = Object.values(from.next).reduce((sum, one) => sum + one, 0);
		let stay = 1;
		const move = (name: string, probability: number): void => {
			const at = row * size + position(name);
			matrix[at] = (matrix[at] ?? 0) + probability;
			stay -= probability;
		};
		for (const [name, weight] of Object.entries(from.next)) {
			const toRestricted = STATES[position(name)]?.shows !== "ok";
			const isOnset = from.name === "quiet" && toRestricted;
			move(
				name,
				((weight / total) * (isOnset && lifted ? COUNTRY_LIFT : 1)) /
					from.meanHours,
			);
		}
		if (from.name === "quiet") move("noise", 1 / noiseEveryHours);
		matrix[row * size + row] = stay;
	});
	return matrix;
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
	const size = STATE_COUNT;
	const product = new Float64Array(size * size);
	for (let i = 0; i < size; i++)
		for (let j = 0; j < size; j++) {
			const left = a[i * size + j] ?? 0;
			for (let m = 0; m < size; m++)
				product[i * size + m] =
					(product[i * size + m] ?? 0) + left * (b[j * size + m] ?? 0);
		}
	return product;
}

/** A gap of more than this many hours is treated as this long: the chain has forgotten by then. */
const LONGEST_GAP = 2 ** 18;

/** A transition matrix, row by row and column by column. */
export interface Transition {
	readonly rows: Float64Array;
	readonly columns: Float64Array;
}

function transpose(matrix: Float64Array): Float64Array {
	return matrix.map(
		(_, i) =>
			matrix[(i % STATE_COUNT) * STATE_COUNT + Math.floor(i / STATE_COUNT)] ??
			0,
	);
}

/** Gives the transition over a number of hours, made anew each time. */
export function createPowers(
	lifted: boolean,
	noiseEveryHours: number,
): (hours: number) => Transition {
	const squares = [hourMatrix(lifted, noiseEveryHours)];
	return (given) => {
		const hours = Math.min(given, LONGEST_GAP);
		let rows: Float64Array | undefined;
		for (let bit = 0; 2 ** bit <= hours; bit++) {
			const last = squares[bit - 1];
			if (bit === squares.length && last) squares.push(multiply(last, last));
			const square = squares[bit] as Float64Array;
			if ((hours >>> bit) & 1) rows = rows ? multiply(rows, square) : square;
		}
		const made = rows as Float64Array;
		return { rows: made, columns: transpose(made) };
	};
}

/** Probability of each state at the first hour. */
export function startProbabilities(): Float64Array {
	const start = new Float64Array(STATE_COUNT);
	let sum = 0;
	for (const weight of Object.values(START)) sum += weight;
	for (const [name, weight] of Object.entries(START))
		start[position(name)] = weight / sum;
	return start;
}
