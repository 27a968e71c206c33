/** `rasai rebuild`: everything derived, made again from the archive. */
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { sayRevised } from "../incidents.ts";
import { count, formatBytes, printFields } from "../output.ts";
import { rebuildDerived } from "../rebuilding.ts";
import { withArchive } from "../workspace.ts";
import { printSummary } from "./import.ts";

async function run(context: Context, args: Args): Promise<ExitCode> {
	if (args.flag("dry-run")) return tell(context);
	const { summary, detected } = await rebuildDerived(context, args);
	printSummary(context, summary);
	sayRevised(context, detected.revised);
	return summary.failed.length > 0 ? 1 : 0;
}

async function tell(context: Context): Promise<ExitCode> {
	let [files, bytes] = [0, 0];
	await withArchive(context, async (archive) => {
		for await (const entry of archive.entries(context.signal)) {
			files += 1;
			bytes += entry.bytes;
		}
	});
	printFields(
		context,
		[
			["would read", `${count(files, "file")}, ${formatBytes(bytes)}`],
			["would delete", `all of ${context.workspace}/derived`],
		],
		{ files, bytes },
	);
	return 0;
}

export const rebuildCommands: readonly Command[] = [
	{
		noun: "rebuild",
		summary: "Delete everything derived and make it again from the archive",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai rebuild", does: "the same archive gives the same bytes" },
			{ line: "rasai rebuild --dry-run", does: "say what would be done" },
		],
		options: [
			{
				name: "dry-run",
				kind: "flag",
				summary: "say what would be read and deleted, and do nothing",
			},
			{
				name: "workers",
				kind: "integer",
				value: "N",
				summary: "threads that read archives (default one a core)",
			},
		],
		notes: [
			"Runs of other rules (rasai verdict rescore) are derived too and go with the rest.",
		],
		writes: true,
		run,
	},
];
