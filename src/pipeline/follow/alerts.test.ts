import assert from "node:assert/strict";
import { test } from "node:test";
import type { Incident } from "../../model/index.ts";
import { type Alert, alertsDue } from "./alerts.ts";

const AT = "2025-03-01T00:00:00Z";

function incident(more: Partial<Incident> = {}): Incident {
	const bracket = {
		earliest: "2025-02-22T10:00:00Z",
		at: "2025-02-22T12:00:00Z",
		latest: "2025-02-22T14:00:00Z",
	};
	return {
		id: "qz-x-2025-02-22",
		aliases: [],
		cc: "QZ",
		service: "x",
		kind: "service_block",
		status: "ongoing",
		basis: "measured",
		scope: "networks",
		areas: [],
		targets: ["x.com"],
		networks: [
			{
				asn: 64496,
				state: "likely_blocked",
				onset: bracket,
				ending: null,
				mechanism: "tls.reset",
				sessions: 9,
				of: 10,
			},
		],
		onset: bracket,
		ending: null,
		detectableAt: "2025-02-22T15:00:00Z",
		endDetectableAt: null,
		mechanism: "tls.reset",
		counts: { sessions: 9, of: 10, networks: 1, measurements: 20 },
		witness: "u",
		confounds: [],
		entries: [],
		revision: 1,
		revisedAt: AT,
		reason: "First found.",
		mergedInto: null,
		ruleset: "r",
		reference: "f",
		...more,
	};
}

/** Kinds of the alerts that a life of revisions brings, each state asked for twice. */
function kindsOf(...life: Partial<Incident>[]): readonly string[] {
	const sent: Alert[] = [];
	for (const [i, state] of life.entries())
		for (let again = 0; again < 2; again++)
			sent.push(
				...alertsDue([incident({ revision: i + 1, ...state })], sent, AT),
			);
	return sent.map(({ kind }) => kind);
}

const ended: Partial<Incident> = {
	status: "ended",
	ending: {
		earliest: "2025-02-27T00:00:00Z",
		at: "2025-02-27T01:00:00Z",
		latest: "2025-02-27T03:00:00Z",
	},
	endDetectableAt: "2025-02-27T06:00:00Z",
};

test("one event is told once, however often it is revised, and its ending once", () => {
	assert.deepEqual(kindsOf({}, { mechanism: "tls" }, ended, ended), [
		"opened",
		"ended",
	]);
});

test("a first alert that named networks is followed by one for the country, and by one alone", () => {
	assert.deepEqual(
		kindsOf(
			{},
			{ scope: "country" },
			{ scope: "networks" },
			{ scope: "country" },
		),
		["opened", "widened"],
	);
});

test("P8: what was told and does not hold is taken back, and told again if it does after all", () => {
	assert.deepEqual(kindsOf({}, { status: "withdrawn" }, {}), [
		"opened",
		"withdrawn",
		"opened",
	]);
	assert.deepEqual(kindsOf({}, { confounds: ["worldwide"] }), [
		"opened",
		"withdrawn",
	]);
	assert.deepEqual(kindsOf({}, ended, {}), ["opened", "ended", "resumed"]);
});

test("P4, P10: suspicions, explained changes and what is only documented are not told", () => {
	assert.deepEqual(kindsOf({ status: "suspicion" }), []);
	assert.deepEqual(kindsOf({ confounds: ["instrument"] }), []);
	assert.deepEqual(kindsOf({ basis: "documented" }), []);
});

test("what ended long before it was first found is history and no news", () => {
	const old = { ...ended, endDetectableAt: "2025-01-20T00:00:00Z" };
	assert.deepEqual(kindsOf(old), []);
	assert.deepEqual(kindsOf(ended), ["ended"]);
});

test("an alert says what, where, since when and how sure", () => {
	const [alert] = alertsDue([incident()], [], AT);
	assert.equal(
		alert?.text,
		"x is restricted in QZ, AS64496 since 2025-02-22T12:00:00Z: 9 of 10 sessions on 1 network.",
	);
});
