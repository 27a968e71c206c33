/** Every reader on small texts of its source's form, with the traps that its documents warn of. */
import assert from "node:assert/strict";
import test from "node:test";
import type { SignalReading } from "../../model/index.ts";
import { readSignals } from "./read.ts";
import type { ReadOptions, SignalTable } from "./types.ts";

const read = (text: unknown, options: ReadOptions = {}, name = "file") =>
	readSignals(
		name,
		typeof text === "string" ? text : JSON.stringify(text),
		options,
	);
const readingsOf = (
	table: SignalTable,
	measure: string,
): readonly SignalReading[] =>
	table.signals
		.find((one) => one.measure === measure)
		?.points.map(({ reading }) => reading) ?? [];
const answer = (data: unknown) => ({
	type: "signals",
	requestParameters: { from: 0, until: 3600 },
	error: null,
	data,
	copyright: "of the test",
});
const series = {
	entityType: "country",
	entityCode: "QZ",
	entityName: "Emulated",
	entityFqid: "geo.provider.XX.QZ",
	datasource: "bgp",
	from: 600,
	until: 1800,
	step: 300,
	nativeStep: 300,
};

test("P9: in IODA's answers null is a gap and zero is zero, and times go from `from` by `step`", () => {
	const table = read(answer([[{ ...series, values: [10, null, 0, 7.5] }]]));
	assert.deepEqual(readingsOf(table, "bgp"), [10, "gap", 0, 7.5]);
	const [signal] = table.signals;
	assert.deepEqual(
		signal?.points.map(({ at }) => at),
		[600, 900, 1200, 1500],
	);
	assert.equal(signal?.stepSeconds, 300);
	assert.match(signal?.licence ?? "", /non-commercial/);
});

test("P7: a damaged series or value is rejected with its place, and the others are read", () => {
	const table = read(
		answer([
			[
				{ ...series, values: [1, "x", 3] },
				{ ...series, step: 0, values: [1] },
				{ ...series, entityType: "continent", entityCode: "EU", values: [1] },
			],
			["junk"],
		]),
	);
	assert.deepEqual(readingsOf(table, "bgp"), [1, 3]);
	assert.deepEqual(
		table.rejected.map(({ place }) => place),
		["data[0][0].values[1]", "data[0][1]", "data[0][2]", "data[1][0]"],
	);
});

test("IODA's regions carry their area, and nested loss its aggregates", () => {
	const table = read(
		answer([
			[
				{
					...series,
					entityType: "region",
					entityCode: "17",
					entityName: "North",
					entityFqid: "geo.netacuity.XX.QZ.17",
					datasource: "ping-slash24-loss",
					values: [[[{ agg_values: { loss_pct: 4 } }]], null],
				},
			],
		]),
	);
	assert.deepEqual(readingsOf(table, "ping-slash24-loss.loss_pct"), [4]);
	assert.deepEqual(table.signals[0]?.entity, {
		cc: "QZ",
		area: "North",
		asn: null,
	});
	assert.equal(table.signals[0]?.trouble, "rise");
});

test("IODA's alerts become outages, and one without a normal alert has no end", () => {
	const entity = { code: "QZ", name: "Emulated", type: "country", attrs: {} };
	const alert = (time: number, level: string, value: number) => ({
		datasource: "bgp",
		method: "median",
		entity,
		time,
		level,
		condition: "< 0.8",
		value,
		historyValue: 100,
	});
	const { told } = read(
		answer([
			alert(7200, "critical", 40),
			alert(0, "critical", 60),
			alert(600, "critical", 10),
			alert(3600, "normal", 99),
		]),
	);
	assert.deepEqual(
		told.map(({ startedAt, endedAt, depth }) => [startedAt, endedAt, depth]),
		[
			["1970-01-01T00:00:00Z", "1970-01-01T01:00:00Z", 0.9],
			["1970-01-01T02:00:00Z", null, 0.6],
		],
	);
});

test("IODA's events are read in both formats, and its summary as told of the time asked for", () => {
	const { told, rejected } = read(
		answer([
			{
				location: "country/QZ",
				start: 60,
				duration: 60,
				method: "median",
				datasource: "bgp",
				score: 5,
			},
			{ location: "asn/64500", start: 60, duration: -1, datasource: "bgp" },
			{
				from: 60,
				until: 120,
				score: 5,
				datasource: "bgp",
				entity: { type: "country", code: "QZ" },
			},
			{
				scores: { overall: 9 },
				entity: { type: "country", code: "QZ" },
				event_cnt: 2,
			},
		]),
	);
	assert.deepEqual(
		told.map(({ measure, startedAt, endedAt, score }) => [
			measure,
			startedAt.slice(11),
			endedAt?.slice(11),
			score,
		]),
		[
			["bgp.median", "00:01:00Z", "00:02:00Z", 5],
			["bgp", "00:01:00Z", "00:02:00Z", 5],
			["summary", "00:00:00Z", "01:00:00Z", 9],
		],
	);
	assert.equal(rejected[0]?.reason, "ends before it starts");
});

test("IODA's export: an empty cell is a gap, and a name with one code in capitals gives the country", () => {
	const table = read(
		"Time (UTC),BGP (#Visible /24s),Google (Search)\n2025-01-01 00:00:00,99.5,\n2025-01-01 00:30:00,0,7\nbad,1,2\n",
		{},
		"export-QZ.csv",
	);
	assert.deepEqual(readingsOf(table, "bgp"), [99.5, 0]);
	assert.deepEqual(readingsOf(table, "gtr.WEB_SEARCH"), ["gap", 7]);
	assert.equal(table.signals[0]?.entity.cc, "QZ");
	assert.deepEqual(table.rejected, [{ place: "line 4", reason: "no time" }]);
});

test("Radar's outages keep cause, scope and an open end, one for each network or country", () => {
	const { told } = read({
		success: true,
		result: {
			annotations: [
				{
					startDate: "2025-01-01T00:00:00Z",
					endDate: null,
					locations: ["QZ"],
					asns: [],
					scope: null,
					outage: { outageCause: "POWER_OUTAGE", outageType: "NATIONWIDE" },
				},
				{
					startDate: "2025-01-01T00:00:00Z",
					endDate: "2025-01-02T00:00:00Z",
					locations: ["QZ"],
					asns: [64500, 64501],
					asnsDetails: [{ asn: "64500", location: { code: "QZ" } }],
					outage: null,
				},
			],
		},
	});
	assert.deepEqual(
		told.map(({ entity, cause, endedAt }) => [entity.asn, cause, endedAt]),
		[
			[null, "POWER_OUTAGE", null],
			[64500, null, "2025-01-02T00:00:00Z"],
			[64501, null, "2025-01-02T00:00:00Z"],
		],
	);
	const anomalies = read({
		result: {
			trafficAnomalies: [
				{
					status: "UNVERIFIED",
					startDate: "2025-01-01T00:00:00Z",
					locationDetails: { code: "QZ" },
					visibleInDataSources: [],
				},
			],
		},
	});
	assert.equal(anomalies.told[0]?.confirmed, false);
});

test("P9: RIPEstat's -1 is unavailable, fractions stand, and a longer window is every step of it", () => {
	const table = read({
		data: {
			resource: "qz",
			resolution: "1d",
			stats: [
				{
					timeline: [
						{
							starttime: "2026-01-01T00:00:00",
							endtime: "2026-01-03T00:00:00",
						},
					],
					v6_prefixes_ris: 433.5,
					v4_prefixes_stats: -1,
				},
				{
					timeline: [
						{
							starttime: "2026-01-04T00:00:00",
							endtime: "2026-01-04T00:00:00",
						},
					],
					v6_prefixes_ris: 0,
					v4_prefixes_stats: -1,
				},
				{ timeline: [] },
			],
		},
	});
	assert.deepEqual(
		readingsOf(table, "v6_prefixes_ris"),
		[433.5, 433.5, 433.5, 0],
	);
	assert.equal(readingsOf(table, "v4_prefixes_stats")[0], "unavailable");
	assert.equal(readingsOf(table, "asns_ris")[0], "gap");
	assert.deepEqual(table.rejected, [
		{ place: "data.stats[2]", reason: "no timeline" },
	]);
});

test("Google's answer is read behind its six bytes", () => {
	const table = read(
		`)]}'\n${JSON.stringify([
			[
				"x",
				[
					[1000, [[0, 4.5]]],
					[2000, []],
					["?", [[0, 1]]],
				],
			],
		])}`,
		{ cc: "QZ" },
	);
	assert.deepEqual(readingsOf(table, "traffic"), [4.5, "gap"]);
	assert.equal(table.rejected[0]?.place, "[0][1][2]");
});

test("Trends' windows are brought to one scale where they overlap, and refused where they do not", () => {
	const table = read(
		"window,on,value\na,2024-01-01,10\na,2024-01-02,20\nb,2024-01-02,100\nb,2024-01-03,50\nc,2024-03-01,9\n",
		{},
		"QZ.csv",
	);
	assert.deepEqual(readingsOf(table, "vpn_demand"), [10, 20, 10]);
	assert.match(table.rejected[0]?.place ?? "", /window c/);
	assert.equal(table.signals[0]?.trouble, "rise");
});

test("Monash's local hours become UTC, and a country of unknown zone is asked for", () => {
	const rows = (iso: string) =>
		`iso,name_1,time_e_str,connectivity\n${iso},North,11-Nov-2019 00:00:00,0\n`;
	const table = read(rows("VEN"));
	assert.equal(
		table.signals[0]?.points[0]?.at,
		Date.parse("2019-11-11T04:00:00Z") / 1000,
	);
	assert.equal(readingsOf(table, "connectivity")[0], 0);
	assert.equal(read(rows("XXX")).rejected.length, 1);
	assert.equal(
		read(rows("XXX"), { cc: "QZ", zone: "Asia/Tehran" }).signals[0]?.points[0]
			?.at,
		Date.parse("2019-11-10T20:30:00Z") / 1000,
	);
});

test("tests by line become parts of an hour; those with failed controls say nothing", () => {
	const line = (minute: string, anomaly: boolean, failed = false) =>
		JSON.stringify({
			vp: "x",
			location: { country_code: "QZ" },
			service: "echo",
			controls_failed: failed,
			anomaly,
			response: [{ start_time: `2021-05-30T01:${minute}:03.686-04:00` }],
		});
	const table = read(
		[
			line("01", true),
			line("02", false),
			line("03", true, true),
			"{broken",
		].join("\n"),
	);
	assert.deepEqual(readingsOf(table, "hyperquack.echo"), [0.5]);
	assert.deepEqual(
		table.rejected.map(({ place }) => place),
		["line 3", "line 4"],
	);
	const pings = read(
		'{"prb_id":1,"msm_id":2,"type":"ping","timestamp":1,"sent":"3","rcvd":"3"}\n{"prb_id":2,"msm_id":2,"type":"ping","timestamp":9,"sent":3,"rcvd":0}\n',
		{ cc: "QZ" },
	);
	assert.deepEqual(readingsOf(pings, "ping.2"), [0.5]);
});

test("any CSV with at and value is a signal: empty is a gap, -1 unavailable, unless values go below zero", () => {
	const table = read(
		"at,value,cc,access,asn\n2024-01-01T00:00:00Z,,QZ,mobile,64500\n2024-01-01T01:00:00Z,-1,QZ,mobile,64500\n2024-01-01T02:00:00Z,0,QZ,mobile,64500\n2024-01-01T02:00:00Z,5,QZ,mobile,64500\nx,1,QZ,mobile,64500\n",
	);
	assert.deepEqual(readingsOf(table, "value"), ["gap", "unavailable", 0]);
	assert.equal(table.signals[0]?.access, "mobile");
	assert.equal(table.rejected.length, 2);
	assert.deepEqual(
		readingsOf(read("at,value\n2024-01-01,-1\n2024-01-02,-7\n"), "value"),
		[-1, -7],
	);
});

test("readers that never saw an answer of their source say so in every datum", () => {
	const tables = [
		read(
			"#comment\ndate,country,users,lower,upper,frac\n2024-01-01,qz,100,,,72\n2024-01-01,,1,,,1\n",
		),
		read(
			[
				{ date: "2024-01-01", dl_samples_day: 9, download_MED: 3 },
				{ date: "2024-01-01", dl_samples_day: 9, download_MED: 3 },
			],
			{ cc: "QZ" },
		),
		read(
			"datetime,country,city,proportion_timeout\n2024-01-01 00:00:00 UTC,QZ,Town,0.1\n",
		),
		read({
			items: [
				{
					country: "QZ",
					year: "2024",
					month: "01",
					day: "01",
					articles: [{ views_ceil: 100 }, { views_ceil: 300 }],
				},
			],
		}),
	];
	for (const { signals } of tables) {
		assert.ok(signals.length > 0);
		for (const { verified } of signals) assert.equal(verified, false);
	}
	assert.deepEqual(
		tables.map(({ signals }) => signals[0]?.points[0]?.reading),
		[100, 3, 0.1, 400],
	);
	const { told } = read({
		events: [
			{
				countryAlpha2Code: "QZ",
				meta: { startDate: "09/05/2023", endDate: null, affectedRegions: null },
			},
		],
	});
	assert.deepEqual(
		[told[0]?.startedAt, told[0]?.endedAt, told[0]?.verified],
		["2023-05-09T00:00:00Z", null, false],
	);
});

test("P7: no text makes a reader throw anything but that it is of no known signal", () => {
	for (const text of [
		"",
		"[]",
		"{}",
		"at\n",
		'{"data":[[{"values":3}]],"copyright":1}',
		")]}'\nnull",
		'on,value\n"',
		'{"result":{"annotations":[null]}}',
		"\0\0",
	])
		try {
			read(text);
		} catch (error) {
			assert.equal((error as { code?: string }).code, "invalid_record", text);
		}
});
