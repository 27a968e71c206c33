/** `rasai record links`, `link`: which entries are about a restriction, and a person's word on it. */
import {
	draftOfLink,
	linksIn,
	linkTargetOf,
} from "../../account/record/index.ts";
import { RasaiError } from "../../base/index.ts";
import { readRecord, serviceNamer } from "../../pipeline/index.ts";
import { Ledger } from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { findIncident } from "../dossier-inputs.ts";
import { count, printFields, printTable } from "../output.ts";
import { readServices } from "../shipped.ts";
import { withWriting } from "../workspace.ts";
import { AUTHOR_OPTION } from "./ledger.ts";

async function listLinks(context: Context, args: Args): Promise<ExitCode> {
	const services = await readServices(context);
	const workspace = await context.openForReading();
	try {
		const { incident, index } = await findIncident(
			context,
			workspace,
			args.operands[0] ?? "",
		);
		const links = linksIn(index, linkTargetOf(incident), {
			serviceOf: serviceNamer(services),
		});
		printTable(
			context,
			[
				{ title: "reason", cell: ({ reason }) => reason },
				{ title: "when", cell: ({ when }) => when },
				{ title: "entry", cell: ({ entry }) => entry },
				{ title: "what", cell: ({ summary }) => summary.slice(0, 70) },
			],
			links.map(({ entry, reason }) => ({
				entry: entry.id,
				reason,
				when: entry.when.date,
				summary: entry.summary,
			})),
		);
		const open = links.filter(({ reason }) => reason === "perhaps").length;
		context.say(
			`${count(links.length - open, "entry", "entries")} belong to it; ${open} may, and a person must decide: rasai record link ENTRY ${incident.id}`,
		);
		return 0;
	} finally {
		await workspace.close();
	}
}

async function link(context: Context, args: Args): Promise<ExitCode> {
	const [entry = "", restriction = ""] = args.operands;
	const linked = !args.flag("not");
	await withWriting(context, async (workspace) => {
		const { entries } = await readRecord(workspace.paths, context.signal);
		if (!entries.has(entry))
			throw new RasaiError("not_found", `no entry has the id ${entry}`, {
				hint: "`rasai record list` shows ids.",
			});
		const ledger = await Ledger.open(workspace);
		try {
			await ledger.append([
				draftOfLink(
					entry,
					restriction,
					linked,
					args.text("author") ?? "operator",
				),
			]);
		} finally {
			await ledger.close();
		}
	});
	printFields(context, [
		["entry", entry],
		["restriction", restriction],
		["linked", linked ? "yes" : "no"],
	]);
	return 0;
}

export const recordLinkCommands: readonly Command[] = [
	{
		noun: "record",
		verb: "links",
		summary: "List which entries are about a restriction, and which may be",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai record links PK-2024-02-17-x",
				does: "entries about the ban of X, with the reason for each",
			},
		],
		options: [],
		notes: [
			"decision: a person said so. named: the entry names the restriction. match: service, country, area and time fit this one alone. perhaps: something is blank, coarse, or fits another as well.",
		],
		run: listLinks,
	},
	{
		noun: "record",
		verb: "link",
		summary: "Decide that an entry is about a restriction, or is not",
		operands: "ENTRY ID",
		operandCount: [2, 2],
		examples: [
			{
				line: "rasai record link xban-003 PK-2024-02-17-x --not",
				does: "keep it out of the dossier; the decision stands in the ledger",
			},
		],
		options: [
			{ name: "not", kind: "flag", summary: "it is not about it" },
			AUTHOR_OPTION,
		],
		writes: true,
		run: link,
	},
];
