/** What anybody may send: to helper and collector, as forms, in addresses, as questions in SQL, as answers of servers. */

import { encode } from "dns-packet";
import {
	readAsk,
	readVisitorReport,
} from "../../../src/measure/helper/index.ts";
import {
	readContent,
	readOpening,
	readReportId,
	readSubmission,
} from "../../../src/measure/helper/report.ts";
import { readFirstBytes } from "../../../src/measure/lab/net/first-bytes.ts";
import { readResponse } from "../../../src/measure/probe/dns.ts";
import { readVersions } from "../../../src/measure/probe/quic.ts";
import { readCursor } from "../../../src/publish/api/cursor.ts";
import { OPERATIONS } from "../../../src/publish/api/operations.ts";
import { readParams } from "../../../src/publish/api/parameters.ts";
import { ApiProblem } from "../../../src/publish/api/problems.ts";
import { splitEnding } from "../../../src/publish/web/answers/answer.ts";
import {
	textsOf as costTextsOf,
	OWN_FIELDS,
	readCostQuery,
} from "../../../src/publish/web/cost/cost-query.ts";
import { readOwnForm } from "../../../src/publish/web/cost/own-note.tsx";
import { readForm } from "../../../src/publish/web/edit/entry-form.ts";
import {
	EXPLORE_FIELDS,
	readChoice,
} from "../../../src/publish/web/explore/explore-view.ts";
import {
	addressIn,
	keepLanguage,
	splitLanguage,
} from "../../../src/publish/web/language/address.ts";
import {
	readAsn,
	readCc,
	readDay,
	readId,
	readPage,
	readTarget,
	readUid,
} from "../../../src/publish/web/params.ts";
import { readSubscriptionLink } from "../../../src/publish/web/subscribe/links.ts";
import {
	readMailAddress,
	readWishes,
} from "../../../src/publish/web/subscribe/subscription.ts";
import { parseServices } from "../../../src/reference/index.ts";
import { readClickhouseAddress } from "../../../src/store/clickhouse/address.ts";
import { parseSql, printSql } from "../../../src/store/clickhouse/sql-tree.ts";
import { refusalOf } from "../../../src/store/console/refusals.ts";
import { asked, each, json, type Reader, seedOf, text } from "../reader.ts";

const KEY = Buffer.alloc(32, 7);
const NOW_MS = Date.parse("2026-01-10T00:00:00Z");
const REPORT_ID =
	"20260109T000000Z_webconnectivity_QZ_64500_n1_0123456789abcdef0123456789abcdef";
const SERVICES = parseServices({
	services: [
		{
			id: "x",
			name: "X",
			category: "social",
			domains: ["x.com"],
			tests: [],
			functions: [
				{ id: "web", name: "Website", targets: ["x.com"], role: "any_of" },
			],
			aliases: [],
		},
	],
});
const OPENING = {
	data_format_version: "0.2.0",
	format: "json",
	probe_asn: "AS64500",
	probe_cc: "QZ",
	software_name: "a",
	software_version: "1",
	test_name: "web_connectivity",
	test_start_time: "2026-01-10 06:29:00",
	test_version: "1",
};
const QUERY = { id: 7, hostname: "example.org", type: "A" } as const;
const SENT = Buffer.alloc(1200, 1);

const isSyntaxError = (error: unknown): boolean => error instanceof SyntaxError;

export const PUBLIC_READERS: readonly Reader[] = [
	{
		name: "what clients of helper and collector send",
		weight: 10,
		seeds: [
			seedOf({
				http_request: "https://example.org/",
				http_request_headers: { Accept: ["*/*"] },
				tcp_connect: ["192.0.2.1:443"],
				x_quic_enabled: true,
			}),
			seedOf(OPENING),
			seedOf({
				format: "json",
				content: { ...OPENING, report_id: REPORT_ID, test_keys: {} },
			}),
			text(REPORT_ID),
		],
		read: (bytes) => {
			const body = json(bytes);
			readAsk(body);
			readOpening(body);
			readContent(body);
			readSubmission(body, {
				testName: "web_connectivity",
				cc: "QZ",
				asn: 64500,
				openedAtMs: NOW_MS,
			} as never);
			readReportId(KEY, bytes.toString(), NOW_MS);
		},
	},
	{
		name: "reports of visitors",
		weight: 4,
		seeds: [
			text(
				`cc=PK&works=no&checks=${encodeURIComponent('[{"origin":"https://x.com","way":"fetch","came":true,"ms":40}]')}`,
			),
		],
		read: (bytes) =>
			readVisitorReport(
				Object.fromEntries(new URLSearchParams(bytes.toString())),
				{ origins: ["https://x.com"], controls: ["https://example.org"] },
				true,
			),
	},
	{
		name: "query strings of the API",
		weight: 0.5,
		seeds: [
			text("cc=PK&service=x&since=2026-01-01&until=2026-01-31&limit=10"),
			text(
				"probe_cc=PK&test_name=web_connectivity&axis_x=measurement_start_day",
			),
			text("format=csv&asn=AS17557&cursor=WyJhIiwxXQ"),
		],
		read: (bytes) => {
			const query = new URLSearchParams(bytes.toString());
			const refusals: unknown[] = [];
			for (const read of [
				...OPERATIONS.map(
					({ params }) =>
						() =>
							readParams(params, {}, query),
				),
				() => readCursor(query.get("cursor") ?? bytes.toString()),
			])
				try {
					read();
				} catch (error) {
					if (!(error instanceof ApiProblem)) throw error;
					refusals.push(error);
				}
			return refusals;
		},
	},
	{
		name: "query strings of pages",
		weight: 1.5,
		seeds: [
			text(
				"cc=pk&service=x&function=web&asn=17557&since=2026-01-01&until=2026-02-01",
			),
			text(
				"cc=pk&kind=service&service=x&since=2026-01-01&until=2026-01-03&scope=40%25",
			),
			text("turnover=4000&per=month&dependent=50%25&madeUp=0.1"),
			text(
				"cc=PK,IN&asn=AS17557&service=x&kind=block&topics=incidents,dates&ahead=7&cadence=daily&quiet=22-7&zone=Asia/Karachi&heartbeat=30",
			),
		],
		read: (bytes) => {
			const ask = asked(bytes);
			const query = (name: string) => ask(name) || undefined;
			readChoice(
				Object.fromEntries(
					EXPLORE_FIELDS.flatMap((name) =>
						ask(name) ? [[name, ask(name)]] : [],
					),
				),
			);
			readCostQuery(costTextsOf({ query }), SERVICES);
			readOwnForm(bytes.toString());
			readWishes(ask, { kind: "mail", to: "a@example.org" } as never, SERVICES);
			for (const name of OWN_FIELDS) ask(name);
		},
	},
	{
		name: "parts of addresses",
		weight: 8,
		seeds: [
			text("/ur/pk/x.csv"),
			text("pk"),
			text("as17557"),
			text("2026-01-10"),
			text("signal/chat"),
			text("https://example.org/?a=1#b"),
			text('<a href="/pk/x">x</a><form action="/search">'),
			text(`${"a".repeat(16)}.${"b".repeat(43)}`),
			text("someone+tag@xn--bcher-kva.example"),
			text("clickhouse://rasai@one:8123,two:8123/rasai?cluster=c"),
		],
		read: (bytes) => {
			const part = bytes.toString();
			const { path } = splitLanguage(part);
			addressIn("ur", path);
			keepLanguage(part, "ar");
			splitEnding(part);
			for (const read of [
				readCc,
				readAsn,
				readDay,
				readId,
				readTarget,
				readUid,
				readPage,
				readMailAddress,
			])
				read(part);
			readSubscriptionLink(KEY, "stop", part);
			each(() => readClickhouseAddress(part));
		},
	},
	{
		name: "forms of the record",
		weight: 0.4,
		seeds: [
			text(
				"country=PK&type=order&when.date=2026-01-02&when.zone=Asia/Karachi&summary=s&actor.office=PTA&sources=https://example.org/&claims.0.matter=reachability",
			),
		],
		read: (bytes) =>
			readForm(Object.fromEntries(new URLSearchParams(bytes.toString()))),
	},
	{
		name: "trees of questions in SQL",
		weight: 6,
		seeds: [
			seedOf({
				error: false,
				statements: [
					{
						node: {
							type: "SELECT_NODE",
							cte_map: { map: [{ key: "a" }] },
							from_table: {
								type: "BASE_TABLE",
								table_name: "days",
								schema_name: "",
								catalog_name: "",
							},
							select_list: [{ function_name: "count_star" }],
						},
					},
				],
			}),
			seedOf({ error: true, error_message: "no", error_type: "parser" }),
		],
		// DuckDB makes the text: JSON, and an object, whatever was asked.
		read: (bytes) => refusalOf(`{"statements":[${bytes.toString()}]}`),
		refuses: isSyntaxError,
	},
	{
		name: "statements to be put into another dialect",
		weight: 6,
		seeds: [text("SELECT a.b, 'c''d' FROM \"e\" WHERE (f::INT >= $1) -- g\n")],
		read: (bytes) => printSql(parseSql(bytes.toString())),
		refuses: isSyntaxError,
	},
	{
		name: "answers of resolvers and servers",
		weight: 0.8,
		seeds: [
			encode({
				type: "response",
				id: QUERY.id,
				questions: [{ type: QUERY.type, name: QUERY.hostname }],
				answers: [
					{ type: "A", name: QUERY.hostname, ttl: 60, data: "192.0.2.1" },
					{ type: "CNAME", name: "a.example", data: "b.example" },
				],
			}),
			Buffer.from(
				`80000000000801010101010101010801010101010101010000000100000002`,
				"hex",
			),
			text("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"),
			Buffer.concat([
				Buffer.from("160301004401000040", "hex"),
				Buffer.alloc(34, 3),
				Buffer.from(
					"000002130101000015000000110000000e00000b6578616d706c652e6f7267",
					"hex",
				),
			]),
		],
		read: (bytes) => {
			readResponse(bytes, QUERY);
			readVersions(bytes, SENT);
			readFirstBytes(bytes);
		},
	},
];
