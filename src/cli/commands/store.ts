/** `rasai store`: the derived tables. */
import { openStore } from "../../store/index.ts";
import type { Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { withWriting } from "../workspace.ts";

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
];
