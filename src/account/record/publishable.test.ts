import assert from "node:assert/strict";
import { test } from "node:test";
import { publishableEntry, withoutNames } from "./publishable.ts";
import { entryWith } from "./test-entries.ts";

test("P11: a protected name is hidden in every text of an entry, however it is written, and no longer word loses its part", () => {
	const entry = entryWith("e-1", {
		actor: { name: "Amal Doe", office: "editor", rank: "press" },
		summary: "AMAL  DOE said that Amalgam and amal.doe@example.org work.",
		sources: [
			{ url: "https://example.org/amal-doe-arrested" },
			{ url: "https://example.org/amal%20doe" },
			{ url: "https://example.org/1" },
		],
	});
	const shown = publishableEntry(entry, ["Amal Doe"]);
	assert.doesNotMatch(JSON.stringify(shown), /amal.{1,3}doe/i);
	assert.match(shown.summary, /Amalgam/);
	assert.deepEqual(shown.sources, [{ url: "https://example.org/1" }]);
	assert.equal(shown.actor.office, "editor");
});

test("P11: the name of an actor who is marked is hidden without a list, and other names stay", () => {
	const entry = entryWith("e-1", {
		actor: { name: "Amal Doe", rank: "press", isProtected: true },
		summary: "Amal Doe spoke with Robin Roe.",
	});
	const shown = publishableEntry(entry);
	assert.equal(shown.summary, "(name protected) spoke with Robin Roe.");
	assert.equal(shown.actor.name, undefined);
	assert.equal(publishableEntry(entryWith("e-1"), ["", "a(b"]).id, "e-1");
});

test("P11: protected names are taken out of any records", () => {
	const records = { lists: [{ notes: "Asked Amal Doe.", id: "PK-1" }] };
	assert.deepEqual(withoutNames(records, ["amal doe"]), {
		lists: [{ notes: "Asked (name protected).", id: "PK-1" }],
	});
	assert.equal(withoutNames(records, []), records);
});
