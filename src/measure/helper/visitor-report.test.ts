import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
	countVisitorReports,
	readVisitorReport,
	type VisitorReport,
} from "./visitor-report.ts";

const OFFERED = {
	origins: ["https://x.example"],
	controls: ["https://innocent.example"],
};
const AFTER = new Date("2026-01-11T00:00:00Z");

const check = (origin: string, came: boolean) =>
	({ origin, way: "fetch", came, ms: 120 }) as const;

function report(changes: Partial<VisitorReport> = {}): VisitorReport {
	return {
		service: "x",
		cc: "PK",
		asn: 64_500,
		receivedAt: "2026-01-10T06:00:00Z",
		works: false,
		checks: [
			check("https://x.example", false),
			check("https://innocent.example", true),
		],
		...changes,
	};
}

const isSuspicion = (reports: readonly VisitorReport[]) =>
	countVisitorReports(reports, OFFERED.controls, AFTER)[0]?.isSuspicion;
const times = (count: number, changes: Partial<VisitorReport> = {}) =>
	Array.from({ length: count }, () => report(changes));

test("a form is read; what was not offered cannot be reported", () => {
	const checks = JSON.stringify([check("https://x.example", false)]);
	assert.deepEqual(
		readVisitorReport({ cc: "PK", works: "no", checks }, OFFERED, false),
		{
			value: {
				cc: "PK",
				works: false,
				checks: [check("https://x.example", false)],
			},
		},
	);
	const other = JSON.stringify([check("https://other.example", false)]);
	for (const form of [
		{ cc: "PK", works: "no", checks: other },
		{ cc: "PK", works: "no", checks: "[" },
		{ cc: "PK", works: "perhaps" },
		{ cc: "XX", works: "no" },
		{ cc: "QZ", works: "no" },
		{ works: "no" },
	])
		assert.ok("wrong" in readVisitorReport(form, OFFERED, false));
});

test("P7: whatever is sent as a check is read or refused, and never throws", () => {
	fc.assert(
		fc.property(fc.json(), (checks) => {
			readVisitorReport({ cc: "PK", works: "no", checks }, OFFERED, false);
		}),
	);
});

test("P4: five credible reports make a suspicion; four do not, nor five against six", () => {
	assert.equal(isSuspicion(times(4)), false);
	assert.equal(isSuspicion(times(5)), true);
	assert.equal(
		isSuspicion([...times(5), ...times(6, { works: true, checks: [] })]),
		false,
	);
});

test("P10: a line on which nothing works, and a service that answered, raise no suspicion", () => {
	const dead = [
		check("https://x.example", false),
		check("https://innocent.example", false),
	];
	const open = [
		check("https://x.example", true),
		check("https://innocent.example", true),
	];
	assert.equal(isSuspicion(times(9, { checks: dead })), false);
	assert.equal(isSuspicion(times(9, { checks: open })), false);
});

test("P11: counts are by country and day, and only of days that are over", () => {
	const reports = [
		report(),
		report({ works: true, receivedAt: "2026-01-10T09:00:00Z" }),
		report({ receivedAt: "2026-01-11T00:00:00Z" }),
	];
	assert.deepEqual(countVisitorReports(reports, OFFERED.controls, AFTER), [
		{
			service: "x",
			cc: "PK",
			day: "2026-01-10",
			works: 1,
			fails: 1,
			isSuspicion: false,
		},
	]);
});
