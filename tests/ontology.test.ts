import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import {
	ACKNOWLEDGEMENTS,
	CONFIDENCES,
	DOSSIER_ENTRY_TYPES,
	RESTRICTION_KINDS,
	TECHNIQUES,
} from "../src/account/record/index.ts";
import { APP_NAMES, PAGE_MARKS } from "../src/judge/observations/index.ts";
import { defaultRuleset } from "../src/judge/verdicts/index.ts";
import {
	EVIDENCE_LEVELS,
	FAILURE_FAMILIES,
	LAYERS,
	LOCI,
	MECHANISMS,
	OUTCOME_CLASSES,
	REJECT_REASONS,
	STATES,
} from "../src/model/index.ts";

const TEXT = readFileSync("docs/ontology.md", "utf8");

const LISTS: Readonly<Record<string, readonly string[]>> = {
	states: STATES,
	"outcome classes": OUTCOME_CLASSES,
	"evidence levels": EVIDENCE_LEVELS,
	layers: LAYERS,
	loci: LOCI,
	mechanisms: Object.keys(MECHANISMS),
	"failure strings": Object.keys(FAILURE_FAMILIES),
	"failure families": [...new Set(Object.values(FAILURE_FAMILIES))],
	rules: defaultRuleset.rules.map(({ id }) => id),
	"application facts": Object.keys(APP_NAMES),
	"page marks": Object.keys(PAGE_MARKS),
	"reasons for rejection": Object.keys(REJECT_REASONS),
	"incident kinds": RESTRICTION_KINDS,
	techniques: TECHNIQUES,
	"dossier entry types": DOSSIER_ENTRY_TYPES,
	acknowledgements: ACKNOWLEDGEMENTS,
	confidences: CONFIDENCES,
};

for (const [name, words] of Object.entries(LISTS))
	test(`docs/ontology.md lists all ${name}`, () => {
		assert.ok(words.length >= 3, name);
		assert.deepEqual(
			words.filter((word) => !TEXT.includes(`\`${word}\``)),
			[],
			"run node scripts/ontology.mjs, or enter the word by hand",
		);
	});

test("docs/ontology.md lists no rule or mechanism that is gone", () => {
	const listed = (list: string) =>
		[
			...(
				TEXT.split(`<!-- list:${list} -->`)[1]?.split("<!-- end -->")[0] ?? ""
			).matchAll(/^\| `([^`]+)`/gm),
		].map(([, word]) => word);
	assert.deepEqual(listed("mechanisms"), Object.keys(MECHANISMS));
	assert.deepEqual(
		listed("rules"),
		defaultRuleset.rules.map(({ id }) => id),
	);
});
