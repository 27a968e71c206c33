/** `rasai archive import`: from archives to judged days. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { createHttpClient } from "../../base/index.ts";
import {
	type ArchiveFile,
	type OoniSelection,
	openSources,
} from "../../gather/archives/index.ts";
import {
	type ImportOptions,
	type ImportSummary,
	importArchives,
} from "../../pipeline/index.ts";
import type { Workspace } from "../../store/index.ts";
import type { Args, Command, Context, ExitCode } from "../command.ts";
import { runDetection, sayRevised } from "../incidents.ts";
import { count, formatBytes, printFields, visible } from "../output.ts";
import { usageError } from "../parse.ts";
import { filesOfPart, readPart } from "../parts.ts";
import { piecesOf } from "../turns.ts";
import { ensureWorkspace, withTarget, withWriting } from "../workspace.ts";

const SELECTING = ["cc", "test", "since", "until", "bucket"] as const;

async function importSources(context: Context, args: Args): Promise<ExitCode> {
	const ooni = selectionOf(args);
	const part = readPart(args.text("part"));
	const sources = args.operands.map((source) =>
		isAddress(source) ? source : resolve(context.cwd, source),
	);
	const origins = [...args.operands, args.text("bucket") ?? ""].filter((text) =>
		/^https?:/i.test(text),
	);
	await ensureWorkspace(context);
	const files = filesOfPart(
		openSources(sources, {
			// Named by the operator: may lie in a private network. Where they redirect to may not.
			http: createHttpClient({ allowedOrigins: origins }),
			signal: context.signal,
			...(ooni ? { ooni } : {}),
		}),
		part,
	);
	const summary = await importInTurns(context, args, files);
	const detected = args.flag("facts-only")
		? undefined
		: await inTurn(context, () =>
				withWriting(context, (workspace) =>
					runDetection(context, workspace, {
						progress: context.progress("Detecting"),
					}),
				),
			);
	printSummary(context, summary);
	sayRevised(context, detected?.revised ?? []);
	return summary.failed.length > 0 ? 1 : 0;
}

const inTurn = <T>(
	{ exclusively }: Pick<Context, "exclusively">,
	work: () => Promise<T>,
): Promise<T> => (exclusively ? exclusively(work) : work());

/** How long a server takes files in before its own rounds get a turn. */
const PIECE_MS = 120_000;

/** All at once, or, in a server that has other work, a piece at a time: what is filled in of the past does not hold up what is live. */
async function importInTurns(
	context: Context,
	args: Args,
	files: AsyncIterable<ArchiveFile>,
): Promise<ImportSummary> {
	let total: ImportSummary | undefined;
	const begin = () => {
		const until = context.clock().getTime() + PIECE_MS;
		return () =>
			context.exclusively !== undefined && context.clock().getTime() > until;
	};
	for await (const piece of piecesOf(files, begin)) {
		const one = await inTurn(context, () =>
			withTarget(context, (target, workspace) =>
				importArchives(piece, target, {
					...importOptions(context, workspace, args),
					factsOnly: args.flag("facts-only"),
				}),
			),
		);
		total = total ? addSummaries(total, one) : one;
	}
	return total as ImportSummary;
}

/** A piece that fails again, what a damaged file of the archive does in each, is told of once. */
function addSummaries(a: ImportSummary, b: ImportSummary): ImportSummary {
	const failed = new Map(
		[...a.failed, ...b.failed].map((one) => [one.file, one]),
	);
	return {
		files: a.files + b.files,
		known: a.known + b.known,
		measurements: a.measurements + b.measurements,
		observations: a.observations + b.observations,
		rejected: a.rejected + b.rejected,
		duplicates: a.duplicates + b.duplicates,
		bytes: a.bytes + b.bytes,
		seconds: a.seconds + b.seconds,
		judgedDays: a.judgedDays + b.judgedDays,
		failed: [...failed.values()],
	};
}

/** How an import runs: as the command line says, else as the workspace's settings do. */
export function importOptions(
	context: Context,
	{ config }: Workspace,
	args?: Args,
): ImportOptions {
	const workers = args?.integer("workers") ?? config.import.workers;
	return {
		workers: workers === 0 ? availableParallelism() : workers,
		byReference: args?.flag("by-reference") || config.import.byReference,
		maxRejectShare: config.import.maxRejectShare,
		signal: context.signal,
		progress: context.progress("Importing"),
	};
}

const isAddress = (source: string): boolean =>
	source === "ooni:" || /^[a-z][a-z0-9+.-]+:\/\//i.test(source);

function selectionOf(args: Args): OoniSelection | undefined {
	const given = SELECTING.filter((name) => args.text(name) !== undefined);
	if (!args.operands.includes("ooni:")) {
		if (given.length > 0)
			throw usageError(
				`--${given[0]} selects from OONI's bucket`,
				"Name ooni: as a source.",
			);
		return undefined;
	}
	const [since, until] = [args.text("since"), args.text("until")];
	if (!since || !until)
		throw usageError(
			"ooni: needs --since and --until",
			"Example: rasai archive import ooni: --cc PK --since 2024-02-17 --until 2024-02-18",
		);
	if (since >= until)
		throw usageError(
			"--until must be after --since",
			"--until is the day after the last.",
		);
	const cc = args.list("cc").map((code) => code.toUpperCase());
	const wrong = cc.find((code) => !/^[A-Z]{2}$/.test(code));
	if (wrong) throw usageError(`--cc: ${wrong} is no country code (PK)`);
	const bucketUrl = args.text("bucket");
	return {
		since,
		until,
		cc,
		test: args.list("test"),
		...(bucketUrl ? { bucketUrl } : {}),
	};
}

export function printSummary(context: Context, summary: ImportSummary): void {
	const { files, known, measurements, observations } = summary;
	printFields(
		context,
		[
			["files", `${files}${known > 0 ? ` (${known} known already)` : ""}`],
			["bytes", formatBytes(summary.bytes)],
			["measurements", measurements],
			["observations", observations],
			["duplicates", summary.duplicates],
			["rejected", summary.rejected],
			["days judged", summary.judgedDays],
			["seconds", summary.seconds.toFixed(1)],
		],
		summary,
	);
	for (const { file, message } of summary.failed)
		context.say(
			`Not imported: ${visible(message.startsWith(file) ? message : `${file}: ${message}`)}`,
		);
	if (summary.failed.length > 0)
		context.say(
			`${count(summary.failed.length, "source")} could not be had. The same command tries again; what is done is not done twice.`,
		);
	if (summary.rejected > 0)
		context.say("What was rejected, and why: rasai archive rejects");
}

export const importCommands: readonly Command[] = [
	{
		noun: "archive",
		verb: "import",
		isStarter: true,
		summary: "Import measurement archives and judge what they hold",
		operands: "SOURCE...",
		operandCount: [1, Number.POSITIVE_INFINITY],
		examples: [
			{
				line: "rasai archive import folder file.jsonl.gz",
				does: "files and folders of this machine",
			},
			{
				line: "rasai archive import https://example.org/day.tar.gz",
				does: "a file on the web",
			},
			{
				line: "rasai archive import ooni: --cc PK --since 2024-02-17 --until 2024-02-20",
				does: "three days of Pakistan from OONI's public bucket",
			},
		],
		options: [
			{
				name: "cc",
				kind: "list",
				value: "CC,...",
				summary: "ooni: only these countries (PK,IN)",
			},
			{
				name: "test",
				kind: "list",
				value: "NAME,...",
				summary: "ooni: only these tests (web_connectivity,signal)",
			},
			{
				name: "since",
				kind: "day",
				value: "DAY",
				summary: "ooni: first UTC day (YYYY-MM-DD)",
			},
			{
				name: "until",
				kind: "day",
				value: "DAY",
				summary: "ooni: the UTC day after the last",
			},
			{
				name: "bucket",
				kind: "text",
				value: "URL",
				summary: "ooni: another bucket of the same layout",
			},
			{
				name: "workers",
				kind: "integer",
				value: "N",
				summary: "threads that read archives (default one a core)",
			},
			{
				name: "part",
				kind: "text",
				value: "N/OF",
				summary: "only the files of one machine of several (2/5)",
			},
			{
				name: "facts-only",
				kind: "flag",
				summary: "do not judge here: another machine collects the facts",
			},
			{
				name: "by-reference",
				kind: "flag",
				summary: "keep hash and place of local files instead of copies of them",
			},
		],
		notes: [
			"Formats, recognised by content: JSON, JSON Lines, each plain, .gz or .lz4; tar of those, plain,\n.tar.gz (OONI's postcans) or .tar.lz4.",
			"Importing twice, in another order, or again after it was stopped gives the same rows. A record that\ncannot be used is rejected with its place and reason, and the run goes on. Where a server runs on the\nworkspace, it does the import.",
		],
		writes: true,
		takesTurns: true,
		run: importSources,
	},
];
