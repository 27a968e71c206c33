/** Reference data, settings and rules: what an operator or a source of theirs hands in. */
import { readFileSync } from "node:fs";
import { TCP_RULES } from "../../../src/judge/verdicts/rules/index.ts";
import { parseNetworkLists } from "../../../src/measure/probe/lists.ts";
import { parseMessagingTests } from "../../../src/measure/probe/messaging.ts";
import { parseRuleset } from "../../../src/pipeline/rescore.ts";
import {
	compileAsn,
	compileCountries,
	openAsn,
	parseFingerprints,
	parseManifest,
	parseServices,
	parseSubscriberShares,
	parseTestList,
} from "../../../src/reference/index.ts";
import { parseConfig } from "../../../src/store/index.ts";
import { each, json, type Reader, seedOf, text } from "../reader.ts";

const ASN_ROWS =
	'192.0.2.0,192.0.2.255,64500,"Example, Inc"\n2001:db8::,2001:db8::ff,64501,B\n';

export const REFERENCE_READERS: readonly Reader[] = [
	{
		name: "services, networks and their lists",
		weight: 3,
		seeds: [
			seedOf({
				services: [
					{
						id: "x",
						name: "X",
						category: "social",
						domains: ["x.com"],
						tests: ["signal"],
						functions: [
							{ id: "web", name: "W", targets: ["x.com"], role: "any_of" },
						],
						aliases: ["twitter"],
					},
				],
			}),
			readFileSync("data/probe/network.json"),
			seedOf({
				tests: [
					{
						testName: "signal",
						testVersion: "0.2.5",
						connects: ["192.0.2.1:443"],
						fetches: ["GET https://example.org/"],
						lookups: ["example.org"],
						ownAuthority: true,
					},
				],
			}),
			seedOf({
				sources: [
					{
						name: "lists/pk.csv",
						url: "https://example.org/",
						licence: "l",
						fetchedAt: "2026-01-02T00:00:00Z",
						etag: "",
						bytes: 4,
						rows: 1,
						sha256: "b".repeat(64),
					},
				],
			}),
		],
		read: (bytes) => {
			const value = json(bytes);
			each(
				() => parseServices(value),
				() => parseNetworkLists(value),
				() => parseMessagingTests(value),
				() => parseManifest(value),
			);
		},
	},
	{
		name: "fingerprints",
		weight: 0.05,
		seeds: [
			text(
				"name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,exp_url,notes\na,nat,,body,contains,blocked here,5,PK,,,\nb,nat,,header.location,prefix,http://x,5,PK,,,\nc,isp,,body,regexp,ab.*cd\\.e,5,,,,\nd,nat,,dns,full,192.0.2.1,5,PK,,,\n",
			),
		],
		read: (bytes) => {
			const content = bytes.toString();
			const set = parseFingerprints({ dns: content, http: content });
			set.matchDns(content);
			set.matchHttp({
				body: bytes,
				title: content,
				headers: [["location", content]],
			});
		},
	},
	{
		name: "test lists and shares",
		weight: 0.7,
		seeds: [
			text(
				"url,category_code,category_description,date_added,source,notes\nhttps://example.org/,NEWS,News Media,2026-01-02,a,\n",
			),
			text("cc,asn,share,source,vintage\nPK,64500,40.5,s,2026-01\n"),
		],
		read: (bytes) => [
			parseTestList(bytes.toString()),
			parseSubscriberShares(bytes.toString()),
		],
	},
	{
		name: "IP tables as text",
		weight: 2,
		seeds: [text(ASN_ROWS), text("192.0.2.0,192.0.2.255,PK\n")],
		read: (bytes) => [
			compileAsn(bytes.toString()).database.lookup("192.0.2.7"),
			compileCountries(bytes.toString()).lookup("2001:db8::1"),
		],
	},
	{
		name: "IP tables as compiled",
		weight: 8,
		seeds: [Buffer.from(compileAsn(ASN_ROWS).database.bytes)],
		read: (bytes) => {
			const database = openAsn(bytes);
			database.lookup("192.0.2.7");
			database.lookup("2001:db8::1");
			database.nameOf(64500);
		},
	},
	{
		name: "settings",
		weight: 3,
		seeds: [text('[site]\nname = "Rasai"\n[store]\nmemory_mb = 512\n')],
		read: (bytes) => parseConfig(bytes.toString()),
	},
	{
		name: "rulesets",
		weight: 2,
		seeds: [seedOf(TCP_RULES.slice(0, 4))],
		read: (bytes) => parseRuleset(bytes.toString()),
	},
];
