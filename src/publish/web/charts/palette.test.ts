/**
 * The seven states as people with a colour-vision deficiency see them, by the
 * matrices of Machado, Oliveira and Fernandes (2009), "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", for whole deficiencies;
 * and in grey.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { STATES, type State } from "../../../model/index.ts";
import { STATE_COLOURS, type StateColours } from "./textures.tsx";
import { SHADES } from "./world-map.tsx";

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const VISIONS: Readonly<Record<string, Matrix>> = {
	common: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
	grey: [
		[0.2126, 0.7152, 0.0722],
		[0.2126, 0.7152, 0.0722],
		[0.2126, 0.7152, 0.0722],
	],
};

/** Of sRGB, as WCAG 2.2 defines relative luminance. */
const linear = (hex: string): Rgb => {
	const part = (at: number): number => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [part(1), part(3), part(5)];
};

function luminance(hex: string, vision: Matrix): number {
	const [r, g, b] = linear(hex);
	const [red, green, blue] = vision.map(([x, y, z]) =>
		Math.min(1, Math.max(0, x * r + y * g + z * b)),
	);
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string, vision: Matrix): number {
	const [low = 0, high = 0] = [
		luminance(one, vision),
		luminance(other, vision),
	].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

const coloursOf = (state: State): StateColours => STATE_COLOURS[state];
const plain = STATES.filter((state) => coloursOf(state).mark === undefined);

for (const [name, vision] of Object.entries(VISIONS)) {
	test(`textures can be seen, ${name}: each mark stands out from its ground by 3 to 1`, () => {
		for (const state of STATES) {
			const { ground, mark } = coloursOf(state);
			if (mark === undefined) continue;
			const seen = contrast(ground, mark, vision);
			assert.ok(seen >= 3, `${state}: ${seen.toFixed(2)}`);
		}
	});

	test(`blocked and reachable, which have no texture, are far apart, ${name}`, () => {
		assert.deepEqual(plain, ["blocked", "ok"]);
		const { blocked, ok } = STATE_COLOURS;
		assert.ok(contrast(blocked.ground, ok.ground, vision) >= 7);
	});

	test(`countries of the map that are restricted, measured and unknown are told apart by their shade alone, ${name}`, () => {
		const { restricted, measured, unknown } = SHADES;
		assert.ok(contrast(restricted, measured, vision) >= 3);
		assert.ok(contrast(measured, unknown, vision) >= 1.5);
	});

	test(`reachable is not taken for an empty day, ${name}`, () => {
		const { ok, insufficient } = STATE_COLOURS;
		const seen = contrast(ok.ground, insufficient.ground, vision);
		assert.ok(seen >= 1.3, seen.toFixed(2));
	});
}
