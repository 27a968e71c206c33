/**
 * How long it takes to turn records into facts, beside JSON.parse of the same
 * records in the same run: the golden cases as they are, and one of them with
 * bodies of three sizes. Without fingerprints, which have their own benchmark.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { observe } from "../src/judge/observations/index.ts";
import { type Measurement, parseMeasurement } from "../src/model/index.ts";
import { emptyFingerprints } from "../src/reference/index.ts";
import { figure } from "./figures.ts";

const GOLDEN = join("tests", "golden");
const ROUNDS = 7;
/** Records a round: enough that a round takes tens of milliseconds. */
const ROUND_BYTES = 12_000_000;
const BODY_KB = [13, 36, 275];

interface Corpus {
	readonly name: string;
	readonly texts: readonly string[];
	readonly measurements: readonly Measurement[];
}

function corpusOf(name: string, texts: readonly string[]): Corpus {
	const measurements = texts.flatMap((text) => {
		const parsed = parseMeasurement(JSON.parse(text), {
			receivedAt: "2027-01-01T00:00:00Z",
		});
		return "reject" in parsed ? [] : [parsed.measurement];
	});
	return { name, texts, measurements };
}

function readRecord(name: string): string {
	// As archives hold them: no white space.
	const path = join(GOLDEN, name, "measurement.json");
	return JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
}

function withBody(text: string, bytes: number): string {
	const paragraph =
		"<p class='text'>What a page says, at the length pages say it.</p>\\n";
	const filler = paragraph.repeat(Math.ceil(bytes / paragraph.length));
	return text.replace("</body>", `${filler.slice(0, bytes)}</body>`);
}

/** Microseconds a record: the fastest of the rounds, since others share the machine. */
function time(
	count: number,
	repeat: number,
	run: (index: number) => unknown,
): number {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < ROUNDS; round++) {
		const started = process.hrtime.bigint();
		for (let again = 0; again < repeat; again++)
			for (let index = 0; index < count; index++) kept = run(index);
		const micros = Number(process.hrtime.bigint() - started) / 1e3;
		best = Math.min(best, micros / (count * repeat));
	}
	return best;
}

let kept: unknown;

function report(corpus: Corpus): void {
	const { name, texts, measurements } = corpus;
	const bytes = texts.reduce((sum, text) => sum + text.length, 0);
	const repeat = Math.max(1, Math.round(ROUND_BYTES / bytes));
	const context = {
		fingerprints: emptyFingerprints,
		seenCertificates: new Set<string>(),
	};
	const parseUs = time(texts.length, repeat, (index) =>
		JSON.parse(texts[index] ?? ""),
	);
	const observeUs = time(measurements.length, repeat, (index) =>
		observe(measurements[index] as Measurement, context),
	);
	figure({
		name,
		value: observeUs,
		unit: "us a record",
		better: "less",
		baseline: { what: "JSON.parse of the same", value: parseUs },
	});
	const kb = (bytes / texts.length / 1000).toFixed(1);
	console.log(
		`${name.padEnd(28)} ${kb.padStart(6)} kB  parse ${parseUs.toFixed(1).padStart(7)} us  observe ${observeUs.toFixed(1).padStart(7)} us  ratio ${(observeUs / parseUs).toFixed(2)}  ${Math.round(1e6 / observeUs)} a second`,
	);
}

const names = readdirSync(GOLDEN, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name)
	.sort();
const web = names.filter((name) => name.startsWith("web-05"));
report(corpusOf("golden, all", names.map(readRecord)));
report(corpusOf("golden, web 0.5", web.map(readRecord)));
report(corpusOf("one page, as it is", [readRecord("web-05-ok")]));
for (const size of BODY_KB)
	report(
		corpusOf(`one page of ${size} kB`, [
			withBody(readRecord("web-05-ok"), size * 1000),
		]),
	);
if (kept === undefined) throw new Error("nothing was measured");
