import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import test from "node:test";
import { indexRecord, type RecordEntry } from "../../account/record/index.ts";
import type { Incident, IncidentSignal } from "../../model/index.ts";
import { parseServices } from "../../reference/index.ts";
import { dropKeptSignals, Ledger } from "../../store/index.ts";
import { detectIncidents, readStanding } from "../detect/detect-incidents.ts";
import { openIncidentBook } from "../detect/incident-book.ts";
import { alertsDue } from "../follow/alerts.ts";
import { checkRecord } from "../record/check-record.ts";
import { importSignals } from "../signals/index.ts";
import { openTestWorkspace, type TestWorkspace } from "../test-workspace.ts";
import { openSignalsThen } from "./signals-then.ts";

const SHARED = process.env["RASAI_SHARED"] ?? "../shared";
const HOUR_MS = 3_600_000;
const NEVER = new AbortController().signal;
const START_MS = Date.parse("2025-03-01T00:00:00Z");
const DAYS = 40;
const at = (hour: number): string =>
	new Date(START_MS + hour * HOUR_MS).toISOString();

/** Some days of an hourly signal of the emulated country, of which a part is left at some hours. */
function readings(
	source: string,
	left: (hour: number) => number,
	[since, until]: readonly [number, number] = [0, DAYS],
): string {
	const rows = ["at,value,source,cc"];
	for (let hour = since * 24; hour < until * 24; hour++) {
		const usual = 100 * (1 + 0.3 * Math.sin((hour * Math.PI) / 12));
		rows.push(
			`${at(hour)},${usual * left(hour) * (1 + 0.01 * Math.sin(hour * 1.7))},${source},QZ`,
		);
	}
	return rows.join("\n");
}

async function take(place: TestWorkspace, ...texts: readonly string[]) {
	for (const text of texts)
		await importSignals(
			place.archive,
			{ name: "s.csv", text },
			{},
			place.clock,
			NEVER,
		);
}

async function detectIn(
	place: TestWorkspace,
	all = false,
): Promise<readonly Incident[]> {
	const reader = await place.openReader();
	const ledger = await Ledger.open(place.workspace);
	try {
		const { incidents } = await detectIncidents(
			{
				reader,
				ledger,
				paths: place.paths,
				archive: place.archive,
				clock: place.clock,
				run: { ruleset: "r", reference: "f" },
			},
			{ all },
		);
		return incidents;
	} finally {
		await ledger.close();
		reader.close();
	}
}

async function within(
	run: (place: TestWorkspace) => Promise<void>,
): Promise<void> {
	const place = await openTestWorkspace();
	try {
		await run(place);
	} finally {
		await place.close();
	}
}

const standing = (incidents: readonly Incident[]) =>
	incidents.filter(
		({ status }) => status !== "merged" && status !== "withdrawn",
	);
const told = (incidents: readonly Incident[]) =>
	standing(incidents).map(
		({ id, aliases, revision, revisedAt, reason, ...rest }) => rest,
	);

const CUT = [20 * 24 + 9, 20 * 24 + 40] as const;
const cut =
	(left: number, late = 0) =>
	(hour: number) =>
		hour >= CUT[0] + late && hour < CUT[1] ? left : 1;
const BLACKOUT = [
	["probing", cut(0.04)],
	["traffic", cut(0.02, 2)],
	["routes", () => 1],
	["telescope", cut(0.86)],
] as const;

test("an outage is one incident with each signal's own start, end and depth, and what did not fall beside them", () =>
	within(async (place) => {
		await take(
			place,
			...BLACKOUT.map(([source, left]) => readings(source, left)),
		);
		const [outage, ...none] = standing(await detectIn(place));
		assert.deepEqual(none, []);
		assert.equal(outage?.kind, "outage");
		assert.equal(outage?.status, "ended");
		assert.equal(outage?.scope, "country");
		assert.equal(outage?.cause?.found, "not_established");
		assert.equal(outage?.onset.at, at(CUT[0]).replace(".000", ""));
		assert.equal(outage?.ending?.at, at(CUT[1]).replace(".000", ""));
		const of = (source: string) =>
			outage?.signals?.find((one) => one.source === source);
		assert.equal(
			of("traffic")?.falls[0]?.onset.at,
			at(CUT[0] + 2).replace(".000", ""),
		);
		assert.ok((of("probing")?.falls[0]?.depth ?? 0) > 0.9);
		// Disagreement is a result: routes stay whole while nothing answers.
		assert.deepEqual(of("routes")?.falls, []);
		assert.ok(Math.abs((of("routes")?.level ?? 0) - 1) < 0.05);
		assert.ok((of("probing")?.level ?? 1) < 0.06);
		assert.ok((of("telescope")?.lowest ?? 1) < 0.9);
	}));

test("P2, P8: told bit by bit, in any order, and all at once, it is the same; looking again changes nothing", async () => {
	const once: unknown[] = [];
	await within(async (place) => {
		await take(
			place,
			...BLACKOUT.map(([source, left]) => readings(source, left)),
		);
		const incidents = await detectIn(place);
		once.push(told(incidents));
		await dropKeptSignals(place.paths);
		assert.deepEqual(await detectIn(place, true), incidents);
	});
	await within(async (place) => {
		for (const [since, until] of [
			[0, 15],
			[15, 21],
			[21, DAYS],
		] as const)
			for (const [source, left] of [...BLACKOUT].reverse()) {
				await take(place, readings(source, left, [since, until]));
				await detectIn(place);
			}
		const incidents = await detectIn(place);
		assert.deepEqual(told(incidents), once[0]);
		// It began as the suspicion of one signal, and kept its id.
		const [outage] = standing(incidents);
		assert.equal(outage?.id, `qz-network-${at(CUT[0]).slice(0, 10)}`);
		assert.ok((outage?.revision ?? 0) > 1);
		assert.equal(incidents.length, 1);
	});
});

test("P4: one notification for one outage, and none for a suspicion", () =>
	within(async (place) => {
		const now = "2025-04-09T00:00:00Z";
		const open = (hour: number) => (hour >= 38 * 24 ? 0.05 : 1);
		await take(place, readings("probing", open));
		const suspected = await detectIn(place);
		assert.equal(standing(suspected)[0]?.status, "suspicion");
		assert.deepEqual(alertsDue(suspected, [], now), []);
		await take(place, readings("traffic", open));
		const told = alertsDue(await detectIn(place), [], now);
		assert.equal(told.length, 1);
		assert.equal(told[0]?.kind, "opened");
		// It says what is known: an outage, and no restriction.
		assert.match(told[0]?.text ?? "", /outage/);
		assert.doesNotMatch(told[0]?.text ?? "", /restricted|shut/);
		await take(place, readings("routes", open));
		assert.deepEqual(alertsDue(await detectIn(place), told, now), []);
	}));

test("exam hours are a restriction by their pattern, one incident for all days", () =>
	within(async (place) => {
		const exams = (hour: number) =>
			hour >= 20 * 24 && hour < 25 * 24 && hour % 24 >= 3 && hour % 24 < 8
				? 0.03
				: 1;
		await take(place, readings("probing", exams), readings("routes", exams));
		const [outage, ...none] = standing(await detectIn(place));
		assert.deepEqual(none, []);
		assert.equal(outage?.kind, "full_shutdown");
		assert.deepEqual(
			[outage?.cause?.found, outage?.cause?.ground],
			["restriction", "pattern"],
		);
		assert.equal(outage?.signals?.[0]?.falls.length, 5);
		assert.equal(outage?.mechanism, "network.shutdown");
	}));

test("a province's mobile networks cut at once are a mobile shutdown there; a fault in the record takes that back", () =>
	within(async (place) => {
		const rows = ["at,value,source,cc,area,asn,access"];
		for (const [source, asn, access] of [
			["probing", 64496, "mobile"],
			["probing", 64497, "mobile"],
			["probing", 64498, "mobile"],
			["traffic", 64496, "mobile"],
			["traffic", 64497, "mobile"],
			["traffic", 64498, "mobile"],
			["probing", 64499, "fixed"],
		] as const)
			for (let hour = 0; hour < DAYS * 24; hour++) {
				const left = access === "mobile" ? cut(0.03)(hour) : 1;
				rows.push(
					`${at(hour)},${100 * left + Math.sin(hour * 1.7)},${source},PK,Baluchistan,${asn},${access}`,
				);
			}
		await take(place, rows.join("\n"));
		const [outage, ...none] = standing(await detectIn(place));
		assert.deepEqual(none, []);
		assert.deepEqual(
			[outage?.kind, outage?.scope, outage?.areas, outage?.access],
			["mobile_data_shutdown", "area", ["PK-BA"], "mobile"],
		);
		assert.equal(outage?.cause?.ground, "scope");
		assert.equal(outage?.mechanism, "network.shutdown.mobile");
		const linked = async (entries: readonly RecordEntry[]) =>
			openIncidentBook(
				await readStanding(place.paths),
				indexRecord({
					entries: new Map(
						entries.map((entry, seq) => [
							entry.id,
							{
								entry,
								seq,
								at: at(0),
								author: "",
								revisionCount: 1,
								erased: [],
							},
						]),
					),
					links: new Map(),
				}),
				(name) => name,
			).get(outage?.id ?? "");
		const day = (hour: number) => ({
			date: at(hour).slice(0, 10),
			precision: "day" as const,
			zone: "Asia/Karachi",
		});
		const entry = (kind: "mobile_data_shutdown" | "outage_not_restriction") =>
			({
				id: `PK-${kind}`,
				country: "PK",
				type: "restriction",
				when: day(CUT[0]),
				services: ["mobile data"],
				areas: ["Balochistan"],
				about: [],
				actor: { rank: "unknown" },
				summary: "An entry.",
				claims: [],
				deadlines: [],
				restriction: {
					kind,
					start: day(CUT[0]),
					end: day(CUT[1]),
					isOngoing: false,
					networks: [],
					technique: [],
				},
				sources: [{ url: "https://paper.example/1" }],
				confidence: "high",
			}) satisfies RecordEntry as RecordEntry;
		const ordered = await linked([entry("mobile_data_shutdown")]);
		assert.equal(ordered?.cause?.ground, "record");
		assert.equal(ordered?.basis, "both");
		assert.deepEqual(ordered?.aliases, ["PK-mobile_data_shutdown"]);
		const faulty = await linked([entry("outage_not_restriction")]);
		assert.equal(faulty?.kind, "outage");
		assert.equal(faulty?.cause?.found, "not_established");
		assert.deepEqual(faulty?.cause?.against, ["PK-outage_not_restriction"]);
	}));

async function sample(
	path: string,
	cc?: string,
): Promise<readonly Incident[] | undefined> {
	const full = join(SHARED, "data/signals", path);
	if (!existsSync(full)) return undefined;
	let incidents: readonly Incident[] = [];
	await within(async (place) => {
		const text = readFileSync(full, "utf8");
		await importSignals(
			place.archive,
			{ name: basename(full), text },
			{ cc },
			place.clock,
			NEVER,
		);
		incidents = await detectIn(place);
	});
	return incidents;
}
const MISSING = `RASAI_SHARED not found: ${SHARED}`;

test("Iran, January 2026: one published outage with every signal's interval, and no end made up", async (t) => {
	const incidents = await sample(
		"ioda/iran-2025-12-01_2026-01-09.ioda-ui-normalized.csv",
		"IR",
	);
	if (!incidents) return t.skip(MISSING);
	const [outage, ...none] = standing(incidents).filter(
		({ status }) => status !== "suspicion",
	);
	assert.deepEqual(none, []);
	assert.equal(outage?.ending, null);
	assert.equal(outage?.kind, "outage");
	assert.equal(outage?.signals?.length, 5);
	const of = (name: string): IncidentSignal | undefined =>
		outage?.signals?.find(({ measure }) => measure === name);
	for (const name of ["ping-slash24", "gtr.WEB_SEARCH", "mozilla"]) {
		const [fall] = of(name)?.falls ?? [];
		assert.match(fall?.onset.at ?? "", /^2026-01-08T1/, name);
		assert.equal(fall?.ending, null, name);
	}
	const bgp = of("bgp");
	assert.ok((bgp?.lowest ?? 0) > 0.8 && (bgp?.lowest ?? 1) < 0.9);
});

test("P10: Venezuela, July 2019: a power failure is the suspicion of an outage, never a shutdown", async (t) => {
	const incidents = await sample(
		"monash-ip-observatory/venezuela-2019-07.state-hourly.csv",
	);
	if (!incidents) return t.skip(MISSING);
	assert.ok(incidents.length >= 1);
	for (const { kind, status, cause, areas } of incidents) {
		assert.equal(kind, "outage");
		assert.equal(status, "suspicion");
		assert.equal(cause?.found, "not_established");
		assert.ok(areas.every((area) => area.startsWith("VE-")));
	}
});

test("P5: claims about the network are held against the signals of their time, place and access", () =>
	within(async (place) => {
		await take(
			place,
			readings("probing", cut(0.04)),
			readings("traffic", cut(0.02)),
		);
		await detectIn(place);
		const ask = async (on: string, service = "internet", cc = "QZ") => {
			const entry = {
				id: "e",
				country: cc,
				type: "statement",
				when: { date: on, precision: "day", zone: "UTC" },
				services: [service],
				areas: [],
				about: [],
				actor: { rank: "minister", country: cc },
				summary: "It works.",
				claims: [
					{
						matter: "reachability",
						asserted: "working",
						since: { date: on, precision: "day", zone: "UTC" },
					},
				],
				deadlines: [],
				sources: [{ url: "https://paper.example/1" }],
				confidence: "high",
			} satisfies RecordEntry as RecordEntry;
			const reader = await place.openReader();
			try {
				const { claims } = await checkRecord(reader, [entry], {
					services: parseServices({ services: [] }),
					signalsThen: await openSignalsThen(place.paths),
				});
				return claims[0];
			} finally {
				reader.close();
			}
		};
		const day = at(CUT[0]).slice(0, 10);
		const denied = await ask(day);
		assert.equal(denied?.measured, "contradicts");
		assert.match(denied?.witness ?? "", /^probing value, 2025-03-21T/);
		assert.equal((await ask("2025-03-10"))?.measured, "supports");
		// Signals that do not tell mobile from fixed say nothing of mobile alone.
		assert.equal((await ask(day, "mobile data"))?.measured, "insufficient");
		assert.equal((await ask(day, "x.example"))?.measured, "insufficient");
		assert.equal((await ask("2026-01-01"))?.measured, "insufficient");
	}));
