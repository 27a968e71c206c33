/** `rasai doctor`: what is wrong with this installation, what it means and what to do. */
import { messageOf, RasaiError } from "../../base/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { type Check, type Finding, MACHINE_CHECKS } from "../health.ts";
import { printJson, visible } from "../output.ts";
import {
	CHECKSUM_CHECKS,
	WORKSPACE_CHECK,
	WORKSPACE_CHECKS,
} from "../workspace-health.ts";

const MARKS: Readonly<Record<Finding["result"], string>> = {
	ok: "ok",
	warning: "WARN",
	failed: "FAIL",
};
const NAME_WIDTH = 14;

async function doctor(context: Context, args: Args): Promise<ExitCode> {
	const findings: (Finding & { readonly check: string })[] = [];
	const runChecks = async (checks: readonly Check[]): Promise<void> => {
		for (const { name, run } of checks) {
			context.signal.throwIfAborted();
			const finding = { check: name, ...(await run(context).catch(faultOf)) };
			findings.push(finding);
			if (!context.json) printFinding(context, finding);
		}
	};
	await runChecks([...MACHINE_CHECKS, WORKSPACE_CHECK]);
	if (findings.at(-1)?.result === "ok") {
		await runChecks(WORKSPACE_CHECKS);
		if (!args.flag("quick")) await runChecks(CHECKSUM_CHECKS);
	}
	if (context.json) printJson(context, { checks: findings });
	return findings.some(({ result }) => result === "failed") ? 1 : 0;
}

/** A check that cannot be made is a finding too, and the others go on. */
function faultOf(error: unknown): Finding {
	if (!(error instanceof RasaiError) || error.code === "aborted") throw error;
	return {
		result: "failed",
		found: messageOf(error),
		meaning: "This check could not be made.",
		...(error.hint === undefined ? {} : { remedy: error.hint }),
	};
}

function printFinding(
	context: Context,
	{ check, result, found, meaning, remedy }: Finding & { check: string },
): void {
	context.print(
		context.plain
			? `${[result, check, visible(found)].join("\t")}\n`
			: `${MARKS[result].padEnd(4)}  ${check.padEnd(NAME_WIDTH)}  ${visible(found)}\n`,
	);
	if (context.plain || result === "ok") return;
	for (const line of [meaning, remedy])
		if (line) context.print(`${" ".repeat(NAME_WIDTH + 8)}${visible(line)}\n`);
}

export const doctorCommands: readonly Command[] = [
	{
		noun: "doctor",
		isStarter: true,
		summary: "Check this machine and the workspace, and say what to do",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai doctor",
				does: "check the workspace in ./rasai-data",
			},
		],
		options: [
			{
				name: "quick",
				kind: "flag",
				summary: "do not read every file to compare checksums",
			},
		],
		notes: [
			"A failed check gives exit code 1; a warning does not. Nothing is changed.",
		],
		run: doctor,
	},
];
