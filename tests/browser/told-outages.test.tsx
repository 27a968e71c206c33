/** Outages as others tell them, on the page of their country. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Incident, ToldOutage } from "../../src/model/index.ts";
import { SignalsSection } from "../../src/publish/web/signals/signals-section.tsx";
import { incidentOfSameTime } from "../../src/publish/web/signals/told-outages.tsx";
import { blockOfX } from "./incidents.ts";

const told = (changes: Partial<ToldOutage> = {}): ToldOutage => ({
	source: "radar",
	measure: "traffic",
	entity: { cc: "PK", area: null, asn: null },
	access: null,
	startedAt: "2026-01-10T22:00:00Z",
	endedAt: "2026-01-11T06:00:00Z",
	cause: "CABLE_CUT",
	scope: null,
	description: "<b>A cable</b>",
	depth: 0.4,
	score: null,
	confirmed: null,
	url: "javascript:alert(1)",
	licence: "CC BY-NC 4.0",
	verified: true,
	...changes,
});

test("P12: outages that others tell stand as their word, with source and licence, beside what was found here", () => {
	const found = blockOfX("PK", 0, {
		id: "pk-cut",
		service: null,
		kind: "outage",
		onset: {
			earliest: null,
			at: "2026-01-11T02:00:00Z",
			latest: "2026-01-11T03:00:00Z",
		},
	});
	const html = String(
		<SignalsSection
			shown={{
				signals: [],
				moreCount: 0,
				told: [
					told(),
					told({ startedAt: "2025-12-01T00:00:00Z", endedAt: null }),
				],
				moreToldCount: 2,
			}}
			window={undefined}
			place={{
				name: "Pakistan",
				path: "/pk",
				incidents: [found],
				emulated: false,
				siteName: "Test site",
			}}
			address={undefined}
		/>,
	);
	for (const text of [
		"2 outages told by radar, the newest first; 2 older ones are not listed",
		"radar: CC BY-NC 4.0",
		"cause: CABLE_CUT, 40% missing, &lt;b&gt;A cable",
		'href="/incident/pk-cut"',
		"not said",
	])
		assert.ok(html.includes(text), text);
	assert.ok(
		!html.includes("javascript:"),
		"an address that no page may lead to",
	);
	assert.equal(html.split("/incident/pk-cut").length, 2, "of one time alone");
});

test("an incident that ended before, was taken back or is of a service is not of the same time", () => {
	const of = (changes: Partial<Incident>) =>
		incidentOfSameTime(told(), [
			blockOfX("PK", 0, {
				service: null,
				onset: {
					earliest: null,
					at: "2026-01-10T21:00:00Z",
					latest: "2026-01-10T22:00:00Z",
				},
				...changes,
			}),
		]);
	assert.ok(of({}));
	assert.equal(of({ service: "x" }), undefined);
	assert.equal(of({ status: "withdrawn" }), undefined);
	const ended = "2026-01-10T10:00:00Z";
	assert.equal(
		of({
			onset: { earliest: null, at: ended, latest: ended },
			ending: { earliest: null, at: ended, latest: ended },
		}),
		undefined,
	);
});
