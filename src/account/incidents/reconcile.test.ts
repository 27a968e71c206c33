import assert from "node:assert/strict";
import { test } from "node:test";
import type { Incident } from "../../model/index.ts";
import type { LedgerEntry } from "../ledger/index.ts";
import { reconcile } from "./reconcile.ts";
import { StandingIncidents } from "./standing.ts";
import type { IncidentFinding } from "./types.ts";

const AT = "2025-03-01T00:00:00Z";
const free = () => false;

function bracket(day: string) {
	return {
		earliest: `${day}T00:00:00Z`,
		at: `${day}T06:00:00Z`,
		latest: `${day}T12:00:00Z`,
	};
}

function finding(
	since: string,
	until: string | null,
	more: Partial<IncidentFinding> = {},
): IncidentFinding {
	return {
		cc: "QZ",
		service: "x",
		kind: "service_block",
		status: until === null ? "ongoing" : "ended",
		basis: "measured",
		scope: "networks",
		areas: [],
		targets: ["x.com"],
		networks: [
			{
				asn: 64496,
				state: "likely_blocked",
				onset: bracket(since),
				ending: until === null ? null : bracket(until),
				mechanism: "tls.reset",
				sessions: 9,
				of: 10,
			},
		],
		onset: bracket(since),
		ending: until === null ? null : bracket(until),
		detectableAt: `${since}T12:00:00Z`,
		endDetectableAt: null,
		mechanism: "tls.reset",
		counts: { sessions: 9, of: 10, networks: 1, measurements: 10 },
		witness: "u",
		confounds: [],
		ruleset: "r",
		reference: "f",
		...more,
	};
}

const found = (...findings: IncidentFinding[]) =>
	reconcile([], findings, AT, free).current;

const only = (incidents: readonly Incident[]): Incident => {
	assert.equal(incidents.length, 1);
	return incidents[0] as Incident;
};

test("an incident is named by country, service and day, and a taken name gets a number", () => {
	assert.equal(only(found(finding("2025-02-22", null))).id, "qz-x-2025-02-22");
	const { current } = reconcile(
		[],
		[finding("2025-02-22", null)],
		AT,
		(id) => id === "qz-x-2025-02-22",
	);
	assert.equal(only(current).id, "qz-x-2025-02-22-2");
});

test("P8: the same restriction keeps its id when later data move its onset, and says what changed", () => {
	const known = found(finding("2025-02-22", null));
	const next = reconcile(
		known,
		[finding("2025-02-21", "2025-02-26")],
		AT,
		free,
	);
	const incident = only(next.revised);
	assert.equal(incident.id, "qz-x-2025-02-22");
	assert.equal(incident.revision, 2);
	assert.equal(incident.status, "ended");
	assert.match(incident.reason, /ending is shown/);
});

test("a revision is written only where a reader would see a difference", () => {
	const known = found(finding("2025-02-22", null));
	const grown = finding("2025-02-22", null, {
		counts: { sessions: 15, of: 16, networks: 1, measurements: 30 },
		witness: "another",
	});
	assert.deepEqual(reconcile(known, [grown], AT, free).revised, []);
	const doubled = { ...grown, counts: { ...grown.counts, sessions: 18 } };
	const [revised] = reconcile(known, [doubled], AT, free).revised;
	assert.match(revised?.reason ?? "", /more sessions/);
	const wider = { ...grown, scope: "country" as const };
	assert.equal(reconcile(known, [wider], AT, free).revised.length, 1);
});

test("two that turn out to be one leave an alias, and stay one", () => {
	const known = found(
		finding("2025-02-01", "2025-02-03"),
		finding("2025-02-20", null),
	);
	assert.equal(known.length, 2);
	const { current } = reconcile(known, [finding("2025-02-01", null)], AT, free);
	const merged = current.find(({ status }) => status === "merged");
	const kept = current.find(({ status }) => status === "ongoing");
	assert.equal(merged?.mergedInto, kept?.id);
	assert.deepEqual(kept?.aliases, [merged?.id]);
	const again = reconcile(current, [finding("2025-02-01", null)], AT, free);
	assert.deepEqual(again.revised, []);
});

test("one that falls apart keeps its id for the part that began first", () => {
	const known = found(finding("2025-02-01", null));
	const { current } = reconcile(
		known,
		[finding("2025-02-01", "2025-02-03"), finding("2025-02-20", null)],
		AT,
		free,
	);
	assert.deepEqual(
		current.map(({ id, status }) => [id, status]),
		[
			["qz-x-2025-02-01", "ended"],
			["qz-x-2025-02-20", "ongoing"],
		],
	);
});

test("P8: what later data no longer show is withdrawn and not forgotten, and found again it has its id back", () => {
	const known = found(finding("2025-02-22", null));
	const gone = reconcile(known, [], AT, free);
	assert.equal(only(gone.revised).status, "withdrawn");
	assert.deepEqual(reconcile(gone.current, [], AT, free).revised, []);
	const back = reconcile(gone.current, [finding("2025-02-22", null)], AT, free);
	assert.equal(only(back.revised).id, "qz-x-2025-02-22");
	assert.equal(only(back.revised).revision, 3);
	assert.match(only(back.revised).reason, /Found again/);
});

test("the order of what is known and found has no effect", () => {
	const findings = [
		finding("2025-02-01", "2025-02-03"),
		finding("2025-02-20", null),
		finding("2025-02-10", "2025-02-12", { cc: "QY" }),
	];
	const known = found(...findings);
	const moved = [
		finding("2025-02-02", "2025-02-03"),
		finding("2025-02-19", "2025-02-28"),
	];
	const a = reconcile(known, moved, AT, free);
	const b = reconcile([...known].reverse(), [...moved].reverse(), AT, free);
	assert.deepEqual(a, b);
});

test("silence of two networks is two findings, each with its own id", () => {
	const silent = (asn: number) =>
		finding("2025-02-22", null, {
			service: null,
			networks: [
				{
					asn,
					state: "insufficient",
					onset: null,
					ending: null,
					mechanism: null,
					sessions: 9,
					of: 10,
				},
			],
		});
	const known = found(silent(1), silent(2));
	assert.equal(new Set(known.map(({ id }) => id)).size, 2);
	const { revised } = reconcile(known, [silent(2), silent(1)], AT, free);
	assert.deepEqual(revised, []);
});

test("an id that was merged leads to what it was merged into, however often", () => {
	const standing = new StandingIncidents();
	const take = (seq: number, incident: Partial<Incident>) =>
		standing.take({
			seq,
			kind: "incident",
			subject: incident.id,
			body: incident,
		} as unknown as LedgerEntry);
	take(1, { id: "a", status: "merged", mergedInto: "b" });
	take(2, { id: "b", status: "merged", mergedInto: "c" });
	take(3, { id: "c", status: "ongoing", mergedInto: null });
	assert.equal(standing.resolve("a")?.id, "c");
	assert.equal(standing.resolve("z"), undefined);
	assert.deepEqual(
		standing
			.draftsOf([{ id: "c" } as Incident, { id: "new" } as Incident])
			.map(({ supersedes }) => supersedes),
		[3, undefined],
	);
});
