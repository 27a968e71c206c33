import assert from "node:assert/strict";
import { test } from "node:test";
import { dueProcessOf, weighSessions } from "../../account/record/index.ts";
import type { Incident } from "../../model/index.ts";
import { type SummaryInput, summaryOf } from "./summary.ts";

const input = (more: object = {}, incident: object = {}): SummaryInput =>
	({
		incident: {
			kind: "service_block",
			basis: "documented",
			status: "ended",
			areas: [],
			...incident,
		} as unknown as Incident,
		measured: { whole: weighSessions([]), nothing: "Nothing is there." },
		claims: [],
		clocks: [],
		contradictions: [],
		deadlines: [],
		dueProcess: dueProcessOf([]),
		exhibits: [{ confidence: "high" }],
		service: "service X",
		country: "Emulated",
		from: "1 March 2024",
		to: undefined,
		...more,
	}) as unknown as SummaryInput;

test("P4: weak sources alone change the words", () => {
	assert.match(summaryOf(input()), /^Service X was documented as blocked/);
	assert.match(
		summaryOf(input({ exhibits: [{ confidence: "low" }] })),
		/^Service X was said by weak sources alone to have been blocked/,
	);
});

test("an end that is not known is said not to be known", () => {
	assert.match(
		summaryOf(input({}, { status: "ending_unknown" })),
		/when it ended is not known/,
	);
	assert.match(
		summaryOf(input({}, { status: "ongoing" })),
		/without a known end/,
	);
	assert.match(
		summaryOf(input({ to: "5 March 2024" })),
		/from 1 March 2024 to 5 March 2024/,
	);
});

test("what was measured is told with its denominator, and too little of it as too little", () => {
	const session = (asn: number, session: string) => ({
		asn,
		session,
		counts: { blocked: 1 },
		witnesses: { blocked: session },
	});
	const few = weighSessions([session(64496, "a")]);
	const measured = { whole: few, nothing: undefined };
	const words = summaryOf(input({ measured }, { basis: "measured" }));
	assert.match(words, /^Service X was found blocked/);
	assert.match(words, /1 of 1 sessions on 1 networks .* too little/);
	assert.doesNotMatch(words, /documented, not measured/);
});

test("no summary is longer than 120 words, whatever its names", () => {
	const long = "a very long name of a service in many words ".repeat(4);
	const words = summaryOf(input({ service: long })).split(/\s+/).length;
	assert.ok(words <= 120, `${words}`);
});
