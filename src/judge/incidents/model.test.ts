import assert from "node:assert/strict";
import test from "node:test";
import { logBetaBinomial, logGamma } from "./beta-binomial.ts";
import { createPowers, STATE_COUNT, startProbabilities } from "./chain.ts";
import { createEngine } from "./inference.ts";
import { BACKGROUND_PRIOR, STATES } from "./model.ts";

const near = (value: number, wanted: number, within: number): void =>
	assert.ok(Math.abs(value - wanted) <= within, `${value}, not ${wanted}`);

test("log gamma gives factorials", () => {
	let factorial = 1;
	for (let n = 1; n < 20; n++) {
		near(logGamma(n), Math.log(factorial), 1e-8);
		factorial *= n;
	}
	near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-9);
});

test("the beta-binomial sums to 1, has its mean, and without correlation is the binomial", () => {
	const choose = (n: number, k: number): number =>
		Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));
	for (const [n, mean, correlation] of [
		[1, 0.2, 0.1],
		[7, 0.03, 0.02],
		[40, 0.5, 0.3],
	] as const) {
		let [sum, first] = [0, 0];
		for (let k = 0; k <= n; k++) {
			const p =
				choose(n, k) * Math.exp(logBetaBinomial(k, n, mean, correlation));
			sum += p;
			first += k * p;
		}
		near(sum, 1, 1e-8);
		near(first, n * mean, 1e-7);
	}
	near(
		logBetaBinomial(3, 10, 0.3, 1e-7),
		3 * Math.log(0.3) + 7 * Math.log(0.7),
		1e-4,
	);
});

test("every state leads to states of the model, ok states stand first, and rows sum to 1", () => {
	const names = new Set(STATES.map(({ name }) => name));
	for (const { name, next } of STATES)
		for (const to of Object.keys(next))
			assert.ok(names.has(to) && to !== name, `${name} to ${to}`);
	const firstRestricted = STATES.findIndex(({ shows }) => shows !== "ok");
	assert.ok(STATES.slice(firstRestricted).every(({ shows }) => shows !== "ok"));
	near(
		startProbabilities().reduce((sum, one) => sum + one, 0),
		1,
		1e-12,
	);
	for (const lifted of [false, true]) {
		const powers = createPowers(lifted, 600);
		for (const hours of [1, 24, 4000]) {
			const { rows, columns } = powers(hours);
			for (let i = 0; i < STATE_COUNT; i++) {
				const row = rows.subarray(i * STATE_COUNT, (i + 1) * STATE_COUNT);
				near(
					row.reduce((sum, one) => sum + one, 0),
					1,
					1e-9,
				);
				assert.ok(row.every((one) => one >= 0));
				for (let j = 0; j < STATE_COUNT; j++)
					assert.equal(columns[j * STATE_COUNT + i], row[j]);
			}
		}
	}
});

test("a gap of g hours is the chain moved on hour by hour", () => {
	const powers = createPowers(false, 600);
	const { rows: one } = powers(1);
	let row = new Float64Array(STATE_COUNT);
	row[0] = 1;
	for (let hour = 0; hour < 37; hour++)
		row = Float64Array.from(row, (_, j) =>
			row.reduce(
				(sum, mass, i) => sum + mass * (one[i * STATE_COUNT + j] ?? 0),
				0,
			),
		);
	powers(37)
		.rows.subarray(0, STATE_COUNT)
		.forEach((value, j) => {
			near(value, row[j] ?? 0, 1e-12);
		});
});

/*
 * By hand, for one blocked session at the first hour (k = n = 1). Background
 * 0.4 / 12.4 = 0.0323, taken to the step 0.0316. Prior by condition, of the
 * weights that sum to 0.982 + ... = START's sum S: quiet and restive 0.905,
 * noise 0.005, blocked 0.002 + 0.005 + 0.05 = 0.057, mostly 0.015.
 *   ok:      0.905 x 0.032                          = 0.0290
 *   noise:   0.005 x (0.032 + 0.968 x 0.28 = 0.303) = 0.0015
 *   blocked: 0.057 x (0.032 + 0.968 x 0.93 = 0.932) = 0.0531
 *   mostly:  0.015 x (0.032 + 0.968 x 0.55 = 0.564) = 0.0085
 * Odds restricted to ok: 0.0616 / 0.0305 = 2.02; log-odds 0.70.
 */
test("one blocked session at the start: log-odds as worked out by hand", () => {
	const engine = createEngine(BACKGROUND_PRIOR);
	const { logOdds, restricted } = engine.filter({
		hours: [0],
		k: [1],
		n: [1],
	});
	near(logOdds[0] ?? 0, 0.7, 0.05);
	near(restricted[0] ?? 0, 2.02 / 3.02, 0.01);
});

test("P4: what one session says is far from the threshold, whichever it says", () => {
	const engine = createEngine(BACKGROUND_PRIOR);
	for (const k of [0, 1])
		assert.ok(
			Math.abs(engine.filter({ hours: [0], k: [k], n: [1] }).logOdds[0] ?? 0) <
				6,
		);
});
