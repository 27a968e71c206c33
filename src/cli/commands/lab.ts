/** `rasai lab story`: made-up measurements, for a first look and for scoring. Together with the lab's other commands. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { packStory, storyTruth } from "../../measure/lab/index.ts";
import { EMULATED_CC } from "../../model/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, formatBytes, printFields } from "../output.ts";
import { usageError } from "../parse.ts";
import { labRunCommands } from "./lab-run.ts";
import { labServeCommand } from "./lab-serve.ts";
import { labWorldCommand } from "./lab-world.ts";

/** Seed of the story that `rasai up` shows on first run. */
export const SHIPPED_SEED = "rasai";

async function story(context: Context, args: Args): Promise<ExitCode> {
	const seed = args.text("seed") ?? SHIPPED_SEED;
	const folder = resolve(args.text("out") ?? "emulated-story");
	const scale = args.integer("scale") ?? 1;
	if (scale < 1) throw usageError("--scale: 1 is the least");
	const progress = context.progress("Writing");
	let [fileCount, measurementCount, bytes] = [0, 0, 0];
	for (const file of packStory(seed, { scale })) {
		context.signal.throwIfAborted();
		const path = join(folder, file.path);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, file.bytes);
		fileCount += 1;
		measurementCount += file.measurements;
		bytes += file.bytes.length;
		progress.update({ done: measurementCount, unit: "measurements" });
	}
	// Beside the folder: what lies in it can be imported whole.
	const truth = `${folder}-truth.json`;
	await writeFile(
		truth,
		`${JSON.stringify(storyTruth(seed), undefined, "\t")}\n`,
	);
	progress.finish();
	printFields(
		context,
		[
			["folder", folder],
			["truth", truth],
			["files", fileCount],
			["measurements", measurementCount],
			["bytes", formatBytes(bytes)],
		],
		{
			folder,
			truth,
			seed,
			files: fileCount,
			measurements: measurementCount,
			bytes,
		},
	);
	context.say(
		`${count(measurementCount, "emulated measurement")} of country ${EMULATED_CC}; what really happened is in ${truth}.\nNext: rasai archive import ${folder}`,
	);
	return 0;
}

export const labCommands: readonly Command[] = [
	...labRunCommands,
	labServeCommand,
	labWorldCommand,
	{
		noun: "lab",
		verb: "story",
		summary: `Write an archive of emulated measurements (country ${EMULATED_CC}) that tells a story`,
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai lab story --out story",
				does: "write the story that ships with Rasai",
			},
			{
				line: "rasai lab story --seed autumn --scale 10 --out big",
				does: "write another one, with ten times the sessions",
			},
		],
		options: [
			{
				name: "out",
				kind: "text",
				value: "DIR",
				summary: "folder to write to (default emulated-story)",
			},
			{
				name: "seed",
				kind: "text",
				value: "TEXT",
				summary: `what the story is made from: the same seed, the same bytes (default ${SHIPPED_SEED})`,
			},
			{
				name: "scale",
				kind: "integer",
				value: "N",
				summary: "sessions, as a multiple of the shipped story's (default 1)",
			},
		],
		run: story,
	},
];
