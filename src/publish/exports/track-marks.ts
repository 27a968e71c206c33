/** Marks of the tracks, and what they mean. They differ in form, not in colour. */
import type { Mark } from "../../pipeline/index.ts";
import type { Fill, Shape } from "./figure.ts";

const R = 3.3;

export function markShapes(mark: Mark, x: number, y: number): readonly Shape[] {
	switch (mark) {
		case "restricted":
			return [{ kind: "circle", x, y, radius: R, isFilled: true }];
		case "working":
			return [{ kind: "circle", x, y, radius: R, isFilled: false }];
		case "word":
			return [{ kind: "circle", x, y, radius: 1.6, isFilled: true }];
		case "denial":
			return [square(x, y, false), ...cross(x, y, R - 0.9)];
		case "acknowledgement":
			return [square(x, y, true)];
		case "silence":
			return [
				{ kind: "line", x1: x - R, y1: y, x2: x + R, y2: y, tone: "ink" },
			];
		case "order":
			return [diamond(x, y, true)];
		case "kept":
			return [triangle(x, y, false)];
		case "late":
			return [triangle(x, y, false), ...cross(x, y + 0.6, R - 1.2)];
		case "missed":
			return [triangle(x, y, true)];
		case "unknown":
			return [diamond(x, y, false)];
	}
}

function square(x: number, y: number, isFilled: boolean): Shape {
	const r = R - 0.3;
	return {
		kind: "polygon",
		points: [
			[x - r, y - r],
			[x + r, y - r],
			[x + r, y + r],
			[x - r, y + r],
		],
		isFilled,
	};
}

function diamond(x: number, y: number, isFilled: boolean): Shape {
	const r = R + 0.6;
	return {
		kind: "polygon",
		points: [
			[x, y - r],
			[x + r, y],
			[x, y + r],
			[x - r, y],
		],
		isFilled,
	};
}

function triangle(x: number, y: number, isFilled: boolean): Shape {
	const r = R + 0.7;
	return {
		kind: "polygon",
		points: [
			[x - r, y - r + 0.7],
			[x + r, y - r + 0.7],
			[x, y + r],
		],
		isFilled,
	};
}

function cross(x: number, y: number, r: number): readonly Shape[] {
	return [
		{ kind: "line", x1: x - r, y1: y - r, x2: x + r, y2: y + r, tone: "ink" },
		{ kind: "line", x1: x - r, y1: y + r, x2: x + r, y2: y - r, tone: "ink" },
	];
}

const MARKS: readonly (readonly [Mark, string])[] = [
	["restricted", "says restricted"],
	["working", "says working"],
	["denial", "denial"],
	["acknowledgement", "acknowledgement"],
	["word", "other word"],
	["silence", "no comment"],
	["order", "order, filing, hearing"],
	["missed", "due, missed"],
	["late", "due, met late"],
	["kept", "due, kept"],
	["unknown", "due, outcome unknown"],
];
const FILLS: readonly (readonly [Fill, string])[] = [
	["ink", "measured: blocked"],
	["dotted", "slowed"],
	["hatched", "mixed"],
	["pale", "working"],
	["paper", "not enough data"],
];
const COLUMN = 116;
const LINE = 13;
const COLUMNS = 6;

export const LEGEND_HEIGHT = LINE * (Math.ceil(MARKS.length / COLUMNS) + 2) + 2;

export function legendShapes(top: number): readonly Shape[] {
	const label = (x: number, y: number, text: string): Shape => ({
		kind: "text",
		x,
		y,
		text,
		size: 9,
		anchor: "start",
		tone: "muted",
	});
	const marks = MARKS.flatMap(([mark, words], index): readonly Shape[] => {
		const x = (index % COLUMNS) * COLUMN + 5;
		const y = top + 8 + Math.floor(index / COLUMNS) * LINE;
		return [...markShapes(mark, x, y), label(x + 8, y + 3, words)];
	});
	const row = top + 8 + Math.ceil(MARKS.length / COLUMNS) * LINE;
	const fills = FILLS.flatMap(([fill, words], index): readonly Shape[] => {
		const x = index * COLUMN;
		return [
			{
				kind: "rect",
				x,
				y: row - 4,
				width: 12,
				height: 8,
				fill,
				...(fill === "paper" ? { isDashed: true } : {}),
			},
			label(x + 16, row + 3, words),
		];
	});
	return [
		...marks,
		...fills,
		label(
			0,
			row + LINE + 3,
			"Grey ground: restricted, as reported, or as measured where nobody reported it. Reports are no measurement of ours.",
		),
	];
}
