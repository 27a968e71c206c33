/** `rasai doctor`: what is wrong with this installation, what it means and what to do; with `--mend`, it does what it can. */
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
	const findings: Examined[] = [];
	const runChecks = async (checks: readonly Check[]): Promise<void> => {
		for (const check of checks) {
			context.signal.throwIfAborted();
			const finding = await examine(context, check, args.flag("mend"));
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

interface Examined extends Finding {
	readonly check: string;
	/** What was done about it; the rest of the finding is from after that. */
	readonly mended?: string;
	/** Why nothing was done about it. */
	readonly notMended?: string;
}

/** Makes a check and, where asked, mends what it finds and looks again. */
async function examine(
	context: Context,
	{ name: check, run, mend }: Check,
	mends: boolean,
): Promise<Examined> {
	const look = () => run(context).catch((error) => faultOf(context, error));
	const found = { check, ...(await look()) };
	if (!mends || found.result === "ok") return found;
	if (mend === undefined)
		return { ...found, notMended: "this needs somebody to do it" };
	try {
		const mended = await mend(context);
		return { check, ...(await look()), mended };
	} catch (error) {
		if (context.signal.aborted) throw error;
		return { ...found, notMended: messageOf(error) };
	}
}

/** A check that cannot be made is a finding too, and the others go on. */
function faultOf({ signal }: Context, error: unknown): Finding {
	if (signal.aborted) throw error;
	return {
		result: "failed",
		found: messageOf(error),
		meaning: "This check could not be made.",
		...(error instanceof RasaiError && error.hint !== undefined
			? { remedy: error.hint }
			: {}),
	};
}

function printFinding(
	context: Context,
	{ check, result, found, mended, ...rest }: Examined,
): void {
	context.print(
		context.plain
			? `${[result, check, visible(found)].join("\t")}\n`
			: `${MARKS[result].padEnd(4)}  ${check.padEnd(NAME_WIDTH)}  ${visible(found)}\n`,
	);
	if (context.plain) return;
	const { meaning, remedy, notMended } = result === "ok" ? {} : rest;
	for (const line of [
		mended && `Mended: ${mended}.`,
		meaning,
		notMended && `Not mended: ${notMended}.`,
		remedy,
	])
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
			{
				line: "rasai doctor --mend",
				does: "rebuild what is damaged, clear away what faults left",
			},
		],
		options: [
			{
				name: "mend",
				kind: "flag",
				summary: "mend what can be mended without losing anything",
			},
			{
				name: "quick",
				kind: "flag",
				summary: "do not read every file to compare checksums",
			},
		],
		notes: [
			"A failed check gives exit code 1; a warning does not. Without --mend nothing is changed.\nWith it, archive and ledger keep every byte but those of a write that was torn off before anybody was told that it was kept; these are put aside in a folder named cut.",
		],
		run: doctor,
	},
];
