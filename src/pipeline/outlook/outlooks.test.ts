import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutlookKind } from "../../account/outlook/index.ts";
import { openOutlookThread } from "./outlook-thread.ts";
import { createOutlooks } from "./outlooks.ts";
import { readShippedOutlook } from "./test-outlook.ts";

const { data, record } = readShippedOutlook();
const { ask } = createOutlooks(data);
const TODAY = "2026-04-01";
const askFor = (
	cc: string,
	kind: OutlookKind,
	since = TODAY,
	until = "2026-07-01",
) => ask(record, { cc, kind }, { since, until }, TODAY);

test("P13: on the record of Pakistan the next day's onsets are forecast better than by the best baseline", () => {
	const { scores } = askFor("PK", "any");
	const next = scores.find(({ leadDays }) => leadDays === 1)?.score;
	assert.ok(next);
	assert.equal(next.onsetDayCount, 87);
	assert.ok(
		(next.brierSkill?.low ?? 0) > 0,
		"the Brier skill's 95% interval lies above zero",
	);
	assert.ok((next.logSkill?.low ?? 0) > 0);
	// Likely days are likelier than unlikely ones, and the average is kept.
	const shares = next.reliability.map(({ share }) => share);
	assert.ok((shares.at(-1) ?? 0) > 10 * (shares[0] ?? 1));
	const expected = next.reliability.reduce(
		(sum, bin) => sum + bin.meanForecast * bin.dayCount,
		0,
	);
	assert.ok(
		Math.abs(expected / next.onsetDayCount - 1) < 0.25,
		String(expected),
	);
});

test("P13: where forecasts are no better than the average, the average is shown and named", () => {
	const { days, scoreNotes, scores } = askFor("PK", "service");
	assert.ok(scores.every(({ score }) => score.finding === "no_better"));
	for (const { basis, probability, baseRate, low } of days) {
		assert.equal(basis, "average");
		assert.equal(probability, baseRate);
		assert.equal(low, null);
	}
	assert.ok(
		scoreNotes.every((note) => note.includes("no better than the average")),
	);
});

test("a forecast comes with its range and its reasons in counts", () => {
	const { days } = askFor("PK", "cut", "2026-04-02", "2026-04-25");
	assert.ok(days.every(({ basis }) => basis === "forecast"));
	for (const { probability, low, high } of days)
		assert.ok(
			(low ?? 1) < (probability ?? 0) && (probability ?? 1) < (high ?? 0),
		);
	const { days: later } = askFor("PK", "cut", "2026-06-22", "2026-06-27");
	assert.ok(
		later.some(({ reasons }) =>
			/Of 21 times it was held since 2006, \d+ saw/.test(reasons.join()),
		),
	);
});

test("P4: no probability is given for a country that no list covers", () => {
	const { days, covered, notes } = askFor("IR", "any");
	assert.equal(covered, null);
	assert.ok(
		days.every(
			({ basis, probability }) => basis === "none" && probability === null,
		),
	);
	assert.match(notes.join(" "), /no probability is given/);
});

test("no probability is given further ahead than was scored", () => {
	const { days } = askFor("PK", "any", "2027-04-02", "2027-04-10");
	assert.ok(days.every(({ probability }) => probability === null));
});

test("P12: no row is told as not documented, and never as not cut", () => {
	const { notes, days, upcoming } = askFor("PK", "cut");
	const text = [...notes, ...days.flatMap(({ reasons }) => reasons)].join(" ");
	assert.match(text, /none is documented/);
	assert.doesNotMatch(text, /was not cut|no shutdown|without a cut/);
	assert.ok(upcoming.some(({ id }) => id === "ashura"));
});

test("an occasion keeps its key when its date moves", () => {
	const keysBy = (shift: number) =>
		createOutlooks({
			...data,
			dates: data.dates.map((date) =>
				date.name === "Ashura"
					? { ...date, first: date.first + shift, last: date.last + shift }
					: date,
			),
		})
			.ask(
				record,
				{ cc: "PK", kind: "throttling" },
				{ since: TODAY, until: "2026-09-01" },
				TODAY,
			)
			.upcoming.map(({ key }) => key);
	assert.deepEqual(keysBy(1), keysBy(0));
	assert.ok(keysBy(0).includes("ashura-1448"));
});

test("a deadline that a court set is an occasion since the day it was set", () => {
	const due = {
		date: "2026-05-04",
		precision: "day",
		zone: "Asia/Karachi",
	} as const;
	const entry = {
		id: "one",
		country: "PK",
		when: { date: "2026-03-20", precision: "day" },
		deadlines: [{ kind: "reply", due }],
	} as unknown as (typeof record.others)[number];
	const { upcoming } = ask(
		{ ...record, others: [entry] },
		{ cc: "PK", kind: "throttling" },
		{ since: TODAY, until: "2026-06-01" },
		TODAY,
	);
	assert.deepEqual(
		upcoming
			.filter((one) => one.class === "court_date")
			.map(({ firstOn, source }) => [firstOn, source]),
		[["2026-05-04", "one"]],
	);
});

test("a thread gives the outlook that this one would, and a question that cannot be answered harms no other", async (t) => {
	const thread = openOutlookThread(data);
	t.after(() => thread.close());
	const asked = [
		record,
		{ cc: "PK", kind: "throttling" },
		{ since: TODAY, until: "2026-05-01" },
		TODAY,
	] as const;
	const bad = thread.ask(
		{ ...record, restrictions: [null as never] },
		asked[1],
		asked[2],
		TODAY,
	);
	const good = thread.ask(...asked);
	await assert.rejects(bad);
	assert.deepEqual(await good, ask(...asked));
	await thread.close();
	assert.deepEqual(
		await thread.ask(...asked),
		await good,
		"a thread that ended is started anew",
	);
});
