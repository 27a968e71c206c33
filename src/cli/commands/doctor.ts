/** `rasai doctor`: what is wrong with this installation, what it means and what to do. */
import type { Command, Context, ExitCode } from "../command.ts";
import type { Check, Finding } from "../health.ts";
import { MACHINE_CHECKS } from "../health.ts";
import { printJson, visible } from "../output.ts";

const CHECKS: readonly Check[] = [...MACHINE_CHECKS];

const MARKS: Readonly<Record<Finding["result"], string>> = {
	ok: "ok",
	warning: "WARN",
	failed: "FAIL",
};

async function doctor(context: Context): Promise<ExitCode> {
	const findings: (Finding & { readonly check: string })[] = [];
	for (const { name, run } of CHECKS) {
		context.signal.throwIfAborted();
		findings.push({ check: name, ...(await run(context)) });
	}
	if (context.json) printJson(context, { checks: findings });
	else for (const finding of findings) printFinding(context, finding);
	return findings.some(({ result }) => result === "failed") ? 1 : 0;
}

function printFinding(
	context: Context,
	{ check, result, found, meaning, remedy }: Finding & { check: string },
): void {
	context.print(
		context.plain
			? `${[result, check, visible(found)].join("\t")}\n`
			: `${MARKS[result].padEnd(4)}  ${check.padEnd(18)}  ${visible(found)}\n`,
	);
	if (context.plain || result === "ok") return;
	for (const line of [meaning, remedy])
		if (line) context.print(`${" ".repeat(26)}${visible(line)}\n`);
}

export const doctorCommands: readonly Command[] = [
	{
		noun: "doctor",
		summary: "Check this machine and the workspace, and say what to do",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai doctor",
				does: "check the workspace in ./rasai-data",
			},
		],
		options: [],
		notes: [
			"A failed check gives exit code 1; a warning does not. Nothing is changed.",
		],
		run: doctor,
	},
];
