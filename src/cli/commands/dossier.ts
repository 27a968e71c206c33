/** `rasai dossier`: one restriction as a document that can be handed to a court. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import {
	composeDossierOf,
	DOSSIER_FORMATS,
	type DossierFormat,
	renderDossier,
} from "../dossiers.ts";
import { usageError } from "../parse.ts";
import { withReader } from "../workspace.ts";

async function show(context: Context, args: Args): Promise<ExitCode> {
	const format: DossierFormat = context.json
		? "json"
		: ((args.text("format") as DossierFormat | undefined) ?? "md");
	const out = args.text("out");
	if (format === "pdf" && out === undefined)
		throw usageError("dossier show: a PDF needs --out FILE");
	const dossier = await withReader(context, (reader, workspace) =>
		composeDossierOf(context, reader, workspace, args.operands[0] ?? ""),
	);
	const content = await renderDossier(dossier, format);
	if (out === undefined) context.print(String(content));
	else {
		await writeFile(resolve(context.cwd, out), content, {
			signal: context.signal,
		});
		context.say(`Wrote ${out}, edition ${dossier.edition.slice(0, 12)}.`);
	}
	if (dossier.measured.nothing !== undefined)
		context.say(`Documented, not measured: ${dossier.measured.nothing}`);
	return 0;
}

export const dossierCommands: readonly Command[] = [
	{
		noun: "dossier",
		verb: "show",
		summary:
			"One restriction as a document: what was measured, said and due, with its exhibits",
		operands: "ID",
		operandCount: [1, 1],
		examples: [
			{
				line: "rasai dossier show PK-2024-02-17-x --format pdf --out x.pdf",
				does: "the ban of X in Pakistan, for print",
			},
			{
				line: "rasai dossier show PK-2024-02-17-x --json",
				does: "the same as data",
			},
		],
		options: [
			{
				name: "format",
				kind: "text",
				value: "FORMAT",
				choices: DOSSIER_FORMATS,
				summary: "how it is written (default: md)",
			},
			{
				name: "out",
				kind: "text",
				value: "FILE",
				summary: "file to write it to; a PDF needs one",
			},
		],
		notes: [
			"The same record, measurements and program give the same bytes. The edition, a hash of all that is in it, stands at the foot of every page.",
			"It holds drafts of requests for information, affidavits to be completed, and everything that speaks against it. It is a table of facts and no legal opinion.",
			"No measurement of X from Pakistan ships. To fill the gap: rasai archive import ooni: --cc PK --test web_connectivity --since 2024-02-17 --until 2025-05-08",
		],
		run: show,
	},
];
