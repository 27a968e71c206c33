import assert from "node:assert/strict";
import test from "node:test";
import type { Incident, IncidentBracket } from "../../model/index.ts";
import { hoursByKind } from "./hours.ts";
import { eventOfIncident } from "./incident-event.ts";

const at = (instant: string): IncidentBracket => ({
	earliest: instant,
	at: instant,
	latest: instant,
});
const network = (asn: number, onset: string, ending: string | null) => ({
	asn,
	state: "blocked" as const,
	onset: at(onset),
	ending: ending === null ? null : at(ending),
	mechanism: null,
	sessions: 9,
	of: 9,
});
const incident = (changes: Partial<Incident>): Incident => ({
	id: "QT-2022-05-09-x",
	aliases: [],
	cc: "QT",
	service: "x",
	kind: "service_block",
	status: "ended",
	basis: "measured",
	scope: "country",
	areas: [],
	targets: [],
	networks: [],
	onset: {
		earliest: "2022-05-08T22:00:00Z",
		at: "2022-05-09T00:00:00Z",
		latest: "2022-05-09T01:00:00Z",
	},
	ending: at("2022-05-10T00:00:00Z"),
	detectableAt: null,
	endDetectableAt: null,
	mechanism: null,
	counts: { sessions: 9, of: 9, networks: 2, measurements: 9 },
	witness: null,
	confounds: [],
	entries: [],
	revision: 1,
	revisedAt: "2022-05-11T00:00:00Z",
	reason: "",
	mergedInto: null,
	ruleset: null,
	reference: null,
	...changes,
});
const eventOf = (changes: Partial<Incident> = {}) =>
	eventOfIncident(incident(changes), {
		now: "2022-05-12T00:00:30.987Z",
		scope: undefined,
		serviceOf: (name) => name.replace(".com", ""),
	});

test("networks that come back early leave a smaller share cut", () => {
	const event = eventOf({
		networks: [
			network(64496, "2022-05-09T00:00:00Z", "2022-05-09T12:00:00Z"),
			network(64497, "2022-05-09T00:00:00Z", "2022-05-10T00:00:00Z"),
		],
	});
	assert.deepEqual(event?.segments, [
		{ since: "2022-05-09T00:00:00Z", until: "2022-05-09T12:00:00Z", share: 1 },
		{
			since: "2022-05-09T12:00:00Z",
			until: "2022-05-10T00:00:00Z",
			share: 0.5,
		},
	]);
	assert.match(event?.notes.join() ?? "", /each network counts alike/);
});

test("an ongoing incident runs up to now, and says so", () => {
	const event = eventOf({ status: "ongoing", ending: null });
	assert.equal(event?.segments[0]?.until, "2022-05-12T00:00:00Z");
	assert.match(event?.notes.join() ?? "", /running total/);
	assert.equal(event?.runningUntil, "2022-05-12T00:00:00Z");
	assert.equal(eventOf()?.runningUntil, undefined);
	assert.equal(
		eventOf({ status: "ending_unknown", ending: null })?.runningUntil,
		undefined,
	);
});

test("hours of incidents stand by kind, and those that cannot be told are counted apart", () => {
	const lines = hoursByKind(
		[
			incident({}),
			incident({ status: "ending_unknown", ending: null }),
			incident({ kind: "mobile_data_shutdown" }),
			incident({ kind: "outage_not_restriction" }),
		],
		{ now: "2022-05-12T00:00:00Z", serviceOf: (name) => name },
	);
	assert.deepEqual(lines, [
		{
			kind: "mobile",
			clockHours: 24,
			countedHours: 24,
			incidentCount: 1,
			unknownCount: 0,
		},
		{
			kind: "service",
			clockHours: 24,
			countedHours: 24,
			incidentCount: 2,
			unknownCount: 1,
		},
	]);
});

test("the least and the most hours that the brackets allow are told", () => {
	assert.match(eventOf()?.notes.join() ?? "", /from 23 to 26 hours/);
});

test("P4: what touched some networks only has no share of the country until one is given", () => {
	assert.equal(eventOf({ scope: "networks" })?.scope, undefined);
	assert.equal(eventOf()?.scope, 1);
});

test("P7: what is below the floor, or has no known ending, has no hours", () => {
	for (const status of ["suspicion", "announced", "ending_unknown"] as const)
		assert.deepEqual(eventOf({ status, ending: null })?.segments, []);
});

test("names of one service are one service; two services keep both names", () => {
	assert.equal(eventOf({ service: "x.com; x" })?.service, "x");
	assert.equal(eventOf({ service: "x; y" })?.service, "x; y");
	assert.equal(eventOf({ service: null })?.service, undefined);
});

test("an outage costs nothing here: it is no restriction", () => {
	assert.equal(eventOf({ kind: "outage_not_restriction" }), undefined);
});
