import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerEntry } from "../../ledger/index.ts";
import { compareRecord } from "../changes.ts";
import { draftOfEntry, standingRecord } from "../seal.ts";
import { countryOf } from "./countries.ts";
import { STOP_COLUMNS } from "./export.ts";
import { readStop } from "./stop.ts";

/** A CSV of rows that give some columns. */
function csvOf(
	columns: readonly string[],
	rows: readonly Readonly<Record<string, string>>[],
): string {
	const quoted = (text = ""): string => `"${text.replaceAll('"', '""')}"`;
	return [
		columns.join(","),
		...rows.map((row) => columns.map((name) => quoted(row[name])).join(",")),
	].join("\n");
}

const ROW = {
	start_date_type: "Actual",
	start_date: "2024-03-01",
	country: "Kenya",
	geo_scope: "It only affected one city, county, or village",
	area_name: "Testville",
	shutdown_type: "Shutdown",
	affected_network: "Mobile",
	shutdown_extent: "Full network",
	ordered_by: "Local government",
	actual_cause: "Exam cheating",
	info_source_link: "https://paper.example/1; https://news.example/2",
	shutdown_status: "Ended",
	end_date: "2024-03-03",
	duration: "3",
	gov_ack: "Yes",
	legal_just: "No",
	sms_affected: "Yes",
	users_notified: "No",
	event: "Words of the source.",
	count_year: "2024",
};
const read = (...rows: Readonly<Record<string, string>>[]) =>
	readStop(csvOf(STOP_COLUMNS, rows));

test("a row of the latest columns becomes a restriction", () => {
	const { generation, outcomes, entries } = read(ROW);
	assert.equal(generation, "2020-");
	assert.equal(outcomes[0]?.outcome, "imported");
	assert.deepEqual(outcomes[0]?.problems, []);
	const [entry] = entries;
	assert.equal(entry?.country, "KE");
	assert.deepEqual(entry?.when, {
		date: "2024-03-01",
		precision: "day",
		zone: "Africa/Nairobi",
	});
	assert.deepEqual(entry?.services, ["mobile internet", "SMS"]);
	assert.deepEqual(entry?.areas, ["Testville"]);
	assert.equal(entry?.quote, "Words of the source.");
	assert.match(entry?.licence ?? "", /Access Now/);
	assert.deepEqual(
		entry?.sources.map(({ url }) => url),
		[
			"https://paper.example/1",
			"https://news.example/2",
			"https://www.accessnow.org/keepiton-data-spreadsheet",
		],
	);
	const { kind, scope, end, legalBasis, usersNotified, orderedBy, cause } =
		entry?.restriction ?? assert.fail();
	assert.deepEqual(
		{
			kind,
			scope,
			end: end?.date,
			legalBasis,
			usersNotified,
			orderedBy,
			cause,
		},
		{
			kind: "mobile_data_shutdown",
			scope: "district",
			end: "2024-03-03",
			legalBasis: null,
			usersNotified: false,
			orderedBy: "Local government",
			cause: "Exam cheating",
		},
	);
});

test("the three columns of STOP give the kinds of the ontology", () => {
	const kindOf = (change: Readonly<Record<string, string>>) =>
		read({ ...ROW, ...change }).entries[0]?.restriction?.kind;
	const nationwide = { area_name: "Nationwide" };
	assert.equal(kindOf({ shutdown_extent: "Service-based" }), "service_block");
	assert.equal(kindOf({ shutdown_type: "Throttle" }), "throttling");
	assert.equal(
		kindOf({ shutdown_type: "Shutdown, Throttle" }),
		"mobile_data_shutdown",
	);
	assert.equal(
		kindOf({ affected_network: "Broadband" }),
		"fixed_line_shutdown",
	);
	const both = { affected_network: "Broadband, Mobile" };
	assert.equal(kindOf(both), "regional_shutdown");
	assert.equal(kindOf({ ...both, ...nationwide }), "full_shutdown");
	assert.equal(kindOf({ shutdown_type: "Unknown" }), "undetermined");
	assert.equal(kindOf({ affected_network: "Unknown" }), "undetermined");
});

test("a row that cannot be used is rejected with its line and every reason", () => {
	const { outcomes, entries } = read(
		{ ...ROW, country: "Atlantis", start_date: "soon" },
		{ ...ROW, end_date: "2024-02-01" },
		{ ...ROW, country: "" },
	);
	assert.deepEqual(
		outcomes.map(({ line, outcome, reason }) => [line, outcome, reason]),
		[
			[2, "rejected", "country: unknown Atlantis; start_date: no date: soon"],
			[3, "rejected", "end_date: 2024-02-01 before start_date 2024-03-01"],
			[4, "rejected", "country: empty"],
		],
	);
	assert.deepEqual(entries, []);
	assert.match(
		readStop("a,b\n1,2").problems[0] ?? "",
		/^line 1: not the columns/,
	);
	assert.equal(readStop("").outcomes.length, 0);
});

test("a cell with several countries becomes an entry for each", () => {
	const { outcomes, entries } = read({
		...ROW,
		country: "Kenya; Tanzania, United Republic of",
	});
	assert.equal(outcomes[0]?.entries.length, 2);
	assert.deepEqual(
		entries.map(({ country }) => country),
		["KE", "TZ"],
	);
});

test("an event that is counted in several years is one, and tells its latest state; two on one day are two", () => {
	const ongoing = {
		...ROW,
		end_date: "",
		duration: "",
		shutdown_status: "Ongoing",
	};
	const { outcomes, entries } = read(
		ongoing,
		{ ...ongoing, count_year: "2025" },
		{ ...ROW, count_year: "2026" },
		ROW,
	);
	assert.deepEqual(
		outcomes.map(({ outcome }) => outcome),
		["imported", "repeat", "repeat", "imported"],
	);
	assert.equal(entries.length, 2);
	assert.equal(entries[0]?.restriction?.isOngoing, false);
	assert.equal(entries[0]?.restriction?.end?.date, "2024-03-03");
	assert.match(entries[1]?.id ?? "", /-2$/);
});

test("a duration is days, counted in two ways, and one that its dates deny is told", () => {
	const problemsOf = (change: Readonly<Record<string, string>>) =>
		read({ ...ROW, ...change }).outcomes[0]?.problems;
	assert.deepEqual(problemsOf({ duration: "3" }), []);
	assert.deepEqual(
		problemsOf({
			start_date: "2018-03-01",
			end_date: "2018-03-03",
			duration: "2",
			count_year: "2018",
		}),
		[],
	);
	assert.deepEqual(problemsOf({ duration: "72" }), [
		"duration: 72 days stated, the dates give 3",
	]);
	assert.deepEqual(problemsOf({ end_date: "after the vote", duration: "" }), [
		"end_date: no date: after the vote",
	]);
});

test("the columns of 2016 to 2018 and of 2019 are read too", () => {
	const early = readStop(
		csvOf(
			[
				"year",
				"start_date",
				"end_date",
				"duration_days",
				"duration_hours",
				"news_link",
				"country",
				"geo_scope",
				"area_name",
				"ordered_by",
				"shutdown_type_group",
				"shutdown_type",
				"official_just",
				"actual_cause",
				"services_affected",
				"service_details",
			],
			[
				{
					year: "2017",
					start_date: "2017-03-01",
					end_date: "ongoing",
					country: "Syria",
					geo_scope: "Regional",
					area_name: "A Province",
					shutdown_type: "Broadband Internet, Mobile Internet, SMS",
					ordered_by: "Unknown",
					official_just: "Unknown",
				},
			],
		),
	);
	assert.equal(early.generation, "2016-2018");
	const [first] = early.entries;
	assert.equal(first?.country, "SY");
	assert.equal(first?.restriction?.kind, "regional_shutdown");
	assert.equal(first?.restriction?.isOngoing, true);
	assert.equal(first?.restriction?.orderedBy, undefined);
	assert.equal(first?.restriction?.acknowledgement, undefined);
	assert.deepEqual(first?.services, [
		"mobile internet",
		"fixed internet",
		"SMS",
	]);
	const middle = readStop(
		csvOf(
			[
				"ID",
				"start_date",
				"end_date",
				"duration",
				"news_link",
				"country",
				"geo_scope",
				"area_name",
				"ordered_by",
				"shutdown_type_new",
				"affected_network",
				"full or service-based",
				"Facebook_affected",
				"Twitter_affected",
				"gov_ack",
				"legal_justif",
				"legal_method",
				"users_notified",
			],
			[
				{
					start_date: "2019-03-01",
					end_date: "Unkown ",
					country: "India ",
					geo_scope: "Level 3",
					area_name: "National ",
					shutdown_type_new: "Shutdown",
					affected_network: "Mobile and broadband",
					"full or service-based": "Service-based",
					Facebook_affected: "1.0",
					Twitter_affected: "0.0",
					gov_ack: "Yes ",
					legal_justif: "Yes",
					legal_method: "Section 1",
				},
			],
		),
	);
	assert.equal(middle.generation, "2019");
	const [second] = middle.entries;
	assert.equal(second?.country, "IN");
	assert.deepEqual(second?.services, ["Facebook"]);
	assert.deepEqual(second?.areas, []);
	assert.equal(second?.restriction?.kind, "service_block");
	assert.equal(second?.restriction?.scope, "national");
	assert.equal(second?.restriction?.acknowledgement, "acknowledged");
	assert.equal(second?.restriction?.legalBasis, "Section 1");
	assert.equal(second?.restriction?.isOngoing, false);
});

test("a later snapshot shows what changed, row by row", () => {
	const record = standingRecord();
	read(ROW, { ...ROW, start_date: "2024-02-01" }).entries.forEach(
		(entry, seq) => {
			const draft = draftOfEntry(entry, "import");
			record.take(
				{ ...draft, seq, prev: "", at: "" } as LedgerEntry,
				draft.texts,
			);
		},
	);
	const later = read(
		{ ...ROW, end_date: "2024-03-05", duration: "5" },
		{ ...ROW, start_date: "2024-02-01", area_name: "Testville and Newtown" },
	);
	const changes = compareRecord(record.entries, later.entries, (id) =>
		id.startsWith("STOP-"),
	);
	assert.deepEqual(
		changes.changed.map(({ fields }) => fields.map(({ field }) => field)),
		[["claims[0].until.date", "restriction.end.date"]],
	);
	assert.equal(changes.added.length, 1);
	assert.equal(changes.gone.length, 1);
	assert.deepEqual(changes.perhapsSame, [
		{ added: changes.added[0]?.id, standing: changes.gone[0] },
	]);
});

test("countries are known by the names that STOP gives them", () => {
	for (const [name, cc] of [
		["Iran (Islamic Republic of)", "IR"],
		["Türkiye", "TR"],
		["Côte d'Ivoire", "CI"],
		[" india ", "IN"],
		["Congo", "CG"],
	] as const)
		assert.equal(countryOf(name), cc, name);
	assert.equal(countryOf("Atlantis"), undefined);
});
