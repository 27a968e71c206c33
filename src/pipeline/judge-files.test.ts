import assert from "node:assert/strict";
import { test } from "node:test";
import { packStory } from "../measure/lab/index.ts";
import { judgeFiles } from "./judge-files.ts";
import { memoryFile, testReference } from "./test-workspace.ts";

const OPTIONS = {
	reference: testReference().snapshot,
	receivedAt: "2025-06-01T00:00:00Z",
};

async function judgeAll(files: Parameters<typeof judgeFiles>[0]) {
	const lines = [];
	for await (const line of judgeFiles(files, OPTIONS)) lines.push(line);
	return lines;
}

test("every measurement of a file gives a line with its place, its state and a sentence", async () => {
	const [story] = [...packStory("lines", { days: 1 })].filter((f) =>
		f.path.includes("webconnectivity"),
	);
	assert.ok(story);
	const lines = await judgeAll([memoryFile("story.jsonl.gz", story.bytes)]);
	assert.equal(lines.length, story.measurements);
	lines.forEach((line, index) => {
		assert.ok("state" in line);
		assert.equal(line.line, index + 1);
		assert.equal(line.cc, "QZ");
		assert.match(line.why, /\.$/);
		assert.deepEqual(Object.keys(line.layers).sort(), [
			"dns",
			"http",
			"quic",
			"tcp",
			"tls",
		]);
	});
});

test("what cannot be judged gives a line with its reason, and the rest goes on", async () => {
	const lines = await judgeAll([
		memoryFile("bad.jsonl", Buffer.from('{"a": \n[]\n{"test_name":"x"}\n')),
		memoryFile("none.bin", Buffer.from([1, 2, 3])),
	]);
	assert.deepEqual(
		lines.map((line) => [
			line.file,
			line.line,
			"rejected" in line && line.rejected,
		]),
		[
			["bad.jsonl", 1, "json_invalid"],
			["bad.jsonl", 2, "not_an_object"],
			["bad.jsonl", 3, "test_keys_missing"],
			["none.bin", 0, "format_unknown"],
		],
	);
});
