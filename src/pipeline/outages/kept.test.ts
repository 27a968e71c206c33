import assert from "node:assert/strict";
import test from "node:test";
import type { KeptSignal } from "../../store/index.ts";
import type { SignalChange } from "../signals/index.ts";
import { watchedSignals } from "./kept.ts";

const HOUR_MS = 3_600_000;
const START_MS = Date.parse("2025-03-03T00:00:00Z");

/** Probing of a country that falls at some hours. */
function kept(
	cc: string,
	...hours: readonly number[]
): KeptSignal<SignalChange> {
	const bracket = (hour: number) => {
		const at = new Date(START_MS + hour * HOUR_MS).toISOString();
		return { earliest: at, at, latest: at };
	};
	const key = {
		source: "ioda",
		measure: "ping-slash24",
		unit: "u",
		entity: { cc, area: null, asn: null },
		access: null,
		licence: "test",
		trouble: "fall",
		verified: true,
	} as const;
	return {
		key,
		stepSeconds: 600,
		readingCount: 1000,
		since: START_MS / 1000,
		until: START_MS / 1000 + 1_000_000,
		changes: hours.map((hour) => ({
			...key,
			kind: "fall",
			start: bracket(hour),
			end: bracket(hour + 4),
			depth: 0.9,
			restoredPartially: false,
			detectableAt: bracket(hour + 1).at,
			finding: "outage, cause not established",
		})),
	};
}

const confounded = (...all: readonly KeptSignal<SignalChange>[]) =>
	watchedSignals(
		{ signals: Object.fromEntries(all.map((one, i) => [String(i), one])) },
		"real",
	)
		.falls.filter(({ confounds }) => confounds.includes("worldwide"))
		.map(({ signal, sinceMs }) => [
			signal.key.entity.cc,
			(sinceMs - START_MS) / HOUR_MS,
		]);

test("P10: what falls in most of the other countries within hours fell at its source, and nothing else did", () => {
	assert.deepEqual(
		confounded(kept("PK", 20, 100), kept("IR", 21), kept("IQ", 18), kept("IN")),
		[
			["IQ", 18],
			["PK", 20],
			["IR", 21],
		],
	);
	// Of too few others nothing can be said, nor of half of them, nor hours apart.
	assert.deepEqual(
		confounded(kept("PK", 20), kept("IR", 20), kept("IQ", 20)),
		[],
	);
	assert.deepEqual(
		confounded(
			kept("PK", 20),
			kept("IR", 20),
			kept("IQ"),
			kept("IN"),
			kept("MM"),
		),
		[],
	);
	assert.deepEqual(
		confounded(kept("PK", 20), kept("IR", 40), kept("IQ", 60), kept("IN", 80)),
		[],
	);
});
