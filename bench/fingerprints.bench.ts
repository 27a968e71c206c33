/**
 * How fast bodies are matched against all fingerprints, beside the plain way
 * (one `includes` a pattern) in the same run. Pages are generated: markup,
 * prose, script and packed data, of three mean sizes.
 */
import { createRandom } from "../src/measure/lab/index.ts";
import { parseFingerprints } from "../src/reference/index.ts";
import { figure } from "./figures.ts";
import { fingerprintTexts } from "./fingerprint-texts.ts";

const TAGS = ["div", "span", "p", "li", "td", "a", "section", "h3", "em"];
const SYLLABLES =
	"ba con der est fa ging hol in jo ka lem men nor ous per qui ring so ter un ver wal xi yer za".split(
		" ",
	);

const random = createRandom("pages");
const makeWord = (): string =>
	Array.from({ length: 1 + random.int(3) }, () => random.pick(SYLLABLES)).join(
		"",
	);
const makeProse = (words: number): string =>
	Array.from({ length: words }, makeWord).join(" ");

function makePage(bytes: number): string {
	let page = "<!DOCTYPE html><html><head><title>A page</title></head><body>";
	while (page.length < bytes) {
		const kind = random.next();
		if (kind < 0.6) {
			const tag = random.pick(TAGS);
			page += `<${tag} class="${makeWord()}-${makeWord()}" href="https://www.${makeWord()}.example/${makeWord()}">${makeProse(12)}</${tag}>\n`;
		} else if (kind < 0.9)
			page += `<script>var ${makeWord()}=function(${makeWord()}){return this.${makeWord()}.${makeWord()}("${makeWord()}",${random.int(1000)})};</script>\n`;
		else
			page += `<img src="data:image/png;base64,${Buffer.from(makeProse(60)).toString("base64")}">\n`;
	}
	return Buffer.from(page, "latin1").toString("latin1");
}

/** Megabytes a second. `run` gives a count, which is kept so that no engine may skip the work. */
function measure(
	pages: readonly string[],
	run: (page: string) => number,
): number {
	const bytes = pages.reduce((sum, page) => sum + page.length, 0);
	const started = process.hrtime.bigint();
	for (const page of pages) matchCount += run(page);
	return bytes / (Number(process.hrtime.bigint() - started) / 1e3);
}

const texts = fingerprintTexts();
let matchCount = 0;
const set = parseFingerprints(texts);
const literals = texts.http
	.split("\n")
	.map((row) => row.split(",").find((field) => set.get(field) !== undefined))
	.flatMap((name) => set.get(name ?? "") ?? [])
	.filter((one) => one.location === "body" && one.patternType === "contains")
	.map((one) => Buffer.from(one.pattern, "utf8").toString("latin1"));
console.log(
	`${set.size} ${texts.from} fingerprints, ${literals.length} of them texts inside a body`,
);
for (const meanKb of [13, 36, 275]) {
	const pages = Array.from({ length: Math.ceil(24_000 / meanKb) }, () =>
		makePage(meanKb * 1000 * (0.5 + random.next())),
	);
	const match = (page: string): number =>
		set.matchHttp({ body: Buffer.from(page, "latin1"), title: "", headers: [] })
			.length;
	measure(pages, match);
	const fast = [1, 2, 3].map(() => measure(pages, match)).sort((a, b) => a - b);
	const naive = measure(
		pages.slice(0, Math.ceil(pages.length / 20)),
		(page) => literals.filter((literal) => page.includes(literal)).length,
	);
	figure({
		name: `pages of ${meanKb} kB`,
		value: fast[1] ?? 0,
		unit: "MB/s",
		better: "more",
		baseline: { what: "one includes a pattern", value: naive },
	});
	console.log(
		`mean ${meanKb} kB: ${(fast[1] ?? 0).toFixed(0)} MB/s, one includes a pattern ${naive.toFixed(1)} MB/s, ratio ${((fast[1] ?? 0) / naive).toFixed(0)}`,
	);
}
console.log(`${matchCount} matches`);
