import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dueProcessOf } from "./due-process.ts";
import { countDueProcess, dueProcessFacts } from "./due-process-counts.ts";
import type { RecordEntry } from "./entry.ts";
import { claim, day, entryWith, mapShippedDossier } from "./test-entries.ts";

function answersOf(entries: readonly RecordEntry[]) {
	return Object.fromEntries(
		dueProcessOf(entries).rows.map(({ field, answer }) => [field, answer]),
	);
}

test("without entries every field and every limb is not shown", () => {
	const { rows, limbs } = dueProcessOf([]);
	assert.equal(rows.length, 21);
	for (const { answer, evidence } of [...rows, ...limbs]) {
		assert.equal(answer, "not_shown");
		assert.deepEqual(evidence, []);
	}
	assert.deepEqual(
		limbs.map(({ limb }) => limb),
		[
			"legality",
			"legitimate_aim",
			"necessity_proportionality",
			"transparency",
			"review_and_remedy",
		],
	);
});

test("the ban of X: what its entries show, and nothing more", () => {
	const { ban } = mapShippedDossier((path) => readFileSync(path, "utf8"));
	assert.deepEqual(answersOf(ban), {
		order_known: "met",
		order_number: "not_shown",
		legal_basis: "not_shown",
		order_published: "not_met",
		prior_authorisation: "not_shown",
		order_reasons: "not_met",
		aim_stated: "met",
		limited_in_time: "not_met",
		limited_in_area: "not_shown",
		limited_in_services: "met",
		alternatives_considered: "not_shown",
		exemptions: "not_shown",
		public_notice: "not_shown",
		operator_notice: "not_shown",
		acknowledged: "met",
		independent_review: "not_shown",
		court_heard: "met",
		case_decided: "met",
		information_request_answered: "not_shown",
		remedy: "not_shown",
		court_deadlines_kept: "not_met",
	});
	const { rows, limbs } = dueProcessOf(ban);
	const row = rows.find(({ field }) => field === "order_published");
	assert.deepEqual(row?.evidence, ["xban-006"]);
	assert.equal(row?.shown, "became public on 2024-03-20");
	const known = new Set(ban.map(({ id }) => id));
	for (const { answer, evidence, field } of rows) {
		assert.equal(answer === "not_shown", evidence.length === 0, field);
		assert.ok(evidence.every((id) => known.has(id)));
	}
	for (const { answer } of limbs)
		assert.equal(answer, "not_shown", "fields are never added up to a ruling");
	assert.equal(limbs[0]?.counts.not_met, 1);
});

test("entries that disagree make a field unknown, and one of low confidence shows nothing", () => {
	const order = (id: string, more: object, rest: Partial<RecordEntry> = {}) =>
		entryWith(id, { type: "order", order: more, ...rest });
	const both = [
		order("o-1", { reasons: null }),
		order("o-2", { reasons: "public order" }),
	];
	assert.equal(answersOf(both)["order_reasons"], "unknown");
	assert.equal(
		answersOf([order("o-1", { reasons: null }, { confidence: "low" })])[
			"order_reasons"
		],
		"not_shown",
	);
	assert.equal(
		answersOf([
			order("o-1", { published: day("2024-03-01"), start: day("2024-03-01") }),
		])["order_published"],
		"met",
	);
});

test("an acknowledgement after a denial is an acknowledgement; a denial alone is not", () => {
	const list = entryWith("r-1", {
		type: "restriction",
		actor: { rank: "unknown" },
		restriction: {
			kind: "service_block",
			start: day("2024-03-01"),
			isOngoing: true,
			networks: [],
			technique: [],
			acknowledgement: "denied",
		},
	});
	assert.equal(answersOf([list])["acknowledged"], "not_met");
	const later = entryWith("a-1", { type: "acknowledgement" });
	assert.equal(answersOf([list, later])["acknowledged"], "met");
	const abroad = entryWith("a-2", {
		type: "acknowledgement",
		actor: { rank: "minister", country: "PK" },
	});
	assert.equal(answersOf([abroad])["acknowledged"], "not_shown");
});

test("a limb is answered by what a body found of it", () => {
	const found = entryWith("j-1", {
		type: "court_order",
		findings: [{ limb: "legality", answer: "not_met" }],
	});
	const { limbs } = dueProcessOf([found]);
	assert.equal(limbs[0]?.answer, "not_met");
	assert.deepEqual(limbs[0]?.evidence, ["j-1"]);
	assert.equal(limbs[1]?.answer, "not_shown");
});

test("over many restrictions: how many were acknowledged, how late, on what basis", () => {
	const restriction = (id: string, acknowledgedOn?: string) => [
		entryWith(`${id}-1`, { claims: [claim("restricted", "2024-03-01")] }),
		...(acknowledgedOn
			? [
					entryWith(`${id}-2`, {
						type: "acknowledgement",
						when: day(acknowledgedOn),
					}),
				]
			: []),
	];
	assert.deepEqual(
		countDueProcess(
			[
				restriction("a", "2024-03-01"),
				restriction("b", "2024-03-11"),
				restriction("c", "2024-03-05"),
				restriction("d"),
			].map(dueProcessFacts),
		),
		{
			restrictionCount: 4,
			acknowledgedCount: 3,
			legalBasisCount: 0,
			publishedOrderCount: 0,
			lagCount: 3,
			medianLagDays: 4,
		},
	);
	assert.equal(countDueProcess([]).medianLagDays, undefined);
});
