import assert from "node:assert/strict";
import test from "node:test";
import type { SignalAccess } from "../../model/index.ts";
import { gaugeOf, OWN_VOLUME } from "./gauges.ts";
import { groupFalls } from "./group.ts";
import type { Fall, WatchedSignal } from "./types.ts";

const HOUR_MS = 3_600_000;
const START_MS = Date.parse("2025-03-03T00:00:00Z");
const at = (hour: number): string =>
	new Date(START_MS + hour * HOUR_MS).toISOString();

/** A signal of the emulated country, watched for two months. */
function watch(
	gauge: string,
	of: {
		readonly area?: string;
		readonly isPart?: boolean;
		readonly asn?: number;
		readonly access?: SignalAccess;
	} = {},
): WatchedSignal {
	const { area = null, isPart = false, asn = null, access = null } = of;
	return {
		id: [gauge, area, isPart, asn, access].join(" "),
		key: {
			source: gauge,
			measure: "m",
			unit: "u",
			entity: { cc: "QZ", area, asn },
			access,
			licence: "test",
			trouble: "fall",
			verified: true,
		},
		gauge,
		area,
		isPart,
		weight: 1,
		stepMs: HOUR_MS,
		sinceMs: START_MS - 500 * HOUR_MS,
		untilMs: START_MS + 1000 * HOUR_MS,
	};
}

function fall(
	signal: WatchedSignal,
	since: number,
	until: number | null,
	depth = 0.9,
): Fall {
	const bracket = (hour: number) => ({
		earliest: at(hour - 1),
		at: at(hour),
		latest: at(hour + 1),
	});
	return {
		signal,
		onset: bracket(since),
		ending: until === null ? null : bracket(until),
		depth,
		restoredPartially: false,
		sinceMs: START_MS + since * HOUR_MS,
		untilMs:
			until === null ? Number.POSITIVE_INFINITY : START_MS + until * HOUR_MS,
		detectableAt: at(since + 2),
		confounds: [],
	};
}

const ROUTES = watch("routing");
const PROBES = watch("probing");
const OTHERS = watch("google_traffic");

const group = (falls: readonly Fall[], watched = [ROUTES, PROBES, OTHERS]) =>
	groupFalls("QZ", falls, [
		...new Set([...watched, ...falls.map((one) => one.signal)]),
	]);

const told = (outages: ReturnType<typeof group>) =>
	outages.map(({ episodes: [first], cause }) => [
		first?.scope,
		first?.isAtFloor,
		cause.found,
		cause.ground,
	]);

test("P4: one gauge is a suspicion however deep it falls; two are an outage of no established cause", () => {
	assert.deepEqual(told(group([fall(PROBES, 5, 9, 1)])), [
		["country", false, "not_established", null],
	]);
	assert.deepEqual(told(group([fall(PROBES, 5, 9), fall(ROUTES, 4, 9)])), [
		["country", true, "not_established", null],
	]);
});

test("P7: two signals of one gauge are one witness", () => {
	const [a, b] = [
		{ ...watch("routing"), id: "a" },
		{ ...watch("routing"), id: "b" },
	];
	assert.equal(
		group([fall(a, 5, 9), fall(b, 5, 9)])[0]?.episodes[0]?.isAtFloor,
		false,
	);
	const of = (source: string, measure: string) =>
		gaugeOf({ source, measure, trouble: "fall" });
	assert.equal(of("ripestat", "v6_prefixes_ris"), of("ioda", "bgp"));
	assert.equal(
		of("ioda", "gtr.WEB_SEARCH"),
		of("google-traffic", "WEB_SEARCH"),
	);
	assert.notEqual(of("ioda", "bgp"), of("ioda", "ping-slash24"));
	// Blocking a product, and demand for VPNs, are no outage.
	assert.equal(of("google-traffic", "YouTube"), undefined);
	assert.equal(of("google-trends", "vpn"), undefined);
});

test("P6: a shallow fall of what follows people's habits lends nothing to another", () => {
	const [telescope, traffic] = [watch("telescope"), OTHERS];
	assert.deepEqual(
		told(group([fall(telescope, 3, 10, 0.38), fall(traffic, 3, 8, 0.29)], [])),
		[["country", false, "not_established", null]],
	);
	// Routes do not sleep: a tenth of them is much.
	assert.equal(
		group([fall(ROUTES, 3, 10, 0.1), fall(traffic, 3, 8, 0.6)])[0]?.episodes[0]
			?.isAtFloor,
		true,
	);
});

test("a withdrawal hours before the rest is the same outage; what falls a day later is another", () => {
	const [early, rest] = [fall(ROUTES, 1, null), fall(PROBES, 9, null)];
	const [one, ...none] = group([rest, early]);
	assert.deepEqual(none, []);
	assert.equal(one?.episodes[0]?.sinceMs, early.sinceMs);
	assert.equal(group([fall(ROUTES, 1, 5), fall(PROBES, 40, 44)]).length, 2);
});

test("a suspicion that still stood when the outage began is shown with it and moves nothing", () => {
	const standing = fall(watch("telescope"), -20, null, 0.2);
	const [one, ...none] = group([
		standing,
		fall(PROBES, 9, null),
		fall(OTHERS, 10, null),
	]);
	assert.deepEqual(none, []);
	assert.deepEqual(one?.standing, [standing]);
	assert.equal(one?.episodes[0]?.sinceMs, START_MS + 9 * HOUR_MS);
});

test("the same hours on several days are a pattern that no fault keeps; other hours, or two days, are not", () => {
	const days = (starts: readonly number[]) =>
		starts.flatMap((hour) => [
			fall(ROUTES, hour, hour + 3),
			fall(PROBES, hour, hour + 3),
		]);
	const exams = group(days([3, 27, 51, 99]));
	assert.deepEqual(told(exams), [["country", true, "restriction", "pattern"]]);
	assert.equal(exams[0]?.episodes.length, 4);
	assert.match(
		exams[0]?.cause.why ?? "",
		/4 days, about 03:00 UTC for 3 hours/,
	);
	for (const starts of [
		[3, 27],
		[3, 31, 66],
	])
		assert.equal(group(days(starts))[0]?.cause.found, "not_established");
});

test("all mobile networks of a province at once while fixed lines stay is a scope that only a decision has", () => {
	const area = { area: "QZ-A" };
	const mobile = [64496, 64497, 64498].flatMap((asn) => [
		watch("routing", { ...area, asn, access: "mobile" }),
		watch("probing", { ...area, asn, access: "mobile" }),
	]);
	const fixed = watch("probing", { ...area, asn: 64499, access: "fixed" });
	const cut = (signals: readonly WatchedSignal[]) =>
		signals.map((signal) => fall(signal, 6, 20));
	assert.deepEqual(told(group(cut(mobile), [fixed])), [
		["area", true, "restriction", "scope"],
	]);
	// A fixed line fell too, one mobile network stayed, or none of the fixed is watched.
	for (const [falls, watched] of [
		[cut([...mobile, fixed]), [fixed]],
		[cut(mobile.slice(2)), [...mobile, fixed]],
		[cut(mobile), []],
	] as const)
		assert.notEqual(group(falls, [...watched])[0]?.cause.found, "restriction");
	// Hours apart they are no one decision.
	const apart = mobile.map((signal, i) => fall(signal, 6 + i, 20));
	assert.notEqual(group(apart, [fixed])[0]?.cause.found, "restriction");
});

test("most parts of a province speak for it; one part speaks for nothing", () => {
	const parts = ["a", "b", "c"].map((name) => ({
		...watch("monash_probing", { area: "QZ-B", isPart: true }),
		id: name,
	}));
	assert.deepEqual(group([fall(parts[0] as WatchedSignal, 2, 9)], parts), []);
	const [one] = group(
		parts.slice(1).map((part) => fall(part, 2, 9)),
		// Another province, which stays, keeps it from being the country.
		[
			...parts,
			...["d", "e"].map((id) => ({
				...watch("monash_probing", { area: "QZ-C", isPart: true }),
				id,
			})),
		],
	);
	assert.deepEqual(
		[one?.episodes[0]?.scope, one?.episodes[0]?.areas],
		["area", ["QZ-B"]],
	);
});

test("P9: silence of several networks is one suspicion, and an outage with one signal of others", () => {
	const own = [64496, 64497, 64498].map((asn) => watch(OWN_VOLUME, { asn }));
	const silent = own.map((signal, i) => fall(signal, 5 + i, null));
	assert.deepEqual(told(group(silent, [])), [
		["country", false, "not_established", null],
	]);
	assert.deepEqual(told(group([...silent, fall(PROBES, 5, null)])), [
		["country", true, "not_established", null],
	]);
});

test("P10: what fell in many countries at once lends no weight here", () => {
	const everywhere = { ...fall(PROBES, 5, 9), confounds: ["worldwide"] };
	const outages = group([everywhere, fall(ROUTES, 5, 9)]);
	assert.deepEqual(
		outages.map(({ episodes: [first] }) => [
			first?.isAtFloor,
			first?.confounds,
		]),
		[
			[false, []],
			[false, ["worldwide"]],
		],
	);
});
