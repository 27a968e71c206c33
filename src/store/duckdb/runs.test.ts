import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { mergeRuns, RunWriter } from "./runs.ts";
import { seededRandom } from "./sample-facts.ts";
import { appendSources, readSources } from "./sources.ts";

async function folder(t: TestContext): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), "rasai-runs-"));
	t.after(() => rm(dir, { recursive: true }));
	return dir;
}

test("many runs merge to one sorted file without repeats, in rounds where they are too many at once", async (t) => {
	const dir = await folder(t);
	const random = seededRandom(5);
	const lines = new Map<string, string>();
	const files: string[] = [];
	for (let run = 0; run < 300; run += 1) {
		const writer = new RunWriter((part, index) =>
			join(dir, `${run}.${part}.${index}`),
		);
		for (let n = 0; n < 5; n += 1) {
			// U+FF5E sorts before U+1F600 in UTF-8 and behind it in UTF-16.
			const identity = `${Math.floor(random() * 700)}${random() < 0.5 ? "\uff5e" : "\u{1f600}"}`;
			const origin = String(Math.floor(random() * 9));
			const text = `{"of":"${identity} ${origin}"}`;
			const known = lines.get(identity);
			if (known === undefined || `${identity}\x02${origin}\t${text}` < known)
				lines.set(identity, `${identity}\x02${origin}\t${text}`);
			assert.equal(writer.add("p", `${identity}\x02${origin}`, text), true);
		}
		files.push(...(writer.finish().get("p") ?? []));
	}
	let spares = 0;
	const output = join(dir, "merged");
	const counts = await mergeRuns(files, output, {
		sameUpTo: "\x02",
		spare: () => join(dir, `spare${spares++}`),
	});
	assert.ok(spares > 0);
	const expected = [...lines.values()].sort((a, b) =>
		Buffer.compare(Buffer.from(a), Buffer.from(b)),
	);
	assert.deepEqual((await readFile(output, "utf8")).split("\n"), [
		...expected,
		"",
	]);
	assert.equal(counts.lines, expected.length);
	assert.equal(counts.bytes, Buffer.byteLength(`${expected.join("\n")}\n`));
});

test("what does not fit in memory is written as several runs", async (t) => {
	const dir = await folder(t);
	const writer = new RunWriter((part, index) => join(dir, `${part}.${index}`));
	const text = "x".repeat(1_500_000);
	for (let n = 0; n < 25; n += 1)
		assert.equal(writer.add(n % 2 ? "a" : "b", `${100 - n}\x02`, text), true);
	assert.equal(writer.add("a", "k", "x".repeat(2_100_000)), false);
	const files = writer.finish();
	assert.ok((files.get("a")?.length ?? 0) > 1);
	const output = join(dir, "merged");
	const { lines } = await mergeRuns(files.get("a") ?? [], output, {
		sameUpTo: "\x02",
		spare: () => join(dir, "s"),
	});
	assert.equal(lines, 12);
	const keys = (await readFile(output, "utf8"))
		.split("\n")
		.map((line) => line.slice(0, line.indexOf("\t")));
	assert.deepEqual(keys.slice(0, -1), [...keys.slice(0, -1)].sort());
});

test("a line on imported files that was cut by a fault costs only that file", async (t) => {
	const dir = await folder(t);
	const source = (file: string) => ({
		file,
		complete: true,
		parts: ["real/2024-02-17"],
	});
	assert.deepEqual(await readSources(dir), []);
	await appendSources(dir, [source("a"), source("b")]);
	await appendFile(join(dir, "sources.jsonl"), '{"file":"c","compl');
	await appendSources(dir, [source("d")]);
	assert.deepEqual(
		(await readSources(dir)).map(({ file }) => file),
		["a", "b", "d"],
	);
});
