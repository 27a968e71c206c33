/** `rasai record export`, `compare`, `overdue`: what can be taken from the record, and counted in it. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
	COMPARE_BY,
	type CompareBy,
	compareInWords,
	compareRestrictions,
	missedAnswers,
	RESTRICTION_KINDS,
	type RestrictionKind,
} from "../../account/record/index.ts";
import { dayOf, formatInstant } from "../../base/index.ts";
import {
	RECORD_FORMATS,
	type RecordFormat,
	writeRecord,
} from "../../publish/exports/index.ts";
import { countryName } from "../../reference/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { readIndex } from "../dossier-inputs.ts";
import { count, printJson, printTable } from "../output.ts";
import { RECORD_FILTERS, readEntries } from "../record-entries.ts";
import { saveEntries } from "../record-save.ts";
import { AUTHOR_OPTION } from "./ledger.ts";

async function exportRecord(context: Context, args: Args): Promise<ExitCode> {
	const { chosen, get } = await readEntries(context, args);
	const { text, writtenCount, leftOutCount } = writeRecord(
		chosen.map(({ entry }) => entry),
		(args.text("format") as RecordFormat | undefined) ?? "json",
		(id) => get(id)?.entry,
	);
	const out = args.text("out");
	if (out === undefined) context.print(text);
	else
		await writeFile(resolve(context.cwd, out), text, {
			signal: context.signal,
		});
	for (const licence of new Set(
		chosen.flatMap(({ entry }) => entry.licence ?? []),
	))
		context.say(`Terms of a part of the data: ${licence}`);
	context.say(
		`${count(writtenCount, "entry", "entries")} written${leftOutCount > 0 ? `; this format has no place for ${leftOutCount}, json has` : ""}.`,
	);
	return 0;
}

async function compare(context: Context, args: Args): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const index = await readIndex(context, workspace);
		const cc = args.text("cc")?.toUpperCase();
		const rows = compareRestrictions(index, {
			by:
				(args.text("by") as CompareBy | undefined) ?? (cc ? "year" : "country"),
			cc,
			kind: args.text("kind") as RestrictionKind | undefined,
			since: args.text("since"),
			until: args.text("until"),
		});
		if (context.json) printJson(context, rows);
		else
			printTable(
				context,
				[
					{ title: "group", cell: ({ group }) => group },
					{ title: "restrictions", cell: (row) => row.restrictionCount },
					{ title: "acknowledged", cell: (row) => row.acknowledgedCount },
					{ title: "service blocks", cell: (row) => row.serviceBlockCount },
					{
						title: "of them acknowledged",
						cell: (row) => row.serviceBlockAcknowledgedCount,
					},
					{ title: "lags known", cell: (row) => row.lagCount },
					{
						title: "median lag, days",
						cell: (row) => row.medianLagDays ?? "–",
					},
					{ title: "legal basis", cell: (row) => row.legalBasisCount },
					{
						title: "published in time",
						cell: (row) => row.publishedOrderCount,
					},
				],
				rows,
			);
		const all = rows.at(-1);
		if (all)
			context.say(
				compareInWords(all, cc ? countryName(cc) : "all countries together"),
			);
		return 0;
	} finally {
		await workspace.close();
	}
}

/** Writes an entry for every request whose answer did not come in time. */
async function overdue(context: Context, args: Args): Promise<ExitCode> {
	// A mistyped folder must not become a workspace: nothing can be overdue in a new one.
	await (await context.openForReading()).close();
	const today = dayOf(formatInstant(context.clock()));
	const changes = await saveEntries(context, args, (entries) =>
		missedAnswers(
			[...entries.values()].map(({ entry }) => entry),
			today,
		),
	);
	printTable(
		context,
		[
			{ title: "due", cell: ({ when }) => when.date },
			{ title: "id", cell: ({ id }) => id },
			{ title: "what", cell: ({ summary }) => summary },
		],
		changes.added,
	);
	context.say(
		`${args.flag("dry-run") ? "Would add" : "Added"} ${count(changes.added.length, "missed answer")}.`,
	);
	return 0;
}

export const recordExportCommands: readonly Command[] = [
	{
		noun: "record",
		verb: "export",
		summary: "Write the record as a file that others can take",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai record export --format stop2020 --cc PK --out pk.csv",
				does: "restrictions in Pakistan in the columns of Access Now's STOP",
			},
			{
				line: "rasai record export --format jsonl > record.jsonl",
				does: "everything, to be imported elsewhere",
			},
		],
		options: [
			{
				name: "format",
				kind: "text",
				value: "FORMAT",
				choices: RECORD_FORMATS,
				summary:
					"json (default), jsonl: all of it; csv, stop2020: restrictions only",
			},
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "file to write to (default: stdout)",
			},
			...RECORD_FILTERS,
		],
		notes: [
			"Names of protected persons and words whose terms are not known are never written. Each entry names its sources, and its terms where they are not CC BY 4.0.",
		],
		run: exportRecord,
	},
	{
		noun: "record",
		verb: "compare",
		summary:
			"Count restrictions by country, year or kind: acknowledged, how late, with which basis",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai record compare --cc PK",
				does: "Pakistan, year by year",
			},
		],
		options: [
			{
				name: "by",
				kind: "text",
				value: "WORD",
				choices: COMPARE_BY,
				summary: "what to group by (default: country; year with --cc)",
			},
			{
				name: "cc",
				kind: "text",
				value: "CC",
				summary: "only of this country",
			},
			{
				name: "kind",
				kind: "text",
				value: "KIND",
				choices: RESTRICTION_KINDS,
				summary: "only of this kind",
			},
			{
				name: "since",
				kind: "day",
				value: "DAY",
				summary: "only what began on this day or later",
			},
			{
				name: "until",
				kind: "day",
				value: "DAY",
				summary: "only what began before this day",
			},
		],
		notes: [
			"Counts of what is documented. A low count may mean that nobody looked. Two lists of the same events count them twice.",
		],
		run: compare,
	},
	{
		noun: "record",
		verb: "overdue",
		summary:
			"Enter each request for information whose answer did not come in time",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{ line: "rasai record overdue --dry-run", does: "what is overdue today" },
		],
		options: [
			{
				name: "dry-run",
				kind: "flag",
				summary: "say what would change, and write nothing",
			},
			AUTHOR_OPTION,
		],
		writes: true,
		run: overdue,
	},
];
