/** `rasai ledger`: what must not change, and what must be erasable. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
	ERASURE_REASONS,
	type ErasureReason,
	type KnownHead,
	type LedgerReport,
	VERIFY_STEPS,
} from "../../account/ledger/index.ts";
import { RasaiError } from "../../base/index.ts";
import {
	Ledger,
	lockHolder,
	readLedger,
	verifyLedger,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { withWriting } from "../workspace.ts";

async function verify(context: Context, args: Args): Promise<ExitCode> {
	const workspace = await context.openForReading();
	const progress = context.progress("Verifying");
	try {
		const { paths, clock } = workspace;
		const report = await verifyLedger(paths, {
			publicKey: await readPublicKey(context, args.text("key")),
			knownHeads: args.list("head").map(readHead),
			isBeingWritten: (await lockHolder(paths.lock, clock)) !== undefined,
			signal: context.signal,
			onProgress: (done, total) =>
				progress.update({ done, total, unit: "bytes" }),
		});
		progress.finish();
		if (context.json) printJson(context, report);
		else printReport(context, report);
		return report.ok ? 0 : 3;
	} finally {
		await workspace.close();
	}
}

function printReport(context: Context, report: LedgerReport): void {
	for (const { step, ok, found, place, faultCount } of report.steps) {
		const where = place
			? `line ${place.line}, byte ${place.offset}${place.seq === undefined ? "" : `, entry ${place.seq}`}: `
			: "";
		const more = faultCount > 1 ? ` (and ${faultCount - 1} more)` : "";
		context.print(
			context.plain
				? `${[ok ? "ok" : "failed", step, visible(`${where}${found}${more}`)].join("\t")}\n`
				: `${ok ? "ok    " : "FAILED"}  ${step.padEnd(10)}  ${visible(`${ok ? VERIFY_STEPS[step] : ""} ${where}${found}${more}`.trim())}\n`,
		);
	}
	if (!report.ok) {
		context.say(
			"The ledger does not verify. Compare it with a backup from before the fault; the steps say where it lies.",
		);
		return;
	}
	context.say(
		report.head
			? `${count(report.entryCount, "entry", "entries")} unchanged. Write this head down to check later that nothing up to here was changed or cut off:\n  rasai ledger verify --head ${report.head.seq}:${report.head.hash}`
			: "The ledger is empty.",
	);
}

async function readPublicKey(
	context: Context,
	given: string | undefined,
): Promise<string | undefined> {
	if (given === undefined) return undefined;
	if (/^[A-Za-z0-9+/]{40,}={0,2}$/.test(given)) return given;
	const text = await readFile(resolve(context.cwd, given), "utf8");
	return text.replace(/-----[A-Z ]+-----|\s/g, "");
}

function readHead(text: string): KnownHead {
	const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
	if (seq === undefined || hash === undefined)
		throw usageError(`--head: ${text} is not ENTRY:HASH`);
	return { seq: Number(seq), hash };
}

async function erase(context: Context, args: Args): Promise<ExitCode> {
	const subject = args.operands[0] ?? "";
	const name = args.text("text");
	const reason = args.text("reason") as ErasureReason | undefined;
	if (name === undefined || reason === undefined)
		throw usageError("ledger erase: --text and --reason are needed");
	const erased: number[] = [];
	await withWriting(context, async (workspace) => {
		const ledger = await Ledger.open(workspace);
		try {
			const wanted: number[] = [];
			for await (const { entry, texts } of readLedger(workspace.paths))
				if (entry.subject === subject && name in texts) wanted.push(entry.seq);
			if (wanted.length === 0)
				throw new RasaiError(
					"not_found",
					`no entry of ${subject} keeps a text ${name}`,
					{ hint: "Texts of the record are: people, words, sources." },
				);
			if (!args.flag("dry-run"))
				for (const seq of wanted)
					await ledger.erase(
						{ seq, name, reason },
						args.text("author") ?? "operator",
					);
			erased.push(...wanted);
		} finally {
			await ledger.close();
		}
	});
	if (context.json) printJson(context, { subject, text: name, reason, erased });
	context.say(
		`${args.flag("dry-run") ? "Would erase" : "Erased"} ${name} of ${visible(subject)} in ${count(erased.length, "revision")}. Copies in backups stay there until you replace them.`,
	);
	return 0;
}

async function rotateKey(context: Context, args: Args): Promise<ExitCode> {
	const { subject, at } = await withWriting(context, async (workspace) => {
		const ledger = await Ledger.open(workspace);
		try {
			return await ledger.rotateKey(args.text("author") ?? "operator");
		} finally {
			await ledger.close();
		}
	});
	if (context.json) printJson(context, { key: subject, at });
	context.say(
		`Key ${subject} signs the ledger from here on; the key before signed the change and is gone. Who trusts the old public key can still verify. Where the old key may have leaked, give out the new one and the head that \`rasai ledger verify\` prints.`,
	);
	return 0;
}

export const AUTHOR_OPTION = {
	name: "author",
	kind: "text",
	value: "PSEUDONYM",
	summary: "who writes it (default operator); never a person's name",
} as const;

export const ledgerCommands: readonly Command[] = [
	{
		noun: "ledger",
		verb: "verify",
		summary: "Check that nothing in the ledger was changed, step by step",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai ledger verify", does: "check this workspace's ledger" },
			{
				line: "rasai ledger verify --workspace COPY --key ledger-public.pem",
				does: "check a copy against a key that you trust",
			},
		],
		options: [
			{
				name: "key",
				kind: "text",
				value: "KEY",
				summary:
					"public key to compare with: a PEM file or base64 (default: the workspace's own)",
			},
			{
				name: "head",
				kind: "list",
				value: "ENTRY:HASH",
				summary: "a head written down earlier, that must be on the chain",
			},
		],
		notes: [
			"Exit code 3 where a step fails. With --json the public key is printed too: give it to whom you give a copy. The steps name the line, the byte where it begins, and the entry.",
		],
		run: verify,
	},
	{
		noun: "ledger",
		verb: "erase",
		summary:
			"Erase a text that names a person, for good; the chain stays whole",
		operands: "SUBJECT",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai ledger erase xban-011 --text people --reason safety",
				does: "erase the names in every revision of an entry of the record",
			},
		],
		options: [
			{
				name: "text",
				kind: "text",
				value: "NAME",
				summary: "which text: people, words or sources for the record",
			},
			{
				name: "reason",
				kind: "text",
				value: "REASON",
				choices: ERASURE_REASONS,
				summary: `why: ${ERASURE_REASONS.join(", ")}`,
			},
			AUTHOR_OPTION,
			{
				name: "dry-run",
				kind: "flag",
				summary: "say what would be erased, and erase nothing",
			},
		],
		notes: [
			"What remains in the chain is a salted hash from which nobody can find the text, and an entry that says that a text was erased and for which reason.",
		],
		writes: true,
		run: erase,
	},
	{
		noun: "ledger",
		verb: "rotate-key",
		summary: "Sign the ledger with a new key from here on",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai ledger rotate-key",
				does: "make a new key; the old one signs the change and is deleted",
			},
		],
		options: [AUTHOR_OPTION],
		notes: [
			"What was signed before stays valid. A leaked old key can still sign another history up to this change: a head written down (`rasai ledger verify --head`) tells the two apart.",
		],
		writes: true,
		run: rotateKey,
	},
];
