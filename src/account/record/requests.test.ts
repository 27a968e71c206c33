import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dueProcessOf } from "./due-process.ts";
import { publishableEntry } from "./publishable.ts";
import { repliesOf } from "./replies.ts";
import { draftRequests, missedAnswers } from "./requests.ts";
import { day, entryWith, mapShippedDossier } from "./test-entries.ts";

const { ban } = mapShippedDossier((path) => readFileSync(path, "utf8"));

test("a request is drafted for each blank of the letter of 17 February 2024, and for none of what is known", () => {
	const requests = draftRequests(ban, "PK", "X in Pakistan");
	const fields = requests.map(({ field }) => field);
	for (const blank of ["number", "statute", "section", "textHash", "review"])
		assert.ok(fields.includes(blank as (typeof fields)[number]), blank);
	for (const known of ["issuer", "issued", "published", "expiry", "reasons"])
		assert.ok(
			!fields.includes(known as (typeof fields)[number]),
			`${known}: null is an answer`,
		);
	assert.ok(requests.every(({ order }) => order === "xban-006"));
	assert.match(requests[0]?.text ?? "", /^Under the Right of Access to Info/);
	assert.match(requests[0]?.text ?? "", /letter of 2024-02-17/);
});

test("where no order is on the record every field is asked for, under no law where none is known", () => {
	const requests = draftRequests([entryWith("e-1")], "QZ", "a service in QZ");
	assert.equal(new Set(requests.map(({ field }) => field)).size, 19);
	assert.ok(requests.every(({ order, law }) => !order && !law));
});

const REQUEST = entryWith("r-1", {
	type: "statement",
	actor: { rank: "party" },
	informationRequest: {
		authority: "Ministry",
		filed: day("2024-03-01"),
		due: day("2024-03-15"),
	},
});

test("a missed answer becomes an entry once its day has passed, the same one each time", () => {
	assert.deepEqual(missedAnswers([REQUEST], "2024-03-15"), []);
	const [missed] = missedAnswers([REQUEST], "2024-03-16");
	assert.equal(missed?.id, "r-1:no-answer");
	assert.equal(missed.noComment, true);
	assert.equal(missed.informationRequest?.answered, null);
	assert.deepEqual(missedAnswers([REQUEST], "2025-01-01"), [missed]);
	assert.deepEqual(missedAnswers([missed], "2025-01-01"), []);
	const answered = {
		...REQUEST,
		informationRequest: {
			authority: "Ministry",
			due: day("2024-03-15"),
			answered: day("2024-03-10"),
		},
	};
	assert.deepEqual(missedAnswers([answered], "2025-01-01"), []);
});

test("a reply stands with its days, silence runs on, and neither answers a question of due process", () => {
	const put = (id: string, answered?: string | null) =>
		entryWith(id, {
			informationRequest: {
				authority: "Regulator",
				filed: day("2024-03-01"),
				isReply: true,
				...(answered === undefined
					? {}
					: { answered: answered && day(answered) }),
			} as never,
		});
	const replies = repliesOf(
		[put("a", "2024-03-04"), put("b", null), REQUEST],
		day("2024-03-31"),
	);
	assert.deepEqual(
		replies.map(({ entry, days }) => [entry, days?.least]),
		[
			["a", 3],
			["b", 30],
		],
	);
	const row = dueProcessOf([put("a", "2024-03-04")]).rows.find(
		({ field }) => field === "information_request_answered",
	);
	assert.equal(row?.answer, "not_shown");
});

test("P11: the name of a protected person is taken out of every text", () => {
	const entry = entryWith("e-1", {
		actor: { name: "A. Person", rank: "users", isProtected: true },
		summary: "A. Person said that it failed.",
		note: "Told by A. Person.",
		quote: "Words of a paper.",
	});
	const shown = publishableEntry(entry);
	assert.doesNotMatch(JSON.stringify(shown), /A\. Person/);
	assert.match(shown.summary, /^\(name protected\) said/);
	assert.equal(shown.quote, undefined, "no terms are known for the quotation");
	assert.equal(
		publishableEntry({ ...entry, licence: "CC BY 4.0" }).quote,
		"Words of a paper.",
	);
});
