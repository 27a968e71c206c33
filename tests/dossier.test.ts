/** Dossiers and exports as a lawyer uses them: commands on a real workspace, and what they print. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
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
import {
	localDays,
	type RecordEntry,
	readRecordFile,
} from "../src/account/record/index.ts";
import { packStory } from "../src/measure/lab/index.ts";
import type { Dossier } from "../src/pipeline/index.ts";
import {
	dossierDocument,
	toHtml,
	toMarkdown,
	toPdf,
	tracksImage,
} from "../src/publish/exports/index.ts";

const MAIN = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));
const TOP = mkdtempSync(join(tmpdir(), "rasai-dossier-"));
const BAN = "PK-2024-02-17-x";

after(() => rmSync(TOP, { recursive: true, force: true }));

function rasai(workspace: string, ...words: string[]) {
	return spawnSync(
		process.execPath,
		[MAIN, ...words, "--workspace", join(TOP, workspace)],
		{ timeout: 120_000, cwd: TOP, maxBuffer: 64 << 20 },
	);
}

function text(workspace: string, ...words: string[]): string {
	const { status, stdout, stderr } = rasai(workspace, ...words);
	assert.equal(status, 0, String(stderr));
	return String(stdout);
}

const dossierOf = (workspace: string, id: string): Dossier =>
	JSON.parse(text(workspace, "dossier", "show", id, "--json"));

text("shipped", "record", "import", "--shipped");
const ban = dossierOf("shipped", BAN);
const entryOf = (exhibit: number) =>
	ban.exhibits.find(({ number }) => number === exhibit)?.entry;

/** The names that the shipped file gives to clocks that are called otherwise here. */
const NAMES: Readonly<Record<string, string>> = {
	start_to_one_week_order: "start_to_first_order_with_deadline",
	start_to_order_deadline_missed: "start_to_first_deadline_missed",
	one_week_order_to_restoration: "first_order_with_deadline_to_restoration",
};

test("the dossier of the ban of X gives every interval that its file states, from the whole record", () => {
	const { intervals_days: stated } = JSON.parse(
		readFileSync("data/record/pakistan-x-ban-2024.json", "utf8"),
	);
	assert.equal(Object.keys(stated).length, 12);
	for (const [name, days] of Object.entries(stated)) {
		const { days: read } =
			ban.clocks.find(({ clock }) => clock === (NAMES[name] ?? name)) ?? {};
		assert.deepEqual(
			read,
			{ least: days, most: days, approximate: false },
			name,
		);
	}
});

test("a dossier of an older revision says so first, in every form", () => {
	const older = dossierDocument({
		...ban,
		incident: { ...ban.incident, revision: 1 },
		newer: { revision: 3, revisedAt: "2026-02-02T10:00:00Z" },
	});
	for (const text of [toHtml(older), toMarkdown(older)])
		assert.match(text, /There is a newer revision.*revision 1 told it.*3\./s);
	assert.doesNotMatch(toHtml(dossierDocument(ban)), /newer revision/);
});

test("the tracks of the ban are an image that says what it is, and a row for each mark", () => {
	const { svg, marks, finding, title } = tracksImage(ban, "Test site");
	for (const text of ["Test site", "state of ", title])
		assert.ok(svg.includes(text), text);
	assert.equal(marks.length, ban.tracks.items.length);
	assert.deepEqual(
		marks.map(({ date }) => date),
		marks.map(({ date }) => date).sort(),
	);
	assert.ok(finding.startsWith(`${marks.length} marks`));
	const emulated = tracksImage({ ...ban, isEmulated: true }, "Test site");
	assert.match(emulated.svg, /emulated data/);
});

test("six short windows of access are adverse evidence and end nothing", () => {
	assert.deepEqual(
		ban.adverse.briefAccess.map(entryOf),
		["008", "010", "025", "059", "065", "068"].map((n) => `xban-${n}`),
	);
	assert.equal(ban.incident.status, "ended");
	const restored = ban.tracks.moments.find(({ what }) =>
		what.startsWith("restoration"),
	);
	assert.equal(restored?.when.date.slice(0, 10), "2025-05-07");
});

test("the government's conflicting claims, the missed week and the misreports are named", () => {
	const pairs = ban.contradictions.map(
		({ first, second }) =>
			`${entryOf(first.exhibit)} ${first.asserted} ${entryOf(second.exhibit)} ${second.asserted}`,
	);
	for (const pair of [
		"xban-032 working xban-035 restricted",
		"xban-037 none xban-038 exists",
		"xban-060 withdrawn xban-061 in_force",
	])
		assert.ok(pairs.includes(pair), pair);
	const week = ban.deadlines.find(({ kind }) => kind === "act");
	assert.equal(week?.outcome, "missed");
	assert.match(week.condition ?? "", /justify/);
	assert.equal(ban.misreports.length, 5);
	assert.equal(ban.unknown.questions.length, 4);
});

test("P12: nothing that others reported is worded as measured", () => {
	assert.equal(ban.incident.basis, "documented");
	assert.ok(ban.measured.nothing);
	assert.deepEqual(ban.witnesses, []);
	for (const { measured, exhibit } of ban.claims)
		assert.equal(measured, "insufficient", `E-${exhibit}`);
	assert.match(ban.summary, /documented, not measured/);
	const words = ban.summary.split(/\s+/).length;
	assert.ok(words <= 120, `${words} words`);
	const page = text("shipped", "dossier", "show", BAN);
	assert.match(page, /Documented, not measured/);
	assert.doesNotMatch(page, /supported by measurements/);
	assert.match(page, /ooni|Adverse evidence/);
});

test("every form holds every exhibit, request and affidavit", () => {
	const document = dossierDocument(ban);
	for (const form of [toMarkdown, toHtml]) {
		const page = form(document).replaceAll("\\_", "_");
		for (const { number } of ban.exhibits)
			assert.ok(page.includes(`E-${number}`), `${form.name} E-${number}`);
		for (const part of ["Annex B", "Annex C", "Due process", "Misreports"])
			assert.ok(page.includes(part), `${form.name}: ${part}`);
		assert.equal(page.split("_____ (full name)").length, 3, form.name);
		assert.ok(page.includes("پاکستان"), form.name);
	}
	assert.equal(ban.requests.length, 11);
});

test("P3: the PDF has the same bytes wherever it is made, is A4, and embeds its fonts", async () => {
	const file = "ban.pdf";
	text("shipped", "dossier", "show", BAN, "--format", "pdf", "--out", file);
	const bytes = readFileSync(join(TOP, file));
	assert.ok(bytes.equals(await toPdf(dossierDocument(ban))));
	const plain = bytes.toString("latin1");
	assert.match(plain, /^%PDF-/);
	assert.match(plain, /MediaBox ?\[0 0 595/);
	assert.match(plain, /LibertinusSerif/);
	assert.match(plain, /NotoNastaliqUrdu/);
});

test("a PDF needs a file, and an id that nothing has is said to be none", () => {
	const shown = (...words: string[]) =>
		rasai("shipped", "dossier", "show", ...words).status;
	assert.equal(shown(BAN, "--format", "pdf"), 2);
	assert.equal(shown("PK-nothing"), 1);
});

/** What an export becomes when it is read again. */
function readBack(format: string) {
	const file = readRecordFile(
		text("shipped", "record", "export", "--format", format),
	);
	assert.ok(file);
	assert.deepEqual([file.rejects, file.notes], [[], []], format);
	return file;
}

const shipped: readonly RecordEntry[] = JSON.parse(
	text("shipped", "record", "list", "--json"),
);

test("exports are read again as they were", () => {
	for (const format of ["json", "jsonl"])
		assert.deepEqual(readBack(format).entries, shipped, format);
	const ofLists = shipped.filter(({ id }) => !/^xban-|misreport/.test(id));
	const { entries } = readBack("csv");
	assert.equal(entries.length, ofLists.length);
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	for (const entry of ofLists) assert.deepEqual(byId.get(entry.id), entry);
});

test("STOP's columns take every restriction that STOP counts, and give back its country, days and kind", () => {
	const { entries, rowCount, repeatCount } = readBack("stop2020");
	const counted = shipped.filter(
		({ restriction }) =>
			restriction &&
			!["outage_not_restriction", "account_or_content_withholding"].includes(
				restriction.kind,
			),
	);
	assert.equal(rowCount, counted.length);
	assert.equal(entries.length, rowCount - repeatCount);
	const keyOf = ({ country, restriction }: RecordEntry) =>
		`${country} ${restriction && localDays(restriction.start)[0]} ${restriction?.kind}`;
	const ours = new Set(counted.map(keyOf));
	for (const entry of entries) assert.ok(ours.has(keyOf(entry)), keyOf(entry));
});

test("a measured restriction: P5: networks, witnesses and what got through stand in it, and it says emulated", async () => {
	const sources = join(TOP, "sources");
	for (const { path, bytes } of packStory("record"))
		if (path.includes("20250225")) {
			mkdirSync(dirname(join(sources, path)), { recursive: true });
			writeFileSync(join(sources, path), bytes);
		}
	text("emulated", "archive", "import", sources);
	const day = (date: string) => ({ date, precision: "day", zone: "UTC" });
	const base = {
		country: "QZ",
		services: ["X"],
		areas: [],
		deadlines: [],
		confidence: "high",
		sources: [{ url: "https://paper.example/1" }],
	};
	const file = join(TOP, "emulated.json");
	writeFileSync(
		file,
		JSON.stringify([
			{
				...base,
				id: "QZ-ban",
				type: "restriction",
				when: day("2025-02-25"),
				about: ["QZ-ban"],
				actor: { rank: "organisation" },
				summary: 'X <script>alert(1)</script> | #eval("1") وزیر',
				claims: [],
				restriction: {
					kind: "service_block",
					start: day("2025-02-25"),
					end: day("2025-02-25"),
					isOngoing: false,
					networks: [],
					technique: [],
				},
			},
			{
				...base,
				id: "QZ-1",
				type: "statement",
				when: day("2025-02-25"),
				about: [],
				actor: { office: "minister", rank: "minister", country: "QZ" },
				summary: "Said that it works.",
				claims: [
					{
						matter: "reachability",
						asserted: "working",
						since: day("2025-02-25"),
					},
				],
			},
		]),
	);
	text("emulated", "record", "import", file);
	const dossier = dossierOf("emulated", "QZ-ban");
	assert.equal(dossier.isEmulated, true);
	assert.equal(dossier.claims[0]?.measured, "contradicts");
	assert.equal(
		dossier.exhibits.find(({ entry }) => entry === "QZ-1")?.linked,
		"match",
	);
	const { whole, networks, bins } = dossier.measured;
	assert.equal(whole.found, "restricted");
	assert.ok(networks.length >= 2 && bins.length >= 1);
	assert.ok(dossier.witnesses.some(({ uid }) => uid === whole.witness));
	assert.deepEqual(dossier.adverse.working, whole);
	assert.equal(dossier.affidavits.length, 4);
	const document = dossierDocument(dossier);
	assert.match(toHtml(document), /emulated data/);
	assert.doesNotMatch(toHtml(document), /<script/, "P7: a text is no markup");
	assert.match(toMarkdown(document), /Emulated data/);
	assert.match(toMarkdown(document), /\\<script\\>/);
	assert.ok((await toPdf(document)).length > 20_000);
	text("emulated", "record", "link", "QZ-1", "QZ-ban", "--not");
	assert.equal(dossierOf("emulated", "QZ-ban").exhibits.length, 1);
});
