import assert from "node:assert/strict";
import { appendFile, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { VisitorReport } from "../../measure/helper/index.ts";
import { workspacePaths } from "./layout.ts";
import { openVisitorReports } from "./visitor-reports.ts";

function report(day: number, works: boolean): VisitorReport {
	return {
		service: "x",
		cc: "PK",
		asn: 64_500,
		receivedAt: `2026-01-${String(day).padStart(2, "0")}T06:00:00Z`,
		works,
		checks: [],
	};
}

test("reports come back as they were said, those of the newest days, also after a fault cut a line", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "rasai-reports-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	const workspace = {
		paths: workspacePaths(dir),
		assertWritable: async () => {},
	};
	const first = await openVisitorReports(workspace);
	const said = Array.from({ length: 20 }, (_, at) => report(at + 1, at > 9));
	await Promise.all(said.map((one) => first.append(one)));
	const folder = join(workspace.paths.archive, "visitor-reports");
	assert.equal((await readdir(folder)).length, 20);
	const newest = join(folder, "2026-01-20.jsonl");
	assert.equal((await stat(newest)).mode & 0o077, 0, "others can read it");
	await appendFile(newest, '{"service":"x"');
	const again = await openVisitorReports(workspace);
	await again.append(report(20, false));
	assert.deepEqual(await again.recent(), [
		...said.slice(-14),
		report(20, false),
	]);
});
