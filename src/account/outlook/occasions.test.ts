import assert from "node:assert/strict";
import { test } from "node:test";
import { toDayNumber } from "./days.ts";
import { isDay, readOccasions, readStatedDates } from "./occasions.ts";

const HEAD =
	"id,cc,name,class,rule,calendar_names,first_day,last_day,usable_since,source\n";

test("a row of occasions that cannot be read becomes a problem and the rest is read", () => {
	const { rows, problems } = readOccasions(
		`${HEAD}a,PK,A,national_day,fixed 8-14,A;B,-1,0,,x
b,PK,B,national_day,sometimes,B,-1,0,,x
c,PK,C,party,fixed 1-1,C,-1,0,,x
d,PK,D,election,dated,D,2,1,,x
e,PK,E,election,dated,E,0,0,2016-02-30,x
f,P,F,election,dated,F,0,0,,x
`,
	);
	assert.deepEqual(
		rows.map(({ id, calendarNames }) => [id, calendarNames]),
		[["a", ["A", "B"]]],
	);
	assert.equal(problems.length, 5);
});

test("dates are those of the country that is named, or of the file's own column", () => {
	const csv =
		"cc,date,end_date,name,status,known_since,source\nKE,2025-10-21,2025-11-21,Exams,observed,2025-03-14,x\nKE,2025-10-21,2025-10-01,Exams,observed,,x\n";
	const { rows, problems } = readStatedDates(csv);
	assert.deepEqual(rows[0], {
		cc: "KE",
		name: "Exams",
		first: toDayNumber("2025-10-21"),
		last: toDayNumber("2025-11-21"),
		status: "observed",
		knownSince: toDayNumber("2025-03-14"),
		source: "x",
	});
	assert.equal(problems.length, 1);
	assert.equal(readStatedDates(csv, "UG").rows[0]?.cc, "UG");
});

test("only days that exist are days", () => {
	assert.ok(isDay("2024-02-29"));
	for (const text of ["2023-02-29", "2023-2-1", "2023", ""])
		assert.ok(!isDay(text), text);
});
