/**
 * A seeded fill of the derived tables: a ban of one service on most networks
 * of a country, told the way the judge would, with names as hostile as a
 * probe may send them. For pages that must hold with 0, 1 and 60 networks.
 */
import { addDays } from "../../src/base/index.ts";
import type { Observation, State } from "../../src/model/index.ts";
import { factsText } from "../../src/store/duckdb/facts-text.ts";
import type {
	TestRow,
	TestTables,
} from "../../src/store/queries/test-tables.ts";

export interface FillOptions {
	readonly cc: string;
	readonly seed: number;
	readonly networkCount: number;
	/** Last day of the 60 that are filled. */
	readonly lastOn: string;
	/** The ban runs to this many days before the last; 0: it still holds. */
	readonly endedDaysAgo: number;
}

/** Names that a probe may send: markup, formulas, scripts of both directions, overlong text. */
export const HOSTILE_NAMES: readonly string[] = [
	'<script>alert("x")</script>',
	'=HYPERLINK("http://evil.example";"open")',
	"پاکستان ٹیلی کمیونیکیشن",
	"شركة الاتصالات ‮ (abc) 123",
	"A very long network name that never seems to come to an end, with NoSpacesInTheMiddleOfItWhatsoeverSoThatItCannotBreak",
	"' onmouseover='alert(1)",
	"]]>&<svg onload=alert(1)>",
	"",
];

const FIRST_ASN = 64496;
const DAYS = 60;
const TARGETS: readonly (readonly [
	target: string,
	service: string,
	part: string,
])[] = [
	["x.com", "x", "web"],
	["t.co", "x", "links"],
	["mmg.whatsapp.net", "whatsapp", ""],
	["whatsapp/endpoint", "whatsapp", "text"],
	["www.wikipedia.org", "wikipedia", "web"],
	["www.youtube.com", "youtube", "web"],
	["signal/chat", "signal", "text"],
	["news.example", "", ""],
	["shop.example", "", ""],
];

/** The tables of one country. */
export function fillCountry(options: FillOptions): TestTables {
	const random = seeded(options.seed);
	const daily: TestRow[] = [];
	const verdicts: TestRow[] = [];
	const measurements: TestRow[] = [];
	for (let n = 0; n < options.networkCount; n++) {
		const asn = FIRST_ASN + n;
		const name = HOSTILE_NAMES[n % HOSTILE_NAMES.length] ?? "";
		const pace = n % 5 === 4 ? 1 : 3 + (n % 4) * 2;
		for (let d = 0; d < DAYS; d++) {
			const day = addDays(options.lastOn, d - DAYS + 1);
			const sessions = Math.floor(random() * pace * 1.4 + (pace > 1 ? 1 : 0));
			if (sessions === 0 || random() < 0.06) continue;
			for (const [target, service, part] of TARGETS) {
				const states = Array.from({ length: sessions }, () =>
					stateOf(target, n, d, options, random),
				);
				const uidOf = (session: number) =>
					`2026${day.replaceAll("-", "")}.${session}_${options.cc}_${asn}_${target.replace(/[^a-z]/g, "")}`;
				daily.push({
					...countsOf(states),
					day,
					cc: options.cc,
					asn,
					networkName: name,
					target,
					service,
					function: part,
					lastMeasuredAt: `${day}T20:15:00Z`,
					witnessUid: uidOf(0),
				});
				if (d < DAYS - 2) continue;
				states.forEach((state, session) => {
					const shared = {
						uid: uidOf(session),
						measuredAt: `${day}T${String(8 + (session % 12)).padStart(2, "0")}:15:00Z`,
						testName: "web_connectivity",
						input: `https://${target}/?q=<b>&x="1"`,
						reportId: `report-${asn}-${day}-${session}`,
						resolverAsn: session % 3 === 0 ? 15169 : asn,
					};
					verdicts.push({
						...shared,
						cc: options.cc,
						asn,
						networkName: name,
						target,
						service,
						function: part,
						state,
						mechanism: state === "likely_blocked" ? "tls.reset.sni" : "",
						fired: state === "likely_blocked" ? ["tls.reset_sni"] : ["tls.ok"],
						why: `${target} was ${state}.`,
					});
					measurements.push({
						...shared,
						probeCc: options.cc,
						probeAsn: asn,
						probeNetworkName: name,
						resolverNetworkName: session % 3 === 0 ? "Elsewhere <b>" : name,
						fileHash: "a".repeat(64),
						member: "",
						line: session + 1,
						facts: factsText(factsOf(target, state)),
						recordHash: "b".repeat(64),
					});
				});
			}
		}
	}
	return {
		daily,
		verdicts,
		measurements,
		rejects: [
			{
				file: "broken/<img src=x onerror=alert(1)>.jsonl",
				fileHash: "c".repeat(64),
				line: 7,
				reason: "json_invalid",
				message: "=cmd|' /C calc'!A0",
			},
		],
	};
}

/** A look-up, a connection and a handshake, with a title as hostile as pages can be. */
function factsOf(target: string, state: State): readonly Observation[] {
	const shared = {
		vantage: "probe",
		role: "",
		depth: 0,
		durationMs: 84,
	} as const;
	const failed = state !== "ok";
	const [ip, port] = ["198.51.100.4", 443];
	const facts: Observation[] = [
		{
			...shared,
			position: 0,
			layer: "dns",
			hostname: target,
			queryType: "A",
			engine: "getaddrinfo",
			resolver: "",
			answers: [{ ip, asn: 64508 }],
		},
		{ ...shared, position: 1, layer: "tcp", ip, port, hostname: target },
		{
			...shared,
			position: 2,
			layer: "tls",
			ip,
			port,
			hostname: target,
			serverName: target,
			verified: !failed,
			certificates: [],
			failure: failed ? "connection_reset" : undefined,
		},
	];
	if (failed) return facts;
	return [
		...facts,
		{
			...shared,
			position: 3,
			layer: "http",
			hostname: target,
			ip,
			port,
			method: "GET",
			url: `https://${target}/?<script>alert(1)</script>`,
			statusCode: 200,
			bodyBytes: 5120,
			title: '</title><script>alert("title")</script>',
			headerNames: [],
			fingerprints: [],
			pageMarks: [],
		},
	];
}

function stateOf(
	target: string,
	network: number,
	day: number,
	options: FillOptions,
	random: () => number,
): State {
	const chance = random();
	if (chance < 0.02) return "impaired";
	const since = 22 + (network % 5);
	const until = DAYS - options.endedDaysAgo + (network % 3) - 1;
	const banned = day >= since && day < until && network % 6 !== 5;
	if (target === "x.com" || target === "t.co")
		return banned
			? network % 4 === 1
				? "blocked"
				: chance < 0.1
					? "ok"
					: "likely_blocked"
			: "ok";
	if (target === "mmg.whatsapp.net" && banned && network % 2 === 0)
		return network % 4 === 0 ? "throttled" : "likely_blocked";
	if (target === "www.wikipedia.org" && day > 40 && day < 44) return "down";
	if (target === "signal/chat" && network % 7 === 3) return "impaired";
	if (target === "news.example" && banned && network === 1) return "blocked";
	return "ok";
}

function countsOf(states: readonly State[]): TestRow {
	const count = (state: State) => states.filter((s) => s === state).length;
	const blocked = count("blocked");
	const likely = count("likely_blocked");
	return {
		blockedCount: blocked,
		likelyBlockedCount: likely,
		throttledCount: count("throttled"),
		impairedCount: count("impaired"),
		downCount: count("down"),
		okCount: count("ok"),
		measurementCount: states.length,
		sessionCount: states.length,
		blockedSessionCount: blocked + likely,
		okSessionCount: count("ok"),
	};
}

/** Mulberry32: the same numbers from the same seed. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
