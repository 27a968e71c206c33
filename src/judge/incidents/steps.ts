/**
 * The steps of inference.ts: what costs nearly all of its time. The program of
 * inference.as does them, or this file where no program runs; both take sums in
 * the same order, so that numbers are equal bit by bit. What they work on lies
 * in one piece of memory, named by addresses in bytes.
 */
import {
	growMemory,
	type ProgramMemory,
	programMemory,
	startProgram,
} from "../../base/index.ts";
import { STATE_COUNT } from "./chain.ts";
import { PROGRAM } from "./inference-program.ts";
import { NOISE_KINDS, STATES } from "./model.ts";

const K = STATE_COUNT;
const ALL = NOISE_KINDS.length * K;
const BYTES = 8;
/** Bytes of one kind's probabilities, and of all. */
export const KIND_BYTES = K * BYTES;
export const STEP_BYTES = ALL * BYTES;
/** States shown as ok stand first. */
const OK_STATES = STATES.filter(({ shows }) => shows === "ok").length;
const IS_BLOCKED = STATES.map(({ shows }) => shows === "blocked");
/** A kind that holds less than this is given up: nothing brings it back. */
const NEGLIGIBLE = 1e-4;

// The memory, in bytes. inference.as knows the same places.
const MOVED = 1024;
const BETA = MOVED + STEP_BYTES;
const SUMS = BETA + STEP_BYTES;
const FREE = SUMS + 64;

export interface Steps {
	/** Nothing is moved yet. */
	begin(): void;
	/** Moves the probabilities of a kind, at `from`, by a part of a matrix given row by row. */
	move(from: number, kind: number, matrix: number, part: number): void;
	/** Weighs what was moved by the likelihoods and puts it, scaled, at `to`; `sums` are those before scaling. */
	settle(to: number, emission: number): void;
	/** Sums the probabilities of a step, at `from`, as what came after it has them. */
	look(from: number): void;
	/** Weighs the way back by the likelihoods, scaled; nothing of it has moved yet. */
	turn(emission: number, sum: number): void;
	/** Moves a kind back by a part of a matrix given column by column. */
	moveBack(kind: number, matrix: number, part: number): void;
}

export interface StepMemory {
	readonly steps: Steps;
	/** All of it as numbers; another one after `take`. */
	numbers(): Float64Array;
	/** Takes so many bytes for good, and gives their address. */
	take(bytes: number): number;
}

/** Of the last `settle` or `look`: what is ok, partly and blocked. */
export const SUM_PLACES = [
	SUMS / BYTES,
	SUMS / BYTES + 1,
	SUMS / BYTES + 2,
] as const;
export const MOVED_PLACE = MOVED / BYTES;
export const BETA_PLACE = BETA / BYTES;

const FIRST_BYTES = 1 << 20;

/** The program's own shape of the model: another one is done the plain way. */
const isShapeOfProgram =
	K === 12 &&
	NOISE_KINDS.length === 2 &&
	OK_STATES === 4 &&
	IS_BLOCKED.every((isBlocked, s) => isBlocked === (s >= 4 && s < 7));

/** Memory and the steps over it. `plain`: without the program, for comparison. */
export function createSteps({ plain = false } = {}): StepMemory {
	const memory =
		plain || !isShapeOfProgram ? undefined : programMemory(FIRST_BYTES);
	const program = memory && startProgram(PROGRAM, memory);
	return memory && program ? memoryOf(program as Steps, memory) : plainMemory();
}

function memoryOf(steps: Steps, memory: ProgramMemory): StepMemory {
	let numbers = new Float64Array(memory.buffer);
	let free = FREE;
	return {
		steps,
		numbers: () => numbers,
		take(bytes) {
			const at = free;
			free += bytes;
			if (free > memory.buffer.byteLength) {
				growMemory(memory, free);
				numbers = new Float64Array(memory.buffer);
			}
			return at;
		},
	};
}

function plainMemory(): StepMemory {
	let numbers = new Float64Array(FIRST_BYTES / BYTES);
	let free = FREE;
	return {
		steps: plainSteps(() => numbers),
		numbers: () => numbers,
		take(bytes) {
			const at = free;
			free += bytes;
			if (free > numbers.byteLength) {
				const grown = new Float64Array(
					Math.max(free / BYTES, 2 * numbers.length),
				);
				grown.set(numbers);
				numbers = grown;
			}
			return at;
		},
	};
}

function plainSteps(memory: () => Float64Array): Steps {
	const advance = (
		from: number,
		to: number,
		matrix: number,
		part: number,
	): void => {
		const all = memory();
		for (let j = 0; j < K; j++) {
			let sum = 0;
			for (let i = 0; i < K; i++)
				sum += (all[from + i] as number) * (all[matrix + i * K + j] as number);
			all[to + j] = (all[to + j] as number) + part * sum;
		}
	};
	const sumUp = (massOf: (i: number, s: number) => number): void => {
		let [ok, partly, full] = [0, 0, 0];
		for (let at = 0; at < ALL; at += K)
			for (let s = 0; s < K; s++) {
				const mass = massOf(at + s, s);
				if (s < OK_STATES) ok += mass;
				else if (IS_BLOCKED[s]) full += mass;
				else partly += mass;
			}
		memory().set([ok, partly, full], SUM_PLACES[0]);
	};
	return {
		begin: () => {
			memory().fill(0, MOVED_PLACE, MOVED_PLACE + ALL);
		},
		move: (from, kind, matrix, part) =>
			advance(from / BYTES, MOVED_PLACE + kind * K, matrix / BYTES, part),
		settle(toBytes, emissionBytes) {
			const all = memory();
			const [to, emission] = [toBytes / BYTES, emissionBytes / BYTES];
			sumUp((i, s) => {
				const mass =
					(all[MOVED_PLACE + i] as number) * (all[emission + s] as number);
				all[MOVED_PLACE + i] = mass;
				return mass;
			});
			const [ok, partly, full] = SUM_PLACES.map((at) => all[at] as number);
			const scale =
				1 / ((ok as number) + (partly as number) + (full as number));
			for (let at = 0; at < ALL; at += K) {
				let sum = 0;
				for (let i = at; i < at + K; i++) {
					const mass = (all[MOVED_PLACE + i] as number) * scale;
					all[to + i] = mass;
					sum += mass;
				}
				if (sum < NEGLIGIBLE) all.fill(0, to + at, to + at + K);
			}
		},
		look(fromBytes) {
			const all = memory();
			const from = fromBytes / BYTES;
			sumUp((i) => (all[from + i] as number) * (all[BETA_PLACE + i] as number));
		},
		turn(emissionBytes, sum) {
			const all = memory();
			const emission = emissionBytes / BYTES;
			for (let i = 0; i < ALL; i++)
				all[MOVED_PLACE + i] =
					((all[BETA_PLACE + i] as number) *
						(all[emission + (i % K)] as number)) /
					sum;
			all.fill(0, BETA_PLACE, BETA_PLACE + ALL);
		},
		moveBack: (kind, matrix, part) =>
			advance(
				MOVED_PLACE + kind * K,
				BETA_PLACE + kind * K,
				matrix / BYTES,
				part,
			),
	};
}
