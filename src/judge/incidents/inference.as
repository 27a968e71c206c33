/**
 * The inner loop of inference.ts, in AssemblyScript, compiled by
 * `node scripts/programs.mjs`: one step of the filter, and one of the way back.
 * Sums are taken in the order of steps.ts, so that numbers are the same bit by
 * bit. Addresses are in bytes; steps.ts knows the same places.
 */

/** States of a kind of noise; those shown as ok stand first; those that are blocked are from one to another. */
const K: usize = 12;
const OK: usize = 4;
const BLOCKED_FROM: usize = 4;
const BLOCKED_UNTIL: usize = 7;
const KIND: usize = K * 8;
const ALL: usize = 2 * KIND;
const NEGLIGIBLE: f64 = 1e-4;

const MOVED: usize = 1024;
const BETA: usize = MOVED + ALL;
/** Sums of the states that are ok, partly and blocked. */
const SUMS: usize = BETA + ALL;

/** to += part * (from * matrix): each lane adds up by rows, as the plain way does. */
@inline function advance(from: usize, to: usize, matrix: usize, part: f64): void {
	let a = f64x2.splat(0);
	let b = a;
	let c = a;
	let d = a;
	let e = a;
	let f = a;
	for (let i: usize = 0; i < K; i++) {
		const value = v128.load64_splat(from + i * 8);
		const row = matrix + i * KIND;
		a = f64x2.add(a, f64x2.mul(value, v128.load(row)));
		b = f64x2.add(b, f64x2.mul(value, v128.load(row, 16)));
		c = f64x2.add(c, f64x2.mul(value, v128.load(row, 32)));
		d = f64x2.add(d, f64x2.mul(value, v128.load(row, 48)));
		e = f64x2.add(e, f64x2.mul(value, v128.load(row, 64)));
		f = f64x2.add(f, f64x2.mul(value, v128.load(row, 80)));
	}
	const p = f64x2.splat(part);
	v128.store(to, f64x2.add(v128.load(to), f64x2.mul(p, a)));
	v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(p, b)), 16);
	v128.store(to, f64x2.add(v128.load(to, 32), f64x2.mul(p, c)), 32);
	v128.store(to, f64x2.add(v128.load(to, 48), f64x2.mul(p, d)), 48);
	v128.store(to, f64x2.add(v128.load(to, 64), f64x2.mul(p, e)), 64);
	v128.store(to, f64x2.add(v128.load(to, 80), f64x2.mul(p, f)), 80);
}

@inline function add(sum: usize, mass: f64): void {
	store<f64>(SUMS + sum * 8, load<f64>(SUMS + sum * 8) + mass);
}

@inline function clearSums(): void {
	memory.fill(SUMS, 0, 24);
}

@inline function addState(s: usize, mass: f64): void {
	if (s < OK) add(0, mass);
	else if (s >= BLOCKED_FROM && s < BLOCKED_UNTIL) add(2, mass);
	else add(1, mass);
}

/** Nothing is moved yet. */
export function begin(): void {
	memory.fill(MOVED, 0, ALL);
}

/** Moves the probabilities of a kind, at `from`, by a part of a matrix. */
export function move(from: usize, kind: usize, matrix: usize, part: f64): void {
	advance(from, MOVED + kind * KIND, matrix, part);
}

/** Weighs what was moved by the likelihoods and puts it, scaled, at `to`. */
export function settle(to: usize, emission: usize): void {
	clearSums();
	for (let kind: usize = 0; kind < ALL; kind += KIND)
		for (let s: usize = 0; s < K; s++) {
			const at = MOVED + kind + s * 8;
			const mass = load<f64>(at) * load<f64>(emission + s * 8);
			store<f64>(at, mass);
			addState(s, mass);
		}
	const scale =
		1 / (load<f64>(SUMS) + load<f64>(SUMS, 8) + load<f64>(SUMS, 16));
	for (let kind: usize = 0; kind < ALL; kind += KIND) {
		let sum: f64 = 0;
		for (let i: usize = kind; i < kind + KIND; i += 8) {
			const mass = load<f64>(MOVED + i) * scale;
			store<f64>(to + i, mass);
			sum += mass;
		}
		if (sum < NEGLIGIBLE) memory.fill(to + kind, 0, KIND);
	}
}

/** Sums the probabilities of a step, at `from`, as what came after it has them. */
export function look(from: usize): void {
	clearSums();
	for (let kind: usize = 0; kind < ALL; kind += KIND)
		for (let s: usize = 0; s < K; s++) {
			const i = kind + s * 8;
			addState(s, load<f64>(from + i) * load<f64>(BETA + i));
		}
}

/** Weighs the way back by the likelihoods, scaled; nothing of it has moved yet. */
export function turn(emission: usize, sum: f64): void {
	for (let kind: usize = 0; kind < ALL; kind += KIND)
		for (let s: usize = 0; s < K; s++) {
			const i = kind + s * 8;
			store<f64>(
				MOVED + i,
				(load<f64>(BETA + i) * load<f64>(emission + s * 8)) / sum,
			);
		}
	memory.fill(BETA, 0, ALL);
}

/** Moves a kind back by a part of a matrix, given column by column. */
export function moveBack(kind: usize, matrix: usize, part: f64): void {
	advance(MOVED + kind * KIND, BETA + kind * KIND, matrix, part);
}
