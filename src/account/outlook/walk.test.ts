import assert from "node:assert/strict";
import { test } from "node:test";
import type { RestrictionEntry } from "../record/index.ts";
import { makeCalendar } from "./calendar.ts";
import { fromDayNumber, toDayNumber } from "./days.ts";
import type { Occasion } from "./occasions.ts";
import type { Onset } from "./onsets.ts";
import { startWalk } from "./walk.ts";

const FEAST: Occasion = {
	id: "feast",
	cc: "PK",
	name: "Feast",
	class: "national_day",
	rule: { kind: "fixed", month: 8, day: 14 },
	calendarNames: [],
	firstDay: -1,
	lastDay: 0,
	usableSince: undefined,
	source: "",
};
const since = toDayNumber("2006-01-01");
const until = toDayNumber("2020-01-01");
const calendar = makeCalendar([FEAST], [], since, until);
const onset = (on: number): Onset => ({
	on,
	until: on,
	entry: {} as RestrictionEntry,
});
const walkTo = (onsets: readonly Onset[], day: number) => {
	const walk = startWalk({
		groups: [onsets],
		recent: onsets,
		calendar,
		since,
	});
	while (walk.origin < day) walk.step();
	return walk;
};
const isFeast = (day: number) => fromDayNumber(day).endsWith("-08-14");
/** On every feast, and on twelve other days of a year. */
const onsets = Array.from({ length: 14 }, (_, year) => [
	...Array.from({ length: 12 }, (_, month) =>
		onset(since + year * 365 + month * 29 + ((year * 7 + month * 11) % 13)),
	),
	onset(toDayNumber(`${2006 + year}-08-14`)),
])
	.flat()
	.sort((a, b) => a.on - b.on);

test("P13: whatever comes after a day changes no forecast made on it", () => {
	const day = toDayNumber("2014-08-10");
	const known = onsets.filter(({ on }) => on <= day);
	const [open, closed] = [walkTo(onsets, day), walkTo(known, day)];
	const until = { ...onset(day - 1), until: day + 40 };
	const openEnded = { ...onset(day - 1), until: day + 400 };
	for (let ahead = 1; ahead <= 60; ahead++) {
		const [one, other] = [
			open.forecast(day + ahead),
			closed.forecast(day + ahead),
		];
		assert.equal(one.probability, other.probability);
		assert.deepEqual(one.baselines, other.baselines);
		assert.deepEqual(one.range(), other.range());
	}
	assert.equal(
		walkTo([...known, until], day).forecast(day + 1).probability,
		walkTo([...known, openEnded], day).forecast(day + 1).probability,
	);
});

test("a day that saw an onset every year becomes a likely one, and others do not", () => {
	const walk = walkTo(onsets, toDayNumber("2019-08-12"));
	const feast = walk.forecast(toDayNumber("2019-08-14"));
	const ordinary = walk.forecast(toDayNumber("2019-09-02"));
	assert.ok(feast.probability > 0.4, String(feast.probability));
	assert.ok(ordinary.probability < 0.1, String(ordinary.probability));
	const { low, high } = feast.range();
	assert.ok(low < feast.probability && feast.probability < high);
});

test("what came on the eve of an occasion is not expected again on its day", () => {
	const everyEve = Array.from({ length: 13 }, (_, year) =>
		onset(toDayNumber(`${2006 + year}-08-13`)),
	);
	const eve = toDayNumber("2019-08-13");
	const came = walkTo([...everyEve, onset(eve)], eve).forecast(eve + 1);
	const cameNot = walkTo(everyEve, eve - 1).forecast(eve);
	assert.ok(came.probability < cameNot.probability / 3);
});

test("experts of the calendar gain the say where it tells something, and not where it tells nothing", () => {
	let state = 1;
	const isOnset = () => {
		state = (state * 48271) % 2147483647;
		return state % 30 === 0;
	};
	const ordinary = Array.from(
		{ length: until - since },
		(_, day) => since + day,
	)
		.filter(isOnset)
		.map(onset);
	const sayIn = (world: readonly Onset[]) =>
		walkTo(world, until - 1).crowds[0]?.weights().occasions ?? 0;
	const feasts = onsets.filter(({ on }) => isFeast(on));
	assert.ok(sayIn(ordinary) < 0.9, String(sayIn(ordinary)));
	assert.ok(sayIn([...ordinary, ...feasts].sort((a, b) => a.on - b.on)) > 0.99);
});

test("a forecast never reaches certainty", () => {
	const daily = Array.from({ length: 3000 }, (_, day) => onset(since + day));
	const walk = walkTo(daily, since + 2999);
	const { probability } = walk.forecast(since + 3000);
	assert.ok(probability > 0.5 && probability <= 0.95);
});
