import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isAfter, isRecordDate } from "./dates.ts";
import { parseDossier } from "./dossier.ts";
import { parseRestrictions } from "./restrictions.ts";

const read = (name: string): string =>
	readFileSync(`data/record/${name}`, "utf8");
const pakistan = parseRestrictions(read("pakistan-restrictions.csv"));
const shippedDossier: unknown = JSON.parse(read("pakistan-x-ban-2024.json"));

const COLUMNS =
	"id,country,start,start_precision,end,end_precision,kind,services,scope,scope_names,networks,technique,trigger,ordered_by,official_acknowledgement,acknowledgement_date,stated_justification,source_urls,confidence,notes";
const ROW =
	"PK-1,PK,2024-02-17T22:00:00+05:00,hour,,ongoing,service_block,a.example; b.example,national,Pakistan,,tls_sni;dns,protest,Somebody,denied,2024-03,Order,https://a.example/|https://b.example/,high,notes";

test("every shipped restriction is read", () => {
	assert.deepEqual(pakistan.problems, []);
	assert.equal(pakistan.entries.length, 126);
	const elsewhere = parseRestrictions(read("other-countries.csv"));
	assert.deepEqual(elsewhere.problems, []);
	assert.equal(elsewhere.entries.length, 53);
});

test("a restriction keeps its dates, lists and words as they are written", () => {
	const ban = pakistan.entries.find(({ id }) => id === "PK-2024-02-17-x");
	assert.ok(ban);
	assert.equal(ban.start, "2024-02-17T22:00:00+05:00");
	assert.equal(ban.startPrecision, "hour");
	assert.equal(ban.end, "2025-05-07T00:00:00+05:00");
	assert.equal(ban.kind, "service_block");
	assert.deepEqual(ban.services, ["x.com", "twitter.com"]);
	assert.equal(ban.officialAcknowledgement, "acknowledged");
	assert.ok(ban.sourceUrls.length > 1);
	const read = parseRestrictions(`${COLUMNS}\n${ROW}\n`).entries[0];
	assert.deepEqual(read?.technique, ["tls_sni", "dns"]);
	assert.equal(read?.end, undefined);
	assert.equal(read?.acknowledgementDate, "2024-03");
});

test("P5: every shipped entry names at least one source", () => {
	for (const entry of pakistan.entries)
		assert.ok(entry.sourceUrls.length > 0, entry.id);
});

test("a row with a fault is left out, with its line and every reason", () => {
	const faultOf = (change: readonly [from: string, to: string]): string => {
		const { entries, problems } = parseRestrictions(
			`${COLUMNS}\n${ROW.replace(...change)}\n`,
		);
		assert.equal(entries.length, 0, String(change));
		assert.equal(problems.length, 1);
		return problems[0] ?? "";
	};
	assert.match(faultOf(["PK-1", "PK 1"]), /^line 2: PK 1: id/);
	assert.match(faultOf([",PK,", ",XX,"]), /country: unknown XX/);
	assert.match(faultOf(["2024-02-17T22", "2024-02-30T22"]), /start: no date/);
	assert.match(faultOf([",hour,", ",second,"]), /start_precision: unknown/);
	assert.match(faultOf([",,ongoing", ",2025,ongoing"]), /end: a date where/);
	assert.match(faultOf([",,ongoing", ",,day"]), /end: no date is given/);
	assert.match(faultOf([",,ongoing", ",2023-01-01,day"]), /before the start/);
	assert.match(faultOf(["service_block", "block"]), /kind: unknown word block/);
	assert.match(faultOf(["national", "city"]), /scope: unknown word city/);
	assert.match(faultOf(["tls_sni", "sni"]), /technique: unknown word sni/);
	assert.match(faultOf(["denied", "maybe"]), /official_acknowledgement/);
	assert.match(
		faultOf(["2024-03,", "March,"]),
		/acknowledgement_date: no date/,
	);
	assert.match(faultOf(["https://a.example/|", "javascript:x|"]), /not a web/);
	assert.match(
		faultOf(["https://a.example/|https://b.example/", ""]),
		/no source/,
	);
	assert.match(faultOf([",high,", ",sure,"]), /confidence: unknown word sure/);
	const twice = parseRestrictions(`${COLUMNS}\n${ROW}\n${ROW}\n`);
	assert.equal(twice.entries.length, 1);
	assert.match(twice.problems[0] ?? "", /^line 3: PK-1: id given twice/);
	assert.equal(parseRestrictions("").entries.length, 0);
	assert.match(parseRestrictions("a,b\n1,2").problems[0] ?? "", /no column id/);
});

test("the shipped dossier is read whole", () => {
	const { dossier, problems } = parseDossier(shippedDossier);
	assert.deepEqual(problems, []);
	assert.ok(dossier);
	assert.equal(dossier.entries.length, 78);
	assert.match(dossier.title, /^Blocking of X/);
	assert.equal(dossier.country, "PK");
	assert.equal(dossier.intervalsDays["start_to_restoration"], 445);
	assert.equal(dossier.restorationInstrument, undefined);
	assert.equal(dossier.courts.length, 4);
	assert.equal(dossier.misreports.length, 5);
	assert.equal(dossier.openQuestions.length, 4);
	const [related] = dossier.relatedRecordIds;
	assert.ok(pakistan.entries.some(({ id }) => id === related));
	const first = dossier.entries[0];
	assert.deepEqual(
		[first?.id, first?.date, first?.type, first?.court],
		["xban-001", "2024-02-08", "official_statement", undefined],
	);
});

test("faults of a dossier are told, and its sound entries are kept", () => {
	const entry = {
		id: "a-1",
		date: "2024-02-17",
		date_precision: "day",
		time_local: "22:00+05:00",
		type: "court_order",
		actor: "A court",
		summary: "It ordered.",
		deadline: null,
		confidence: "high",
		source_urls: ["https://a.example/"],
	};
	const reading = (...entries: readonly unknown[]) =>
		parseDossier({
			schema_version: 1,
			title: "A ban",
			country: "PK",
			intervals_days: { start_to_end: 3 },
			entries,
		});
	assert.deepEqual(reading(entry).problems, []);
	for (const [change, reason] of [
		[{ id: "" }, /id: not letters/],
		[{ date: "17 February" }, /date: no date/],
		[{ deadline: "soon" }, /deadline: no date/],
		[{ time_local: "10 pm" }, /time_local/],
		[{ type: "rumour" }, /type: unknown word rumour/],
		[{ date_precision: "minute" }, /date_precision/],
		[{ confidence: null }, /confidence: unknown word \(empty\)/],
		[{ summary: "" }, /no summary/],
		[{ source_urls: ["ftp://a.example/"] }, /not a web address/],
		[{ source_urls: "https://a.example/" }, /no source/],
	] as const) {
		const { dossier, problems } = reading(
			{ ...entry, ...change },
			{ ...entry, id: "b-2" },
		);
		assert.equal(dossier?.entries.length, 1, String(reason));
		assert.equal(problems.length, 1);
		assert.match(problems[0] ?? "", reason);
		assert.match(problems[0] ?? "", /^entry 1: /);
	}
	assert.match(reading(entry, entry).problems[0] ?? "", /given twice/);
	assert.equal(reading(null, 7).problems.length, 2);
	for (const value of [null, [], {}, { schema_version: 2, entries: [] }])
		assert.equal(parseDossier(value).dossier, undefined);
	assert.match(
		parseDossier({
			schema_version: 1,
			title: "t",
			country: "PK",
			intervals_days: { a: "3" },
			entries: [],
		}).problems[0] ?? "",
		/intervals_days: a/,
	);
});

test("dates are those that the calendar has, from a year to a minute", () => {
	for (const text of [
		"2024",
		"2024-02",
		"2024-02-29",
		"2024-02-17T22:00:00+05:00",
		"2024-02-17T22:00Z",
	])
		assert.ok(isRecordDate(text), text);
	for (const text of [
		"",
		"24",
		"2023-02-29",
		"2024-13",
		"2024-02-17 22:00",
		"2024-02-17T25:00Z",
		"soon",
	])
		assert.ok(!isRecordDate(text), text);
	assert.ok(isAfter("2024-02-18", "2024-02-17T23:00:00+05:00"));
	assert.ok(!isAfter("2024-02-17T22:00:00+05:00", "2024-02-17"));
	assert.ok(!isAfter("2024-02", "2024"));
	assert.ok(isAfter("2024-02-17T22:00:00Z", "2024-02-17T22:00:00+05:00"));
});
