/** An axis of time below the lanes: days, months or years, as many as have room. */
import { addDays } from "../../base/index.ts";
import type { Shape } from "./figure.ts";

const LABEL_ROOM = 50;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function axisShapes(
	since: string,
	until: string,
	x: (ms: number) => number,
	y: number,
): readonly Shape[] {
	return ticksOf(since, until, x).flatMap((day, index): readonly Shape[] => {
		const at = x(dayMs(day));
		return [
			{ kind: "line", x1: at, y1: y, x2: at, y2: y + 4, tone: "muted" },
			{
				kind: "text",
				x: at,
				y: y + 14,
				text: labelOf(day, index === 0),
				size: 9,
				anchor: "middle",
				tone: "muted",
			},
		];
	});
}

function ticksOf(
	since: string,
	until: string,
	x: (ms: number) => number,
): readonly string[] {
	const roomy = (days: readonly string[]): boolean =>
		days.length < 2 ||
		x(dayMs(days[1] ?? "")) - x(dayMs(days[0] ?? "")) >= LABEL_ROOM;
	for (const step of [1, 2, 7, 14]) {
		const days: string[] = [];
		for (let day = addDays(since, step); day < until; day = addDays(day, step))
			days.push(day);
		if (roomy(days)) return days;
	}
	for (const months of [1, 2, 3, 6, 12, 24, 60]) {
		const days = monthStarts(since, until, months);
		if (roomy(days)) return days;
	}
	return [];
}

function monthStarts(
	since: string,
	until: string,
	months: number,
): readonly string[] {
	const days: string[] = [];
	const first = new Date(dayMs(`${since.slice(0, 7)}-01`));
	for (let month = 1; ; month += 1) {
		const day = new Date(
			Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1),
		);
		const text = day.toISOString().slice(0, 10);
		if (text >= until) return days;
		if (day.getUTCMonth() % Math.min(months, 12) !== 0) continue;
		if (months > 12 && day.getUTCFullYear() % (months / 12) !== 0) continue;
		days.push(text);
	}
}

/** The year stands with the first and with every January. */
function labelOf(day: string, isFirst: boolean): string {
	const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
	const isStart = day.endsWith("-01");
	const base = isStart ? month : `${Number(day.slice(8))} ${month}`;
	return isFirst || day.slice(5, 7) === "01"
		? `${base} ${day.slice(0, 4)}`
		: base;
}
