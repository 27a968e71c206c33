import assert from "node:assert/strict";
import test from "node:test";
import { createDetector } from "./detect.ts";
import {
	groupIncidents,
	networksBehind,
	type ServiceDetection,
} from "./group.ts";
import { between, makeSeries } from "./testing.ts";

const detector = createDetector();

interface NetworkPlan {
	readonly asn: number;
	readonly rate: (hour: number) => number;
	readonly every?: number;
}

/** Detections of some networks and of their pool, as they are handed to grouping. */
function detectAll(
	plans: readonly NetworkPlan[],
	hours = 2400,
	service = "example",
): readonly ServiceDetection[] {
	const set = plans.map(({ asn, rate, every = 6 }) =>
		makeSeries({ seed: asn, hours, every, asn, rate }),
	);
	const { networks, country } = detector.detectSet(set);
	return [
		...networks.map((detection) => ({ cc: "QZ", service, detection })),
		{
			cc: "QZ",
			service,
			detection: country,
			networks: (onset) => networksBehind(set, onset),
		},
	];
}

test("operators that follow over days are one incident of the country, with each network's own bracket", () => {
	const since = [1000, 1030, 1090, 1100];
	const [incident, ...others] = groupIncidents(
		detectAll(
			since.map((at, i) => ({ asn: i + 1, rate: between(at, 1800, 0.97) })),
		),
	);
	assert.equal(others.length, 0);
	assert.equal(incident?.scope, "country");
	assert.equal(incident?.status, "ended");
	assert.deepEqual(
		incident?.networks.map(({ asn }) => asn),
		[1, 2, 3, 4],
	);
	incident?.networks.forEach(({ onset, ending }, i) => {
		const at = since[i] as number;
		assert.ok((onset.earliest ?? 0) <= at + 6 && at <= onset.latest, `${at}`);
		assert.ok(ending && ending.earliest !== undefined);
		assert.ok(ending.earliest <= 1806 && 1800 <= ending.latest);
	});
	assert.ok(incident && incident.detectableAt < 1100);
});

test("blocks that return every morning are one incident", () => {
	const rate = (hour: number): number =>
		hour >= 1200 && hour < 1200 + 14 * 24 && hour % 24 >= 5 && hour % 24 < 11
			? 0.97
			: 0.01;
	const incidents = groupIncidents(
		detectAll([
			{ asn: 1, rate, every: 1 },
			{ asn: 2, rate, every: 1 },
		]),
	);
	assert.equal(incidents.length, 1);
	assert.ok((incidents[0]?.episodes.length ?? 0) > 10);
});

test("two events weeks apart are two incidents, and one that lasts is ongoing", () => {
	const rate = (hour: number): number =>
		(hour >= 600 && hour < 800) || hour >= 1600 ? 0.97 : 0.01;
	const incidents = groupIncidents(
		detectAll([
			{ asn: 1, rate },
			{ asn: 2, rate },
		]),
	);
	assert.deepEqual(
		incidents.map(({ status }) => status),
		["ended", "ongoing"],
	);
});

test("P7: one network alone is no headline of the country", () => {
	const [incident] = groupIncidents(
		detectAll([
			{ asn: 1, rate: between(1000, 1e9, 0.97) },
			{ asn: 2, rate: () => 0.01 },
			{ asn: 3, rate: () => 0.01 },
		]),
	);
	assert.equal(incident?.scope, "networks");
	assert.deepEqual(
		incident?.networks.map(({ asn }) => asn),
		[1],
	);
});

test("networks too thin to tell by themselves tell together", () => {
	const plans = Array.from({ length: 12 }, (_, i) => ({
		asn: i + 1,
		every: 96 + 5 * i,
		rate: between(1200, 1400, 1, 0.005),
	}));
	const detections = detectAll(plans);
	const [incident] = groupIncidents(detections);
	assert.equal(incident?.scope, "country");
	assert.ok(incident?.episodes.some(({ asn }) => asn === undefined));
	assert.ok(incident && incident.onset.at >= 1100 && incident.onset.at < 1300);
});

test("a restriction that was there at the first data has no earliest onset", () => {
	const [incident] = groupIncidents(
		detectAll([
			{ asn: 1, rate: between(0, 1e9, 0.97) },
			{ asn: 2, rate: between(0, 1e9, 0.97) },
		]),
	);
	assert.equal(incident?.onset.earliest, undefined);
	assert.equal(incident?.status, "ongoing");
	assert.equal(incident?.ending, undefined);
});

test("services are kept apart, and the order of the input has no effect", () => {
	const one = detectAll([{ asn: 1, rate: between(1000, 1e9, 1) }], 2400, "one");
	const two = detectAll([{ asn: 1, rate: between(1000, 1e9, 1) }], 2400, "two");
	const incidents = groupIncidents([...two, ...one]);
	assert.deepEqual(
		incidents.map(({ service }) => service),
		["one", "two"],
	);
	const plain = (value: unknown) => JSON.stringify(value);
	assert.equal(plain(groupIncidents([...one, ...two])), plain(incidents));
});
