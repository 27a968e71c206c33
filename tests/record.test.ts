/** The record and the ledger as an operator uses them: commands on a real workspace. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { packStory } from "../src/measure/lab/index.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai-record-"));
const WORKSPACE = join(TOP, "workspace");
const BAN = "PK-2024-02-17-x";

function rasai(...words: string[]) {
	return spawnSync(
		process.execPath,
		[
			MAIN,
			...words,
			...(words.includes("--workspace") ? [] : ["--workspace", WORKSPACE]),
		],
		{ encoding: "utf8", timeout: 120_000, cwd: TOP },
	);
}

/** What a command that must end well prints, as one JSON value. */
function json(...words: string[]) {
	const { status, stdout, stderr } = rasai(...words, "--json");
	assert.equal(status, 0, stderr);
	return JSON.parse(stdout);
}

after(() => rmSync(TOP, { recursive: true, force: true }));

test("the shipped record is imported once, and again without a change", () => {
	const first = json("record", "import", "--shipped");
	assert.deepEqual(
		first.files.map(({ form, rejects }: Record<string, unknown>) => [
			form,
			rejects,
		]),
		[
			["restrictions", []],
			["restrictions", []],
			["dossier", []],
		],
	);
	assert.equal(first.added, 481);
	const again = json("record", "import", "--shipped");
	assert.deepEqual([again.added, again.changed, again.unchanged], [0, [], 481]);
	const entries = json("record", "list", "--about", BAN);
	assert.equal(entries.length, 82);
	assert.equal(entries[0].when.date.slice(0, 10), "2024-02-17");
	const listed = rasai("record", "list", "--type", "order");
	assert.match(listed.stdout, /xban-006/);
	assert.match(listed.stderr, /documented, not measured/);
});

test("P4: without measurements every claim about X is insufficient, and the contradictions are listed", () => {
	const results = json("record", "check", "--about", BAN);
	const claims = results.filter(
		(one: { kind: string }) => one.kind === "claim",
	);
	assert.ok(claims.length > 50);
	for (const { measured, witness, entry } of claims) {
		assert.equal(measured, "insufficient", entry);
		assert.equal(witness, undefined);
	}
	const minister = claims.find(
		({ entry }: { entry: string }) => entry === "xban-032",
	);
	assert.equal(minister.claim, "working");
	assert.deepEqual(minister.disputedBy, ["Soch Fact Check"]);
	assert.ok(minister.contradictedByOthers.length > 0);
	const withdrawn = claims.find(
		({ entry }: { entry: string }) => entry === "xban-060",
	);
	assert.match(withdrawn.why, /an instrument/);
	const act = results.find(
		({ obligation }: { obligation: string }) => obligation === "act",
	);
	assert.equal(act.outcome, "missed");
	assert.equal(act.measured, "insufficient");
	assert.equal(
		results.filter((one: { kind: string }) => one.kind === "contradiction")
			.length,
		14,
	);
});

test("claims of an emulated minister are supported and contradicted by emulated measurements", () => {
	const sources = join(TOP, "sources");
	for (const { path, bytes } of packStory("record"))
		if (path.includes("20250225") || path.includes("20250130")) {
			mkdirSync(dirname(join(sources, path)), { recursive: true });
			writeFileSync(join(sources, path), bytes);
		}
	assert.equal(rasai("archive", "import", sources).status, 0);
	const said = (id: string, on: string, asserted: string, service = "X") => ({
		id,
		country: "QZ",
		type: "statement",
		when: { date: on, precision: "day", zone: "UTC" },
		services: [service],
		areas: [],
		about: ["QZ-ban"],
		actor: { office: "minister", rank: "minister", country: "QZ" },
		summary: "An emulated minister spoke.",
		claims: [
			{
				matter: asserted === "withdrawn" ? "instrument" : "reachability",
				asserted,
				since: { date: on, precision: "day", zone: "UTC" },
			},
		],
		deadlines: [],
		sources: [{ url: "https://paper.example/1" }],
		confidence: "high",
	});
	const file = join(TOP, "claims.json");
	writeFileSync(
		file,
		JSON.stringify([
			said("QZ-1", "2025-02-25", "working"),
			said("QZ-2", "2025-02-25", "restricted"),
			said("QZ-3", "2025-01-30", "working", "x.com"),
			said("QZ-4", "2025-02-10", "working"),
			said("QZ-5", "2025-02-25", "withdrawn"),
		]),
	);
	assert.equal(json("record", "import", file).added, 5);
	const checks = json("record", "check", "--about", "QZ-ban").filter(
		(one: { kind: string }) => one.kind === "claim",
	);
	const of = (id: string) =>
		checks.find(({ entry }: { entry: string }) => entry === id);
	assert.equal(of("QZ-1").measured, "contradicts", of("QZ-1").why);
	assert.equal(of("QZ-2").measured, "supports", of("QZ-2").why);
	assert.equal(of("QZ-3").measured, "supports", of("QZ-3").why);
	assert.equal(of("QZ-4").measured, "insufficient", of("QZ-4").why);
	assert.equal(of("QZ-5").measured, "insufficient");
	assert.equal(of("QZ-5").numbers, undefined);
	const { numbers, witness } = of("QZ-1");
	assert.ok(numbers.blockedSessionCount >= 5 && numbers.networkCount >= 2);
	const explained = rasai("verdict", "explain", witness);
	assert.equal(explained.status, 0, explained.stderr);
	assert.match(explained.stdout, /blocked/);
});

test("an entry that cannot be taken is refused with every reason", () => {
	const { status, stderr } = rasai(
		...[
			"record",
			"add",
			"--type",
			"denial",
			"--cc",
			"XX",
			"--on",
			"2024-02-30",
		],
		...["--summary", "x", "--source", "ftp://a"],
	);
	assert.equal(status, 2);
	assert.match(
		stderr,
		/country: no country.*when\.date: no date.*sources\[0\]/,
	);
	assert.equal(rasai("record", "import", "nothing.csv").status, 1);
});

test("a correction supersedes, and the ledger verifies", () => {
	const add = (summary: string) =>
		json(
			...["record", "add", "--id", "QZ-9", "--type", "statement", "--cc", "QZ"],
			...["--on", "2025-02-25", "--summary", summary],
			...["--source", "https://paper.example/1"],
		).result;
	assert.equal(add("First words."), "added");
	assert.equal(add("Better words."), "changed");
	assert.equal(add("Better words."), "as it was");
	const report = json("ledger", "verify");
	assert.equal(report.ok, true);
	const head = `${report.head.seq}:${report.head.hash}`;
	assert.equal(json("ledger", "verify", "--head", head).ok, true);
	const elsewhere = `${report.head.seq}:${"0".repeat(64)}`;
	assert.equal(rasai("ledger", "verify", "--head", elsewhere).status, 3);
});

test("P11: an erased name is gone from every revision, stays away, and verification says so", () => {
	const erased = json(
		...["ledger", "erase", "xban-011", "--text", "people"],
		...["--reason", "safety"],
	);
	assert.equal(erased.erased.length, 1);
	const find = () =>
		json("record", "list", "--about", BAN).find(
			({ id }: { id: string }) => id === "xban-011",
		);
	assert.equal(find().actor.name, undefined);
	assert.equal(json("record", "import", "--shipped").changed.length, 0);
	assert.equal(find().actor.name, undefined);
	const report = json("ledger", "verify");
	assert.equal(report.ok, true);
	assert.deepEqual(report.erased, { safety: 1 });
	const again = rasai(
		...["ledger", "erase", "xban-011", "--text", "people", "--reason", "law"],
	);
	assert.equal(again.status, 1);
});

test("tampering with a copy is found and located", () => {
	const copy = join(TOP, "copy");
	cpSync(WORKSPACE, copy, { recursive: true });
	const chain = join(copy, "ledger", "chain.log");
	const bytes = readFileSync(chain);
	const at = bytes.indexOf('"xban-035"') + 8;
	const offset = bytes.lastIndexOf("\n", at) + 1;
	bytes[at] = "6".charCodeAt(0);
	writeFileSync(chain, bytes);
	const { status, stdout } = rasai(
		...["ledger", "verify", "--json", "--workspace", copy],
	);
	assert.equal(status, 3);
	const report = JSON.parse(stdout);
	const step = report.steps.find(({ ok }: { ok: boolean }) => !ok);
	assert.equal(step.step, "hashes");
	assert.equal(step.place.offset, offset);
	assert.match(
		rasai("ledger", "verify", "--workspace", copy).stdout,
		new RegExp(`FAILED.*byte ${offset}, entry ${step.place.seq}`),
	);
});
