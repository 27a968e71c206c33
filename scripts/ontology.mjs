/**
 * Writes the lists that the code holds into docs/ontology.md. Run after
 * changing one of them.
 *
 *   node scripts/ontology.mjs [BUILT]    (default dist, which it builds)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { projectRoot, say } from "./project.mjs";

const [built = "dist"] = process.argv.slice(2);
if (built === "dist") bootstrap();
const load = (path) =>
	import(pathToFileURL(join(projectRoot, built, "src", path)).href);
const model = await load("model/index.js");
const verdicts = await load("judge/verdicts/index.js");
const observations = await load("judge/observations/index.js");

const code = (word) => `\`${word}\``;
const table = (heading, rows) =>
	[
		heading,
		heading.map(() => "---"),
		...rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|"))),
	]
		.map((row) => `| ${row.join(" | ")} |`)
		.join("\n");

function failureRows() {
	const byFamily = new Map();
	for (const [failure, family] of Object.entries(model.FAILURE_FAMILIES))
		byFamily.set(family, [...(byFamily.get(family) ?? []), code(failure)]);
	return [...byFamily].map(([family, failures]) => [
		code(family),
		failures.join(", "),
	]);
}

const words = (record) =>
	Object.entries(record).map(([word, meaning]) => [code(word), meaning]);

const LISTS = {
	mechanisms: () =>
		table(["mechanism", "claims that"], words(model.MECHANISMS)),
	failures: () => table(["family", "failure strings"], failureRows()),
	rules: () =>
		table(
			["rule", "layer", "class", "evidence", "strength", "claims", "means"],
			verdicts.defaultRuleset.rules.map((rule) => [
				code(rule.id),
				rule.layer,
				rule.class,
				rule.evidence,
				rule.strength,
				[rule.mechanism, rule.locus].filter(Boolean).map(code).join(", "),
				rule.comment,
			]),
		),
	app: () => table(["name", "means"], words(observations.APP_NAMES)),
	marks: () => table(["mark", "means"], words(observations.PAGE_MARKS)),
	rejects: () => table(["reason", "means"], words(model.REJECT_REASONS)),
};

const path = join(projectRoot, "docs/ontology.md");
const before = readFileSync(path, "utf8");
const after = before.replace(
	/(<!-- list:(\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
	(_, start, name, end) => `${start}${LISTS[name]()}\n${end}`,
);
writeFileSync(path, after);
say(
	after === before
		? "docs/ontology.md is up to date"
		: "docs/ontology.md rewritten",
);
