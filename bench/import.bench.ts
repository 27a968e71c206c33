/**
 * The whole import on one core, beside the least that any import must do:
 * gunzip alone, and gunzip with JSON.parse. Between them the steps to facts,
 * with nothing written: no import can be faster than they are. For each mix of
 * record sizes it prints megabytes (decompressed) a second of processor time,
 * and the ratio to gunzip alone. `node scripts/bench.mjs import [MB] [MIX...]`.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { sha256Hex, systemClock } from "../src/base/index.ts";
import {
	localFile,
	type RawRecord,
	readRecords,
} from "../src/gather/archives/index.ts";
import { observe, scanRecord } from "../src/judge/observations/index.ts";
import type { CorpusMix } from "../src/measure/lab/index.ts";
import { parseMeasurement } from "../src/model/index.ts";
import { importArchives } from "../src/pipeline/index.ts";
import {
	emptyAsn,
	parseFingerprints,
	parseServices,
	snapshotOf,
} from "../src/reference/index.ts";
import {
	createWorkspace,
	openArchive,
	openStore,
	openWorkspace,
} from "../src/store/index.ts";
import { type CorpusFiles, corpusFiles } from "./corpus-files.ts";
import { figure } from "./figures.ts";
import { fingerprintTexts } from "./fingerprint-texts.ts";

const MIXES: readonly CorpusMix[] = ["13kB", "36kB", "275kB"];
const DEFAULT_MEGABYTES = 300;
const CHUNK_BYTES = 1024 * 1024;
const ROUNDS = 3;

const [size, ...mixes] = process.argv.slice(2);
const megabytes = Number(size ?? DEFAULT_MEGABYTES);
const texts = fingerprintTexts();
const fingerprints = parseFingerprints(texts);
const services = parseServices(
	JSON.parse(await readFile("data/services/services.json", "utf8")),
);

console.log(
	`Processor time of all threads together. ${fingerprints.size} ${texts.from} fingerprints, ${services.services.length} services, Node ${process.version}`,
);
for (const mix of MIXES)
	if (mixes.length === 0 || mixes.includes(mix))
		await benchMix(mix, await corpusFiles(mix, megabytes));

async function benchMix(mix: CorpusMix, corpus: CorpusFiles): Promise<void> {
	const gunzipBefore = await fastest(() => readAll(corpus, () => {}));
	const parse = await fastest(() => readAll(corpus, parseLines()));
	const lines = await fastest(() => readEach(corpus, () => {}));
	const values = await fastest(() => readEach(corpus, scan));
	const facts = await fastest(() => readEach(corpus, readFacts()));
	// Once before it is timed, so that it has been compiled: archives are far larger than these.
	await importOnce(corpus);
	const whole = await importOnce(corpus);
	const gunzipAfter = await fastest(() => readAll(corpus, () => {}));
	const gunzip =
		gunzipAfter.seconds < gunzipBefore.seconds ? gunzipAfter : gunzipBefore;
	const bytes = gunzip.bytes;
	for (const [step, seconds] of [
		["lines", lines.seconds],
		["facts", facts.seconds],
		["import and judge", whole.seconds],
	] as const)
		figure({
			name: `${mix}, ${step}`,
			value: bytes / 1e6 / seconds,
			unit: "MB/s",
			better: "more",
			baseline: {
				what: "gunzip alone",
				value: bytes / 1e6 / gunzip.seconds,
			},
		});
	const speed = (seconds: number): number => bytes / 1e6 / seconds;
	console.log(
		`\n${mix}: ${(bytes / 1e6).toFixed(0)} MB in ${corpus.paths.length} files, packed ${(bytes / corpus.packedBytes).toFixed(1)} to 1, ${whole.measurements} measurements`,
	);
	for (const [what, seconds] of [
		["gunzip alone", gunzip.seconds],
		["gunzip and JSON.parse", parse.seconds],
		["gunzip, lines", lines.seconds],
		["gunzip, lines, values for facts", values.seconds],
		["gunzip, lines, values, facts and hashes", facts.seconds],
		["import and judge", whole.seconds],
		["  of it: receive, read, observe, shards", whole.readSeconds],
		["  of it: fold into days, control", whole.mergeSeconds],
		["  of it: judge", whole.judgeSeconds],
	] as const)
		console.log(
			`  ${what.padEnd(40)} ${speed(seconds).toFixed(0).padStart(5)} MB/s  ${((100 * gunzip.seconds) / seconds).toFixed(1).padStart(6)}% of gunzip`,
		);
	console.log(
		`  ${"measurements a second".padEnd(40)} ${(whole.measurements / whole.seconds).toFixed(0).padStart(5)}       peak memory ${(whole.peakBytes / 1e6).toFixed(0)} MB`,
	);
}

interface Timed {
	readonly seconds: number;
	readonly bytes: number;
}

/** Processor time is that of all threads: what zlib's and DuckDB's threads do counts as if it were done here. */
function stopwatch(): () => number {
	const started = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(started);
		return (user + system) / 1e6;
	};
}

async function fastest(run: () => Promise<number>): Promise<Timed> {
	let best: Timed = { seconds: Number.POSITIVE_INFINITY, bytes: 0 };
	for (let round = 0; round < ROUNDS; round++) {
		const seconds = stopwatch();
		const bytes = await run();
		const took = seconds();
		if (took < best.seconds) best = { seconds: took, bytes };
	}
	return best;
}

async function readAll(
	corpus: CorpusFiles,
	look: (chunk: Buffer) => void,
): Promise<number> {
	let bytes = 0;
	for (const path of corpus.paths) {
		const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
		gunzip.end(await readFile(path));
		for await (const chunk of gunzip) {
			bytes += (chunk as Buffer).length;
			look(chunk as Buffer);
		}
	}
	return bytes;
}

/** Splits chunks into lines and parses each. */
function parseLines(): (chunk: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	return (chunk) => {
		const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		let start = 0;
		for (
			let end = text.indexOf(10);
			end >= 0;
			start = end + 1, end = text.indexOf(10, start)
		)
			JSON.parse(text.toString("utf8", start, end));
		rest = text.subarray(start);
	};
}

/** Hands every record on; gives the bytes of all. */
async function readEach(
	corpus: CorpusFiles,
	use: (record: RawRecord) => void,
): Promise<number> {
	let bytes = 0;
	for (const path of corpus.paths)
		for await (const items of readRecords(localFile(path)))
			for (const item of items) {
				if (item.kind === "reject") continue;
				bytes += item.record.bytes.length;
				use(item.record);
			}
	return bytes;
}

function scan({ bytes }: RawRecord) {
	return scanRecord(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** Reads facts as an import does of records that are scanned, which those of the corpus are. */
function readFacts(): (record: RawRecord) => void {
	const receivedAt = systemClock().toISOString();
	const seenCertificates = new Set<string>();
	return (record) => {
		const parsed = parseMeasurement(scan(record), { receivedAt });
		if ("reject" in parsed) throw new Error(parsed.reject.message);
		observe(parsed.measurement, { fingerprints, seenCertificates });
		sha256Hex(record.bytes);
	};
}

async function importOnce(corpus: CorpusFiles) {
	const folder = await mkdtemp(join(tmpdir(), "rasai-import-bench-"));
	let peakBytes = 0;
	const watch = setInterval(() => {
		peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
	}, 50);
	try {
		await createWorkspace(folder);
		const workspace = await openWorkspace(folder, {
			mode: "write",
			clock: systemClock,
			program: "bench",
		});
		const store = await openStore(workspace, { code: "bench" });
		const marks = new Map<string, number>();
		const seconds = stopwatch();
		const mark = (phase: string): void => {
			if (!marks.has(phase)) marks.set(phase, seconds());
		};
		const summary = await importArchives(
			corpus.paths.map((path) => localFile(path)),
			{
				paths: workspace.paths,
				archive: await openArchive(workspace),
				store,
				reference: {
					snapshot: snapshotOf({ fingerprints, services, asn: emptyAsn }),
					fingerprintTexts: texts,
				},
				clock: systemClock,
			},
			{
				workers: 1,
				progress: { update: ({ unit }) => mark(unit), finish() {} },
			},
		);
		const all = seconds();
		store.close();
		await workspace.close();
		const folding = marks.get("partitions") ?? all;
		const judging = marks.get("days") ?? all;
		return {
			measurements: summary.measurements,
			seconds: all,
			readSeconds: folding,
			mergeSeconds: judging - folding,
			judgeSeconds: all - judging,
			peakBytes,
		};
	} finally {
		clearInterval(watch);
		await rm(folder, { recursive: true });
	}
}
