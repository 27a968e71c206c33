/** `rasai editor`: who may edit the record in the pages. */
import { RasaiError } from "../../base/index.ts";
import { addEditor, LINK_MINUTES, removeEditor } from "../../pipeline/index.ts";
import {
	EDITOR_ROLES,
	type EditorRole,
	readEditors,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printFields, printJson, printTable } from "../output.ts";
import { siteAddress } from "../site-address.ts";
import { ensureWorkspace, withWriting } from "../workspace.ts";

async function add(context: Context, args: Args): Promise<ExitCode> {
	await ensureWorkspace(context);
	const { editor, link } = await withWriting(context, async (workspace) => {
		const { editor, token } = addEditor(
			workspace.paths,
			args.operands[0] ?? "",
			args.text("role") as EditorRole | undefined,
			context.clock(),
		);
		const address = (await siteAddress(workspace)).replace(/\/$/, "");
		return { editor, link: `${address}/edit/sign-in/${token}` };
	});
	const { pseudonym, role } = editor;
	printFields(
		context,
		[
			["pseudonym", pseudonym],
			["role", role],
			["link", link],
		],
		{ pseudonym, role, link },
	);
	context.say(
		`The link signs in once, within ${LINK_MINUTES} minutes. Hand it over by a safe way: whoever opens it first is ${pseudonym}.`,
	);
	return 0;
}

async function remove(context: Context, args: Args): Promise<ExitCode> {
	const pseudonym = args.operands[0] ?? "";
	const isRemoved = await withWriting(context, async ({ paths }) =>
		removeEditor(paths, pseudonym),
	);
	if (!isRemoved)
		throw new RasaiError("not_found", `nobody is called ${pseudonym}`, {
			hint: "`rasai editor list` shows who may edit.",
		});
	if (context.json) printJson(context, { pseudonym, removed: true });
	context.say(
		`${pseudonym} is signed out and can no longer sign in. What ${pseudonym} wrote stays.`,
	);
	return 0;
}

async function list(context: Context): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const rows = readEditors(workspace.paths).editors.map(
			({ pseudonym, role, passkeys, addedAt }) => ({
				pseudonym,
				role,
				passkeys: passkeys.length,
				addedAt,
			}),
		);
		if (context.json) printJson(context, rows);
		else
			printTable(
				context,
				[
					{ title: "pseudonym", cell: (row) => row.pseudonym },
					{ title: "role", cell: (row) => row.role },
					{ title: "passkeys", cell: (row) => String(row.passkeys) },
					{ title: "added", cell: (row) => row.addedAt },
				],
				rows,
			);
		context.say(count(rows.length, "editor"));
		return 0;
	} finally {
		await workspace.close();
	}
}

export const editorCommands: readonly Command[] = [
	{
		noun: "editor",
		verb: "add",
		summary: "Let somebody edit the record, or give them a new link to sign in",
		operands: "PSEUDONYM",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai editor add night-heron --role reviewer",
				does: "print a link that signs night-heron in, once",
			},
		],
		options: [
			{
				name: "role",
				kind: "text",
				value: "ROLE",
				choices: EDITOR_ROLES,
				summary:
					"editor (writes) or reviewer (also decides on what others wrote); default editor",
			},
		],
		notes: [
			"There are no passwords. Signed in, an editor can add a passkey. The pseudonym stands in the public ledger for ever: it must not tell who it is.",
		],
		writes: true,
		run: add,
	},
	{
		noun: "editor",
		verb: "remove",
		summary: "Sign somebody out and let them edit no more",
		operands: "PSEUDONYM",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai editor remove night-heron",
				does: "end the sessions and forget the passkeys of night-heron",
			},
		],
		options: [],
		writes: true,
		run: remove,
	},
	{
		noun: "editor",
		verb: "list",
		summary: "List who may edit",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai editor list", does: "show editors and roles" }],
		options: [],
		run: list,
	},
];
