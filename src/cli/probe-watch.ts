/** `rasai probe watch`, and what waits to be sent: `queue`, `carry`, `unpack`. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { messageOf } from "../base/index.ts";
import { type MeasurementRecord, watch } from "../measure/probe/index.ts";
import {
	enqueue,
	packCarried,
	readQueue,
	removeQueued,
	unpackCarried,
	workspacePaths,
} from "../store/index.ts";
import type { Args, Command, Context, ExitCode } from "./command.ts";
import { count, printFields, visible } from "./output.ts";
import { usageError } from "./parse.ts";
import {
	PASSPHRASE_OPTION,
	PROBE_OPTIONS,
	SUBMIT_OPTION,
} from "./probe-options.ts";
import {
	agreeTo,
	lookAtVantage,
	measurer,
	namesOf,
	prepareRun,
} from "./probe-run.ts";
import { submitRecords } from "./probe-submit.ts";

const EVERY_MINUTES = 360;
const MB_A_DAY = 20;

async function watchTargets(context: Context, args: Args): Promise<ExitCode> {
	const prepared = await prepareRun(context, args);
	if (!(await agreeTo(prepared))) return 1;
	const paths = workspacePaths(context.workspace);
	const results = watch(
		async (target) => {
			const report = await lookAtVantage(prepared);
			return report === "unfit"
				? NOT_MEASURED
				: measurer(prepared, report)(target);
		},
		{
			targets: namesOf(prepared.targets),
			meanMs: (args.integer("every") ?? EVERY_MINUTES) * 60_000,
			mbADay: args.integer("mb-a-day") ?? MB_A_DAY,
			now: context.clock,
			random: Math.random,
			wait: (ms) =>
				wait(ms, undefined, { signal: context.signal }).catch(() => {}),
			signal: context.signal,
		},
	);
	let measured = 0;
	for await (const record of results) {
		if (record === NOT_MEASURED) continue;
		await enqueue(paths, record);
		context.say(
			`${visible(String(record["input"] ?? record["test_name"]))} measured; it waits encrypted`,
		);
		measured++;
		await sendQueue(context, args.text("submit"));
	}
	context.say(`${count(measured, "measurement")} made`);
	return 0;
}

/** What stands for a round in which the network was unfit: it costs nothing and is kept nowhere. */
const NOT_MEASURED: MeasurementRecord = { test_keys: {} };

/** Sends what waits. A collector that cannot be reached is no failure: it is tried again after the next measurement. */
async function sendQueue(
	context: Context,
	collector: string | undefined,
): Promise<number> {
	if (collector === undefined) return 0;
	const paths = workspacePaths(context.workspace);
	const { records } = await readQueue(paths);
	let sent = 0;
	for (const { id, record } of records)
		try {
			// One at a time: what was accepted is never sent again.
			sent += await submitRecords(context, collector, [
				record as MeasurementRecord,
			]);
			await removeQueued(paths, [id]);
		} catch (error) {
			context.say(`not sent, and kept: ${messageOf(error)}`);
			break;
		}
	return sent;
}

async function queue(context: Context, args: Args): Promise<ExitCode> {
	const sent = await sendQueue(context, args.text("submit"));
	const { records, damaged } = await readQueue(
		workspacePaths(context.workspace),
	);
	printFields(
		context,
		[
			["waiting", records.length],
			["sent", sent],
			["damaged", damaged],
		],
		{ waiting: records.length, sent, damaged },
	);
	return args.text("submit") !== undefined && records.length > 0 ? 1 : 0;
}

async function carry(context: Context, args: Args): Promise<ExitCode> {
	const paths = workspacePaths(context.workspace);
	const { records } = await readQueue(paths);
	if (records.length === 0) {
		context.say("Nothing waits.");
		return 1;
	}
	const path = resolve(context.cwd, args.operands[0] ?? "");
	const packed = packCarried(
		records.map(({ record }) => record),
		await readPassphrase(context, args),
	);
	await writeFile(path, packed, { mode: 0o600, flag: "wx" });
	if (!args.flag("keep"))
		await removeQueued(
			paths,
			records.map(({ id }) => id),
		);
	context.say(
		`${count(records.length, "measurement")} written to ${path}${args.flag("keep") ? "" : ", and nothing waits any more"}\nWhere it arrives: rasai probe unpack FILE --passphrase-file FILE > results.jsonl`,
	);
	return 0;
}

async function unpack(context: Context, args: Args): Promise<ExitCode> {
	const file = await readFile(resolve(context.cwd, args.operands[0] ?? ""));
	const passphrase = await readPassphrase(context, args);
	context.print(unpackCarried(file, passphrase).toString("utf8"));
	context.say("Next: rasai archive import results.jsonl");
	return 0;
}

/** Shorter ones are guessed by whoever takes the file. */
const SHORTEST_PASSPHRASE = 12;

async function readPassphrase(context: Context, args: Args): Promise<string> {
	const path = args.text("passphrase-file");
	if (path === undefined) throw usageError("--passphrase-file is missing");
	const text = await readFile(resolve(context.cwd, path), "utf8");
	const passphrase = text.trim();
	if (passphrase.length < SHORTEST_PASSPHRASE)
		throw usageError(
			`the passphrase is shorter than ${SHORTEST_PASSPHRASE} characters`,
		);
	return passphrase;
}

export const queueCommands: readonly Command[] = [
	{
		noun: "probe",
		verb: "watch",
		summary:
			"Measure again and again at random times, within so many megabytes a day",
		operands: "[URL...]",
		operandCount: [0, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai probe watch --service x --every 360 --mb-a-day 20",
				does: "one of its sites about every six hours, until stopped",
			},
		],
		options: [
			...PROBE_OPTIONS,
			SUBMIT_OPTION,
			{
				name: "every",
				kind: "integer",
				value: "MINUTES",
				summary: `mean time between two measurements (default ${EVERY_MINUTES})`,
			},
			{
				name: "mb-a-day",
				kind: "integer",
				value: "N",
				summary: `most megabytes in any 24 hours (default ${MB_A_DAY})`,
			},
		],
		notes: [
			"Results wait in the workspace, encrypted, until --submit reaches the collector, or until they are\ncarried by hand (rasai probe carry).",
		],
		run: watchTargets,
	},
	{
		noun: "probe",
		verb: "queue",
		summary: "Show how many results wait, and send them with --submit",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai probe queue", does: "how many results wait" },
			{
				line: "rasai probe queue --submit https://collector.example",
				does: "send them",
			},
		],
		options: [SUBMIT_OPTION],
		run: queue,
	},
	{
		noun: "probe",
		verb: "carry",
		summary:
			"Put waiting results into one encrypted file, to be carried by hand",
		operands: "FILE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai probe carry results.bin --passphrase-file phrase.txt",
				does: "write them, and let the queue go",
			},
		],
		options: [
			PASSPHRASE_OPTION,
			{ name: "keep", kind: "flag", summary: "leave them in the queue too" },
		],
		run: carry,
	},
	{
		noun: "probe",
		verb: "unpack",
		summary: "Open a carried file and print its measurements, one a line",
		operands: "FILE",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai probe unpack results.bin --passphrase-file phrase.txt > results.jsonl",
				does: "measurements that rasai archive import reads",
			},
		],
		options: [PASSPHRASE_OPTION],
		run: unpack,
	},
];
