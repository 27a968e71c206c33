/** The record, events of other trackers, signals, and the tables that estimates and outlooks rest on. */
import { readFileSync } from "node:fs";
import { readIndicators } from "../../../src/account/costs/indicators.ts";
import { readMarketRates } from "../../../src/account/costs/local-money.ts";
import { readAreas } from "../../../src/account/outlook/areas.ts";
import { readCoverage } from "../../../src/account/outlook/coverage.ts";
import {
	readOccasions,
	readStatedDates,
} from "../../../src/account/outlook/occasions.ts";
import { readRecordFile } from "../../../src/account/record/index.ts";
import { readSignals } from "../../../src/gather/signals/index.ts";
import { readCorpusIndex } from "../../../src/pipeline/evaluate/corpus.ts";
import { readCorpusFile } from "../../../src/pipeline/evaluate/corpus-files.ts";
import { readLabels } from "../../../src/pipeline/evaluate/verdicts.ts";
import { readEvents } from "../../../src/pipeline/signals/demand.ts";
import { readSignalLabels } from "../../../src/pipeline/signals/samples.ts";
import { each, json, type Reader, seedOf, text } from "../reader.ts";

const firstLines = (path: string, count: number): Buffer =>
	text(
		`${readFileSync(path, "utf8").split("\n").slice(0, count).join("\n")}\n`,
	);

const DAY = "2026-01-02";
const PLACE = { date: DAY, precision: "day", zone: "UTC" };

const RECORD_SEEDS = [
	firstLines("data/record/pakistan-restrictions.csv", 4),
	seedOf({ entries: [{ id: "a", country: "PK", date: DAY, type: "order" }] }),
	seedOf([
		{
			id: "QZ-1",
			country: "QZ",
			type: "restriction",
			when: PLACE,
			actor: { office: "Authority", rank: "organisation" },
			summary: "s",
			claims: [
				{ matter: "reachability", asserted: "restricted", since: PLACE },
			],
			sources: [{ url: "https://example.org/", archivedAt: null }],
		},
	]),
	text(
		`id,start_date,country,area_name,shutdown_extent,affected_network,gov_justification,facebook_affected,end_date,info_source_link\n1,${DAY},Pakistan,Quetta,Network-based,Mobile,Security,yes,${DAY},https://example.org/\n`,
	),
	text(
		`start_date,country,shutdown_type_group,services_affected\n2/1/2017,India,Full,Facebook\n`,
	),
	text(
		`start_date,country,full or service-based,shutdown_type_new\n1/2/2019,India,Full network,Shutdown\n`,
	),
	seedOf([
		{
			"state:name": "S",
			date: DAY,
			districts: ["D"],
			networksAffected: "Mobile",
			source: "https://example.org/",
			description: "d",
		},
	]),
	seedOf({
		result: {
			annotations: [
				{
					id: "a",
					startDate: `${DAY}T00:00:00Z`,
					endDate: null,
					locations: ["PK"],
					asns: [64500],
					scope: "s",
					linkedUrl: "https://example.org/",
					outage: {
						outageCause: "GOVERNMENT_DIRECTED",
						outageType: "NATIONWIDE",
					},
				},
			],
		},
	}),
	seedOf({
		events: [
			{
				countryAlpha2Code: "PK",
				link: "https://example.org/",
				meta: {
					startDate: "02/01/2026",
					endDate: "03/01/2026",
					type: "national",
					cause: "c",
					affectedRegions: ["r"],
					affectedServices: ["X"],
				},
			},
		],
	}),
];

const SERIES = {
	entityType: "country",
	entityCode: "QZ",
	entityFqid: "geo.provider.XX.QZ",
	datasource: "bgp",
	from: 600,
	until: 1800,
	step: 300,
	values: [1, null, 0, 7.5],
};
const ioda = (data: unknown): Buffer =>
	seedOf({ type: "signals", requestParameters: { from: 0, until: 60 }, data });

const SIGNAL_SEEDS = [
	text(`at,value,cc,asn\n${DAY}T00:00:00Z,1,QZ,AS64500\n2026-01-03,,QZ,\n`),
	ioda([[SERIES]]),
	ioda([
		[
			{
				...SERIES,
				datasource: "ping-slash24-loss",
				values: [[[{ agg_values: { loss_pct: 4 } }]], null],
			},
		],
	]),
	ioda([
		{
			datasource: "bgp",
			method: "median",
			entity: { code: "QZ", type: "country", attrs: {} },
			time: 600,
			level: "critical",
			value: 4,
			historyValue: 9,
		},
	]),
	ioda([
		{
			location: "country/QZ",
			start: 60,
			duration: 60,
			method: "median",
			datasource: "bgp",
			score: 5,
		},
		{ scores: { overall: 9 }, entity: { type: "country", code: "QZ" } },
	]),
	text(
		"Time (UTC),BGP (#Visible /24s),Google (Search)\n2025-01-01 00:00:00,9,\n",
	),
	...RECORD_SEEDS.slice(-2),
	seedOf({
		data: {
			resource: "pk",
			resolution: "1d",
			stats: [
				{
					asns_ris: 4,
					asns_stats: -1,
					timeline: [
						{ starttime: `${DAY}T00:00:00`, endtime: "2026-01-05T00:00:00" },
					],
				},
			],
		},
	}),
	text(
		'{"prb_id":1,"msm_id":2,"type":"ping","timestamp":600,"sent":3,"rcvd":2,"from":"192.0.2.1"}\n',
	),
	text(
		`{"vp":"192.0.2.1","anomaly":true,"controls_failed":false,"service":"https","response":[{"start_time":"${DAY} 00:00:00"}],"location":{"country_code":"QZ"}}\n`,
	),
	text(
		`{"Keyword":"a","FailSanity":false,"Blocked":true,"Results":[{"StartTime":"${DAY}T00:00:00Z"}]}\n`,
	),
	text(")]}',\n[[null,[[1767312000000,[[0,0.5]]],[1767313800000,[null]]]]]"),
	text(`date and time,value\n${DAY} 00:00,0.5\n`),
	text(`window,on,value\na,${DAY},5\na,2026-01-03,7\nb,2026-01-03,70\n`),
	text(
		"iso,name_1,time_e_str,connectivity\nIRN,Tehran,01-Jan-2026 00:00:00,0.5\n",
	),
	text(
		`datetime,country,city,proportion_timeout,proportion_unreachable\n${DAY} 00:00:00 UTC,PK,,0.1,0.2\n`,
	),
	seedOf([{ date: DAY, download_MED: 4, upload_MED: 1, dl_samples_day: 9 }]),
	text(`# c\ndate,country,users,lower,upper,frac\n${DAY},pk,5,1,9,40\n`),
	seedOf({
		items: [
			{
				country: "PK",
				access: "all-access",
				year: "2026",
				month: "01",
				day: "02",
				articles: [{ article: "A", views_ceil: 100 }],
			},
		],
	}),
];

export const RECORD_READERS: readonly Reader[] = [
	{
		name: "record files and events of trackers",
		weight: 0.7,
		seeds: RECORD_SEEDS,
		read: (bytes) => readRecordFile(bytes.toString()),
	},
	{
		name: "signals",
		weight: 2.5,
		seeds: SIGNAL_SEEDS,
		read: (bytes) => readSignals("youtube-PK.csv", bytes.toString()),
	},
	{
		name: "tables of costs and outlooks",
		weight: 0.15,
		seeds: [
			firstLines("data/cost/indicators.csv", 3),
			firstLines("data/outlook/areas.csv", 2),
			firstLines("data/outlook/coverage.csv", 3),
			firstLines("data/outlook/dates.csv", 3),
			firstLines("data/outlook/occasions.csv", 3),
			text(`IR 1050000 ${DAY} example.org; PK 280.5 ${DAY} s`),
		],
		read: (bytes) => {
			const content = bytes.toString();
			each(
				() => readIndicators(content),
				() => readMarketRates(content),
				() => readAreas(content),
				() => readCoverage(content),
				() => readStatedDates(content),
				() => readOccasions(content),
			);
		},
	},
	{
		name: "files of an evaluation",
		weight: 0.4,
		seeds: [
			text(
				`measurement_start_time,anomaly,source_order\n${DAY}T01:00:00Z,1,2\n`,
			),
			text(
				`date,layer,obs_rows,is_isp_resolver,probe_asn\n${DAY},ok,4,true,64500\n`,
			),
			text(`start,kind,what\n${DAY},shutdown,w\n`),
			seedOf({
				series: [{ files: ["a.csv"], expected_events: [{ start: DAY }] }],
			}),
			seedOf({ signals: [{ file: "a", cc: "QZ", since: DAY, until: DAY }] }),
			seedOf({
				labels: [
					{
						file: "a.json",
						state: "blocked",
						mechanism: "tls.reset.sni",
						alsoAcceptable: [{ state: "down" }],
						sourceVerdict: "ok",
					},
				],
			}),
		],
		read: (bytes) => {
			const [content, value] = [bytes.toString(), json(bytes)];
			each(
				() => readCorpusFile(content),
				() => readEvents(content),
				() => readCorpusIndex(value),
				() => readSignalLabels(value),
				() => readLabels(value),
			);
		},
	},
];
