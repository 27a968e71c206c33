/** The figure of a dossier: what was measured, said and due, over one axis of time (P12). */
import { intervalOf, type RecordTime } from "../../account/record/index.ts";
import type {
	Dossier,
	Lane,
	MeasuredBin,
	TrackItem,
} from "../../pipeline/index.ts";
import { FIGURE_WIDTH, type Figure, type Fill, type Shape } from "./figure.ts";
import { axisShapes, dayMs } from "./time-axis.ts";
import { LEGEND_HEIGHT, legendShapes, markShapes } from "./track-marks.ts";

const LEFT = 132;
const RIGHT = FIGURE_WIDTH - 10;
const ROW = 9;
const PAD = 7;
/** Room that a mark takes on its row. */
const MARK_ROOM = 8.5;
const LETTER_ROOM = 12;

const LANES: readonly {
	readonly lane: Lane;
	readonly track: string;
	readonly name: string;
}[] = [
	{ lane: "reported", track: "SAID", name: "others' reports" },
	{ lane: "state", track: "", name: "the state" },
	{ lane: "others", track: "", name: "others" },
	{ lane: "orders", track: "DUE", name: "orders and courts" },
	{ lane: "deadlines", track: "", name: "deadlines" },
];

type Scale = (ms: number) => number;

export function tracksFigure(dossier: Dossier): Figure {
	const { tracks, title, isEmulated } = dossier;
	const [from, to] = [dayMs(tracks.since), dayMs(tracks.until)];
	const x: Scale = (ms) => LEFT + ((ms - from) / (to - from)) * (RIGHT - LEFT);
	const shapes: Shape[] = [];
	let y = 20;
	shapes.push(text(0, 12, title, 10.5, { isBold: true }));
	if (isEmulated)
		shapes.push(
			text(RIGHT, 12, "emulated data", 10, { isBold: true, anchor: "end" }),
		);
	const letters = letterShapes(dossier, x, y);
	y += letters.height + 4;
	const top = y;
	const lanes: Shape[] = [];
	y = measuredLane(dossier, x, y, lanes);
	for (const { lane, track, name } of LANES) {
		lanes.push(rule(y));
		const items = tracks.items.filter(
			(item) => item.lane === lane && isWithin(middleMs(item.when), from, to),
		);
		const rows = packed(items, x, lane);
		const height = Math.max(1, rows.length) * ROW + PAD * 2;
		const middle = y + height / 2;
		lanes.push(...laneName(track, name, middle));
		for (const [index, row] of rows.entries())
			for (const item of row)
				lanes.push(...itemShapes(item, x, y + PAD + ROW * (index + 0.5)));
		y += height;
	}
	lanes.push(rule(y));
	shapes.push(
		...restrictedSpan(dossier, x, top, y),
		...letters.lines(top, y),
		...lanes,
		...axisShapes(tracks.since, tracks.until, x, y),
		...letters.shapes,
	);
	y += 24;
	shapes.push(...legendShapes(y));
	return {
		title: `Three tracks: ${title}`,
		description: `Measured: ${dossier.measured.nothing ?? "see the table of networks"}. ${tracks.items.length} marks of what was said and due; the list of exhibits tells each.`,
		height: Math.ceil(y + LEGEND_HEIGHT),
		shapes,
	};
}

function text(
	x: number,
	y: number,
	words: string,
	size: number,
	more: Partial<Extract<Shape, { kind: "text" }>> = {},
): Shape {
	return {
		kind: "text",
		x,
		y,
		text: words,
		size,
		anchor: "start",
		tone: "ink",
		...more,
	};
}

function rule(y: number): Shape {
	return { kind: "line", x1: 0, y1: y, x2: RIGHT, y2: y, tone: "faint" };
}

function laneName(track: string, name: string, y: number): readonly Shape[] {
	const label = text(52, y + 3, name, 9.5);
	return track
		? [text(0, y + 3, track, 8.5, { isBold: true }), label]
		: [label];
}

/** The span for which the record, or where it tells of none a measurement, says that it was restricted. */
function restrictedSpan(
	{ tracks }: Dossier,
	x: Scale,
	top: number,
	bottom: number,
): readonly Shape[] {
	const at = (what: string) =>
		tracks.moments.find((moment) => moment.what.startsWith(what));
	const start = at("start") ?? at("beginning");
	const end = at("restoration") ?? at("end");
	if (!start) return [];
	const [left, right] = [
		x(startOf(start.when)),
		end ? x(startOf(end.when)) : RIGHT,
	];
	return [
		{
			kind: "rect",
			x: left,
			y: top,
			width: right - left,
			height: bottom - top,
			fill: "wash",
		},
	];
}

function measuredLane(
	{ measured }: Dossier,
	x: Scale,
	y: number,
	lanes: Shape[],
): number {
	const height = 30;
	const bar = { y: y + 8, height: 14 };
	lanes.push(rule(y), ...laneName("MEASURED", "", y + height / 2));
	if (measured.nothing !== undefined) {
		const [left, right] = [
			x(Date.parse(measured.since)),
			x(Date.parse(measured.until)),
		];
		lanes.push(
			{
				kind: "rect",
				x: left,
				width: Math.max(4, right - left),
				...bar,
				fill: "paper",
				isDashed: true,
			},
			text((left + right) / 2, bar.y + 10.5, "no measurement", 9, {
				anchor: "middle",
				tone: "muted",
			}),
		);
	}
	for (const bin of measured.bins) {
		const [left, right] = [x(dayMs(bin.since)), x(dayMs(bin.until))];
		const fill = binFill(bin);
		lanes.push({
			kind: "rect",
			x: left,
			width: Math.max(1, right - left - 0.4),
			...bar,
			fill,
			...(fill === "paper" ? { isDashed: true } : {}),
		});
	}
	return y + height;
}

function binFill({ numbers: { found } }: MeasuredBin): Fill {
	switch (found) {
		case "restricted":
			return "ink";
		case "slowed":
			return "dotted";
		case "mixed":
			return "hatched";
		case "working":
			return "pale";
		case "insufficient":
			return "paper";
	}
}

const startOf = (time: RecordTime): number => {
	const { since, until } = intervalOf(time);
	return Date.parse(since ?? until);
};

/** A mark stands in the middle of the time that its source gives. */
const middleMs = (time: RecordTime): number =>
	(startOf(time) + Date.parse(intervalOf(time).until)) / 2;

const isWithin = (ms: number, from: number, to: number): boolean =>
	ms >= from && ms <= to;

/** Spreads what would overlap over rows. */
function packed(
	items: readonly TrackItem[],
	x: Scale,
	lane: Lane,
): readonly (readonly TrackItem[])[] {
	const rows: { items: TrackItem[]; end: number }[] = [];
	const left = (item: TrackItem): number =>
		lane === "deadlines" && item.from
			? x(middleMs(item.from))
			: x(middleMs(item.when));
	for (const item of [...items].sort((a, b) => left(a) - left(b))) {
		const row = rows.find(({ end }) => end <= left(item));
		const end = x(middleMs(item.when)) + MARK_ROOM;
		if (row) {
			row.items.push(item);
			row.end = end;
		} else rows.push({ items: [item], end });
	}
	return rows.map((row) => row.items);
}

function itemShapes(item: TrackItem, x: Scale, y: number): readonly Shape[] {
	const at = x(middleMs(item.when));
	const line: readonly Shape[] = item.from
		? [
				{
					kind: "line",
					x1: x(middleMs(item.from)),
					y1: y,
					x2: at,
					y2: y,
					tone: "muted",
				},
			]
		: [];
	return [...line, ...markShapes(item.mark, at, y)];
}

/** Letters of the moments over the lanes, one row below the other where they would meet. */
function letterShapes({ tracks }: Dossier, x: Scale, y: number) {
	const ends: number[] = [];
	const placed = tracks.moments.map(({ letter, when }) => {
		const at = x(startOf(when));
		let row = ends.findIndex((end) => end <= at);
		if (row < 0) row = ends.length;
		ends[row] = at + LETTER_ROOM;
		return { letter, at, row };
	});
	return {
		height: ends.length * 11,
		shapes: placed.map(
			({ letter, at, row }): Shape => ({
				kind: "text",
				x: at,
				y: y + 9 + row * 11,
				text: letter,
				size: 9.5,
				anchor: "middle",
				tone: "ink",
				isBold: true,
			}),
		),
		lines: (top: number, bottom: number): readonly Shape[] =>
			placed.map(({ at }) => ({
				kind: "line",
				x1: at,
				y1: top,
				x2: at,
				y2: bottom,
				tone: "faint",
				isDashed: true,
			})),
	};
}
