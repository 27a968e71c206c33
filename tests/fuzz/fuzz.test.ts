/**
 * Any bytes give records, rejects or a refusal in words, from every reader.
 * The kept corpus comes first, then as many new inputs as told, made from known
 * ones. What fails is written to `.build/fuzz-failed`, to be mended and then kept.
 *
 *   RASAI_FUZZ          inputs in all
 *   RASAI_FUZZ_SEED     other inputs
 *   RASAI_FUZZ_GUIDED   1: guided by the code that they reach; the corpus becomes
 *                       what is needed of it and of what was found
 */
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { createRandom } from "../../src/measure/lab/index.ts";
import { readCorpus, writeCorpus } from "./corpus.ts";
import { startCoverage } from "./coverage.ts";
import { distil, fuzz } from "./guided.ts";

const INPUTS = Number(process.env["RASAI_FUZZ"] ?? 100_000);
const SEED = process.env["RASAI_FUZZ_SEED"] ?? "fuzz";
const OWN = pathToFileURL(join(import.meta.dirname, "../../src/")).href;
/** Larger ones are not worth their place in the tree. */
const LARGEST_KEPT = 4000;

const coverage =
	process.env["RASAI_FUZZ_GUIDED"] === "1"
		? startCoverage((url) => url.startsWith(OWN))
		: undefined;
const { READERS } = await import("./readers/index.ts");

const WEIGHTS = READERS.reduce((sum, { weight }) => sum + weight, 0);
const OF_ALL = readCorpus("all");

for (const reader of READERS) {
	const inputs = Math.ceil((INPUTS * reader.weight) / WEIGHTS);
	test(`P7: ${reader.name}: ${inputs} inputs, none crashes or stalls it`, async (t) => {
		const kept = readCorpus(reader.name);
		const known = [...reader.seeds, ...OF_ALL];
		const before = process.cpuUsage();
		const { found, reached } = await fuzz(
			reader,
			[...known, ...kept],
			inputs,
			createRandom(`${SEED}/${reader.name}`),
			coverage,
		);
		const { user, system } = process.cpuUsage(before);
		t.diagnostic(
			`${Math.round((inputs * 1e6) / (user + system))} a second of CPU`,
		);
		if (coverage === undefined) return;
		t.diagnostic(
			`${found.length} inputs reached new code: ${reached[0]} characters of it before, ${reached[1]} after`,
		);
		const small = [...kept, ...found].filter(
			({ length }) => length <= LARGEST_KEPT,
		);
		writeCorpus(reader.name, await distil(reader, known, small, coverage));
	});
}
