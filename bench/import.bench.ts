/**
 * The whole import on one core, beside the least that any import must do:
 * gunzip alone, and gunzip with JSON.parse. Between them the steps to facts,
 * with nothing written: no import can be faster than they are. For each mix of
 * record sizes it prints megabytes (decompressed) a second of processor time,
 * and the ratio to gunzip alone. `node scripts/bench.mjs import [MB] [MIX...]`.
 */
import { readFile } from "node:fs/promises";
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
import { type CorpusFiles, corpusFiles } from "./corpus-files.ts";
import { figure } from "./figures.ts";
import {
	fingerprints,
	importOnce,
	processorSeconds,
	services,
} from "./import-once.ts";

const MIXES: readonly CorpusMix[] = ["13kB", "36kB", "275kB"];
const DEFAULT_MEGABYTES = 300;
const CHUNK_BYTES = 1024 * 1024;
const ROUNDS = 3;

const [size, ...mixes] = process.argv.slice(2);
const megabytes = Number(size ?? DEFAULT_MEGABYTES);

console.log(
	`Processor time of all threads together. ${fingerprints.size} fingerprints, ${services.services.length} services, Node ${process.version}`,
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
	await importOnce(corpus, 1);
	const {
		measurements,
		processor: whole,
		peakBytes,
	} = await importOnce(corpus, 1);
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
		`\n${mix}: ${(bytes / 1e6).toFixed(0)} MB in ${corpus.paths.length} files, packed ${(bytes / corpus.packedBytes).toFixed(1)} to 1, ${measurements} measurements`,
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
		`  ${"measurements a second".padEnd(40)} ${(measurements / whole.seconds).toFixed(0).padStart(5)}       peak memory ${(peakBytes / 1e6).toFixed(0)} MB`,
	);
}

interface Timed {
	readonly seconds: number;
	readonly bytes: number;
}

async function fastest(run: () => Promise<number>): Promise<Timed> {
	let best: Timed = { seconds: Number.POSITIVE_INFINITY, bytes: 0 };
	for (let round = 0; round < ROUNDS; round++) {
		const since = processorSeconds();
		const bytes = await run();
		const took = processorSeconds() - since;
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
