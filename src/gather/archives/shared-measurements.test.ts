import assert from "node:assert/strict";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { createHttpClient } from "../../base/index.ts";
import { readRecords } from "./read-records.ts";
import { openSources } from "./sources.ts";
import { packLz4, packTar } from "./test-archives.ts";
import type { RawRecord } from "./types.ts";

const FOLDER = join(
	process.env["RASAI_SHARED"] ?? "../shared",
	"data/ooni/measurements",
);

async function recordsOf(path: string): Promise<readonly RawRecord[]> {
	const records: RawRecord[] = [];
	for await (const file of openSources([path], { http: createHttpClient() }))
		for await (const batch of readRecords(file))
			for (const item of batch) {
				assert.equal(item.kind, "record", JSON.stringify(item));
				if (item.kind === "record") records.push(item.record);
			}
	return records;
}

const textOf = ({ bytes }: RawRecord): string =>
	Buffer.from(bytes).toString("utf8");

test("Every shared measurement is read as itself, alone and packed in every way", async (t) => {
	if (!existsSync(FOLDER)) return t.skip(`RASAI_SHARED not found: ${FOLDER}`);
	const paths = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".json") && path !== "index.json")
		.map((path) => join(FOLDER, path))
		.filter((path) => statSync(path).isFile())
		.sort();
	assert.ok(paths.length >= 80, `${paths.length} files`);

	const texts: string[] = [];
	for (const path of paths) {
		const [record, ...more] = await recordsOf(path);
		assert.equal(more.length, 0, path);
		assert.equal(
			record && textOf(record),
			readFileSync(path, "utf8").trim(),
			path,
		);
		texts.push(record ? textOf(record) : "");
	}

	const lines = Buffer.from(`${texts.join("\n")}\n`);
	const pretty = JSON.stringify(
		texts.map((text) => JSON.parse(text) as unknown),
		undefined,
		"\t",
	);
	const postcan = await packTar(
		texts.map((text, i) => ({
			name: `2022111010/uid_${i}.post`,
			content: `{"format":"json","content":${text}}`,
		})),
	);
	const can = await packTar([
		{ name: "day/a.json", content: lines },
		{ name: "day/b.json", content: lines },
	]);
	const meta = texts.map((text, i) =>
		JSON.stringify({ measurement_uid: `uid_${i}`, raw_measurement: text }),
	);
	const packed: Readonly<Record<string, Uint8Array>> = {
		"x.jsonl": lines,
		"x.jsonl.gz": gzipSync(lines),
		"x.json.lz4": packLz4(lines),
		"x.tar.gz": gzipSync(postcan),
		"y.tar.gz": postcan,
		"meta.json": Buffer.from(`[${meta.join(",\n")}]`),
	};
	const folder = mkdtempSync(join(tmpdir(), "rasai-packed-"));
	try {
		for (const [name, bytes] of Object.entries(packed)) {
			writeFileSync(join(folder, name), bytes);
			const records = await recordsOf(join(folder, name));
			assert.deepEqual(records.map(textOf), texts, name);
			const hints = records.map(({ uidHint }) => uidHint);
			const named = /tar|meta/.test(name)
				? texts.map((_, i) => `uid_${i}`)
				: texts.map(() => undefined);
			assert.deepEqual(hints, named, name);
		}
		writeFileSync(join(folder, "x.tar.lz4"), packLz4(can));
		assert.deepEqual((await recordsOf(join(folder, "x.tar.lz4"))).map(textOf), [
			...texts,
			...texts,
		]);
		writeFileSync(join(folder, "pretty.json"), pretty);
		const parsed = (text: string): unknown => JSON.parse(text);
		assert.deepEqual(
			(await recordsOf(join(folder, "pretty.json"))).map((record) =>
				parsed(textOf(record)),
			),
			texts.map(parsed),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
