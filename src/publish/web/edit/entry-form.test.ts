import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readRecordFile } from "../../../account/record/index.ts";
import { formOf, readForm } from "./entry-form.ts";

const FORM = {
	type: "statement",
	country: "pk",
	"when.date": "2024-03-13",
	"actor.rank": "minister",
	summary: "Said that it works.",
	sources: "https://paper.example/1",
	confidence: "high",
};

test("every shipped entry comes out of its form as it went in", () => {
	const read = (name: string) => readFileSync(`data/record/${name}`, "utf8");
	const entries = [
		readRecordFile(
			read("pakistan-x-ban-2024.json"),
			read("pakistan-x-ban-2024-parts.json"),
		),
		readRecordFile(read("pakistan-restrictions.csv")),
	].flatMap((file) => file?.entries ?? []);
	assert.ok(entries.length > 150);
	for (const entry of entries) {
		const { entry: back, faults } = readForm(formOf(entry), entry);
		assert.deepEqual(faults, [], entry.id);
		assert.deepEqual(back, JSON.parse(JSON.stringify(entry)), entry.id);
	}
});

test("a form gives an entry whose blanks are unknown and whose none is null", () => {
	const { entry, faults } = readForm({
		...FORM,
		"claims[0].asserted": "working",
		"order.number": "none",
		"order.issued": "on_or_before 2024-02",
		services: "x.com\r\n\r\n t.co ",
		"informationRequest.authority": "Ministry",
		"informationRequest.isReply": "yes",
		"informationRequest.answered": "none",
	});
	assert.deepEqual(faults, []);
	assert.equal(entry?.country, "PK");
	assert.deepEqual(entry?.services, ["x.com", "t.co"]);
	assert.deepEqual(entry?.when, {
		date: "2024-03-13",
		precision: "day",
		zone: "Asia/Karachi",
	});
	assert.equal(entry?.claims[0]?.matter, "reachability");
	assert.deepEqual(entry?.claims[0]?.since, entry?.when);
	assert.deepEqual(entry?.order, {
		number: null,
		issued: {
			date: "2024-02",
			precision: "on_or_before",
			zone: "Asia/Karachi",
		},
	});
	assert.deepEqual(entry?.informationRequest, {
		authority: "Ministry",
		isReply: true,
		answered: null,
	});
});

test("P7: faults stand at their fields in words, and a hostile form is a fault and not an error", () => {
	const { entry, faults } = readForm({
		...FORM,
		country: "",
		"when.date": "yesterday",
		"when.zone": "Mars/Olympus",
		sources: "javascript:alert(1)",
		"claims[99].asserted": "__proto__",
		"claims[0].asserted": "working",
		other: '{"__proto__": {"x": 1}, "id": "PK-1"}',
	});
	assert.equal(entry, undefined);
	assert.deepEqual(
		[...new Set(faults.map(({ at }) => at.replace(/\[.*/, "")))].sort(),
		["country", "other", "sources", "when.date", "when.zone"].sort(),
	);
	assert.equal(
		faults.find(({ at }) => at === "country")?.problem,
		"This is needed.",
	);
});
