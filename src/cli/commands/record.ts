/** `rasai record`: what was said, ordered and ruled, held against what was measured. */
import {
	ACTOR_RANKS,
	CLAIM_WORDS,
	CONFIDENCES,
	ENTRY_TYPES,
	publishableEntry,
} from "../../account/record/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, printTable } from "../output.ts";
import { checkEntries } from "../record-check.ts";
import { RECORD_FILTERS, readEntries } from "../record-entries.ts";
import { addEntry, importRecord } from "../record-save.ts";
import { AUTHOR_OPTION } from "./ledger.ts";
import { recordExportCommands } from "./record-export.ts";
import { recordLinkCommands } from "./record-links.ts";

async function list(context: Context, args: Args): Promise<ExitCode> {
	const { chosen: standing } = await readEntries(context, args);
	if (context.json) {
		printJson(
			context,
			standing.map(({ entry }) => publishableEntry(entry)),
		);
		return 0;
	}
	printTable(
		context,
		[
			{ title: "when", cell: ({ entry }) => entry.when.date },
			{ title: "cc", cell: ({ entry }) => entry.country },
			{ title: "type", cell: ({ entry }) => entry.type },
			{ title: "id", cell: ({ entry }) => entry.id },
			{
				title: "what",
				cell: ({ entry, erased }) =>
					erased.includes("words")
						? "(erased)"
						: shorten(entry.summary, context),
			},
		],
		standing,
	);
	context.say(
		`${count(standing.length, "entry", "entries")}: documented, not measured`,
	);
	return 0;
}

function shorten(text: string, { plain }: Context): string {
	return plain || text.length <= 70 ? text : `${text.slice(0, 69)}…`;
}

async function check(context: Context, args: Args): Promise<ExitCode> {
	const { chosen: standing } = await readEntries(context, args);
	return checkEntries(
		context,
		standing.map(({ entry }) => entry),
	);
}

const text = (name: string, value: string, summary: string) =>
	({ name, kind: "text", value, summary }) as const;
const DRY_RUN = {
	name: "dry-run",
	kind: "flag",
	summary: "say what would change, and write nothing",
} as const;

export const recordCommands: readonly Command[] = [
	{
		noun: "record",
		verb: "import",
		summary:
			"Add files to the record: lists of restrictions, dossiers, STOP, entries",
		operands: "[FILE...]",
		operandCount: [0, 1000],
		examples: [
			{
				line: "rasai record import --shipped",
				does: "the record of Pakistan and others that ships with Rasai",
			},
			{
				line: "rasai record import stop.csv --dry-run",
				does: "what a later snapshot of STOP would change, row by row",
			},
		],
		options: [
			{
				name: "shipped",
				kind: "flag",
				summary: "the files that ship with Rasai",
			},
			DRY_RUN,
			AUTHOR_OPTION,
		],
		notes: [
			"Nothing is overwritten: a changed entry supersedes the one before in the ledger. Importing again changes nothing. What was erased stays erased.",
		],
		writes: true,
		run: importRecord,
	},
	{
		noun: "record",
		verb: "list",
		summary: "List what the record says, oldest first",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai record list --cc PK --since 2024-02-17 --until 2025-05-08",
				does: "what was said, ordered and done during the ban of X",
			},
		],
		options: RECORD_FILTERS,
		run: list,
	},
	{
		noun: "record",
		verb: "check",
		summary:
			"Hold claims and deadlines against measurements, and list contradictions",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: "rasai record check --about PK-2024-02-17-x",
				does: "every claim about the ban of X, with the numbers behind it",
			},
		],
		options: RECORD_FILTERS,
		notes: [
			"A claim is supported or contradicted by at least 5 sessions on 2 networks, else it is insufficient. A claim about an instrument is never held against reachability.",
			"No measurement of X from Pakistan ships. To fill the gap: rasai archive import ooni: --cc PK --test web_connectivity --since 2024-02-17 --until 2025-05-08",
		],
		run: check,
	},
	{
		noun: "record",
		verb: "add",
		summary: "Add an entry to the record, or correct one by its id",
		operands: "",
		operandCount: [0, 0],
		examples: [
			{
				line: 'rasai record add --type denial --cc PK --on 2024-03-13 --service x.com --actor "information minister" --rank minister --actor-cc PK --claim working --summary "Said that X works." --source https://example.org/1',
				does: "a minister's word, with the claim in it",
			},
		],
		options: [
			{ ...text("type", "TYPE", "what it is"), choices: ENTRY_TYPES },
			text("cc", "CC", "country it is about"),
			text("on", "DATE", "when: 2024, 2024-03, 2024-03-13, 2024-03-13T16:00"),
			text("precision", "WORD", "how exact it is (default: as written)"),
			text(
				"zone",
				"ZONE",
				"IANA zone (default: the country's, where it has one)",
			),
			text("summary", "TEXT", "what happened, in your own words"),
			{
				name: "source",
				kind: "list",
				value: "URL",
				summary: "where it is documented; may be repeated",
			},
			{
				name: "service",
				kind: "list",
				value: "NAME",
				summary: "service it is about",
			},
			{
				name: "area",
				kind: "list",
				value: "NAME",
				summary: "area within the country",
			},
			{
				name: "about",
				kind: "list",
				value: "ID",
				summary: "restriction it is about",
			},
			text("actor", "OFFICE", "office or body that spoke or acted"),
			text("person", "NAME", "the person, who can be erased later"),
			{ ...text("rank", "RANK", "what the office is"), choices: ACTOR_RANKS },
			text("actor-cc", "CC", "whose state the actor speaks for"),
			text(
				"claim",
				"WORD",
				`what is claimed: ${Object.values(CLAIM_WORDS).flat().join(", ")}`,
			),
			{
				...text(
					"confidence",
					"WORD",
					"how well it is sourced (default medium)",
				),
				choices: CONFIDENCES,
			},
			text("id", "ID", "id of an entry to correct (default: a new one)"),
			text("corrects", "ID", "entry that a correction is about"),
			DRY_RUN,
			AUTHOR_OPTION,
		],
		writes: true,
		run: addEntry,
	},
	...recordLinkCommands,
	...recordExportCommands,
];
