import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type ControlFile, ControlWindow } from "./control-window.ts";
import { openEngine, quote } from "./engine.ts";

/** More files than are held at once, one of them with more rows than are. */
const FILES = 45;
const LARGE = 20;
const LARGE_ROWS = 60_000;

test("P2: control rows held in memory answer as the files of each window do, forwards and backwards", async () => {
	const folder = await mkdtemp(join(tmpdir(), "rasai-window-"));
	const engine = await openEngine({
		threads: 1,
		memoryLimitMb: 100,
		tempFolder: folder,
	});
	try {
		const connection = await engine.connect();
		const files: ControlFile[] = [];
		for (let day = 0; day < FILES; day++) {
			const path = join(folder, `${day}.parquet`);
			const rows = day === LARGE ? LARGE_ROWS : 3;
			await connection.run(
				`COPY (SELECT ${2 ** (day % 30)} + i AS n FROM range(${rows}) r(i)) TO ${quote(path)} (FORMAT parquet)`,
			);
			files.push({ path, rows });
		}
		const sum = (control: string): string =>
			`SELECT sum(n)::DOUBLE AS total FROM ${control}`;
		const window = new ControlWindow(engine);
		const days = [...files.keys()].slice(0, -7);
		// Two at once, as days are judged.
		for (const day of [...days, ...days.toReversed()])
			await Promise.all(
				[day, Math.max(0, day - 1)].map(async (since) => {
					const wanted = files.slice(since, since + 8);
					const paths = wanted.map(({ path }) => quote(path)).join(", ");
					const direct = await connection.runAndReadAll(
						sum(`read_parquet([${paths}])`),
					);
					const [row] = await window.read<{ total: number }>(wanted, sum);
					assert.equal(row?.total, direct.getRows()[0]?.[0]);
				}),
			);
		connection.closeSync();
	} finally {
		engine.closeSync();
		await rm(folder, { recursive: true });
	}
});
