/**
 * Benchmark corpora on disk: gzipped JSON Lines, made once per seed, mix and
 * size and kept in the system's temporary folder.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type CorpusMix, emulateCorpus } from "../src/measure/lab/index.ts";

export interface CorpusFiles {
	readonly folder: string;
	readonly paths: readonly string[];
	readonly packedBytes: number;
}

const SEED = "bench";
const MEAN_BYTES: Readonly<Record<CorpusMix, number>> = {
	"13kB": 13_000,
	"36kB": 36_000,
	"275kB": 275_000,
};
/** As OONI cuts its files. */
const FILE_BYTES = 60e6;

/** Files of about `megabytes` decompressed. */
export async function corpusFiles(
	mix: CorpusMix,
	megabytes: number,
): Promise<CorpusFiles> {
	const folder = join(tmpdir(), "rasai-bench", `${SEED}-${mix}-${megabytes}MB`);
	const finished = await stat(folder).then(
		() => true,
		() => false,
	);
	if (!finished) await generate(folder, mix, megabytes);
	const paths = (await readdir(folder))
		.sort()
		.map((name) => join(folder, name));
	const sizes = await Promise.all(paths.map((path) => stat(path)));
	return {
		folder,
		paths,
		packedBytes: sizes.reduce((sum, s) => sum + s.size, 0),
	};
}

async function generate(
	folder: string,
	mix: CorpusMix,
	megabytes: number,
): Promise<void> {
	const unfinished = `${folder}.unfinished`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	const count = Math.round((megabytes * 1e6) / MEAN_BYTES[mix]);
	const lines = emulateCorpus({ seed: SEED, mix, count });
	for (let index = 0, more = true; more; index++) {
		const path = join(
			unfinished,
			`20250127_QZ_corpus.l.${String(index).padStart(3, "0")}.jsonl.gz`,
		);
		const gzip = createGzip();
		const written = pipeline(gzip, createWriteStream(path));
		for (let bytes = 0; bytes < FILE_BYTES; ) {
			const next = lines.next();
			if (next.done) {
				more = false;
				break;
			}
			bytes += Buffer.byteLength(next.value) + 1;
			if (!gzip.write(`${next.value}\n`)) await once(gzip, "drain");
		}
		gzip.end();
		await written;
	}
	await rename(unfinished, folder);
}
