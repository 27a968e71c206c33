/** `rasai source`: copies of the pages that the record cites. */
import { changesBetween } from "../../account/record/index.ts";
import { createHttpClient, RasaiError } from "../../base/index.ts";
import {
	archiveSources,
	citedUrls,
	readRecord,
	type SourceResult,
	saveChanges,
	withArchive,
} from "../../pipeline/index.ts";
import {
	eraseSource,
	Ledger,
	listSources,
	type Workspace,
} from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { count, printJson, printTable, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { withWriting } from "../workspace.ts";
import { AUTHOR_OPTION } from "./ledger.ts";

/** Least time between two requests to one host. */
const GAP_MS = 2000;
const RETRY_MS = [5000, 20_000];

async function archive(context: Context, args: Args): Promise<ExitCode> {
	const results: SourceResult[] = [];
	await withWriting(context, async (workspace) => {
		const urls = await wantedUrls(context, args, workspace);
		const progress = context.progress("Archiving");
		const ledger = await Ledger.open(workspace);
		try {
			await archiveSources(workspace.paths, urls, {
				client: createHttpClient({
					allowedOrigins: args.list("allow-origin"),
				}),
				clock: context.clock,
				signal: context.signal,
				gapMs: GAP_MS,
				retryMs: RETRY_MS,
				again: args.flag("again"),
				onResult: async (result) => {
					results.push(result);
					progress.update({
						done: results.length,
						total: new Set(urls).size,
						unit: "pages",
					});
					await nameInEntries(
						ledger,
						workspace,
						result,
						args.text("author") ?? "operator",
					);
					if (context.json) printJson(context, result);
					else if (result.why)
						context.print(visible(`${result.url}: ${result.why}`).concat("\n"));
				},
			});
		} finally {
			progress.finish();
			await ledger.close();
		}
	});
	const of = (wanted: SourceResult["result"]) =>
		results.filter(({ result }) => result === wanted).length;
	context.say(
		`Kept ${count(of("archived"), "page")}, ${of("known")} were kept before, ${of("failed")} could not be had.${of("failed") > 0 ? " Run it again later: it goes on with those." : ""}`,
	);
	return of("failed") > 0 && of("archived") + of("known") === 0 ? 1 : 0;
}

async function wantedUrls(
	context: Context,
	args: Args,
	{ paths }: Workspace,
): Promise<readonly string[]> {
	const entry = args.text("entry");
	const ways = [
		args.operands.length > 0,
		entry !== undefined,
		args.flag("all"),
	];
	if (ways.filter(Boolean).length !== 1)
		throw usageError(
			"source archive: name addresses, or --entry ID, or --all, and only one of these",
		);
	if (args.operands.length > 0) return args.operands;
	const { entries } = await readRecord(paths, context.signal);
	if (entry === undefined) return citedUrls([...entries.values()]);
	const standing = entries.get(entry);
	if (!standing)
		throw new RasaiError("not_found", `no entry has the id ${entry}`);
	return citedUrls([standing]);
}

/** Every entry that cites the page comes to name its copy. */
async function nameInEntries(
	ledger: Ledger,
	{ paths }: Workspace,
	{ kept }: SourceResult,
	author: string,
): Promise<void> {
	if (!kept) return;
	const { entries } = await readRecord(paths);
	const changed = [...entries.values()].flatMap((standing) => {
		const entry = withArchive(standing.entry, kept);
		return entry
			? [{ entry, standing, fields: changesBetween(standing.entry, entry) }]
			: [];
	});
	await saveChanges(ledger, { added: [], changed }, author);
}

async function list(context: Context): Promise<ExitCode> {
	const workspace = await context.openForReading();
	try {
		const kept = await listSources(workspace.paths);
		if (context.json) printJson(context, kept);
		else
			printTable(
				context,
				[
					{ title: "fetched", cell: (one) => one.fetchedAt },
					{ title: "bytes", cell: (one) => String(one.bodyBytes) },
					{ title: "url", cell: (one) => one.url },
					{ title: "hash", cell: (one) => one.hash },
				],
				kept,
			);
		context.say(count(kept.length, "kept page"));
		return 0;
	} finally {
		await workspace.close();
	}
}

async function erase(context: Context, args: Args): Promise<ExitCode> {
	const { url, hash } = await withWriting(context, ({ paths }) =>
		eraseSource(paths, args.operands[0] ?? ""),
	);
	if (context.json) printJson(context, { url, hash, erased: true });
	context.say(
		`Erased the copy of ${visible(url)}. Entries go on naming its hash: it shows that there was one, and tells nothing of it.`,
	);
	return 0;
}

export const sourceCommands: readonly Command[] = [
	{
		noun: "source",
		verb: "archive",
		summary: "Keep copies of the pages that entries cite, with hash and date",
		operands: "[URL...]",
		operandCount: [0, 1000],
		examples: [
			{
				line: "rasai source archive --all",
				does: "keep every cited page that is not kept yet",
			},
			{
				line: "rasai source archive --entry xban-011",
				does: "keep the sources of one entry",
			},
		],
		options: [
			{
				name: "entry",
				kind: "text",
				value: "ID",
				summary: "the sources of this entry",
			},
			{ name: "all", kind: "flag", summary: "the sources of all entries" },
			{
				name: "again",
				kind: "flag",
				summary: "fetch what is kept already once more; the older copy stays",
			},
			{
				name: "allow-origin",
				kind: "list",
				value: "ORIGIN",
				summary: "a server of your own on a private address (http://10.0.0.5)",
			},
			AUTHOR_OPTION,
		],
		notes: [
			"The sites see a request from this machine's address. At most one request every two seconds goes to a host. Stopped, it goes on where it was.",
			"Copies are WARC files in private/sources, of up to 50 MB each. They are not ours to publish and are never published.",
		],
		writes: true,
		run: archive,
	},
	{
		noun: "source",
		verb: "list",
		summary: "List the copies that are kept",
		operands: "",
		operandCount: [0, 0],
		examples: [{ line: "rasai source list", does: "show hashes and dates" }],
		options: [],
		run: list,
	},
	{
		noun: "source",
		verb: "erase",
		summary: "Erase a copy for good",
		operands: "HASH",
		operandCount: [1, 1],
		examples: [
			{ line: "rasai source erase HASH", does: "erase the copy of that hash" },
		],
		options: [],
		writes: true,
		run: erase,
	},
];
