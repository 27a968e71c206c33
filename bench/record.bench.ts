/**
 * How fast the record answers: a dossier, a list page and a comparison, over
 * a ledger of 100,000 entries of which one restriction has 80. The ledger is
 * written and read once; `RASAI_BENCH_ENTRIES` sets how many. Promised: a
 * dossier in under 300 ms and a list page in under 100 ms, the record read.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	compareRestrictions,
	documentedIncidentOf,
	indexRecord,
	mapDossier,
	parseDossier,
	type RecordEntry,
} from "../src/account/record/index.ts";
import { readDossier, readRecord, saveChanges } from "../src/pipeline/index.ts";
import {
	dossierDocument,
	toHtml,
	toMarkdown,
	toPdf,
} from "../src/publish/exports/index.ts";
import { parseServices } from "../src/reference/index.ts";
import {
	createWorkspace,
	Ledger,
	openReader,
	openWorkspace,
} from "../src/store/index.ts";
import { figure, fixedWork } from "./figures.ts";

const BASELINE = fixedWork();

const ENTRIES = Number(process.env["RASAI_BENCH_ENTRIES"] ?? 100_000);
const RUNS = 9;
const COUNTRIES = ["PK", "IN", "IR", "MM", "RU"];
const SERVICES = ["youtube.com", "X", "WhatsApp", "mobile data"];
const BAN = "PK-2024-02-17-x";

const shippedJson = (path: string): unknown =>
	JSON.parse(readFileSync(path, "utf8"));

/** The shipped dossier's entries, and made-up ones of five countries around them. */
function makeEntries(): readonly RecordEntry[] {
	const { dossier } = parseDossier(
		shippedJson("data/record/pakistan-x-ban-2024.json"),
	);
	if (!dossier) throw new Error("the shipped dossier cannot be read");
	const { entries } = mapDossier(
		dossier,
		shippedJson("data/record/pakistan-x-ban-2024-parts.json"),
	);
	const ban = madeUp(0, BAN, "2024-02-17", "PK", "X (formerly Twitter)");
	return [
		ban,
		...entries,
		...Array.from({ length: ENTRIES - entries.length - 1 }, (_, n) => {
			const day = new Date(Date.UTC(2010, 0, 1 + ((n * 7) % 6000)));
			return madeUp(
				n,
				`bench-${n}`,
				day.toISOString().slice(0, 10),
				COUNTRIES[n % COUNTRIES.length] ?? "PK",
				SERVICES[n % SERVICES.length] ?? "X",
			);
		}),
	];
}

/** Every fifth is a restriction; half of the others name none. */
function madeUp(
	n: number,
	id: string,
	date: string,
	country: string,
	service: string,
): RecordEntry {
	const when = { date, precision: "day", zone: "Asia/Karachi" } as const;
	const isRestriction = n % 5 === 0;
	return {
		id,
		country,
		type: isRestriction ? "restriction" : "statement",
		when,
		services: [service],
		areas: [],
		about: isRestriction ? [id] : n % 2 === 0 ? [] : [`bench-${n - (n % 5)}`],
		actor: { office: "ministry", rank: "ministry", country },
		summary: `Said something about ${service} in a sentence of a usual length, no. ${n}.`,
		claims: [{ matter: "reachability", asserted: "restricted", since: when }],
		deadlines: [],
		...(isRestriction
			? {
					restriction: {
						kind: "service_block",
						start: when,
						isOngoing: false,
						networks: [],
						technique: [],
					},
				}
			: {}),
		sources: [{ url: `https://paper.example/${n}` }],
		confidence: "high",
	};
}

async function timed<Result>(
	what: string,
	runs: number,
	work: () => Result | Promise<Result>,
): Promise<Result> {
	const times: number[] = [];
	let result = await work();
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		result = await work();
		times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	const median = times[Math.floor(times.length / 2)] ?? 0;
	figure({
		name: what,
		value: median,
		unit: "ms",
		better: "less",
		baseline: BASELINE,
	});
	console.log(
		`${what.padEnd(44)} ${median.toFixed(1).padStart(9)} ms (slowest ${(times.at(-1) ?? 0).toFixed(1)})`,
	);
	return result;
}

const dir = mkdtempSync(join(tmpdir(), "rasai-record-bench-"));
try {
	await createWorkspace(dir);
	const workspace = await openWorkspace(dir, {
		mode: "write",
		clock: () => new Date(),
		program: "bench",
	});
	const ledger = await Ledger.open(workspace);
	await saveChanges(ledger, { added: makeEntries(), changed: [] }, "bench");
	await ledger.close();
	console.log(`${ENTRIES} entries`);
	const record = await timed(
		"ledger read (once, when a server starts)",
		1,
		() => readRecord(workspace.paths),
	);
	const index = await timed("arranged (once a change)", 3, () =>
		indexRecord(record),
	);
	const reader = await openReader(workspace, {
		threads: 2,
		memoryLimitMb: 500,
	});
	const services = parseServices(
		shippedJson("data/services/services.json") as Parameters<
			typeof parseServices
		>[0],
	);
	const incident = documentedIncidentOf(index, BAN);
	if (!incident) throw new Error("the ban is not in the record");
	const dossier = await timed("dossier composed", RUNS, () =>
		readDossier(reader, index, incident, { services, today: "2026-01-01" }),
	);
	const document = dossierDocument(dossier);
	await timed("dossier as Markdown", RUNS, () => toMarkdown(document));
	await timed("dossier as HTML", RUNS, () => toHtml(document));
	await timed("dossier as PDF", RUNS, () => toPdf(document));
	await timed("list page: newest 100 of a country", RUNS, () =>
		JSON.stringify(index.ofCountry("PK").slice(0, 100)),
	);
	await timed("list page: newest 100 restrictions", RUNS, () =>
		JSON.stringify(
			index
				.restrictions("PK")
				.slice(0, 100)
				.map(({ entry }) => documentedIncidentOf(index, entry.id)),
		),
	);
	await timed("comparison of a country by year", 3, () =>
		compareRestrictions(index, { by: "year", cc: "PK" }),
	);
	console.log(`dossier: ${dossier.exhibits.length} exhibits`);
	reader.close();
	await workspace.close();
} finally {
	rmSync(dir, { recursive: true, force: true });
}
