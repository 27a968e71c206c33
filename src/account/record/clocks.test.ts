import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type ClockId, overrunsOf, readClocks } from "./clocks.ts";
import { contradictionsOf } from "./contradictions.ts";
import { deadlinesOf } from "./deadlines.ts";
import { readReviewClocks } from "./review-clocks.ts";
import { claim, day, entryWith, mapShippedDossier } from "./test-entries.ts";
import { turningPoints } from "./turning-points.ts";

const { ban, intervalsDays } = mapShippedDossier((path) =>
	readFileSync(path, "utf8"),
);

/** The names that the shipped file gives to clocks that are called otherwise here. */
const NAMES: Readonly<Record<string, ClockId>> = {
	start_to_one_week_order: "start_to_first_order_with_deadline",
	start_to_order_deadline_missed: "start_to_first_deadline_missed",
	one_week_order_to_restoration: "first_order_with_deadline_to_restoration",
};

test("the entries of the ban of X give every interval that its file states", () => {
	const read = new Map(
		readClocks(ban).map(({ clock, days }) => [clock as string, days]),
	);
	assert.equal(Object.keys(intervalsDays).length, 12);
	for (const [name, days] of Object.entries(intervalsDays)) {
		const counted = read.get(NAMES[name] ?? name);
		assert.deepEqual(
			counted,
			{ least: days, most: days, approximate: false },
			name,
		);
	}
});

test("six short windows of access do not end the ban, the last restoration does", () => {
	const short = ["008", "010", "025", "059", "065", "068"];
	for (const number of short) {
		const entry = ban.find(({ id }) => id === `xban-${number}`);
		assert.ok(
			entry?.claims.some(({ asserted }) => asserted === "working"),
			`${number} says that it worked`,
		);
	}
	assert.equal(turningPoints(ban).restoration?.entry, "xban-074");
	const until2024 = ban.filter(({ when }) => when.date < "2025-01-06");
	assert.equal(turningPoints(until2024).restoration, undefined);
	// Also where nobody had marked them as passing.
	const unmarked = ban.map((entry) => ({
		...entry,
		claims: entry.claims.map(({ isPartial: _, ...one }) => one),
	}));
	assert.equal(turningPoints(unmarked).restoration?.entry, "xban-074");
});

test("an anonymous word of low confidence sets no clock and is named beside it", () => {
	const { official_word } = turningPoints(ban);
	assert.equal(official_word?.entry, "xban-015");
	assert.deepEqual(official_word?.passedOver, ["xban-013"]);
});

test("what no entry shows has no number", () => {
	for (const { days, clock } of readClocks([]))
		assert.equal(days, undefined, clock);
	const one = [
		entryWith("e-1", {
			type: "report_by_users",
			actor: { rank: "users" },
			claims: [claim("restricted", "2024-03-13")],
		}),
	];
	const known = readClocks(one).filter(({ days }) => days !== undefined);
	assert.deepEqual(
		known.map(({ clock }) => clock),
		["start_to_first_user_reports"],
	);
});

test("the one-week order of 17 April 2024 was to withdraw or to justify, and its day passed", () => {
	const act = deadlinesOf(ban).find(({ kind }) => kind === "act");
	assert.equal(act?.setBy, "xban-046");
	assert.equal(act?.outcome, "missed");
	assert.match(act?.condition ?? "", /justify/);
	assert.deepEqual(act?.entries, ["xban-046", "xban-052"]);
	assert.deepEqual(act?.saidRestricted, ["xban-052", "xban-078"]);
	assert.deepEqual(act?.saidWorking, []);
	const reply = deadlinesOf(ban).find(({ due }) => due.date === "2024-05-09");
	assert.equal(reply?.outcome, "late");
	assert.equal(reply?.answeredBy, "xban-056");
	assert.equal(reply?.answeredAfter?.least, 60);
	assert.ok(
		deadlinesOf(ban).every(({ kind }) => kind !== "hearing"),
		"a next hearing asks nothing of the state",
	);
});

test("the contradictions of the government of Pakistan on the ban are found", () => {
	const pairs = contradictionsOf(ban, "PK").map(
		({ first, second }) =>
			`${first.entry.id} ${first.claim.asserted} ${second.entry.id} ${second.claim.asserted}`,
	);
	for (const pair of [
		"xban-032 working xban-035 restricted",
		"xban-035 none xban-038 exists",
		"xban-037 none xban-038 exists",
		"xban-043 working xban-045 restricted",
		"xban-045 restricted xban-048 working",
		"xban-060 withdrawn xban-061 in_force",
		"xban-015 attributed xban-023 denied",
	])
		assert.ok(pairs.includes(pair), pair);
	assert.equal(pairs.length, 14);
	assert.deepEqual(contradictionsOf(ban, "US"), []);
});

test("claims about other services, places or times do not contradict each other", () => {
	const works = entryWith("e-1", { claims: [claim("working", "2024-03-13")] });
	const blocked = (more: object) =>
		entryWith("e-2", { claims: [claim("restricted", "2024-03-13")], ...more });
	const count = (more: object): number =>
		contradictionsOf([works, blocked(more)], "QZ").length;
	assert.equal(count({}), 1);
	assert.equal(count({ services: ["other.example"] }), 0);
	assert.equal(count({ claims: [claim("restricted", "2024-03-14")] }), 0);
	assert.equal(count({ confidence: "low" }), 0);
	assert.equal(count({ actor: { rank: "observer" } }), 0);
	assert.equal(count({ actor: { rank: "minister", country: "PK" } }), 0);
	assert.equal(
		count({
			claims: [claim("restricted", "2024-03-13", { isPartial: true })],
		}),
		0,
	);
	const areas = [
		entryWith("e-1", {
			areas: ["North"],
			claims: [claim("working", "2024-03-13")],
		}),
		blocked({ areas: ["South"] }),
	];
	assert.equal(contradictionsOf(areas, "QZ").length, 0);
});

test("a restriction that outlasts its order overruns, counted from the end of the last day ordered", () => {
	const order = entryWith("o-1", {
		type: "order",
		order: { issued: day("2024-03-01"), expiry: day("2024-03-10") },
	});
	const reported = [
		order,
		entryWith("e-1", { claims: [claim("restricted", "2024-03-01")] }),
		entryWith("e-2", {
			type: "restoration",
			when: day("2024-03-12"),
			claims: [claim("working", "2024-03-12")],
		}),
	];
	const [overrun] = overrunsOf(reported);
	assert.equal(overrun?.basis, "reported");
	assert.deepEqual([overrun?.leastHours, overrun?.mostHours], [24, 48]);
	const [measured] = overrunsOf(reported, {
		date: "2024-03-11T03:00:00Z",
		precision: "hour",
	});
	assert.equal(measured?.basis, "measured");
	assert.deepEqual([measured?.leastHours, measured?.mostHours], [8, 9]);
	const extended = [
		...reported,
		entryWith("o-2", {
			type: "order",
			order: { extends: "o-1", expiry: day("2024-03-20") },
		}),
	];
	assert.deepEqual(
		overrunsOf(extended).map(({ entry, mostHours }) => [entry, mostHours < 0]),
		[["o-2", true]],
	);
	assert.deepEqual(overrunsOf(ban), [], "an order without expiry has none");
});

test("review clocks apply by country and date, and say when they cannot tell", () => {
	const india = (order: object) =>
		entryWith("o-1", {
			country: "IN",
			order: { issued: day("2025-01-10", "Asia/Kolkata"), ...order },
		});
	const results = (order: object) =>
		Object.fromEntries(
			readReviewClocks(india(order)).map(({ clock, result }) => [
				clock.id,
				result,
			]),
		);
	const on = (date: string) => day(date, "Asia/Kolkata");
	assert.deepEqual(results({}), {
		"in-2024-referral": "unknown",
		"in-2024-review": "unknown",
		"in-2024-cap": "unknown",
		"in-bhasin-review": "unknown",
	});
	assert.deepEqual(
		results({
			start: on("2025-01-10"),
			expiry: on("2025-01-24"),
			review: { referred: on("2025-01-13"), met: on("2025-01-14") },
		}),
		{
			"in-2024-referral": "over",
			"in-2024-review": "within",
			"in-2024-cap": "within",
			"in-bhasin-review": "within",
		},
	);
	assert.deepEqual(
		results({
			start: on("2025-01-10"),
			expiry: null,
			review: { referred: on("2025-01-11"), met: on("2025-01-19") },
		}),
		{
			"in-2024-referral": "unclear",
			"in-2024-review": "over",
			"in-2024-cap": "never",
			"in-bhasin-review": "unclear",
		},
	);
	assert.equal(results({ review: null })["in-2024-review"], "never");
	assert.deepEqual(Object.keys(results({ issued: on("2021-01-10") })), [
		"in-bhasin-review",
	]);
	const order = ban.find(({ type }) => type === "order");
	assert.ok(order);
	assert.deepEqual(readReviewClocks(order), []);
});
