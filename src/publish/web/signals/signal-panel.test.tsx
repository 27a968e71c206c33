import assert from "node:assert/strict";
import test from "node:test";
import type { ShownSignal } from "../../../pipeline/index.ts";
import { windowTo } from "../strips.ts";
import { viewSignal } from "./signal-view.ts";
import { SignalsSection } from "./signals-section.tsx";

const WINDOW = windowTo("2026-01-31");
const HOUR = 3600;
const START = Date.parse("2026-01-01T00:00:00Z") / 1000;

/** Twenty days by the hour, nothing on the sixth day, low from the tenth day on. */
const signal: ShownSignal = {
	key: {
		source: "ioda",
		measure: "bgp",
		unit: "/24 blocks",
		entity: { cc: "PK", area: null, asn: null },
		access: null,
		licence: "their licence",
		trouble: "fall",
		verified: false,
	},
	gauge: "routing",
	stepSeconds: HOUR,
	readingCount: 456,
	since: START,
	until: START + 479 * HOUR,
	points: Array.from({ length: 480 }, (_, i) => ({
		at: START + i * HOUR,
		reading: i >= 120 && i < 144 ? ("gap" as const) : i < 240 ? 1000 : 250,
	})),
	changes: [
		{
			source: "ioda",
			measure: "bgp",
			entity: { cc: "PK", area: null, asn: null },
			access: null,
			kind: "fall",
			start: {
				earliest: "2026-01-10T23:00:00Z",
				at: "2026-01-11T00:00:00Z",
				latest: "2026-01-11T01:00:00Z",
			},
			end: null,
			depth: 0.75,
			restoredPartially: false,
			detectableAt: "2026-01-11T02:00:00Z",
			finding: "outage, cause not established",
			licence: "their licence",
			verified: false,
		},
	],
};

test("a signal's view says its finding without a cause, breaks its line at a gap, and has a day for each with readings", () => {
	const view = viewSignal(signal, WINDOW);
	assert.equal(
		view.finding,
		"A fall by 75% began between 10 Jan 2026, 23:00 UTC and 11 Jan 2026, 01:00 UTC, and was not over at the last reading. Cause not established.",
	);
	assert.equal(view.columns.filter(({ isAfterGap }) => isAfterGap).length, 2);
	assert.equal(view.days.length, 19);
	assert.equal(view.highest, 1000);
	assert.match(view.source, /their licence.*not verified/);
});

test("P9: a window without readings says so and claims no quiet", () => {
	const { finding } = viewSignal(signal, windowTo("2025-06-01"));
	assert.equal(
		finding,
		"No reading within these days; the last is of 20 Jan 2026.",
	);
});

test("each panel carries title, place, source, licence, site and a table, and a signal not drawn is counted", () => {
	const html = String(
		<SignalsSection
			shown={{ signals: [signal], moreCount: 3, told: [], moreToldCount: 0 }}
			window={undefined}
			place={{
				name: "Pakistan",
				path: "/pk",
				incidents: [],
				emulated: false,
				siteName: "Test site",
			}}
			address={undefined}
		/>,
	);
	for (const text of [
		"1 of 1 signal changed",
		"3 more signals are kept of parts of Pakistan",
		"Routes (ioda, bgp), Pakistan",
		"their licence",
		"Last measured 20 Jan 2026",
		"/pk/signals/ioda-bgp.png?until=2026-01-20",
		"/embed/pk/signals/ioda-bgp?until=2026-01-20",
		"Test site",
		"<table>",
		'class="bracket"',
	])
		assert.ok(html.includes(text), text);
});
