/** `rasai lab world`: weeks in an emulated country, measured by the probe at accelerated time. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import {
	measureWorld,
	openBlackHole,
	planWorld,
} from "../../measure/lab/index.ts";
import { EMULATED_CC } from "../../model/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printFields } from "../output.ts";
import { usageError } from "../parse.ts";

const AT_ONCE = 12;
const MAX_NETWORKS = 12;

async function world(context: Context, args: Args): Promise<ExitCode> {
	const seed = args.text("seed") ?? "world";
	const folder = resolve(context.cwd, args.text("out") ?? "emulated-world");
	const networks = args.integer("networks") ?? 4;
	const days = args.integer("days") ?? 21;
	const sessions = args.integer("sessions") ?? 4;
	if (networks < 1 || networks > MAX_NETWORKS)
		throw usageError(`--networks: from 1 to ${MAX_NETWORKS}`);
	if (days < 1 || sessions < 1)
		throw usageError("--days and --sessions: 1 is the least");
	const since = args.text("since") ?? "2026-01-05";
	const plan = planWorld({ seed, since, days, networks, sessions });
	const total = plan.sessions.length * plan.urls.length;
	const progress = context.progress("Measuring");
	const blackHole = await openBlackHole();
	const byDay = new Map<string, string[]>();
	let done = 0;
	try {
		for await (const record of measureWorld(plan, {
			blackHole,
			seed,
			atOnce: AT_ONCE,
			nowMs: () => performance.now(),
			softwareVersion: context.version,
			signal: context.signal,
		})) {
			const day = String(record["test_start_time"]).slice(0, 10);
			const lines = byDay.get(day) ?? [];
			lines.push(`${JSON.stringify(record)}\n`);
			byDay.set(day, lines);
			progress.update({ done: ++done, total, unit: "measurements" });
		}
	} finally {
		progress.finish();
		await blackHole.close();
	}
	await mkdir(folder, { recursive: true });
	for (const [day, lines] of byDay)
		await writeFile(join(folder, `${day}.jsonl.gz`), gzipSync(lines.join("")));
	// Beside the folder: what lies in it can be imported whole.
	const truth = `${folder}-truth.json`;
	const { episodes, outages } = plan;
	await writeFile(
		truth,
		`${JSON.stringify({ episodes, outages }, undefined, "\t")}\n`,
	);
	printFields(
		context,
		[
			["folder", folder],
			["truth", truth],
			["files", byDay.size],
			["measurements", done],
		],
		{ folder, truth, seed, files: byDay.size, measurements: done },
	);
	context.say(
		`${count(done, "emulated measurement")} of country ${EMULATED_CC}; what was done is in ${truth}.\nNext: rasai archive import ${folder}`,
	);
	return 0;
}

export const labWorldCommand: Command = {
	noun: "lab",
	verb: "world",
	summary: `Measure weeks in an emulated country (${EMULATED_CC}) with the probe, at accelerated time`,
	operands: "",
	operandCount: [0, 0],
	examples: [
		{
			line: "rasai lab world --out world",
			does: "three weeks on four networks",
		},
		{
			line: "rasai lab world --seed autumn --days 42 --networks 8",
			does: "another country, for longer",
		},
	],
	options: [
		{
			name: "out",
			kind: "text",
			value: "DIR",
			summary: "folder to write to (default emulated-world)",
		},
		{
			name: "seed",
			kind: "text",
			value: "TEXT",
			summary:
				"what is planned from: the same seed, the same events (default world)",
		},
		{
			name: "since",
			kind: "day",
			value: "DAY",
			summary: "first day (default 2026-01-05)",
		},
		{
			name: "days",
			kind: "integer",
			value: "N",
			summary: "how long (default 21)",
		},
		{
			name: "networks",
			kind: "integer",
			value: "N",
			summary: `providers, at most ${MAX_NETWORKS} (default 4)`,
		},
		{
			name: "sessions",
			kind: "integer",
			value: "N",
			summary: "sessions of each network in a day (default 4)",
		},
	],
	run: world,
};
