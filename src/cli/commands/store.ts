/** `rasai store`: the derived tables. */
import { resolve } from "node:path";
import { importArchives } from "../../pipeline/index.ts";
import {
	collectShards,
	openStore,
	schemaStatements,
	workspacePaths,
} from "../../store/index.ts";
import { clickhouseOf, loadStore } from "../clickhouse.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { runDetection } from "../incidents.ts";
import { count, printFields, printJson, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { ensureWorkspace, withTarget, withWriting } from "../workspace.ts";
import { importOptions } from "./import.ts";

async function verify(context: Context): Promise<ExitCode> {
	const progress = context.progress("Verifying");
	const damages = await withWriting(context, async (workspace) => {
		const store = await openStore(workspace, { code: context.version });
		try {
			return await store.verify({ progress, signal: context.signal });
		} finally {
			store.close();
		}
	});
	progress.finish();
	if (context.json) printJson(context, { damages });
	else
		for (const { file, problem, remedy } of damages)
			context.print(
				`${visible(file)}\t${visible(problem)}${context.plain ? `\t${remedy}` : ""}\n`,
			);
	if (damages.length === 0) {
		context.say("Every partition is as it was written.");
		return 0;
	}
	context.say(
		`${count(damages.length, "fault")}. rasai rebuild makes the tables again from the archive.`,
	);
	return 3;
}

async function load(context: Context): Promise<ExitCode> {
	const summary = await withWriting(context, (workspace) =>
		loadStore(context, workspace),
	);
	if (summary === undefined)
		throw usageError(
			"no ClickHouse is named",
			"Name it in config.toml ([store] engine) or with --store.",
		);
	printFields(
		context,
		[
			["partitions loaded", summary.partitions],
			["rows", summary.rows],
			["unchanged", summary.unchanged],
			["dropped", summary.dropped],
		],
		summary,
	);
	return 0;
}

async function schema(context: Context, args: Args): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const address = await clickhouseOf(workspace);
		if (address === undefined) throw usageError("no ClickHouse is named");
		const statements = schemaStatements({
			address,
			world: "real",
			run: undefined,
			replicated: args.flag("replicated"),
		});
		if (context.json) printJson(context, { statements });
		else context.print(`${statements.join(";\n\n")};\n`);
		return 0;
	} finally {
		await workspace.close();
	}
}

async function collect(context: Context, args: Args): Promise<ExitCode> {
	const folders = args.operands.map((folder) => resolve(context.cwd, folder));
	await ensureWorkspace(context);
	const [collected, summary] = await withTarget(
		context,
		async (target, workspace) => {
			const known = await target.store.importedFiles();
			let shards = 0;
			for (const folder of folders)
				shards += await collectShards(
					workspacePaths(folder),
					target.paths,
					known,
					context.signal,
				);
			const imported = await importArchives(
				[],
				target,
				importOptions(context, workspace),
			);
			await runDetection(context, workspace);
			return [shards, imported] as const;
		},
	);
	printFields(
		context,
		[
			["shards", collected],
			["duplicates", summary.duplicates],
			["days judged", summary.judgedDays],
		],
		{
			shards: collected,
			duplicates: summary.duplicates,
			judgedDays: summary.judgedDays,
		},
	);
	return 0;
}

const LOAD_EXAMPLE =
	"rasai store load --store clickhouse://127.0.0.1:8123/rasai";

export const storeCommands: readonly Command[] = [
	{
		noun: "store",
		verb: "verify",
		summary: "Compare every partition of the derived tables with its checksum",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai store verify",
				does: "exit code 3 and a line for each partition that is missing or changed",
			},
		],
		options: [],
		writes: true,
		run: verify,
	},
	{
		noun: "store",
		verb: "collect",
		summary:
			"Take in the facts that other machines read, and judge all of them here",
		operands: "WORKSPACE...",
		operandCount: [1, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai store collect /mnt/two/rasai-data /mnt/three/rasai-data",
				does: "what rasai archive import --facts-only left in these workspaces",
			},
		],
		options: [],
		notes: [
			"Archive files stay on the machines that read them: keep their workspaces. Collecting twice, or\nfiles that two machines both read, gives the same rows.",
		],
		writes: true,
		run: collect,
	},
	{
		noun: "store",
		verb: "load",
		summary: "Bring ClickHouse to what the workspace holds",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: LOAD_EXAMPLE,
				does: "partitions that the servers lack, or hold otherwise; done again, nothing is sent",
			},
		],
		options: [],
		writes: true,
		run: load,
	},
	{
		noun: "store",
		verb: "schema",
		summary: "Print the statements that make ClickHouse's tables",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai store schema --store clickhouse://127.0.0.1:8123/rasai",
				does: "the tables as store load makes them",
			},
		],
		options: [
			{
				name: "replicated",
				kind: "flag",
				summary: "tables that a keeper copies to replicas (not tested)",
			},
		],
		run: schema,
	},
];
