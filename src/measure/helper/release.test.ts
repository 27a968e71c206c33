import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { coarsen } from "./coarse.ts";
import { createLineBook } from "./line-book.ts";
import {
	type Decision,
	decideReleases,
	RELEASE_SESSIONS,
	type ReleaseOptions,
} from "./release.ts";
import {
	headOf,
	type Origin,
	type Submission,
	subjectOf,
} from "./submission.ts";
import { countWaiting } from "./waiting.ts";

type Shown = Decision & {
	readonly shown: ReturnType<typeof coarsen> | undefined;
};

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 0, 10, 6);

interface Said {
	readonly session: number;
	readonly asn?: number;
	readonly site?: string;
	readonly hour?: number;
	readonly minute?: number;
	readonly origin?: Origin;
}

let made = 0;
function submission({
	session,
	asn = 64_500,
	site = "https://a.example/",
	hour = 0,
	minute = 0,
	origin = "seen",
}: Said): Submission {
	const at = new Date(
		START_MS + hour * HOUR_MS + minute * 60_000,
	).toISOString();
	return {
		uid: `uid-${made++}`,
		reportId: `report-${session}`,
		receivedAt: at.replace(".000", ""),
		origin,
		measurement: {
			test_name: "web_connectivity",
			input: site,
			probe_cc: "QZ",
			probe_asn: `AS${asn}`,
			probe_network_name: "Net",
			resolver_asn: `AS${asn}`,
			resolver_ip: "198.18.0.9",
			report_id: `report-${session}`,
			measurement_start_time: at.slice(0, 19).replace("T", " "),
			test_keys: {
				client_resolver: "198.18.0.9",
				requests: [
					{
						response: {
							body: "<p>made at 06:17:31, 1768025851</p>",
							headers: { Date: "Sat, 10 Jan 2026 06:17:31 GMT", Server: "x" },
							headers_list: [["Date", "Sat, 10 Jan 2026 06:17:31 GMT"]],
						},
					},
				],
			},
		},
	};
}

function decide(
	held: readonly Submission[],
	afterHours: number,
	changes: Partial<ReleaseOptions> = {},
): readonly Shown[] {
	const decisions = decideReleases(held.map(headOf), {
		key: new Uint8Array(32).fill(7),
		nowMs: START_MS + afterHours * HOUR_MS,
		groupOf: (input) => input,
		spoken: new Set(),
		...changes,
	});
	const byUid = new Map(held.map((one) => [one.uid, one.measurement]));
	return decisions.map((one) => ({
		...one,
		shown: one.as && coarsen(byUid.get(one.uid) ?? {}, one.as),
	}));
}

const shown = (decisions: readonly Shown[]) =>
	decisions.flatMap((one) => (one.shown === undefined ? [] : [one.shown]));

const anySaid: fc.Arbitrary<readonly Said[]> = fc.array(
	fc.record({
		session: fc.nat(12),
		asn: fc.constantFrom(64_500, 64_500, 64_500, 64_501, 0),
		site: fc.constantFrom("https://a.example/", "https://b.example/"),
		hour: fc.nat(1),
		minute: fc.nat(59),
		origin: fc.constantFrom<Origin>(
			"seen",
			"seen",
			"seen",
			"unchecked",
			"differs",
			"tor",
			"uploaded",
		),
	}),
	{ minLength: 20, maxLength: 80 },
);

test("P11: within a day nothing goes out but in company of 5 sessions that look alike", () => {
	let seen = 0;
	fc.assert(
		fc.property(anySaid, fc.boolean(), (said, oneService) => {
			const held = said.map(submission);
			const groupOf = (input: string) => (oneService ? "service" : input);
			const out = shown(decide(held, 23.9, { groupOf }));
			seen += out.length;
			const crowds = new Map<string, Map<string, string[]>>();
			for (const one of out) {
				const group = groupOf(String(one["input"]));
				const cell = `${one["probe_asn"]} ${group} ${one["measurement_start_time"]}`;
				const crowd = crowds.get(cell) ?? new Map<string, string[]>();
				const session = String(one["report_id"]);
				crowd.set(session, [
					...(crowd.get(session) ?? []),
					String(one["input"]),
				]);
				crowds.set(cell, crowd);
			}
			for (const crowd of crowds.values())
				for (const targets of crowd.values()) {
					const alike = [...crowd.values()].filter(
						(other) => other.sort().join() === targets.sort().join(),
					);
					assert.ok(alike.length >= RELEASE_SESSIONS);
				}
		}),
		{ numRuns: 600 },
	);
	assert.ok(seen > 100, `${seen} went out`);
});

/** Some sessions share a line, as two phones at home do. */
const lineOfSession = (session: number) => session % 10;

/** An ISP that logs which of its lines contacted which site in which hour, and has all that is public: how many lines fit each public session. */
function suspectCounts(
	said: readonly Said[],
	out: readonly ReturnType<typeof coarsen>[],
): readonly number[] {
	const flowsOf = new Map<string, Set<string>>();
	for (const one of out) {
		const session = String(one["report_id"]);
		const flows = flowsOf.get(session) ?? new Set<string>();
		flows.add(
			`${one["probe_asn"]} ${one["input"]} ${one["measurement_start_time"]}`,
		);
		flowsOf.set(session, flows);
	}
	const logs = new Map<number, Set<string>>();
	for (const { session, asn, site, hour } of said) {
		const at = new Date(START_MS + (hour ?? 0) * HOUR_MS).toISOString();
		const line = lineOfSession(session);
		const flows = logs.get(line) ?? new Set<string>();
		flows.add(`AS${asn} ${site} ${at.slice(0, 19).replace("T", " ")}`);
		logs.set(line, flows);
	}
	return [...flowsOf.values()].map(
		(flows) =>
			[...logs.values()].filter((log) =>
				[...flows].every((one) => log.has(one)),
			).length,
	);
}

test("P11: an ISP with flow logs links no public record to one of its lines better than 1 in 5", () => {
	let seen = 0;
	fc.assert(
		fc.property(anySaid, (said) => {
			const book = createLineBook(() => 0);
			const held = said.map(submission).map((one, at): Submission => {
				const line = lineOfSession(said[at]?.session ?? 0);
				return book.isRepeat(
					`198.18.0.${line}`,
					one.reportId,
					subjectOf(one.measurement),
				)
					? { ...one, origin: "repeat" }
					: one;
			});
			for (const count of suspectCounts(said, shown(decide(held, 23.9)))) {
				seen++;
				assert.ok(count >= RELEASE_SESSIONS, `${count} fit`);
			}
		}),
		{ numRuns: 400 },
	);
	assert.ok(seen > 50, `${seen} went out`);
});

test("the same ISP does find lone probes in what was never held back", () => {
	const said = [1, 2, 3].map((session) => ({
		session,
		asn: 64_500,
		site: `https://${session}.example/`,
	}));
	const out = said.map(submission).map(({ uid, reportId, measurement }) =>
		coarsen(measurement, {
			hourMs: START_MS,
			session: reportId,
			uid,
			withNetwork: true,
		}),
	);
	assert.deepEqual(suspectCounts(said, out), [1, 1, 1]);
});

test("P11: no public record carries a report id, a uid, a minute, a resolver or an answer's clock", () => {
	const held = [0, 1, 2, 3, 4].map((session) =>
		submission({ session, minute: 17 + session }),
	);
	const text = JSON.stringify(shown(decide(held, 1)));
	assert.equal(shown(decide(held, 1)).length, 5);
	for (const { uid, reportId } of held) {
		assert.ok(!text.includes(`"${uid}"`));
		assert.ok(!text.includes(reportId));
	}
	assert.doesNotMatch(text, /06:17|06:2|17680258|198\.18\.0\.9|Date/);
	assert.match(text, /"probe_asn":"AS64500"/);
	assert.match(text, /"Server":"x"/);
});

test("P11: what stays alone waits a random 24 to 72 hours and goes out without its network", () => {
	fc.assert(
		fc.property(fc.nat(1000), (session) => {
			const held = [submission({ session })];
			assert.equal(shown(decide(held, 23.9)).length, 0);
			const [out] = shown(decide(held, 72.1));
			assert.equal(out?.["probe_asn"], "AS0");
			assert.equal(out?.["resolver_asn"], "AS0");
			assert.equal(out?.["probe_network_name"], "");
			assert.equal(out?.["measurement_start_time"], "2026-01-10 06:00:00");
		}),
	);
	const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((session) => {
		const held = [submission({ session })];
		for (let hours = 24; ; hours++)
			if (shown(decide(held, hours)).length > 0) return hours;
	});
	assert.ok(new Set(waits).size >= 5, `waits: ${waits}`);
});

test("P11: who comes after a crowd was shown waits for a crowd of their own", () => {
	const first = [0, 1, 2, 3, 4].map((session) => submission({ session }));
	const spoken = new Set(decide(first, 1).map(({ spoke }) => spoke));
	assert.equal(spoken.size, 5);
	const late = [submission({ session: 5 })];
	assert.deepEqual(decide(late, 2, { spoken }), []);
	const again = [submission({ session: 0, hour: 2 })];
	assert.deepEqual(
		decide(again, 90, { spoken }).map((one) => one.shown),
		[undefined],
	);
});

test("P7: forged networks, repeats over one line, Tor and files never count as sessions and are never shown", () => {
	for (const origin of ["differs", "repeat", "tor", "uploaded"] as const) {
		const held = [0, 1, 2, 3].map((session) => submission({ session }));
		held.push(submission({ session: 4, origin }));
		assert.equal(shown(decide(held, 1)).length, 0, origin);
		assert.equal(shown(decide(held, 100)).length, 4, origin);
	}
});

test("P7: one session stays one, however often it measures a service in a day", () => {
	const held = [0, 1, 2, 3, 4, 5, 6, 7].map((hour) =>
		submission({ session: 1, hour, site: `https://${hour}.example/` }),
	);
	const out = shown(decide(held, 100, { groupOf: () => "service" }));
	assert.equal(new Set(out.map((one) => one["report_id"])).size, 1);
});

test("P11: of what waits only sessions by country and day are told, and only of days that are over", () => {
	const heads = [
		submission({ session: 1 }),
		submission({ session: 1, minute: 5 }),
		submission({ session: 2, hour: 3 }),
		submission({ session: 3, origin: "tor" }),
		submission({ session: 4, hour: 20 }),
	].map(headOf);
	assert.deepEqual(countWaiting(heads, new Date("2026-01-10T23:59:59Z")), []);
	assert.deepEqual(countWaiting(heads, new Date("2026-01-11T00:00:00Z")), [
		{ cc: "QZ", day: "2026-01-10", sessions: 2 },
	]);
});
